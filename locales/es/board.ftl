### The waiting room's board. Read from far away: few words, short.

board-title = Números llamados
board-calls = Números llamados
board-welcome = Bienvenidos. Los números llamados aparecen aquí.
board-desk = ventanilla
board-new = Ahora
board-arrived = En la ventanilla
board-missed = No se presentó
board-done = Terminado
board-no-sound = Sin sonido: toque la pantalla una vez
board-next = Siguientes
# $count (Number): people who wait
board-waiting =
    { $count ->
        [one] { $count } persona en espera
       *[other] { $count } personas en espera
    }
# $time (String): since when, such as 09:05
board-not-live = Sin actualizar desde las { $time }
