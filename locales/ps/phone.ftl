### The visitor's own phone. Ticket and desk numbers come as texts with ASCII digits.

phone-your-number = ستاسو نمبر
phone-desk = کړکۍ
phone-desks = کړکۍ
phone-where = چېرته ورشئ
phone-next = ستاسو وار نږدې دی: تاسو ورپسې یاست.
# $count (Number): people ahead
phone-ahead =
    { $count ->
        [one] له تاسو مخکې { $count } تن دی.
       *[other] له تاسو مخکې { $count } تنه دي.
    }
# $low (String), $high (Number): minutes
phone-wait =
    { $high ->
        [one] انتظار: { $low } تر { $high } دقیقې.
       *[other] انتظار: { $low } تر { $high } دقیقو.
    }
# $high (Number): minutes
phone-wait-short =
    { $high ->
        [one] انتظار: ډېر { $high } دقیقه.
       *[other] انتظار: ډېر { $high } دقیقې.
    }
phone-wait-unknown = کړکۍ اوس پرانیستې نه ده. نږدې پاتې شئ.
# $numbers (String): one to three numbers, such as P 041, P 040
phone-last-called = وروستي غوښتل شوي نمبرونه: { $numbers }
# $desk (String): desk number
phone-called = ستاسو وار دی. { $desk } کړکۍ ته ورشئ.
phone-called-more = اوس ستاسو په تمه دي.
# $desk (String): desk number
phone-serving = تاسو په { $desk } کړکۍ کې یاست.
phone-no-show = تاسو مو وغوښتئ، خو ومو نه لیدئ.
phone-no-show-more = هرکلي مېز ته ورشئ: په همدې نمبر مو بیا کتار کې درولای شي.
phone-served = خلاص شول. د راتګ مننه.
phone-served-more = بل څه ته اړتیا لرئ؟ نوی نمبر واخلئ.
phone-withdrawn = تاسو نور په کتار کې نه یاست.
phone-withdrawn-more = که فکر مو بدل شو، نوی نمبر واخلئ.
phone-leave = له کتاره وتل
phone-leave-sure = غواړئ له کتاره ووځئ؟
phone-leave-note = ستاسو نمبر به نور ونه غوښتل شي.
phone-leave-yes = هو، له کتاره وځم
phone-leave-no = نه، په کتار کې پاتېږم
phone-language = ژبه
phone-not-live = اړیکه نشته: پاڼه ښايي نوې نه وي. د تالار تخته وګورئ.
phone-gone-title = دا نمبر نن نشته
phone-gone = هر نمبر یوازې د خپلې ورځې دی. که مرسته غواړئ، نوی نمبر واخلئ یا له هرکلي مېز وپوښتئ.
