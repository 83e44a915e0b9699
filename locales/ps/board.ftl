### The waiting room's board. Read from far away: few words, short.

board-title = بلل شوي نمبرونه
board-calls = بلل شوي نمبرونه
board-welcome = ښه راغلاست. بلل شوي نمبرونه دلته ښکاري.
board-desk = کړکۍ
board-new = اوس
board-arrived = په کړکۍ کې
board-missed = رانغی
board-done = خلاص شو
board-no-sound = غږ نشته: یو ځل پرده ولمسئ
board-next = راتلونکي
# $count (Number): people who wait
board-waiting =
    { $count ->
        [one] { $count } تن انتظار کوي
       *[other] { $count } تنه انتظار کوي
    }
# $time (String): since when, such as 09:05
board-not-live = له { $time } راهیسې نوی شوی نه دی
