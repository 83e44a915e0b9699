### The slip: what stands on the paper. Short lines: the paper is 80 mm wide, or 58 mm.

# Where to go, large and white on black.
# $count (Number): how many desks; it chooses the plural.
# $desks (String): their numbers, such as "3" or "3, 4".
slip-desks =
    { $count ->
        [1] Віконце { $desks }
        [one] Віконця { $desks }
        [few] Віконця { $desks }
        [many] Віконця { $desks }
       *[other] Віконця { $desks }
    }

# Two things in one line, for the staff.
# $first (String): what slip-desks or slip-ahead gives.
# $second (String): the room in the site's own words, or day and time.
slip-line = { $first } · { $second }

# How many visitors wait before this one.
# $count (Number): how many.
slip-ahead =
    { $count ->
        [0] Перед вами нікого немає
        [one] Перед вами { $count } людина
        [few] Перед вами { $count } людини
        [many] Перед вами { $count } людей
       *[other] Перед вами { $count } людини
    }

# Heading over the list of papers to bring.
# $moment (String): when the number was taken, such as "martedì 24 novembre, 09:05"
slip-taken = Видано: { $moment }
slip-copy = Копія

slip-bring = Принесіть, якщо маєте:

# Beside the QR code.
slip-follow = Стежте за чергою з телефона.
# For those who are fetched quietly.
slip-quiet = Вашого номера не буде на табло: ми самі підійдемо й покличемо вас.

# On a note without a number, where nobody can be reached now.
# $moment (String): such as "martedì 24 novembre, 09:00"
slip-come-back = Приходьте: { $moment }
slip-no-number = Це не номер у черзі.
