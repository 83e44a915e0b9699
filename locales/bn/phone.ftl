### The visitor's own phone. Ticket and desk numbers come as texts with ASCII digits.

phone-your-number = আপনার নম্বর
phone-desk = কাউন্টার
phone-desks = কাউন্টার
phone-where = কোথায় যাবেন
phone-next = আপনার পালা আসছে: এরপরই আপনি।
# $count (Number): people ahead
phone-ahead =
    { $count ->
        [one] আপনার আগে { $count } জন আছেন।
       *[other] আপনার আগে { $count } জন আছেন।
    }
# $low (String), $high (Number): minutes
phone-wait =
    { $high ->
        [one] সময় লাগতে পারে { $low } থেকে { $high } মিনিট।
       *[other] সময় লাগতে পারে { $low } থেকে { $high } মিনিট।
    }
# $high (Number): minutes
phone-wait-short =
    { $high ->
        [one] সময় লাগতে পারে সর্বোচ্চ { $high } মিনিট।
       *[other] সময় লাগতে পারে সর্বোচ্চ { $high } মিনিট।
    }
phone-wait-unknown = কাউন্টার এখন খোলা নেই। কাছাকাছি থাকুন।
# $numbers (String): one to three numbers, such as P 041, P 040
phone-last-called = সবশেষে ডাকা নম্বর: { $numbers }
# $desk (String): desk number
phone-called = এখন আপনার পালা। { $desk } নম্বর কাউন্টারে যান।
phone-called-more = সেখানে আপনার জন্য অপেক্ষা করা হচ্ছে।
# $desk (String): desk number
phone-serving = আপনি { $desk } নম্বর কাউন্টারে আছেন।
phone-no-show = আমরা আপনাকে ডেকেছিলাম, কিন্তু দেখতে পাইনি।
phone-no-show-more = কোনো খোলা কাউন্টারে যান: সেখানে একই নম্বরে আপনাকে আবার লাইনে নেওয়া যাবে।
phone-parked = আপনার নম্বর আলাদা করে রাখা আছে
phone-parked-more = যা বাকি আছে তা জোগাড় হলে আবার কাউন্টারে এসে নম্বরটি দেখান।
phone-served = কাজ শেষ। আসার জন্য ধন্যবাদ।
phone-served-more = আর কিছু দরকার? নতুন নম্বর নিন।
phone-withdrawn = আপনি আর লাইনে নেই।
phone-withdrawn-more = মত বদলালে নতুন নম্বর নিন।
# On a button; the next one when it was tapped.
phone-ring = এখানে চাপুন: আপনার পালা এলে ফোন বাজবে
phone-ring-on = ফোন বাজবে: এই পাতাটি খোলা রাখুন
phone-ring-again = এখন ফোন বাজবে না: এখানে চাপলে আবার বাজবে
# For a number that is not on the board: the staff fetch the person.
phone-quiet-called = আপনার পালা এসেছে: আমরাই আপনার কাছে আসছি, যেখানে আছেন সেখানেই থাকুন।
phone-quiet-serving = এখন আমরা আপনার সঙ্গে আছি।
phone-taken-back = ভুল করে আপনাকে ডাকা হয়েছিল। কাছাকাছি থাকুন: আবার ডাকা হবে।
# The services of this number are offered no more.
phone-no-place = কোনো কাউন্টার নিজে থেকে এই নম্বর ডাকে না।
phone-no-place-more = যেকোনো খোলা কাউন্টারে গিয়ে নম্বরটি দেখান: তারা সাহায্য করবে।
phone-leave = লাইন ছেড়ে দিন
phone-leave-sure = আপনি কি লাইন ছেড়ে দিতে চান?
phone-leave-note = আপনার নম্বর আর ডাকা হবে না।
phone-leave-yes = হ্যাঁ, লাইন ছেড়ে দেব
phone-leave-no = না, লাইনে থাকব
phone-language = ভাষা
phone-not-live = সংযোগ নেই: এই পাতার তথ্য পুরোনো হতে পারে। ওয়েটিং রুমের বোর্ড দেখুন।
phone-quiet-not-live = সংযোগ নেই: এই পাতার তথ্য পুরোনো হতে পারে। তবু আমরা আপনার কাছে আসব।
phone-gone-title = আজ এই নম্বরটি নেই
phone-gone = প্রতিটি নম্বর শুধু এক দিনের জন্য। সাহায্য লাগলে নতুন নম্বর নিন বা কোনো খোলা কাউন্টারে জিজ্ঞেস করুন।
