### What stands on the glass.

## The start

kiosk-welcome = خوش آمدید
kiosk-choose-language = اپنی زبان چنیں
# On a tile below all languages: leads to an interpreter
kiosk-language-missing = میری زبان یہاں نہیں
kiosk-no-paper = ابھی کاغذ نہیں ہے۔ نمبر اسکرین پر آئے گا، وہی کافی ہے۔

## On every screen

kiosk-language = زبان بدلیں
kiosk-back = واپس
kiosk-home = پہلا صفحہ
kiosk-done = ہو گیا
kiosk-hub-gone = ابھی نمبر نہیں مل سکتے۔ استقبالیہ سے پوچھیں۔

## The menu

kiosk-choose-need = آپ کو کیا مدد چاہیے؟
kiosk-choose-leaf = ان میں سے کیا چاہیے؟
kiosk-private = آپ کی درخواست
kiosk-closed-now = ابھی بند

## Before the number

kiosk-desks =
    { $count ->
        [one] کاؤنٹر
       *[other] کاؤنٹر
    }
kiosk-step-first = پہلے
kiosk-step-then = پھر
kiosk-people-waiting =
    { $people ->
        [0] کوئی انتظار میں نہیں
        [one] { $people } شخص انتظار میں ہے
       *[other] { $people } لوگ انتظار میں ہیں
    }
kiosk-wait-range = تقریباً { $low } سے { $high } منٹ
kiosk-wait-up-to = { $high } منٹ سے کم
kiosk-bring = ہو سکے تو ساتھ لائیں:
kiosk-bring-nothing = کاغذات نہ ہوں، تب بھی آئیں۔
kiosk-take-number = نمبر لیں

## Without a number

kiosk-person-title = سیدھے کاؤنٹر پر جائیں
kiosk-person-text = نمبر کی ضرورت نہیں۔ کوئی آپ کی بات سنے گا۔
kiosk-closed-title = یہ کاؤنٹر ابھی بند ہے
kiosk-closed-next = { $moment } کو آئیں
kiosk-closed-for-long = ابھی معلوم نہیں کب کھلے گا۔
kiosk-full-title = آج کے لیے جگہ نہیں رہی
kiosk-closed-help = انتظار مشکل ہے؟ استقبالیہ سے پوچھیں: ہم کوئی اور راستہ ڈھونڈیں گے۔
kiosk-choose-other = کچھ اور چنیں
kiosk-opens-at = { $time } بجے کھلے گا
kiosk-not-today = آج نہیں
kiosk-full-now = آج جگہ نہیں
kiosk-away-title = یہ کاؤنٹر آج نہیں ہے
kiosk-house-closed = یہ جگہ ابھی بند ہے
kiosk-no-desk-open = ابھی کوئی کاؤنٹر نہیں کھلا
kiosk-desk-opens = کاؤنٹر { $time } بجے کھلے گا
kiosk-person-away = ابھی اس کاؤنٹر پر کوئی نہیں
kiosk-call = اس نمبر پر فون کریں
kiosk-call-else = کوئی نہیں؟ { $number } پر فون کریں۔
kiosk-hub-gone-alone = ابھی نمبر نہیں مل سکتے۔ تھوڑا انتظار کر کے دوبارہ کوشش کریں۔
kiosk-trouble-alone = تھوڑا انتظار کر کے دوبارہ کوشش کریں۔

## The number

kiosk-issuing = ایک لمحہ، آپ کا نمبر آ رہا ہے۔
kiosk-number-title = آپ کا نمبر
kiosk-number-called = آپ کی باری ہے
kiosk-ahead =
    { $people ->
        [0] آپ سے پہلے کوئی نہیں
        [one] آپ سے پہلے { $people } شخص
       *[other] آپ سے پہلے { $people } لوگ
    }
kiosk-slip-printing = پرچی نکل رہی ہے۔
kiosk-slip-slow = پرچی میں دیر ہے۔ اسکرین کی تصویر لیں یا نمبر یاد رکھیں۔
kiosk-slip-printed = پرچی یہاں نیچے سے لیں۔
kiosk-slip-unknown = پرچی لیں۔ اگر نہ نکلے تو نمبر یاد رکھیں۔
kiosk-slip-failed = پرچی نہیں نکلی۔ اسکرین کی تصویر لیں یا نمبر یاد رکھیں: وہی کافی ہے۔
kiosk-print-slip = پرچی ابھی پرنٹ کریں
kiosk-address = کوڈ اسکین کریں: قطار فون پر دیکھیں۔

## Trouble

kiosk-trouble-title = نمبر نہیں آیا
kiosk-trouble-away = سسٹم جواب نہیں دے رہا۔ آپ کا قصور نہیں۔
kiosk-trouble-not-saved = نمبر محفوظ نہیں ہوا۔ آپ کا قصور نہیں۔
kiosk-trouble-busy = اس وقت بہت لوگ ہیں۔ تھوڑا انتظار کریں۔
kiosk-trouble-help = دوبارہ کوشش کریں یا استقبالیہ پر جائیں: وہاں ہم مدد کریں گے۔
kiosk-try-again = دوبارہ کوشش

## Nobody has touched for a while

kiosk-still-there = کیا آپ ابھی یہیں ہیں؟
kiosk-still-there-seconds =
    { $seconds ->
        [one] { $seconds } سیکنڈ میں پہلی اسکرین آ جائے گی۔
       *[other] { $seconds } سیکنڈ میں پہلی اسکرین آ جائے گی۔
    }
kiosk-stay = جی ہاں، میں یہاں ہوں
# $number (String): the number called last, such as P 041
kiosk-last-called = آخری پکارا گیا نمبر: { $number }
kiosk-sooner = مجھے دوسروں سے پہلے باری چاہیے
kiosk-sooner-who = حمل، چھوٹے بچے، معذوری، بیماری، بڑی عمر
kiosk-add-need = مجھے کچھ اور بھی چاہیے
kiosk-choose-also = آپ کو اور کیا چاہیے؟

## An appointment

kiosk-appointment = میری اپائنٹمنٹ ہے
kiosk-appointment-title = اپنی ملاقات کا کوڈ لکھیں
kiosk-erase = مٹائیں
kiosk-check-in = میں یہاں ہوں

## Leaving the queue

kiosk-leave = قطار چھوڑیں
kiosk-leave-sure = کیا قطار چھوڑنی ہے؟
kiosk-leave-note = آپ کا نمبر پھر نہیں پکارا جائے گا۔
kiosk-leave-yes = ہاں، قطار چھوڑنی ہے
kiosk-leave-no = نہیں، قطار میں رہنا ہے
kiosk-left = آپ اب قطار میں نہیں۔
kiosk-left-more = ارادہ بدلے تو نیا نمبر لیں۔

## Without a number, on paper

kiosk-print-this = یہ معلومات پرنٹ کریں
kiosk-note-failed = پرچی نہیں نکلی۔ اسکرین کی تصویر لیں۔

## Counting, after the number: everybody may leave everything out

kiosk-tap-invite = چند سوالوں کے جواب دیں گے؟
kiosk-tap-anonymous = کسی کو معلوم نہیں کہ یہ آپ ہیں۔ جواب دینا ضروری نہیں۔
kiosk-tap-skip = جواب نہیں دینا
kiosk-tap-first = کیا آپ پہلی بار یہاں ہیں؟
kiosk-tap-first-yes = ہاں
kiosk-tap-first-no = نہیں
kiosk-tap-gender = آپ کے لیے صحیح لفظ کیا ہے؟
kiosk-tap-woman = عورت
kiosk-tap-man = مرد
kiosk-tap-other = کچھ اور
kiosk-tap-age = آپ کی عمر کتنی ہے؟
# $years (String): such as 18
kiosk-tap-age-under = { $years } سے کم
# $low (String), $high (String): such as 18 and 24
kiosk-tap-age-range = { $low } سے { $high } تک
# $years (String): such as 65
kiosk-tap-age-over = { $years } یا زیادہ
kiosk-tap-status = اٹلی میں آپ کے پاس کون سے کاغذات ہیں؟
kiosk-tap-asylum = میں نے پناہ کی درخواست دی ہے
kiosk-tap-protected = مجھے پناہ مل چکی ہے
kiosk-tap-permit = میرے پاس کوئی اور پرمٹ ہے
kiosk-tap-citizen = اٹلی یا یورپ کی شہریت
kiosk-tap-none = مجھے ابھی تک کاغذات نہیں ملے
