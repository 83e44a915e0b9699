### The slip: what stands on the paper. Short lines: the paper is 80 mm wide, or 58 mm.

# Where to go, large and white on black.
# $count (Number): how many desks; it chooses the plural.
# $desks (String): their numbers, such as "3" or "3, 4".
slip-desks =
    { $count ->
        [one] Ventanilla { $desks }
       *[other] Ventanillas { $desks }
    }

# Two things in one line, for the staff.
# $first (String): what slip-desks or slip-ahead gives.
# $second (String): the room in the site's own words, or day and time.
slip-line = { $first } · { $second }

# How many visitors wait before this one.
# $count (Number): how many.
slip-ahead =
    { $count ->
        [0] Nadie antes que usted
        [one] { $count } persona antes que usted
       *[other] { $count } personas antes que usted
    }

# Heading over the list of papers to bring.
# $moment (String): when the number was taken, such as "martedì 24 novembre, 09:05"
slip-taken = Sacado: { $moment }
slip-copy = Copia

slip-bring = Traiga, si puede:

# Beside the QR code.
slip-follow = Siga la fila en el teléfono.
# For those who are fetched quietly.
slip-quiet = Su número no sale en la pantalla de la sala: nos acercaremos a avisarle.

# On a note without a number, where nobody can be reached now.
# $moment (String): such as "martedì 24 novembre, 09:00"
slip-come-back = Vuelva el { $moment }
slip-no-number = Este papel no es un número de turno.
