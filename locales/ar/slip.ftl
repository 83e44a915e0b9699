### The slip: what stands on the paper. Short lines: the paper is 80 mm wide, or 58 mm.

# Where to go, large and white on black.
# $count (Number): how many desks; it chooses the plural.
# $desks (String): their numbers, such as "3" or "3, 4".
slip-desks =
    { $count ->
        [zero] الشباك { $desks }
        [one] الشباك { $desks }
        [two] الشباكان { $desks }
        [few] الشبابيك { $desks }
        [many] الشبابيك { $desks }
       *[other] الشبابيك { $desks }
    }

# Two things in one line, for the staff.
# $first (String): what slip-desks or slip-ahead gives.
# $second (String): the room in the site's own words, or day and time.
slip-line = { $first } · { $second }

# How many visitors wait before this one.
# $count (Number): how many.
slip-ahead =
    { $count ->
        [zero] لا أحد قبلك
        [one] شخص واحد قبلك
        [two] شخصان قبلك
        [few] { $count } أشخاص قبلك
        [many] { $count } شخصًا قبلك
       *[other] { $count } شخص قبلك
    }

# Heading over the list of papers to bring.
# $moment (String): when the number was taken, such as "martedì 24 novembre, 09:05"
slip-taken = أُخذ: { $moment }
slip-copy = نسخة

slip-bring = الرجاء إحضار، إن أمكن:

# Beside the QR code.
slip-follow = يمكنك متابعة دورك على هاتفك.
# For those who are fetched quietly.
slip-quiet = رقمك لا يظهر على اللوحة: سنأتي إليك عندما يحين دورك.

# On a note without a number, where nobody can be reached now.
# $moment (String): such as "martedì 24 novembre, 09:00"
slip-come-back = العودة يوم { $moment }
slip-no-number = هذه الورقة ليست رقم دور.
