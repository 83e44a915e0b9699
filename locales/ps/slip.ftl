### The slip: what stands on the paper. Short lines: the paper is 80 mm wide, or 58 mm.

# Where to go, large and white on black.
# $count (Number): how many desks; it chooses the plural.
# $desks (String): their numbers, such as "3" or "3, 4".
slip-desks =
    { $count ->
        [one] کړکۍ { $desks }
       *[other] کړکۍ { $desks }
    }

# Two things in one line, for the staff.
# $first (String): what slip-desks or slip-ahead gives.
# $second (String): the room in the site's own words, or day and time.
slip-line = { $first } · { $second }

# How many visitors wait before this one.
# $count (Number): how many.
slip-ahead =
    { $count ->
        [0] له تاسو مخکې څوک نشته
        [one] له تاسو مخکې { $count } تن
       *[other] له تاسو مخکې { $count } تنه
    }

# Heading over the list of papers to bring.
# $moment (String): when the number was taken, such as "martedì 24 novembre, 09:05"
slip-taken = اخیستل شوی: { $moment }
slip-copy = کاپي

slip-bring = که لرئ، راوړئ:

# Beside the QR code.
slip-follow = کتار په موبایل کې وګورئ.
# For those who are fetched quietly.
slip-quiet = ستاسو نمبر په لوحه کې نه ښکاري: موږ پخپله درځو او خبر درکوو.

# On a note without a number, where nobody can be reached now.
# $moment (String): such as "martedì 24 novembre, 09:00"
slip-come-back = { $moment } بیا راشئ
slip-no-number = دا کاغذ د وار نمبر نه دی.
