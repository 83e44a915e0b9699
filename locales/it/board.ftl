### The waiting room's board. Read from far away: few words, short.

# room: 24
board-title = Chiamate
# room: 24
board-calls = Chiamate
board-welcome = Benvenuti. I numeri chiamati appaiono qui.
board-desk = sportello
board-next = Prossimi
# $count (Number): people who wait
board-waiting =
    { $count ->
        [one] { $count } persona in attesa
       *[other] { $count } persone in attesa
    }
# $time (String): since when, such as 09:05
board-not-live = Non aggiornato dalle { $time }
