### The waiting room's board. Read from far away: few words, short.

board-title = Wicitaanno
board-calls = Wicitaanno
board-welcome = Soo dhowow. Lambarrada la yeero halkan bay ka muuqdaan.
board-desk = miiska
board-next = Xiga
# $count (Number): people who wait
board-waiting =
    { $count ->
        [one] { $count } qof ayaa sugaya
       *[other] { $count } qof ayaa sugaya
    }
# $time (String): since when, such as 09:05
board-not-live = Lama cusboonaysiin tan iyo { $time }
