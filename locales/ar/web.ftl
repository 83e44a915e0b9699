### What pages and calls answer when something is wrong with the request itself.

web-bad-input = تعذّرت قراءة الطلب. تحقق من البيانات وحاول مرة أخرى.
web-not-signed-in = سجّل الدخول أولًا بالاسم والرمز السري.
web-wrong-pin = الاسم أو الرمز السري غير صحيح. حاول مرة أخرى.
# $seconds (Number): how long to wait
web-too-many =
    { $seconds ->
        [zero] محاولات كثيرة. حاول الآن مرة أخرى.
        [one] محاولات كثيرة. حاول مرة أخرى بعد ثانية واحدة.
        [two] محاولات كثيرة. حاول مرة أخرى بعد ثانيتين.
        [few] محاولات كثيرة. حاول مرة أخرى بعد { $seconds } ثوانٍ.
        [many] محاولات كثيرة. حاول مرة أخرى بعد { $seconds } ثانية.
       *[other] محاولات كثيرة. حاول مرة أخرى بعد { $seconds } ثانية.
    }
web-forbidden = هذا الطلب غير مسموح به من هنا.
web-not-found-title = الصفحة غير موجودة
web-not-found = هذا العنوان غير موجود. تحقق من كتابته.
web-wrong-method = لا يمكن استخدام هذا العنوان بهذه الطريقة. ارجع وحاول مرة أخرى.
web-trouble-title = لم ينجح ذلك
web-broken = حدث خطأ من جهتنا. حاول مرة أخرى بعد قليل أو اسأل في مكتب الاستقبال.
