### The slip: what stands on the paper. Short lines: the paper is 80 mm wide, or 58 mm.

# Where to go, large and white on black.
# $count (Number): how many desks; it chooses the plural.
# $desks (String): their numbers, such as "3" or "3, 4".
slip-desks =
    { $count ->
        [one] Desk { $desks }
       *[other] Desks { $desks }
    }

# Two things in one line, for the staff.
# $first (String): what slip-desks or slip-ahead gives.
# $second (String): the room in the site's own words, or day and time.
slip-line = { $first } · { $second }

# How many visitors wait before this one.
# $count (Number): how many.
slip-ahead =
    { $count ->
        [0] Nobody before you
        [one] { $count } person before you
       *[other] { $count } people before you
    }

# Heading over the list of papers to bring.
# $moment (String): when the number was taken, such as "martedì 24 novembre, 09:05"
slip-taken = Taken: { $moment }
slip-copy = Copy

slip-bring = Bring if you can:

# Beside the QR code.
slip-follow = Follow the queue on your phone.
# For those who are fetched quietly.
slip-quiet = Your number is not shown on the board: we will come and tell you.

# On a note without a number, where nobody can be reached now.
# $moment (String): such as "martedì 24 novembre, 09:00"
slip-come-back = Opens again { $moment }
slip-no-number = This paper is not a number.
