### What pages and calls answer when something is wrong with the request itself.

web-bad-input = অনুরোধটি পড়া যায়নি। তথ্য দেখে নিয়ে আবার চেষ্টা করুন।
web-not-signed-in = আগে নাম ও PIN দিয়ে ঢুকুন।
web-wrong-pin = নাম বা PIN ঠিক নয়। আবার চেষ্টা করুন।
# $seconds (Number): how long to wait
web-too-many =
    { $seconds ->
        [one] অনেকবার চেষ্টা হয়েছে। { $seconds } সেকেন্ড পরে আবার চেষ্টা করুন।
       *[other] অনেকবার চেষ্টা হয়েছে। { $seconds } সেকেন্ড পরে আবার চেষ্টা করুন।
    }
web-forbidden = এখান থেকে এই কাজ করার অনুমতি নেই।
web-https-only = এই ঠিকানা শুধু https দিয়ে কাজ করে। ঠিকানার আগে https:// লিখুন।
web-not-found-title = পাতাটি পাওয়া যায়নি
web-not-found = এই ওয়েব ঠিকানাটি নেই। ঠিকভাবে লেখা হয়েছে কি না দেখুন।
web-wrong-method = এই ঠিকানা এভাবে ব্যবহার করা যায় না। আগের পাতায় গিয়ে আবার চেষ্টা করুন।
web-trouble-title = কাজটি হয়নি
web-broken = আমাদের এখানে একটি সমস্যা হয়েছে। একটু পরে আবার চেষ্টা করুন বা কোনো খোলা কাউন্টারে জিজ্ঞেস করুন।
