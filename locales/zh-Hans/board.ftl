### The waiting room's board. Read from far away: few words, short.

board-title = 叫号
board-calls = 叫号
board-welcome = 欢迎。叫到的号码会显示在这里。
board-desk = 窗口
board-new = 现在
board-arrived = 已到窗口
board-missed = 未到
board-done = 已办完
board-no-sound = 没有声音：请轻触屏幕一次
board-next = 接下来
# $count (Number): people who wait
board-waiting =
    { $count ->
       *[other] { $count }人在等
    }
# $time (String): since when, such as 09:05
board-not-live = { $time }以后没有更新
