### What stands on the glass.

## The start

kiosk-welcome = স্বাগতম
kiosk-choose-language = আপনার ভাষা বেছে নিন
# On a tile below all languages: leads to an interpreter
kiosk-language-missing = আমার ভাষা এখানে নেই

## On every screen

kiosk-language = ভাষা বদলান
kiosk-back = পিছনে
kiosk-home = শুরু
kiosk-done = শেষ হয়েছে
kiosk-hub-gone = এখন নম্বর নেওয়া যাচ্ছে না। অভ্যর্থনায় জিজ্ঞাসা করুন।

## The menu

kiosk-choose-need = আপনার কী দরকার?
kiosk-choose-leaf = ঠিক কোনটি?
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
        [one] { $people } জন অপেক্ষায় আছেন
       *[other] { $people } জন অপেক্ষায় আছেন
    }
kiosk-wait-range = প্রায় { $low } থেকে { $high } মিনিট
kiosk-wait-up-to = { $high } মিনিটের কম
kiosk-bring = পারলে আনুন:
kiosk-bring-nothing = কাগজপত্র ছাড়াও আসতে পারেন।
kiosk-take-number = নম্বর নিন

## Without a number

kiosk-person-title = সরাসরি কাউন্টারে যান
kiosk-person-text = নম্বর লাগবে না। একজন আপনার কথা শুনবেন।
kiosk-understood = বুঝেছি
kiosk-closed-title = এই কাউন্টার এখন বন্ধ
kiosk-closed-next = { $moment } আসুন
kiosk-closed-for-long = কবে খুলবে এখনো জানা নেই।
kiosk-closed-help = অপেক্ষা করতে পারছেন না? অভ্যর্থনায় জিজ্ঞাসা করুন: অন্য উপায় খুঁজব।
kiosk-choose-other = অন্য কিছু বাছুন

## The number

kiosk-issuing = একটু দাঁড়ান, আপনার নম্বর আসছে।
kiosk-number-title = আপনার নম্বর
kiosk-number-called = আপনার পালা
kiosk-ahead =
    { $people ->
        [0] আপনার আগে কেউ নেই
        [one] আপনার আগে { $people } জন
       *[other] আপনার আগে { $people } জন
    }
kiosk-then = তারপর: { $label } { $desks }, { $room }
kiosk-slip-printing = কাগজ বের হচ্ছে।
kiosk-slip-slow = কাগজ দেরি হচ্ছে। পর্দার ছবি তুলুন বা নম্বর মনে রাখুন।
kiosk-slip-printed = নিচে থেকে কাগজ নিন।
kiosk-slip-unknown = কাগজ নিন। না বের হলে নম্বর মনে রাখুন।
kiosk-slip-failed = কাগজ বের হচ্ছে না। পর্দার ছবি তুলুন বা নম্বর মনে রাখুন: একই কাজ হবে।
kiosk-address = কোড স্ক্যান করুন: ফোনে লাইন দেখুন।

## Trouble

kiosk-trouble-title = নম্বর আসেনি
kiosk-trouble-away = সিস্টেম সাড়া দিচ্ছে না। আপনার দোষ নয়।
kiosk-trouble-not-saved = নম্বর জমা হয়নি। আপনার দোষ নয়।
kiosk-trouble-busy = এখন অনেক মানুষ। একটু অপেক্ষা করুন।
kiosk-trouble-help = আবার চেষ্টা করুন বা অভ্যর্থনায় যান: সেখানে সাহায্য করব।
kiosk-try-again = আবার চেষ্টা

## Nobody has touched for a while

kiosk-still-there = আপনি কি এখনো আছেন?
kiosk-still-there-seconds =
    { $seconds ->
        [one] { $seconds } সেকেন্ডে শুরুতে ফিরবে।
       *[other] { $seconds } সেকেন্ডে শুরুতে ফিরবে।
    }
kiosk-stay = হ্যাঁ, আমি আছি
