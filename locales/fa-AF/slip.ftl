### The slip: what stands on the paper. Short lines: the paper is 80 mm wide, or 58 mm.

# Where to go, large and white on black.
# $count (Number): how many desks; it chooses the plural.
# $desks (String): their numbers, such as "3" or "3, 4".
slip-desks =
    { $count ->
        [one] غرفه { $desks }
       *[other] غرفه‌های { $desks }
    }

# Two things in one line, for the staff.
# $first (String): what slip-desks or slip-ahead gives.
# $second (String): the room in the site's own words, or day and time.
slip-line = { $first } · { $second }

# How many visitors wait before this one.
# $count (Number): how many.
slip-ahead =
    { $count ->
        [0] هیچ‌کس پیش از شما نیست
        [one] { $count } نفر پیش از شما
       *[other] { $count } نفر پیش از شما
    }

# Heading over the list of papers to bring.
# $moment (String): when the number was taken, such as "martedì 24 novembre, 09:05"
slip-taken = گرفته شد: { $moment }
slip-copy = کاپی

slip-bring = اگر دارید، بیاورید:

# Beside the QR code.
slip-follow = صف را در موبایل ببینید.
# For those who are fetched quietly.
slip-quiet = نمره شما در لوحه نمی‌آید: خود ما می‌آییم و شما را صدا می‌کنیم.

# On a note without a number, where nobody can be reached now.
# $moment (String): such as "martedì 24 novembre, 09:00"
slip-come-back = { $moment } بیایید
slip-no-number = این کاغذ نمره نوبت نیست.
