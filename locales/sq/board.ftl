### The waiting room's board. Read from far away: few words, short.

board-title = Thirrjet
board-calls = Thirrjet
board-welcome = Mirë se vini. Numrat e thirrur dalin këtu.
board-desk = sporteli
board-next = Të ardhshmit
# $count (Number): people who wait
board-waiting =
    { $count ->
        [one] { $count } person në pritje
       *[other] { $count } persona në pritje
    }
# $time (String): since when, such as 09:05
board-not-live = Pa përditësim që nga { $time }
