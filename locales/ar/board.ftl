### The waiting room's board. Read from far away: few words, short.

board-title = أرقام حان دورها
board-calls = أرقام حان دورها
board-welcome = أهلًا بكم. الأرقام التي حان دورها تظهر هنا.
board-desk = شباك
board-new = الآن
board-arrived = عند الشباك
board-missed = لم يحضر
board-done = انتهى
board-no-sound = لا صوت: المس الشاشة مرة واحدة
board-next = التالي
# $count (Number): people who wait
board-waiting =
    { $count ->
        [zero] لا أحد ينتظر
        [one] شخص واحد ينتظر
        [two] شخصان ينتظران
        [few] { $count } أشخاص ينتظرون
        [many] { $count } شخصًا ينتظرون
       *[other] { $count } شخص ينتظرون
    }
# $time (String): since when, such as 09:05
board-not-live = غير محدّث منذ { $time }
