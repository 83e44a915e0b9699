### Why something can't be done, and what to do instead. For visitors and for staff.
### Ticket and desk numbers come as texts with ASCII digits.

refusal-no-need = কিছু বেছে নেওয়া হয়নি। আপনার কী দরকার, বেছে নিন।
# $most (Number): how many may be chosen at once
refusal-too-many-needs =
    { $most ->
        [one] শুধু একটি বিষয় বেছে নেওয়া যায়। বাকিগুলো বাদ দিন।
       *[other] সর্বোচ্চ { $most }টি বিষয় বেছে নেওয়া যায়। কিছু বাদ দিন।
    }
# $need (String): the code that is not known
refusal-unknown-need = { $need } এখানে নেই। অন্য কিছু বেছে নিন।
# $language (String): the tag that is not known
refusal-unknown-language = { $language } ভাষাটি এখানে নেই। স্ক্রিনের একটি ভাষা বেছে নিন।
# $desk (String): desk number
refusal-unknown-desk = { $desk } নম্বর কাউন্টার নেই। কাউন্টারের ওপরে লেখা নম্বরটি দেখুন।
# $service (String): the code that is not known
refusal-unknown-service = { $service } নামে কোনো সেবা নেই। তালিকা থেকে একটি সেবা বেছে নিন।
refusal-unknown-ticket = আজ এই নম্বরটি নেই। নতুন নম্বর নিন বা কোনো খোলা কাউন্টারে জিজ্ঞেস করুন।
refusal-unknown-appointment = এই কোডটি নেই, অথবা অ্যাপয়েন্টমেন্টের সময় পার হয়েছে। কোডটি দেখুন বা কোনো খোলা কাউন্টারে জিজ্ঞেস করুন।
# $moment (String): day and time such as "Tuesday 24 November, 09:00"
refusal-appointment-later = আপনার অ্যাপয়েন্টমেন্ট: { $moment }। তখন আবার আসুন।
# $desk (String): desk number
refusal-no-ticket-needed = নম্বর লাগবে না। { $desk } নম্বর কাউন্টারে যান।
# $moment (String): day and time such as "Tuesday 24 November, 09:00"
refusal-institution-away = এই সেবা এখন বন্ধ। আবার খুলবে: { $moment }।
refusal-institution-away-for-long = এই সেবা এখন বন্ধ। কবে খুলবে, তা এখনো জানা নেই।
# $moment (String): day and time such as "Tuesday 24 November, 09:00"
refusal-today-is-full = আজ আর নতুন নম্বর দেওয়ার সময় নেই। আবার আসুন: { $moment }।
refusal-today-is-full-for-long = আজ আর নতুন নম্বর দেওয়ার সময় নেই। কবে খুলবে, তা এখনো জানা নেই।
refusal-not-here-today-for-long = এই সেবা আজ নেই। কবে খুলবে, তা এখনো জানা নেই।
refusal-not-here-today = এই সেবা আজ নেই। আবার আসুন: { $moment }।
refusal-house-closed-for-long = এখানে এখন বন্ধ। কবে খুলবে, তা এখনো জানা নেই।
refusal-house-closed = এখানে এখন বন্ধ। আবার আসুন: { $moment }।
# $desk (String): desk number; $service (String): a service's code
refusal-service-not-at-desk = { $desk } নম্বর কাউন্টারে { $service } সেবাটি দেওয়া যায় না। অন্য সেবা বা অন্য কাউন্টার বেছে নিন।
# $desk (String): desk number
refusal-desk-closed = { $desk } নম্বর কাউন্টার বন্ধ। আগে কাউন্টারটি খুলুন।
# $desk (String): desk number
refusal-desk-paused = { $desk } নম্বর কাউন্টারে বিরতি চলছে। আগে কাউন্টারটি খুলুন।
# $desk (String): desk number; $ticket (String): ticket number such as "P 042"
refusal-desk-busy = { $desk } নম্বর কাউন্টারে এখনো নম্বর { $ticket } আছে। আগে কাজ শেষ করুন বা অনুপস্থিত দেখান।
# $desk (String): desk number
refusal-desk-has-nobody = { $desk } নম্বর কাউন্টারে কেউ নেই। আগে পরের নম্বর ডাকুন।
# $ticket (String): ticket number such as "P 042"
refusal-already-serving = নম্বর { $ticket } এখন কাউন্টারেই আছে। কাজ হয়ে গেলে শেষ করুন।
# $ticket (String): ticket number such as "P 042"
refusal-not-serving = নম্বর { $ticket } ডাকা হয়েছে, কিন্তু এখনো কাউন্টারে আসেনি। আগে শুরু করুন।
# $desk (String): number of the desk
refusal-moved-on = { $desk } নম্বর কাউন্টারে এখন অন্য নম্বর আছে। কে আছেন দেখে আবার চেষ্টা করুন।
# $ticket (String): ticket number such as "P 042"
refusal-not-no-show = নম্বর { $ticket } অনুপস্থিতদের মধ্যে নেই। শুধু অনুপস্থিতদের আবার লাইনে নেওয়া যায়।
# $ticket (String): ticket number such as "P 042"
refusal-not-waiting = নম্বর { $ticket } আর অপেক্ষায় নেই। কোনো খোলা কাউন্টারে জিজ্ঞেস করুন।
refusal-key-reused = এটি আগেই অন্য কিছুর জন্য নিশ্চিত করা হয়েছে। প্রথম পাতায় গিয়ে আবার চেষ্টা করুন।
refusal-day-full = আজকের সব নম্বর শেষ। কোনো খোলা কাউন্টারে জিজ্ঞেস করুন।
refusal-not-saved = সেভ করা যায়নি। আবার চেষ্টা করুন। না হলে কোনো খোলা কাউন্টারে জিজ্ঞেস করুন।
refusal-busy = এখন অনেক ভিড়। একটু অপেক্ষা করে আবার চেষ্টা করুন।
refusal-away = সিস্টেম সাড়া দিচ্ছে না। একটু পরে আবার চেষ্টা করুন বা কোনো খোলা কাউন্টারে জিজ্ঞেস করুন।
