### The slip: what stands on the paper. Short lines: the paper is 80 mm wide, or 58 mm.

# Where to go, large and white on black.
# $count (Number): how many desks; it chooses the plural.
# $desks (String): their numbers, such as "3" or "3, 4".
slip-desks =
    { $count ->
       *[other] { $desks }号窗口
    }

# Two things in one line, for the staff.
# $first (String): what slip-desks or slip-ahead gives.
# $second (String): the room in the site's own words, or day and time.
slip-line = { $first } · { $second }

# How many visitors wait before this one.
# $count (Number): how many.
slip-ahead =
    { $count ->
        [0] 您前面没有人
       *[other] 您前面有{ $count }人
    }

# Heading over the list of papers to bring.
# $moment (String): when the number was taken, such as "martedì 24 novembre, 09:05"
slip-taken = 取号：{ $moment }
slip-copy = 副本

slip-bring = 有的话，请带上：

# Beside the QR code.
slip-follow = 用手机扫码，看排队情况。
# For those who are fetched quietly.
slip-quiet = 您的号码不会显示在大屏幕上：我们会过来叫您。

# On a note without a number, where nobody can be reached now.
# $moment (String): such as "martedì 24 novembre, 09:00"
slip-come-back = 请在{ $moment }再来
slip-no-number = 这张号码票不是排队号码。
