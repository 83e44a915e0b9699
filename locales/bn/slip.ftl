### The slip: what stands on the paper. Short lines: the paper is 80 mm wide, or 58 mm.

# Where to go, large and white on black.
# $count (Number): how many desks; it chooses the plural.
# $desks (String): their numbers, such as "3" or "3, 4".
slip-desks =
    { $count ->
        [one] কাউন্টার { $desks }
       *[other] কাউন্টার { $desks }
    }
# Two things in one line, for the staff.
# $first (String): what slip-desks or slip-ahead gives.
# $second (String): the room in the site's own words, or day and time.
slip-line = { $first } · { $second }
# How many visitors wait before this one.
# $count (Number): how many.
slip-ahead =
    { $count ->
        [0] আপনার আগে কেউ নেই
        [one] আপনার আগে { $count } জন আছেন
       *[other] আপনার আগে { $count } জন আছেন
    }
# Heading over the list of papers to bring.
# $moment (String): when the number was taken, such as "martedì 24 novembre, 09:05"
slip-taken = নেওয়ার সময়: { $moment }
slip-copy = অনুলিপি
slip-bring = সম্ভব হলে সঙ্গে আনুন:
# Beside the QR code.
slip-follow = মোবাইলে লাইনের খবর দেখুন।
# For those who are fetched quietly.
slip-quiet = আপনার নম্বর বোর্ডে দেখানো হবে না: আমরাই এসে আপনাকে ডাকব।

# On a note without a number, where nobody can be reached now.
# $moment (String): such as "martedì 24 novembre, 09:00"
slip-come-back = আবার আসুন: { $moment }
slip-no-number = এই স্লিপটি লাইনের নম্বর নয়।
