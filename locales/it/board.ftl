### The waiting room's board. Read from far away: few words, short.

# room: 24
board-title = Chiamate
# room: 24
board-calls = Chiamate
board-welcome = Benvenuti. I numeri chiamati appaiono qui.
board-desk = sportello
# Beside a call of the last 20 seconds.
# room: 12
board-new = Adesso
# Beside a called number: the person has reached the desk.
# room: 18
board-arrived = Allo sportello
# Beside a called number: the person did not come when called.
# room: 22
board-missed = Assente
# Beside a called number: the person has left the desk.
# room: 14
board-done = Finito
# On the sign that the page may play no sound before it was touched.
# room: 48
board-no-sound = Senza suono: tocca una volta lo schermo
board-next = Prossimi
# $count (Number): people who wait
board-waiting =
    { $count ->
        [one] { $count } persona in attesa
       *[other] { $count } persone in attesa
    }
# $time (String): since when, such as 09:05
board-not-live = Non aggiornato dalle { $time }
