### The visitor's own phone. Ticket and desk numbers come as texts with ASCII digits.

phone-your-number = ستاسو نمبر
phone-desk = کړکۍ
phone-desks = کړکۍ
phone-where = چېرته ورشئ
phone-next = ستاسو وار نږدې دی: ورپسې تاسو یاست.
# $count (Number): people ahead
phone-ahead =
    { $count ->
        [one] له تاسو مخکې { $count } تن دی.
       *[other] له تاسو مخکې { $count } تنه دي.
    }
# $low (String), $high (Number): minutes
phone-wait =
    { $high ->
        [one] انتظار: له { $low } تر { $high } دقیقې.
       *[other] انتظار: له { $low } تر { $high } دقیقو.
    }
# $high (Number): minutes
phone-wait-short =
    { $high ->
        [one] انتظار: تر { $high } دقیقې پورې.
       *[other] انتظار: تر { $high } دقیقو پورې.
    }
phone-wait-unknown = کړکۍ اوس پرانیستې نه ده. همدلته نږدې پاتې شئ.
# $numbers (String): one to three numbers, such as P 041, P 040
phone-last-called = وروستي بلل شوي نمبرونه: { $numbers }
# $desk (String): desk number
phone-called = ستاسو وار دی. کړکۍ { $desk } ته ورشئ.
phone-called-more = اوس ستاسو په تمه دي.
# $desk (String): desk number
phone-serving = تاسو په کړکۍ { $desk } کې یاست.
phone-no-show = تاسو ته مو غږ وکړ، خو ومو نه لیدئ.
phone-no-show-more = یوې پرانیستې کړکۍ ته ورشئ: په همدې نمبر مو بیا په کتار کې درولای شي.
phone-parked = ستاسو نمبر ساتل شوی دی
phone-parked-more = کله چې هغه څه درسره وي چې کم دي، بیا کړکۍ ته راشئ او نمبر وښیئ.
phone-served = کار خلاص شو. له راتګه مو مننه.
phone-served-more = بل څه ته اړتیا لرئ؟ نوی نمبر واخلئ.
phone-withdrawn = تاسو نور په کتار کې نه یاست.
phone-withdrawn-more = که فکر مو بدل شو، نوی نمبر واخلئ.
# On a button; the next one when it was tapped.
phone-ring = دلته ټک وکړئ: چې ستاسو وار شي، ټلیفون زنګ وهي
phone-ring-on = ټلیفون به زنګ ووهي: دا پاڼه پرانیستې پرېږدئ
phone-ring-again = اوس ټلیفون زنګ نه وهي: دلته ټک وکړئ، بیا به زنګ ووهي
# For a number that is not on the board: the staff fetch the person.
phone-quiet-called = ستاسو وار دی: موږ درځو، پر خپل ځای پاتې شئ.
phone-quiet-serving = اوس موږ له تاسو سره یو.
phone-taken-back = په تېروتنه مو درته غږ شوی و. همدلته نږدې پاتې شئ: بیا به درته غږ وکړو.
# The services of this number are offered no more.
phone-no-place = هېڅ کړکۍ پخپله دې نمبر ته غږ نه کوي.
phone-no-place-more = هرې پرانیستې کړکۍ ته ورشئ او نمبر وښیئ: مرسته به درسره وکړي.
phone-leave = له کتاره وتل
phone-leave-sure = غواړئ له کتاره ووځئ؟
phone-leave-note = ستاسو نمبر به نور ونه بلل شي.
phone-leave-yes = هو، له کتاره وځم
phone-leave-no = نه، په کتار کې پاتېږم
phone-language = ژبه
phone-not-live = اړیکه نشته: پاڼه ښايي نوې نه وي. د تالار لوحه وګورئ.
phone-quiet-not-live = اړیکه نشته: پاڼه ښايي نوې نه وي. موږ بیا هم درځو.
phone-gone-title = دا نمبر نن نشته
phone-gone = هر نمبر یوازې د خپلې ورځې لپاره دی. که مرسته غواړئ، نوی نمبر واخلئ یا له یوې پرانیستې کړکۍ وپوښتئ.
