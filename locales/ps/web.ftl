### What pages and calls answer when something is wrong with the request itself.

web-bad-input = غوښتنه ونه لوستل شوه. معلومات وګورئ او بیا هڅه وکړئ.
web-not-signed-in = لومړی باید په نوم او PIN ننوځئ.
web-wrong-pin = نوم یا PIN سم نه دی. بیا هڅه وکړئ.
# $seconds (Number): how long to wait
web-too-many =
    { $seconds ->
        [one] ډېرې هڅې وشوې. له { $seconds } ثانیې وروسته بیا هڅه وکړئ.
       *[other] ډېرې هڅې وشوې. له { $seconds } ثانیو وروسته بیا هڅه وکړئ.
    }
web-forbidden = دا غوښتنه له دې ځایه اجازه نه لري.
web-https-only = دا پته یوازې د https سره کار کوي. د پتې مخکې https:// ولیکئ.
web-not-found-title = پاڼه ونه موندل شوه
web-not-found = دا پته نشته. وګورئ څنګه لیکل شوې.
web-wrong-method = دا پته داسې نه کارېږي. شاته لاړ شئ او بیا هڅه وکړئ.
web-trouble-title = کار ونه شو
web-broken = ستونزه زموږ له خوا ده. لږ وروسته بیا هڅه وکړئ یا له یوې پرانیستې کړکۍ وپوښتئ.
