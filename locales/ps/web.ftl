### What pages and calls answer when something is wrong with the request itself.

web-bad-input = غوښتنه ونه لوستل شوه. معلومات وګورئ او بیا هڅه وکړئ.
web-not-signed-in = لومړی باید په نوم او PIN ننوځئ.
web-wrong-pin = نوم یا PIN سم نه دی. بیا هڅه وکړئ.
# $seconds (Number): how long to wait
web-too-many =
    { $seconds ->
        [one] ډېرې هڅې وشوې. په { $seconds } ثانیه کې بیا هڅه وکړئ.
       *[other] ډېرې هڅې وشوې. په { $seconds } ثانیو کې بیا هڅه وکړئ.
    }
web-forbidden = دا غوښتنه له دې ځایه اجازه نه لري.
web-not-found-title = پاڼه ونه موندل شوه
web-not-found = دا پته نشته. وګورئ څنګه لیکل شوې.
web-wrong-method = دا پته داسې نه کارېږي. شاته لاړ شئ او بیا هڅه وکړئ.
web-trouble-title = ونه شول
web-broken = زموږ له خوا ستونزه وشوه. لږ وروسته هڅه وکړئ یا له هرکلي مېز وپوښتئ.
