### The slip: what stands on the paper. Short lines: the paper is 80 mm wide, or 58 mm.

# Where to go, large and white on black.
# $count (Number): how many desks; it chooses the plural.
# $desks (String): their numbers, such as "3" or "3, 4".
slip-desks =
    { $count ->
        [one] Sporteli { $desks }
       *[other] Sportelet { $desks }
    }

# Two things in one line, for the staff.
# $first (String): what slip-desks or slip-ahead gives.
# $second (String): the room in the site's own words, or day and time.
slip-line = { $first } · { $second }

# How many visitors wait before this one.
# $count (Number): how many.
slip-ahead =
    { $count ->
        [0] Askush para jush
        [one] { $count } person para jush
       *[other] { $count } persona para jush
    }

# Heading over the list of papers to bring.
# $moment (String): when the number was taken, such as "martedì 24 novembre, 09:05"
slip-taken = Marrë: { $moment }
slip-copy = Kopje

slip-bring = Sillni, nëse mundeni:

# Beside the QR code.
slip-follow = Ndiqni radhën në telefon.
# For those who are fetched quietly.
slip-quiet = Numri juaj nuk del në tabelë: do të vijmë ne t’ju thërrasim.

# On a note without a number, where nobody can be reached now.
# $moment (String): such as "martedì 24 novembre, 09:00"
slip-come-back = Ejani sërish: { $moment }
slip-no-number = Kjo fletëz nuk është numër radhe.
