### What stands on the glass.

## The start

kiosk-welcome = خوش آمدید
kiosk-choose-language = زبان خود را انتخاب کنید
# On a tile below all languages: leads to an interpreter
kiosk-language-missing = زبان من نیست

## On every screen

kiosk-language = تغییر زبان
kiosk-back = برگشت
kiosk-home = شروع
kiosk-done = تمام شد
kiosk-hub-gone = حالا نمره گرفته نمی‌شود. از پذیرش بپرسید.

## The menu

kiosk-choose-need = به چی ضرورت دارید؟
kiosk-choose-leaf = دقیقاً چی؟
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
        [0] هیچکس منتظر نیست
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
kiosk-person-text = نمره لازم نیست. کسی به شما گوش می‌دهد.
kiosk-understood = فهمیدم
kiosk-closed-title = این غرفه حالا بسته است
kiosk-closed-next = { $moment } بیایید
kiosk-closed-for-long = معلوم نیست چه وقت باز می‌شود.
kiosk-closed-help = انتظار کرده نمی‌توانید؟ از پذیرش بپرسید: راه دیگری پیدا می‌کنیم.
kiosk-choose-other = چیز دیگری انتخاب کنید

## The number

kiosk-issuing = یک لحظه، نمره شما می‌آید.
kiosk-number-title = نمره شما
kiosk-number-called = نوبت شماست
kiosk-ahead =
    { $people ->
        [0] پیش از شما هیچکس نیست
        [one] { $people } نفر پیش از شما
       *[other] { $people } نفر پیش از شما
    }
kiosk-then = بعد: { $label } { $desks }، { $room }
kiosk-slip-printing = کاغذ بیرون می‌آید.
kiosk-slip-slow = کاغذ دیر شد. از صفحه عکس بگیرید یا نمره را یاد کنید.
kiosk-slip-printed = کاغذ را از پایین بگیرید.
kiosk-slip-unknown = کاغذ را بگیرید. اگر نیامد، نمره را یاد کنید.
kiosk-slip-failed = کاغذ نمی‌آید. از صفحه عکس بگیرید یا نمره را یاد کنید: درست است.
kiosk-address = کود را با موبایل بگیرید: صف را در موبایل ببینید.

## Trouble

kiosk-trouble-title = نمره نرسید
kiosk-trouble-away = سیستم جواب نمی‌دهد. گناه شما نیست.
kiosk-trouble-not-saved = نمره ثبت نشد. گناه شما نیست.
kiosk-trouble-busy = حالا بیروبار است. کمی صبر کنید.
kiosk-trouble-help = دوباره کوشش کنید یا به پذیرش بروید: آنجا کمک می‌کنیم.
kiosk-try-again = دوباره

## Nobody has touched for a while

kiosk-still-there = هنوز اینجا استید؟
kiosk-still-there-seconds =
    { $seconds ->
        [one] بعد از { $seconds } ثانیه به شروع برمی‌گردد.
       *[other] بعد از { $seconds } ثانیه به شروع برمی‌گردد.
    }
kiosk-stay = بلی، اینجا استم
