### The waiting room's board. Read from far away: few words, short.

board-title = Numere chemate
board-calls = Numere chemate
board-welcome = Bine ați venit. Numerele chemate apar aici.
board-desk = ghișeul
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
