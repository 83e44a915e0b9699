### The slip: what stands on the paper. Short lines: the paper is 80 mm wide, or 58 mm.

# Where to go, large and white on black.
# $count (Number): how many desks; it chooses the plural.
# $desks (String): their numbers, such as "3" or "3, 4".
slip-desks =
    { $count ->
        [one] Sportello { $desks }
       *[other] Sportelli { $desks }
    }

# Two things in one line, for the staff.
# $first (String): what slip-desks or slip-ahead gives.
# $second (String): the room in the site's own words, or day and time.
slip-line = { $first } · { $second }

# How many visitors wait before this one.
# $count (Number): how many.
slip-ahead =
    { $count ->
        [0] Nessuno prima di te
        [one] { $count } persona prima di te
       *[other] { $count } persone prima di te
    }

# Heading over the list of papers to bring.
# $moment (String): when the number was taken, such as "martedì 24 novembre, 09:05"
# room: 28
slip-taken = Preso: { $moment }
# At the top of a slip that staff have printed once more
slip-copy = Copia

# room: 28
slip-bring = Porta, se puoi:

# Beside the QR code.
slip-follow = Segui la coda dal telefono.
# For those who are fetched quietly.
slip-quiet = Il tuo numero non va sul tabellone: veniamo noi a chiamarti.

# On a note without a number, where nobody can be reached now.
# $moment (String): such as "martedì 24 novembre, 09:00"
slip-come-back = Torna { $moment }
slip-no-number = Questo foglietto non è un numero.
