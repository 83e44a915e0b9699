kiosk-back = { $x }
    .speech = { "a" }
kiosk-back = {
-term = { NUMBER($n, a: 1) }
