### The waiting room's board. Read from far away: few words, short.

board-title = نمره‌های صدا شده
board-calls = نمره‌های صدا شده
board-welcome = خوش آمدید. نمره‌های صدا شده اینجا نشان داده می‌شود.
board-desk = غرفه
board-new = حالا
board-arrived = در غرفه
board-missed = نیامد
board-done = تمام شد
board-no-sound = بی‌صدا: یک بار صفحه را لمس کنید
board-next = بعدی‌ها
# $count (Number): people who wait
board-waiting =
    { $count ->
        [one] { $count } نفر منتظر
       *[other] { $count } نفر منتظر
    }
# $time (String): since when, such as 09:05
board-not-live = از ساعت { $time } تازه نشده
