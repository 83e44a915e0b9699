### The waiting room's board. Read from far away: few words, short.

board-title = Apeluri
board-calls = Apeluri
board-welcome = Bine ați venit. Numerele chemate apar aici.
board-desk = ghișeul
board-next = Urmează
# $count (Number): people who wait
board-waiting =
    { $count ->
        [one] { $count } persoană în așteptare
        [few] { $count } persoane în așteptare
       *[other] { $count } de persoane în așteptare
    }
# $time (String): since when, such as 09:05
board-not-live = Neactualizat de la { $time }
