### What stands on the glass.

## The start

kiosk-welcome = أهلًا وسهلًا
kiosk-choose-language = ما هي لغتك؟
# On a tile below all languages: leads to an interpreter
kiosk-language-missing = لغتي غير موجودة
kiosk-no-paper = لا يوجد ورق الآن. الرقم على الشاشة صالح.

## On every screen

kiosk-language = تغيير اللغة
kiosk-back = رجوع
kiosk-home = من البداية
kiosk-done = انتهيت
kiosk-hub-gone = لا يمكن أخذ أرقام الآن. مكتب الاستقبال يساعدك.

## The menu

kiosk-choose-need = كيف نساعدك؟
kiosk-choose-leaf = ما طلبك بالتحديد؟
kiosk-private = طلبك
kiosk-closed-now = مغلق الآن

## Before the number

kiosk-desks =
    { $count ->
        [zero] شبابيك
        [one] الشباك
        [two] الشباكان
        [few] الشبابيك
        [many] الشبابيك
       *[other] الشبابيك
    }
kiosk-step-first = أولًا
kiosk-step-then = ثم
kiosk-people-waiting =
    { $people ->
        [zero] لا أحد ينتظر
        [one] شخص واحد ينتظر
        [two] شخصان ينتظران
        [few] { $people } أشخاص ينتظرون
        [many] { $people } شخصًا ينتظرون
       *[other] { $people } شخص ينتظرون
    }
kiosk-wait-range =
    { $high ->
        [zero] من { $low } إلى { $high } دقيقة تقريبًا
        [one] من { $low } إلى دقيقة واحدة تقريبًا
        [two] من { $low } إلى دقيقتين تقريبًا
        [few] من { $low } إلى { $high } دقائق تقريبًا
        [many] من { $low } إلى { $high } دقيقة تقريبًا
       *[other] من { $low } إلى { $high } دقيقة تقريبًا
    }
kiosk-wait-up-to =
    { $high ->
        [zero] بدون انتظار تقريبًا
        [one] أقل من دقيقة واحدة
        [two] أقل من دقيقتين
        [few] أقل من { $high } دقائق
        [many] أقل من { $high } دقيقة
       *[other] أقل من { $high } دقيقة
    }
kiosk-bring = الرجاء إحضار، إن أمكن:
kiosk-bring-nothing = يمكنك الحضور حتى بدون أوراق.
kiosk-take-number = أريد رقمًا

## Without a number

kiosk-person-title = مباشرة إلى الشباك، دون رقم
kiosk-person-text = لا حاجة إلى رقم. هناك من يستمع إليك.
kiosk-closed-title = هذا الشباك مغلق الآن
kiosk-closed-next = يُفتح يوم { $moment }
kiosk-closed-for-long = لا نعرف بعد متى يُفتح.
kiosk-full-title = انتهت أرقام اليوم
kiosk-closed-help = لا يمكنك الانتظار؟ مكتب الاستقبال يساعدك: سنجد حلًا آخر.
kiosk-choose-other = أريد شيئًا آخر
kiosk-opens-at = يفتح الساعة { $time }
kiosk-not-today = غير موجود اليوم
kiosk-full-now = اكتمل العدد اليوم
kiosk-away-title = هذا الشباك غير موجود اليوم
kiosk-house-closed = المكان مغلق الآن
kiosk-no-desk-open = لم يُفتح أي شباك بعد
kiosk-desk-opens = يُفتح الشباك الساعة { $time }
kiosk-person-away = لا أحد في هذا الشباك الآن
kiosk-call = رقم الهاتف للاتصال
kiosk-call-else = لا أحد هناك؟ رقم الهاتف: { $number }.
kiosk-hub-gone-alone = لا يمكن أخذ أرقام الآن. الرجاء الانتظار قليلًا ثم المحاولة مرة أخرى.
kiosk-trouble-alone = الرجاء الانتظار قليلًا ثم المحاولة مرة أخرى.

## The number

kiosk-issuing = لحظة من فضلك، رقمك قادم.
kiosk-number-title = رقمك
kiosk-number-called = حان دورك
kiosk-ahead =
    { $people ->
        [zero] لا أحد قبلك
        [one] شخص واحد قبلك
        [two] شخصان قبلك
        [few] { $people } أشخاص قبلك
        [many] { $people } شخصًا قبلك
       *[other] { $people } شخص قبلك
    }
kiosk-slip-printing = الورقة تخرج الآن.
kiosk-slip-slow = الورقة متأخرة. يكفي تصوير الشاشة أو حفظ الرقم.
kiosk-slip-printed = ورقتك هنا في الأسفل.
kiosk-slip-unknown = ورقتك في الأسفل. إن لم تخرج، يكفي حفظ الرقم.
kiosk-slip-failed = الورقة لا تخرج. يكفي تصوير الشاشة أو حفظ الرقم: الرقم صالح.
kiosk-print-slip = طباعة الورقة الآن
kiosk-address = يمكنك متابعة دورك على هاتفك بتصوير الرمز.

## Trouble

kiosk-trouble-title = تعذّر إصدار رقم
kiosk-trouble-away = النظام لا يستجيب. هذا ليس خطأك.
kiosk-trouble-not-saved = لا رقم لك بعد. هذا ليس خطأك.
kiosk-trouble-busy = هناك ازدحام الآن. الرجاء الانتظار قليلًا.
kiosk-trouble-help = يمكنك المحاولة مرة أخرى، أو نساعدك في مكتب الاستقبال.
kiosk-try-again = إعادة المحاولة

## Nobody has touched for a while

kiosk-still-there = هل ما زلت هنا؟
kiosk-still-there-seconds =
    { $seconds ->
        [zero] نعود الآن إلى البداية.
        [one] بعد ثانية واحدة نعود إلى البداية.
        [two] بعد ثانيتين نعود إلى البداية.
        [few] بعد { $seconds } ثوانٍ نعود إلى البداية.
        [many] بعد { $seconds } ثانية نعود إلى البداية.
       *[other] بعد { $seconds } ثانية نعود إلى البداية.
    }
kiosk-stay = نعم، أنا هنا
# $number (String): the number called last, such as P 041
kiosk-last-called = آخر رقم نودي عليه: { $number }
kiosk-sooner = أحتاج إلى الأولوية
kiosk-sooner-who = حمل، أطفال صغار، إعاقة، مرض، كبر السن
kiosk-add-need = أحتاج إلى شيء آخر أيضًا
kiosk-choose-also = ما الذي تحتاجه أيضًا؟

## An appointment

kiosk-appointment = عندي موعد
kiosk-appointment-title = الرجاء كتابة رمز موعدك
kiosk-erase = حذف
kiosk-check-in = أنا هنا

## Leaving the queue

kiosk-leave = إلغاء رقمي
kiosk-leave-sure = هل تريد إلغاء رقمك؟
kiosk-leave-note = لن يُنادى على رقمك بعد ذلك.
kiosk-leave-yes = نعم، ألغوا رقمي
kiosk-leave-no = لا، أنتظر دوري
kiosk-left = رقمك أُلغي.
kiosk-left-more = إذا غيّرت رأيك، يمكنك أخذ رقم جديد.

## Without a number, on paper

kiosk-print-this = طباعة هذه المعلومات
kiosk-note-failed = الورقة لا تخرج. يكفي تصوير الشاشة.

## Counting, after the number: everybody may leave everything out

kiosk-tap-invite = أسئلة قصيرة بدون اسم؟
kiosk-tap-anonymous = لا أحد يعرف من أنت. يمكنك عدم الإجابة.
kiosk-tap-skip = لا أريد الإجابة
kiosk-tap-first = هل هذه أول مرة لك هنا؟
kiosk-tap-first-yes = نعم
kiosk-tap-first-no = لا
kiosk-tap-gender = أي وصف يناسبك؟
kiosk-tap-woman = امرأة
kiosk-tap-man = رجل
kiosk-tap-other = وصف آخر
kiosk-tap-age = كم عمرك؟
# $years (String): such as 18
kiosk-tap-age-under = أقل من { $years }
# $low (String), $high (String): such as 18 and 24
kiosk-tap-age-range = من { $low } إلى { $high }
# $years (String): such as 65
kiosk-tap-age-over = { $years } أو أكثر
kiosk-tap-status = ما نوع أوراقك في إيطاليا؟
kiosk-tap-asylum = قدّمت طلب حماية (لجوء)
kiosk-tap-protected = حصلت على الحماية
kiosk-tap-permit = عندي إقامة من نوع آخر
kiosk-tap-citizen = جنسية إيطالية أو أوروبية
kiosk-tap-none = ليس عندي أوراق بعد
