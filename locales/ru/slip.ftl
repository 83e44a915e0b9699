### The slip: what stands on the paper. Short lines: the paper is 80 mm wide, or 58 mm.

# Where to go, large and white on black.
# $count (Number): how many desks; it chooses the plural.
# $desks (String): their numbers, such as "3" or "3, 4".
slip-desks =
    { $count ->
        [one] Окно { $desks }
        [few] Окна { $desks }
        [many] Окна { $desks }
       *[other] Окна { $desks }
    }
# Two things in one line, for the staff.
# $first (String): what slip-desks or slip-ahead gives.
# $second (String): the room in the site's own words, or day and time.
slip-line = { $first } · { $second }
# How many visitors wait before this one.
# $count (Number): how many.
slip-ahead =
    { $count ->
        [0] Перед вами никого
        [one] Перед вами { $count } человек
        [few] Перед вами { $count } человека
        [many] Перед вами { $count } человек
       *[other] Перед вами { $count } человека
    }
# Heading over the list of papers to bring.
# $moment (String): when the number was taken, such as "martedì 24 novembre, 09:05"
slip-taken = Выдан: { $moment }
slip-copy = Копия
slip-bring = Принесите, если есть:
# Beside the QR code.
slip-follow = Следите за очередью в телефоне.
# For those who are fetched quietly.
slip-quiet = Вашего номера не будет на табло: мы сами подойдём и позовём вас.

# On a note without a number, where nobody can be reached now.
# $moment (String): such as "martedì 24 novembre, 09:00"
slip-come-back = Приходите: { $moment }
slip-no-number = Это не номер в очереди.
