### What pages and calls answer when something is wrong with the request itself.

web-bad-input = অনুরোধ পড়া গেল না। তথ্য দেখে আবার চেষ্টা করুন।
web-not-signed-in = আগে নাম ও PIN দিয়ে ঢুকুন।
web-wrong-pin = নাম বা PIN ঠিক নয়। আবার চেষ্টা করুন।
# $seconds (Number): how long to wait
web-too-many =
    { $seconds ->
        [one] অনেক বেশি চেষ্টা। { $seconds } সেকেন্ড পরে আবার চেষ্টা করুন।
       *[other] অনেক বেশি চেষ্টা। { $seconds } সেকেন্ড পরে আবার চেষ্টা করুন।
    }
web-forbidden = এখান থেকে এই অনুরোধের অনুমতি নেই।
web-not-found-title = পাতা পাওয়া যায়নি
web-not-found = এই ঠিকানা নেই। বানান দেখুন।
web-wrong-method = এই ঠিকানা এভাবে চলে না। ফিরে গিয়ে আবার চেষ্টা করুন।
web-trouble-title = হলো না
web-broken = আমাদের দিকে সমস্যা হয়েছে। একটু পরে চেষ্টা করুন বা অভ্যর্থনায় জিজ্ঞাসা করুন।
