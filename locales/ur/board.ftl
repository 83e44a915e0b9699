### The waiting room's board. Read from far away: few words, short.

board-title = پکارے گئے نمبر
board-calls = پکارے گئے نمبر
board-welcome = خوش آمدید۔ پکارے گئے نمبر یہاں آتے ہیں۔
board-desk = کاؤنٹر
board-new = ابھی
board-arrived = کاؤنٹر پر
board-missed = نہیں آئے
board-done = مکمل
board-no-sound = آواز بند ہے: اسکرین کو ایک بار چھوئیں
board-next = اگلے
# $count (Number): people who wait
board-waiting =
    { $count ->
        [one] { $count } شخص انتظار میں
       *[other] { $count } لوگ انتظار میں
    }
# $time (String): since when, such as 09:05
board-not-live = { $time } سے اپ ڈیٹ نہیں
