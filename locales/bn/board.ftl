### The waiting room's board. Read from far away: few words, short.

board-title = ডাকা হচ্ছে
board-calls = ডাকা হচ্ছে
board-welcome = স্বাগতম। যে নম্বর ডাকা হবে, তা এখানে দেখা যাবে।
board-desk = কাউন্টার
board-new = এখন
board-arrived = কাউন্টারে
board-missed = আসেননি
board-done = শেষ
board-no-sound = শব্দ নেই: একবার পর্দা ছুঁন
board-next = পরের নম্বর
# $count (Number): people who wait
board-waiting =
    { $count ->
        [one] { $count } জন অপেক্ষা করছেন
       *[other] { $count } জন অপেক্ষা করছেন
    }
# $time (String): since when, such as 09:05
board-not-live = { $time } থেকে আপডেট হয়নি
