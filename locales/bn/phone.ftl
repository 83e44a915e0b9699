### The visitor's own phone. Ticket and desk numbers come as texts with ASCII digits.

phone-your-number = আপনার নম্বর
phone-desk = কাউন্টার
phone-desks = কাউন্টার
phone-where = কোথায় যাবেন
phone-next = আপনার পালা কাছে: আপনি পরের জন।
# $count (Number): people ahead
phone-ahead =
    { $count ->
        [one] আপনার আগে { $count } জন আছেন।
       *[other] আপনার আগে { $count } জন আছেন।
    }
# $low (String), $high (Number): minutes
phone-wait =
    { $high ->
        [one] অপেক্ষা: { $low } থেকে { $high } মিনিট।
       *[other] অপেক্ষা: { $low } থেকে { $high } মিনিট।
    }
# $high (Number): minutes
phone-wait-short =
    { $high ->
        [one] অপেক্ষা: বড়জোর { $high } মিনিট।
       *[other] অপেক্ষা: বড়জোর { $high } মিনিট।
    }
phone-wait-unknown = কাউন্টার এখন খোলা নেই। কাছে থাকুন।
# $numbers (String): one to three numbers, such as P 041, P 040
phone-last-called = শেষ ডাকা নম্বর: { $numbers }
# $desk (String): desk number
phone-called = আপনার পালা। কাউন্টার { $desk }-এ যান।
phone-called-more = এখন আপনার অপেক্ষায় আছেন।
# $desk (String): desk number
phone-serving = আপনি কাউন্টার { $desk }-এ আছেন।
phone-no-show = আপনাকে ডেকেছি, কিন্তু দেখিনি।
phone-no-show-more = অভ্যর্থনায় যান: একই নম্বরে আবার লাইনে দিতে পারবেন।
phone-served = কাজ শেষ। আসার জন্য ধন্যবাদ।
phone-served-more = আর কিছু দরকার? নতুন নম্বর নিন।
phone-withdrawn = আপনি আর লাইনে নেই।
phone-withdrawn-more = মত বদলালে নতুন নম্বর নিন।
phone-leave = লাইন ছাড়ুন
phone-leave-sure = লাইন ছাড়তে চান?
phone-leave-note = আপনার নম্বর আর ডাকা হবে না।
phone-leave-yes = হ্যাঁ, লাইন ছাড়ছি
phone-leave-no = না, লাইনে থাকছি
phone-language = ভাষা
phone-not-live = সংযোগ নেই: পাতা পুরনো হতে পারে। হলের বোর্ড দেখুন।
phone-gone-title = এই নম্বর আজ নেই
phone-gone = প্রতিটি নম্বর শুধু সেই দিনের। সাহায্য লাগলে নতুন নম্বর নিন বা অভ্যর্থনায় জিজ্ঞাসা করুন।
