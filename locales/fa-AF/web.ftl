### What pages and calls answer when something is wrong with the request itself.

web-bad-input = درخواست خوانده نشد. معلومات را ببینید و دوباره کوشش کنید.
web-not-signed-in = اول باید با نام و PIN داخل شوید.
web-wrong-pin = نام یا PIN درست نیست. دوباره کوشش کنید.
# $seconds (Number): how long to wait
web-too-many =
    { $seconds ->
        [one] کوشش‌ها زیاد شد. بعد از { $seconds } ثانیه دوباره کوشش کنید.
       *[other] کوشش‌ها زیاد شد. بعد از { $seconds } ثانیه دوباره کوشش کنید.
    }
web-forbidden = این درخواست از اینجا اجازه نیست.
web-https-only = این نشانی فقط با https کار می‌کند. پیش از نشانی https:// بنویسید.
web-not-found-title = صفحه پیدا نشد
web-not-found = این آدرس نیست. ببینید چطور نوشته شده.
web-wrong-method = این آدرس اینطور کار نمی‌کند. برگردید و دوباره کوشش کنید.
web-trouble-title = نشد
web-broken = مشکل از طرف ما است. کمی بعد دوباره کوشش کنید یا از یک غرفه باز بپرسید.
