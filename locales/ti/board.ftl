### The waiting room's board. Read from far away: few words, short.

board-title = ዝተጸውዑ
board-calls = ዝተጸውዑ
board-welcome = እንቋዕ ብደሓን መጻእኩም። ዝተጸውዑ ቁጽርታት ኣብዚ ይርኣዩ።
board-desk = መስኮት
board-new = ሕጂ
board-arrived = ኣብ መስኮት
board-missed = ኣይመጹን
board-done = ተወዲኡ
board-no-sound = ድምጺ የለን፦ ነቲ ስክሪን ሓንሳብ ንኽእዎ
board-next = ዝቕጽሉ
# $count (Number): people who wait
board-waiting =
    { $count ->
        [one] { $count } ሰብ ይጽበ ኣሎ
       *[other] { $count } ሰባት ይጽበዩ ኣለዉ
    }
# $time (String): since when, such as 09:05
board-not-live = ካብ ሰዓት { $time } ኣይተሓደሰን
