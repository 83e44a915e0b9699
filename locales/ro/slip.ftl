### The slip: what stands on the paper. Short lines: the paper is 80 mm wide, or 58 mm.

# Where to go, large and white on black.
# $count (Number): how many desks; it chooses the plural.
# $desks (String): their numbers, such as "3" or "3, 4".
slip-desks =
    { $count ->
        [one] Ghișeul { $desks }
        [few] Ghișeele { $desks }
       *[other] Ghișeele { $desks }
    }

# Two things in one line, for the staff.
# $first (String): what slip-desks or slip-ahead gives.
# $second (String): the room in the site's own words, or day and time.
slip-line = { $first } · { $second }

# How many visitors wait before this one.
# $count (Number): how many.
slip-ahead =
    { $count ->
        [0] Nimeni înainte
        [one] { $count } persoană înainte
        [few] { $count } persoane înainte
       *[other] { $count } de persoane înainte
    }

# Heading over the list of papers to bring.
# $moment (String): when the number was taken, such as "martedì 24 novembre, 09:05"
slip-taken = Luat: { $moment }
slip-copy = Copie

slip-bring = Aduceți, dacă puteți:

# Beside the QR code.
slip-follow = Urmăriți rândul pe telefon.
# For those who are fetched quietly.
slip-quiet = Numărul dumneavoastră nu apare pe panou: venim noi să vă chemăm.

# On a note without a number, where nobody can be reached now.
# $moment (String): such as "martedì 24 novembre, 09:00"
slip-come-back = Reveniți { $moment }
slip-no-number = Acest bon nu este un număr de ordine.
