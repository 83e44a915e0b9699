### The waiting room's board. Read from far away: few words, short.

board-title = Appels
board-calls = Appels
board-welcome = Bienvenue. Les numéros appelés s’affichent ici.
board-desk = guichet
board-new = Maintenant
board-arrived = Au guichet
board-missed = Absent
board-done = Terminé
board-no-sound = Pas de son : touchez l’écran une fois
board-next = Prochains
# $count (Number): people who wait
board-waiting =
    { $count ->
        [one] { $count } personne en attente
       *[other] { $count } personnes en attente
    }
# $time (String): since when, such as 09:05
board-not-live = Pas à jour depuis { $time }
