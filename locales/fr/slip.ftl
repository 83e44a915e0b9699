### The slip: what stands on the paper. Short lines: the paper is 80 mm wide, or 58 mm.

# Where to go, large and white on black.
# $count (Number): how many desks; it chooses the plural.
# $desks (String): their numbers, such as "3" or "3, 4".
slip-desks =
    { $count ->
        [one] Guichet { $desks }
       *[other] Guichets { $desks }
    }

# Two things in one line, for the staff.
# $first (String): what slip-desks or slip-ahead gives.
# $second (String): the room in the site's own words, or day and time.
slip-line = { $first } · { $second }

# How many visitors wait before this one.
# $count (Number): how many.
slip-ahead =
    { $count ->
        [0] Personne avant vous
        [one] { $count } personne avant vous
       *[other] { $count } personnes avant vous
    }

# Heading over the list of papers to bring.
# $moment (String): when the number was taken, such as "martedì 24 novembre, 09:05"
slip-taken = Pris : { $moment }
slip-copy = Copie

slip-bring = Apportez si possible :

# Beside the QR code.
slip-follow = Suivez la file sur votre téléphone.
# For those who are fetched quietly.
slip-quiet = Votre numéro n’est pas au tableau : nous viendrons vous appeler.

# On a note without a number, where nobody can be reached now.
# $moment (String): such as "martedì 24 novembre, 09:00"
slip-come-back = Revenez { $moment }
slip-no-number = Ce papier n’est pas un numéro.
