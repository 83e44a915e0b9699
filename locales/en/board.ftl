### The waiting room's board. Read from far away: few words, short.

board-title = Calls
board-calls = Calls
board-welcome = Welcome. Called numbers appear here.
board-desk = desk
board-new = Now
board-arrived = At the desk
board-missed = Did not come
board-done = Done
board-no-sound = No sound: touch the screen once
board-next = Next
# $count (Number): people who wait
board-waiting =
    { $count ->
        [one] { $count } person waiting
       *[other] { $count } people waiting
    }
# $time (String): since when, such as 09:05
board-not-live = Not up to date since { $time }
