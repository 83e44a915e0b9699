### The visitor's own phone. Ticket and desk numbers come as texts with ASCII digits.

phone-your-number = رقمك
phone-desk = الشباك
phone-desks = الشبابيك
phone-where = المكان
phone-next = اقترب دورك: رقمك هو التالي.
# $count (Number): people ahead
phone-ahead =
    { $count ->
        [zero] لا أحد قبلك.
        [one] قبلك شخص واحد.
        [two] قبلك شخصان.
        [few] قبلك { $count } أشخاص.
        [many] قبلك { $count } شخصًا.
       *[other] قبلك { $count } شخص.
    }
# $low (String), $high (Number): minutes
phone-wait =
    { $high ->
        [zero] الانتظار المتوقع: من { $low } إلى { $high } دقيقة.
        [one] الانتظار المتوقع: من { $low } إلى دقيقة واحدة.
        [two] الانتظار المتوقع: من { $low } إلى دقيقتين.
        [few] الانتظار المتوقع: من { $low } إلى { $high } دقائق.
        [many] الانتظار المتوقع: من { $low } إلى { $high } دقيقة.
       *[other] الانتظار المتوقع: من { $low } إلى { $high } دقيقة.
    }
# $high (Number): minutes
phone-wait-short =
    { $high ->
        [zero] لا انتظار متوقع.
        [one] الانتظار المتوقع: دقيقة واحدة على الأكثر.
        [two] الانتظار المتوقع: دقيقتان على الأكثر.
        [few] الانتظار المتوقع: { $high } دقائق على الأكثر.
        [many] الانتظار المتوقع: { $high } دقيقة على الأكثر.
       *[other] الانتظار المتوقع: { $high } دقيقة على الأكثر.
    }
phone-wait-unknown = الشباك مغلق الآن. الرجاء البقاء قريبًا من هنا.
# $numbers (String): one to three numbers, such as P 041, P 040
phone-last-called = آخر الأرقام التي حان دورها: { $numbers }
# $desk (String): desk number
phone-called = حان دورك الآن عند الشباك { $desk }.
phone-called-more = نحن في انتظارك الآن.
# $desk (String): desk number
phone-serving = أنت عند الشباك { $desk }.
phone-no-show = ناديناك ولم نرك.
phone-no-show-more = عند أي شباك مفتوح يمكنهم إعادتك إلى الدور بالرقم نفسه.
phone-parked = رقمك محفوظ لك
phone-parked-more = عندما يصبح لديك ما هو ناقص، يمكنك العودة إلى الشباك وإظهار الرقم.
phone-served = انتهينا. شكرًا لزيارتك.
phone-served-more = هل يلزمك شيء آخر؟ يمكنك أخذ رقم جديد.
phone-withdrawn = رقمك لم يعد في الدور.
phone-withdrawn-more = إذا غيّرت رأيك، يمكنك أخذ رقم جديد.
# On a button; the next one when it was tapped.
phone-ring = المس هنا: سيرن الهاتف عندما يحين دورك
phone-ring-on = سيرن الهاتف: الرجاء إبقاء هذه الصفحة مفتوحة
phone-ring-again = الهاتف لا يرن الآن: المس هنا وسيرن من جديد
# For a number that is not on the board: the staff fetch the person.
phone-quiet-called = حان دورك: سنأتي إليك، يمكنك البقاء في مكانك.
phone-quiet-serving = نحن معك الآن.
phone-taken-back = نودي رقمك خطأً. الرجاء البقاء قريبًا: سنناديك من جديد.
# The services of this number are offered no more.
phone-no-place = لا ينادي أي شباك هذا الرقم من تلقاء نفسه.
phone-no-place-more = عند أي شباك مفتوح يمكنك إظهار الرقم وسيساعدونك.
phone-leave = مغادرة الدور
phone-leave-sure = مغادرة الدور؟
phone-leave-note = لن يُنادى رقمك بعد ذلك.
phone-leave-yes = نعم، أغادر الدور
phone-leave-no = لا، أبقى في الدور
phone-language = اللغة
phone-not-live = لا يوجد اتصال: قد تكون هذه الصفحة قديمة. الأرقام الحالية على لوحة القاعة.
phone-quiet-not-live = لا يوجد اتصال: قد تكون هذه الصفحة قديمة. سنأتي إليك على أي حال.
phone-gone-title = هذا الرقم غير موجود اليوم
phone-gone = كل رقم صالح ليومه فقط. للمساعدة يمكنك أخذ رقم جديد أو السؤال عند أي شباك مفتوح.
