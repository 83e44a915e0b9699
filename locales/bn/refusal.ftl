### Why something can't be done, and what to do instead. For visitors and for staff.
### Ticket and desk numbers come as texts with ASCII digits.

refusal-no-need = কিছু বাছা হয়নি। একটি বাছুন।
# $most (Number): how many may be chosen at once
refusal-too-many-needs =
    { $most ->
        [one] শুধু { $most }টি বাছা যায়। কিছু বাদ দিন।
       *[other] বড়জোর { $most }টি বাছা যায়। কিছু বাদ দিন।
    }
# $need (String): the code that is not known
refusal-unknown-need = এখানে { $need } নেই। অন্যটি বাছুন।
# $language (String): the tag that is not known
refusal-unknown-language = এখানে { $language } ভাষা নেই। পর্দার একটি ভাষা বাছুন।
# $desk (String): desk number
refusal-unknown-desk = কাউন্টার { $desk } নেই। কাউন্টারের উপরের নম্বর দেখুন।
# $service (String): the code that is not known
refusal-unknown-service = সেবা { $service } নেই। তালিকা থেকে বাছুন।
refusal-unknown-ticket = এই নম্বর আজ নেই। নতুন নম্বর নিন বা অভ্যর্থনায় জিজ্ঞাসা করুন।
# $desk (String): desk number
refusal-no-ticket-needed = নম্বর লাগবে না। কাউন্টার { $desk }-এ যান।
# $moment (String): day and time such as "Tuesday 24 November, 09:00"
refusal-institution-away = এই সেবা এখন বন্ধ। { $moment } খুলবে। তাড়া থাকলে অভ্যর্থনায় জিজ্ঞাসা করুন।
refusal-institution-away-for-long = এই সেবা এখন বন্ধ। অভ্যর্থনায় জিজ্ঞাসা করুন।
# $desk (String): desk number; $service (String): a service's code
refusal-service-not-at-desk = কাউন্টার { $desk } সেবা { $service } দেয় না। অন্য সেবা বা কাউন্টার বাছুন।
# $desk (String): desk number
refusal-desk-closed = কাউন্টার { $desk } বন্ধ। আগে খুলুন।
# $desk (String): desk number
refusal-desk-paused = কাউন্টার { $desk } বিরতিতে। আগে খুলুন।
# $desk (String): desk number; $ticket (String): ticket number such as "P 042"
refusal-desk-busy = কাউন্টার { $desk }-এ এখনো নম্বর { $ticket } আছে। আগে শেষ করুন বা লিখুন যে আসেননি।
# $desk (String): desk number
refusal-desk-has-nobody = কাউন্টার { $desk }-এ কেউ নেই। আগে পরের নম্বর ডাকুন।
# $ticket (String): ticket number such as "P 042"
refusal-already-serving = নম্বর { $ticket } কাউন্টারে আছে। কাজ হলে শেষ করুন।
# $ticket (String): ticket number such as "P 042"
refusal-not-serving = নম্বর { $ticket } ডাকা হয়েছে, এখনো কাউন্টারে নেই। আগে শুরু করুন।
# $desk (String): number of the desk
refusal-moved-on = কাউন্টার { $desk }-এ এখন অন্য নম্বর। কে আছেন দেখে আবার চেষ্টা করুন।
# $ticket (String): ticket number such as "P 042"
refusal-not-no-show = নম্বর { $ticket } অনুপস্থিতদের মধ্যে নেই। শুধু অনুপস্থিত জন লাইনে ফিরতে পারেন।
# $ticket (String): ticket number such as "P 042"
refusal-not-waiting = নম্বর { $ticket } আর অপেক্ষায় নেই। বোর্ড দেখুন বা অভ্যর্থনায় জিজ্ঞাসা করুন।
refusal-key-reused = এই নিশ্চয়তা আগে ব্যবহার হয়েছে। শুরুতে গিয়ে আবার চেষ্টা করুন।
refusal-day-full = আজকের নম্বর শেষ। অভ্যর্থনায় জিজ্ঞাসা করুন।
refusal-not-saved = জমা করা গেল না। আবার চেষ্টা করুন। না হলে অভ্যর্থনায় জিজ্ঞাসা করুন।
refusal-busy = এখন অনেক মানুষ। একটু অপেক্ষা করে আবার চেষ্টা করুন।
refusal-away = সিস্টেম সাড়া দিচ্ছে না। একটু পরে চেষ্টা করুন, বা অভ্যর্থনায় জিজ্ঞাসা করুন।
