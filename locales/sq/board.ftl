### The waiting room's board. Read from far away: few words, short.

board-title = Numrat e thirrur
board-calls = Numrat e thirrur
board-welcome = Mirë se vini. Numrat e thirrur dalin këtu.
board-desk = sporteli
board-new = Tani
board-arrived = Te sporteli
board-missed = Nuk erdhi
board-done = Mbaroi
board-no-sound = Pa zë: prekni ekranin një herë
board-next = Numrat vijues
# $count (Number): people who wait
board-waiting =
    { $count ->
        [one] { $count } person në pritje
       *[other] { $count } persona në pritje
    }
# $time (String): since when, such as 09:05
board-not-live = Pa përditësim që nga ora { $time }
