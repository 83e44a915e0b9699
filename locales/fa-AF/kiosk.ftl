### What stands on the glass.

## The start

kiosk-welcome = خوش آمدید
kiosk-choose-language = زبان خود را انتخاب کنید
# On a tile below all languages: leads to an interpreter
kiosk-language-missing = زبان من اینجا نیست
kiosk-no-paper = حالا کاغذ نیست. نمره روی صفحه است و همین قبول است.

## On every screen

kiosk-language = تغییر زبان
kiosk-back = برگشت
kiosk-home = شروع
kiosk-done = کارم تمام شد
kiosk-hub-gone = حالا نمره گرفته نمی‌توانید. از میز معلومات بپرسید.

## The menu

kiosk-choose-need = به چی ضرورت دارید؟
kiosk-choose-leaf = دقیقاً چی می‌خواهید؟
kiosk-private = درخواست شما
kiosk-closed-now = حالا بسته است

## Before the number

kiosk-desks =
    { $count ->
        [one] غرفه
       *[other] غرفه‌ها
    }
kiosk-step-first = اول
kiosk-step-then = بعد
kiosk-people-waiting =
    { $people ->
        [0] هیچ‌کس منتظر نیست
        [one] { $people } نفر منتظر است
       *[other] { $people } نفر منتظر استند
    }
kiosk-wait-range = تقریباً { $low } تا { $high } دقیقه
kiosk-wait-up-to = کمتر از { $high } دقیقه
kiosk-bring = اگر دارید، بیاورید:
kiosk-bring-nothing = بدون سند هم آمده می‌توانید.
kiosk-take-number = نمره بگیرید

## Without a number

kiosk-person-title = مستقیم به غرفه بروید
kiosk-person-text = نمره لازم نیست. یک نفر به گپ شما گوش می‌کند.
kiosk-closed-title = این غرفه حالا بسته است
kiosk-closed-next = { $moment } بیایید
kiosk-closed-for-long = هنوز معلوم نیست چه وقت باز می‌شود.
kiosk-full-title = امروز دیگر جای نیست
kiosk-closed-help = صبر کرده نمی‌توانید؟ از میز معلومات بپرسید: راه دیگری پیدا می‌کنیم.
kiosk-choose-other = چیز دیگری انتخاب کنید
kiosk-opens-at = ساعت { $time } باز می‌شود
kiosk-not-today = امروز نیست
kiosk-full-now = امروز پُر است
kiosk-away-title = این غرفه امروز نیست
kiosk-house-closed = این‌جا حالا بسته است
kiosk-no-desk-open = هنوز هیچ غرفه باز نیست
kiosk-desk-opens = غرفه ساعت { $time } باز می‌شود
kiosk-person-away = حالا کسی در این غرفه نیست
kiosk-call = به این شماره زنگ بزنید
kiosk-call-else = کسی نیست؟ به { $number } زنگ بزنید.
kiosk-hub-gone-alone = حالا نمره گرفته نمی‌توانید. کمی صبر کنید و دوباره کوشش کنید.
kiosk-trouble-alone = کمی صبر کنید و دوباره کوشش کنید.

## The number

kiosk-issuing = یک لحظه، نمره شما می‌آید.
kiosk-number-title = نمره شما
kiosk-number-called = نوبت شماست
kiosk-ahead =
    { $people ->
        [0] پیش از شما هیچ‌کس نیست
        [one] { $people } نفر پیش از شما
       *[other] { $people } نفر پیش از شما
    }
kiosk-slip-printing = کاغذ بیرون می‌آید.
kiosk-slip-slow = کاغذ دیر شد. از صفحه عکس بگیرید یا نمره را به یاد داشته باشید.
kiosk-slip-printed = کاغذ را از پایین بگیرید.
kiosk-slip-unknown = کاغذ را بگیرید. اگر نیامد، نمره را به یاد داشته باشید.
kiosk-slip-failed = کاغذ نمی‌آید. از صفحه عکس بگیرید یا نمره را به یاد داشته باشید: همین هم قبول است.
kiosk-print-slip = حالا کاغذ را چاپ کنید
kiosk-address = کمره موبایل را طرف کود بگیرید: صف را در موبایل ببینید.

## Trouble

kiosk-trouble-title = نمره نیامد
kiosk-trouble-away = سیستم جواب نمی‌دهد. تقصیر شما نیست.
kiosk-trouble-not-saved = نمره ثبت نشد. تقصیر شما نیست.
kiosk-trouble-busy = حالا بیروبار است. کمی صبر کنید.
kiosk-trouble-help = دوباره کوشش کنید یا به میز معلومات بروید: آنجا کمک تان می‌کنیم.
kiosk-try-again = کوشش دوباره

## Nobody has touched for a while

kiosk-still-there = هنوز اینجا استید؟
kiosk-still-there-seconds =
    { $seconds ->
        [one] بعد از { $seconds } ثانیه به شروع برمی‌گردیم.
       *[other] بعد از { $seconds } ثانیه به شروع برمی‌گردیم.
    }
kiosk-stay = بلی، اینجا استم
# $number (String): the number called last, such as P 041
kiosk-last-called = آخرین نمره صدا شده: { $number }
kiosk-sooner = ضرورت دارم نوبتم پیش از دیگران باشد
kiosk-sooner-who = حاملگی، اطفال خردسال، معلولیت، مریضی، سن بالا
kiosk-add-need = به چیز دیگری هم ضرورت دارم
kiosk-choose-also = دیگر به چی ضرورت دارید؟

## An appointment

kiosk-appointment = وقت ملاقات دارم
kiosk-appointment-title = کود وقت ملاقات خود را بنویسید
kiosk-erase = پاک کنید
kiosk-check-in = من اینجا استم

## Leaving the queue

kiosk-leave = ترک صف
kiosk-leave-sure = می‌خواهید صف را ترک کنید؟
kiosk-leave-note = نمره شما دیگر صدا نمی‌شود.
kiosk-leave-yes = بلی، صف را ترک می‌کنم
kiosk-leave-no = نه، در صف می‌مانم
kiosk-left = شما دیگر در صف نیستید.
kiosk-left-more = اگر نظر تان تغییر کرد، نمره نو بگیرید.

## Without a number, on paper

kiosk-print-this = این معلومات را چاپ کنید
kiosk-note-failed = کاغذ نمی‌آید. از صفحه عکس بگیرید.

## Counting, after the number: everybody may leave everything out

kiosk-tap-invite = در شمارش کمک ما می‌کنید؟
kiosk-tap-anonymous = هیچ‌کس نمی‌داند شما کی استید. جواب دادن لازم نیست.
kiosk-tap-skip = جواب نمی‌دهم
kiosk-tap-first = بار اول است که اینجا می‌آیید؟
kiosk-tap-first-yes = بلی
kiosk-tap-first-no = نه
kiosk-tap-gender = خود را چطور معرفی می‌کنید؟
kiosk-tap-woman = زن
kiosk-tap-man = مرد
kiosk-tap-other = طور دیگر
kiosk-tap-age = چند سال دارید؟
# $years (String): such as 18
kiosk-tap-age-under = کمتر از { $years }
# $low (String), $high (String): such as 18 and 24
kiosk-tap-age-range = از { $low } تا { $high }
# $years (String): such as 65
kiosk-tap-age-over = { $years } یا بیشتر
kiosk-tap-status = در ایتالیا با کدام اسناد زندگی می‌کنید؟
kiosk-tap-asylum = درخواست پناهندگی داده‌ام
kiosk-tap-protected = پناهندگی‌ام قبول شده
kiosk-tap-permit = اقامت نوع دیگر دارم
kiosk-tap-citizen = تابعیت ایتالیا یا اروپا
kiosk-tap-none = هنوز سند ندارم
