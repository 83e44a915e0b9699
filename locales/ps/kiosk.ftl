### What stands on the glass.

## The start

kiosk-welcome = ښه راغلاست
kiosk-choose-language = خپله ژبه وټاکئ
# On a tile below all languages: leads to an interpreter
kiosk-language-missing = زما ژبه نشته
kiosk-no-paper = اوس کاغذ نشته. نمبر په سکرین دی او همدا منل کېږي.

## On every screen

kiosk-language = ژبه بدله کړئ
kiosk-back = شاته
kiosk-home = پیل
kiosk-done = کار مې خلاص شو
kiosk-hub-gone = اوس نمبر نشئ اخیستلای. د معلوماتو له مېزه وپوښتئ.

## The menu

kiosk-choose-need = څه ته اړتیا لرئ؟
kiosk-choose-leaf = دقیقاً څه غواړئ؟
kiosk-private = ستاسو غوښتنه
kiosk-closed-now = اوس تړلی دی

## Before the number

kiosk-desks =
    { $count ->
        [one] کړکۍ
       *[other] کړکۍ
    }
kiosk-step-first = لومړی
kiosk-step-then = بیا
kiosk-people-waiting =
    { $people ->
        [0] هېڅوک انتظار نه کوي
        [one] { $people } تن انتظار کوي
       *[other] { $people } تنه انتظار کوي
    }
kiosk-wait-range = شاوخوا له { $low } تر { $high } دقیقو
kiosk-wait-up-to = له { $high } دقیقو کم
kiosk-bring = که لرئ، راوړئ:
kiosk-bring-nothing = بې سنده هم راتلای شئ.
kiosk-take-number = نمبر واخلئ

## Without a number

kiosk-person-title = نېغ کړکۍ ته ورشئ
kiosk-person-text = نمبر ته اړتیا نشته. یو څوک به ستاسو خبرې واوري.
kiosk-closed-title = دا کړکۍ اوس تړلې ده
kiosk-closed-next = { $moment } بیا راشئ
kiosk-closed-for-long = لا معلومه نه ده چې کله پرانیستل کېږي.
kiosk-full-title = د نن لپاره ځای پاتې نه دی
kiosk-closed-help = انتظار نشئ کولای؟ د معلوماتو له مېزه وپوښتئ: بله لار پیدا کوو.
kiosk-choose-other = بل څه وټاکئ
kiosk-opens-at = په { $time } بجو پرانیستل کېږي
kiosk-not-today = نن نشته
kiosk-full-now = نن ډک دی
kiosk-away-title = دا کړکۍ نن نشته
kiosk-house-closed = دا ځای اوس تړلی دی
kiosk-no-desk-open = لا هېڅ کړکۍ پرانیستې نه ده
kiosk-desk-opens = کړکۍ په { $time } بجو پرانیستل کېږي
kiosk-person-away = اوس په دې کړکۍ کې څوک نشته
kiosk-call = دې شمېرې ته زنګ ووهئ
kiosk-call-else = څوک نشته؟ { $number } ته زنګ ووهئ.
kiosk-hub-gone-alone = اوس نمبر نشئ اخیستلای. لږ صبر وکړئ او بیا هڅه وکړئ.
kiosk-trouble-alone = لږ صبر وکړئ او بیا هڅه وکړئ.

## The number

kiosk-issuing = یوه شېبه، ستاسو نمبر راځي.
kiosk-number-title = ستاسو نمبر
kiosk-number-called = ستاسو وار دی
kiosk-ahead =
    { $people ->
        [0] له تاسو مخکې هېڅوک نشته
        [one] له تاسو مخکې { $people } تن
       *[other] له تاسو مخکې { $people } تنه
    }
kiosk-slip-printing = کاغذ راوځي.
kiosk-slip-slow = کاغذ ځنډېږي. د سکرین عکس واخلئ یا نمبر په یاد ولرئ.
kiosk-slip-printed = کاغذ له لاندې واخلئ.
kiosk-slip-unknown = کاغذ واخلئ. که رانغی، نمبر په یاد ولرئ.
kiosk-slip-failed = کاغذ نه راوځي. د سکرین عکس واخلئ یا نمبر په یاد ولرئ: همدا هم منل کېږي.
kiosk-print-slip = کاغذ اوس چاپ کړئ
kiosk-address = د موبایل کمره کوډ ته ونیسئ: کتار په موبایل کې وګورئ.

## Trouble

kiosk-trouble-title = نمبر رانغی
kiosk-trouble-away = سیستم ځواب نه ورکوي. تاسو ملامت نه یاست.
kiosk-trouble-not-saved = نمبر ثبت نه شو. تاسو ملامت نه یاست.
kiosk-trouble-busy = اوس ډېره ګڼه ګوڼه ده. لږ صبر وکړئ.
kiosk-trouble-help = بیا هڅه وکړئ یا د معلوماتو مېز ته ورشئ: هلته مرسته درسره کوو.
kiosk-try-again = بیا هڅه وکړئ

## Nobody has touched for a while

kiosk-still-there = تاسو لا دلته یاست؟
kiosk-still-there-seconds =
    { $seconds ->
        [one] له { $seconds } ثانیې وروسته پیل ته ځو.
       *[other] له { $seconds } ثانیو وروسته پیل ته ځو.
    }
kiosk-stay = هو، دلته یم
# $number (String): the number called last, such as P 041
kiosk-last-called = وروستی بلل شوی نمبر: { $number }
kiosk-sooner = اړتیا لرم چې وار مې له نورو مخکې وي
kiosk-sooner-who = امیندواري، واړه ماشومان، معلولیت، ناروغي، لوړ عمر
kiosk-add-need = بل څه ته هم اړتیا لرم
kiosk-choose-also = نور څه ته اړتیا لرئ؟

## An appointment

kiosk-appointment = د ملاقات وخت لرم
kiosk-appointment-title = د خپل ملاقات کوډ ولیکئ
kiosk-erase = پاک کړئ
kiosk-check-in = زه دلته یم

## Leaving the queue

kiosk-leave = له کتاره وتل
kiosk-leave-sure = غواړئ له کتاره ووځئ؟
kiosk-leave-note = ستاسو نمبر به نور ونه بلل شي.
kiosk-leave-yes = هو، له کتاره وځم
kiosk-leave-no = نه، په کتار کې پاتېږم
kiosk-left = تاسو نور په کتار کې نه یاست.
kiosk-left-more = که فکر مو بدل شو، نوی نمبر واخلئ.

## Without a number, on paper

kiosk-print-this = دا معلومات چاپ کړئ
kiosk-note-failed = کاغذ نه راوځي. د سکرین عکس واخلئ.

## Counting, after the number: everybody may leave everything out

kiosk-tap-invite = په شمېرلو کې مرسته کوئ؟
kiosk-tap-anonymous = هېڅوک نه پوهېږي چې تاسو څوک یاست. ځواب لازم نه دی.
kiosk-tap-skip = ځواب نه ورکوم
kiosk-tap-first = د لومړي ځل لپاره دلته راځئ؟
kiosk-tap-first-yes = هو
kiosk-tap-first-no = نه
kiosk-tap-gender = ځان څنګه راپېژنئ؟
kiosk-tap-woman = ښځه
kiosk-tap-man = سړی
kiosk-tap-other = بل ډول
kiosk-tap-age = عمر مو څو کاله دی؟
# $years (String): such as 18
kiosk-tap-age-under = له { $years } کم
# $low (String), $high (String): such as 18 and 24
kiosk-tap-age-range = له { $low } تر { $high }
# $years (String): such as 65
kiosk-tap-age-over = { $years } یا زیات
kiosk-tap-status = په ایټالیا کې په کومو سندونو اوسېږئ؟
kiosk-tap-asylum = د پناه غوښتنه مې کړې ده
kiosk-tap-protected = پناه مې منل شوې ده
kiosk-tap-permit = بل ډول اقامت لرم
kiosk-tap-citizen = د ایټالیا یا اروپا تابعیت
kiosk-tap-none = لا تر اوسه سندونه نه لرم
