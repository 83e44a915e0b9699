### The waiting room's board. Read from far away: few words, short.

board-title = ডাকা নম্বর
board-calls = ডাকা নম্বর
board-welcome = স্বাগতম। ডাকা নম্বর এখানে দেখা যায়।
board-desk = কাউন্টার
board-next = এরপর
# $count (Number): people who wait
board-waiting =
    { $count ->
        [one] { $count } জন অপেক্ষায়
       *[other] { $count } জন অপেক্ষায়
    }
# $time (String): since when, such as 09:05
board-not-live = { $time } থেকে হালনাগাদ নয়
