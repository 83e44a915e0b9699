### What pages and calls answer when something is wrong with the request itself.

web-bad-input = درخواست پڑھی نہ جا سکی۔ معلومات دیکھیں اور دوبارہ کوشش کریں۔
web-not-signed-in = پہلے نام اور PIN سے داخل ہوں۔
web-wrong-pin = نام یا PIN درست نہیں۔ دوبارہ کوشش کریں۔
# $seconds (Number): how long to wait
web-too-many =
    { $seconds ->
        [one] بہت زیادہ کوششیں۔ { $seconds } سیکنڈ بعد دوبارہ کوشش کریں۔
       *[other] بہت زیادہ کوششیں۔ { $seconds } سیکنڈ بعد دوبارہ کوشش کریں۔
    }
web-forbidden = یہاں سے اس درخواست کی اجازت نہیں۔
web-https-only = یہ پتہ صرف https سے کام کرتا ہے۔ پتے سے پہلے https:// لکھیں۔
web-not-found-title = صفحہ نہیں ملا
web-not-found = یہ پتہ موجود نہیں۔ دیکھیں کیسے لکھا ہے۔
web-wrong-method = یہ پتہ اس طرح استعمال نہیں ہوتا۔ واپس جا کر دوبارہ کوشش کریں۔
web-trouble-title = کام نہیں ہوا
web-broken = ہماری طرف سے کچھ خرابی ہوئی۔ تھوڑی دیر بعد کوشش کریں یا کسی کھلے کاؤنٹر پر پوچھیں۔
