### The slip: what stands on the paper. Short lines: the paper is 80 mm wide, or 58 mm.

# Where to go, large and white on black.
# $count (Number): how many desks; it chooses the plural.
# $desks (String): their numbers, such as "3" or "3, 4".
slip-desks =
    { $count ->
        [one] Miiska { $desks }
       *[other] Miisaska { $desks }
    }

# Two things in one line, for the staff.
# $first (String): what slip-desks or slip-ahead gives.
# $second (String): the room in the site's own words, or day and time.
slip-line = { $first } · { $second }

# How many visitors wait before this one.
# $count (Number): how many.
slip-ahead =
    { $count ->
        [0] Cidna kaama horrayso
        [one] { $count } qof ayaa kaa horreeya
       *[other] { $count } qof ayaa kaa horreeya
    }

# Heading over the list of papers to bring.
# $moment (String): when the number was taken, such as "martedì 24 novembre, 09:05"
slip-taken = La qaatay: { $moment }
slip-copy = Koobi

slip-bring = Keen, haddii aad karto:

# Beside the QR code.
slip-follow = Safka telefoonka kala soco.
# For those who are fetched quietly.
slip-quiet = Lambarkaagu kama muuqdo shaashadda weyn: annaga ayaa kuu imanayna.

# On a note without a number, where nobody can be reached now.
# $moment (String): such as "martedì 24 novembre, 09:00"
slip-come-back = Soo noqo: { $moment }
slip-no-number = Warqaddani ma aha lambarka safka.
