### The waiting room's board. Read from far away: few words, short.

board-title = Lambarrada loo yeeray
board-calls = Lambarrada loo yeeray
board-welcome = Soo dhowaada. Lambarrada loo yeero halkan ka eega.
board-desk = miiska
board-new = Hadda
board-arrived = Miiska
board-missed = Ma iman
board-done = Dhammaaday
board-no-sound = Cod ma jiro: shaashadda taabo hal mar
board-next = Kuwa xiga
# $count (Number): people who wait
board-waiting =
    { $count ->
        [one] { $count } qof ayaa sugaya
       *[other] { $count } qof ayaa sugaya
    }
# $time (String): since when, such as 09:05
board-not-live = Lama cusboonaysiin tan iyo { $time }
