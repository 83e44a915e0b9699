### The waiting room's board. Read from far away: few words, short.

board-title = Numere chemate
board-calls = Numere chemate
board-welcome = Bine ați venit. Numerele chemate apar aici.
board-desk = ghișeul
board-new = Acum
board-arrived = La ghișeu
board-missed = Nu a venit
board-done = Terminat
board-no-sound = Fără sunet: atingeți ecranul o dată
board-next = Urmează
# $count (Number): people who wait
board-waiting =
    { $count ->
        [one] { $count } persoană așteaptă
        [few] { $count } persoane așteaptă
       *[other] { $count } de persoane așteaptă
    }
# $time (String): since when, such as 09:05
board-not-live = Fără date noi de la ora { $time }
