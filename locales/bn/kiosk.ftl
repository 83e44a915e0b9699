### What stands on the glass.

## The start

kiosk-welcome = স্বাগতম
kiosk-choose-language = আপনার ভাষা বেছে নিন
# On a tile below all languages: leads to an interpreter
kiosk-language-missing = আমার ভাষা এখানে নেই
kiosk-no-paper = এখন কাগজ নেই। নম্বর স্ক্রিনে দেখা যাবে, তাতেই চলবে।

## On every screen

kiosk-language = ভাষা বদলান
kiosk-back = আগের পাতা
kiosk-home = প্রথম পাতা
kiosk-done = আমার কাজ শেষ
kiosk-hub-gone = এখন নম্বর দেওয়া যাচ্ছে না। হেল্প ডেস্কে জিজ্ঞেস করুন।

## The menu

kiosk-choose-need = আপনার কী দরকার?
kiosk-choose-leaf = ঠিক কোনটি দরকার?
kiosk-private = আপনার অনুরোধ
kiosk-closed-now = এখন বন্ধ

## Before the number

kiosk-desks =
    { $count ->
        [one] কাউন্টার
       *[other] কাউন্টার
    }
kiosk-step-first = প্রথমে
kiosk-step-then = তারপর
kiosk-people-waiting =
    { $people ->
        [0] কেউ অপেক্ষায় নেই
        [one] { $people } জন অপেক্ষা করছেন
       *[other] { $people } জন অপেক্ষা করছেন
    }
kiosk-wait-range = প্রায় { $low } থেকে { $high } মিনিট
kiosk-wait-up-to = { $high } মিনিটের কম
kiosk-bring = সম্ভব হলে সঙ্গে আনুন:
kiosk-bring-nothing = কাগজপত্র ছাড়াও আসতে পারবেন।
kiosk-take-number = নম্বর নিন

## Without a number

kiosk-person-title = সরাসরি কাউন্টারে যান
kiosk-person-text = নম্বর লাগবে না। একজন আপনার কথা শুনবেন।
kiosk-closed-title = এই কাউন্টার এখন বন্ধ
kiosk-closed-next = আবার আসুন: { $moment }
kiosk-closed-for-long = কবে খুলবে, তা এখনো জানা নেই।
kiosk-full-title = আজ আর জায়গা নেই
kiosk-closed-help = অপেক্ষা করতে পারছেন না? হেল্প ডেস্কে জিজ্ঞেস করুন: আমরা অন্য উপায় খুঁজব।
kiosk-choose-other = অন্য কিছু বেছে নিন
kiosk-opens-at = { $time } টায় খুলবে
kiosk-not-today = আজ নেই
kiosk-full-now = আজ পূর্ণ
kiosk-away-title = এই কাউন্টার আজ নেই
kiosk-house-closed = এখানে এখন বন্ধ
kiosk-no-desk-open = এখনো কোনো কাউন্টার খোলেনি
kiosk-desk-opens = কাউন্টার { $time } টায় খুলবে
kiosk-person-away = এই কাউন্টারে এখন কেউ নেই
kiosk-call = এই নম্বরে ফোন করুন
kiosk-call-else = কেউ নেই? { $number } নম্বরে ফোন করুন।
kiosk-hub-gone-alone = এখন নম্বর দেওয়া যাচ্ছে না। একটু অপেক্ষা করে আবার চেষ্টা করুন।
kiosk-trouble-alone = একটু অপেক্ষা করে আবার চেষ্টা করুন।

## The number

kiosk-issuing = একটু অপেক্ষা করুন, আপনার নম্বর আসছে।
kiosk-number-title = আপনার নম্বর
kiosk-number-called = এখন আপনার পালা
kiosk-ahead =
    { $people ->
        [0] আপনার আগে কেউ নেই
        [one] আপনার আগে { $people } জন আছেন
       *[other] আপনার আগে { $people } জন আছেন
    }
kiosk-slip-printing = আপনার স্লিপ বের হচ্ছে।
kiosk-slip-slow = স্লিপ আসতে দেরি হচ্ছে। স্ক্রিনের ছবি তুলুন বা নম্বরটি মনে রাখুন।
kiosk-slip-printed = নিচ থেকে স্লিপটি নিন।
kiosk-slip-unknown = স্লিপটি নিন। বের না হলে নম্বরটি মনে রাখুন।
kiosk-slip-failed = স্লিপ বের হচ্ছে না। স্ক্রিনের ছবি তুলুন বা নম্বরটি মনে রাখুন: তাতেই চলবে।
kiosk-print-slip = এখন স্লিপ প্রিন্ট করুন
kiosk-address = কোডটির দিকে ক্যামেরা ধরুন: মোবাইলে লাইনের খবর পাবেন।

## Trouble

kiosk-trouble-title = নম্বর আসেনি
kiosk-trouble-away = সিস্টেম সাড়া দিচ্ছে না। এতে আপনার কোনো দোষ নেই।
kiosk-trouble-not-saved = নম্বর সেভ হয়নি। এতে আপনার কোনো দোষ নেই।
kiosk-trouble-busy = এখন অনেক ভিড়। একটু অপেক্ষা করুন।
kiosk-trouble-help = আবার চেষ্টা করুন, অথবা হেল্প ডেস্কে যান: সেখানে আমরা সাহায্য করব।
kiosk-try-again = আবার চেষ্টা করুন

## Nobody has touched for a while

kiosk-still-there = আপনি কি এখনো এখানে আছেন?
kiosk-still-there-seconds =
    { $seconds ->
        [one] { $seconds } সেকেন্ড পরে প্রথম পাতা আসবে।
       *[other] { $seconds } সেকেন্ড পরে প্রথম পাতা আসবে।
    }
kiosk-stay = হ্যাঁ, আমি আছি
# $number (String): the number called last, such as P 041
kiosk-last-called = সবশেষে ডাকা নম্বর: { $number }
kiosk-sooner = আমার অন্যদের আগে যাওয়া দরকার
kiosk-sooner-who = গর্ভাবস্থা, ছোট শিশু, প্রতিবন্ধিতা, অসুস্থতা, বেশি বয়স
kiosk-add-need = আমার আরও কিছু দরকার
kiosk-choose-also = আপনার আর কী দরকার?

## An appointment

kiosk-appointment = আমার অ্যাপয়েন্টমেন্ট আছে
kiosk-appointment-title = আপনার অ্যাপয়েন্টমেন্টের কোড লিখুন
kiosk-erase = মুছুন
kiosk-check-in = আমি এসেছি

## Leaving the queue

kiosk-leave = লাইন ছেড়ে দিন
kiosk-leave-sure = আপনি কি লাইন ছেড়ে দিতে চান?
kiosk-leave-note = আপনার নম্বর আর ডাকা হবে না।
kiosk-leave-yes = হ্যাঁ, লাইন ছেড়ে দেব
kiosk-leave-no = না, লাইনে থাকব
kiosk-left = আপনি আর লাইনে নেই।
kiosk-left-more = মত বদলালে নতুন নম্বর নিন।

## Without a number, on paper

kiosk-print-this = এই তথ্যগুলো প্রিন্ট করুন
kiosk-note-failed = স্লিপ বের হচ্ছে না। স্ক্রিনের ছবি তুলুন।

## Counting, after the number: everybody may leave everything out

kiosk-tap-invite = গুনতে সাহায্য করবেন?
kiosk-tap-anonymous = কেউ জানবে না আপনি কে। উত্তর না দিলেও চলবে।
kiosk-tap-skip = উত্তর দেব না
kiosk-tap-first = আপনি কি এখানে প্রথমবার এসেছেন?
kiosk-tap-first-yes = হ্যাঁ
kiosk-tap-first-no = না
kiosk-tap-gender = আপনি নিজেকে কী বলবেন?
kiosk-tap-woman = নারী
kiosk-tap-man = পুরুষ
kiosk-tap-other = অন্য কিছু
kiosk-tap-age = আপনার বয়স কত?
# $years (String): such as 18
kiosk-tap-age-under = { $years } বছরের কম
# $low (String), $high (String): such as 18 and 24
kiosk-tap-age-range = { $low } থেকে { $high }
# $years (String): such as 65
kiosk-tap-age-over = { $years } বা বেশি
kiosk-tap-status = ইতালিতে আপনার কোন কাগজপত্র আছে?
kiosk-tap-asylum = আশ্রয়ের আবেদন করেছি
kiosk-tap-protected = আশ্রয় পেয়েছি
kiosk-tap-permit = আমার অন্য পারমিট আছে
kiosk-tap-citizen = ইতালি বা ইউরোপের নাগরিকত্ব
kiosk-tap-none = এখনো কোনো কাগজপত্র নেই
