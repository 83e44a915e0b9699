### Why something can't be done, and what to do instead. For visitors and for staff.
### Ticket and desk numbers come as texts with ASCII digits.

refusal-no-need = لا هېڅ شی نه دی ټاکل شوی. یو شی وټاکئ.
# $most (Number): how many may be chosen at once
refusal-too-many-needs =
    { $most ->
        [one] یوازې { $most } شی ټاکلای شئ. ځینې لرې کړئ.
       *[other] تر { $most } شیانو پورې ټاکلای شئ. ځینې لرې کړئ.
    }
# $need (String): the code that is not known
refusal-unknown-need = { $need } دلته نشته. بل څه وټاکئ.
# $language (String): the tag that is not known
refusal-unknown-language = د { $language } ژبه دلته نشته. په سکرین کې یوه ژبه وټاکئ.
# $desk (String): desk number
refusal-unknown-desk = کړکۍ { $desk } نشته. د کړکۍ له پاسه نمبر وګورئ.
# $service (String): the code that is not known
refusal-unknown-service = د { $service } خدمت نشته. له لېسته یو خدمت وټاکئ.
refusal-unknown-ticket = دا نمبر نن نشته. نوی نمبر واخلئ یا له یوې پرانیستې کړکۍ وپوښتئ.
refusal-unknown-appointment = دا کوډ نشته، یا د ملاقات وخت تېر شوی. کوډ وګورئ یا له یوې پرانیستې کړکۍ وپوښتئ.
# $moment (String): day and time such as "Tuesday 24 November, 09:00"
refusal-appointment-later = ستاسو د ملاقات وخت { $moment } دی. په هغه وخت کې بیا راشئ.
# $desk (String): desk number
refusal-no-ticket-needed = نمبر ته اړتیا نشته. کړکۍ { $desk } ته ورشئ.
# $moment (String): day and time such as "Tuesday 24 November, 09:00"
refusal-institution-away = دا خدمت اوس تړلی دی. { $moment } پرانیستل کېږي.
refusal-institution-away-for-long = دا خدمت اوس تړلی دی. لا معلومه نه ده چې کله پرانیستل کېږي.
# $moment (String): day and time such as "Tuesday 24 November, 09:00"
refusal-today-is-full = نن د نورو نمبرونو لپاره وخت نشته. { $moment } بیا راشئ.
refusal-today-is-full-for-long = نن د نورو نمبرونو لپاره وخت نشته. لا معلومه نه ده چې کله پرانیستل کېږي.
refusal-not-here-today-for-long = دا خدمت نن نشته. لا معلومه نه ده چې کله پرانیستل کېږي.
refusal-not-here-today = دا خدمت نن نشته. { $moment } بیا راشئ.
refusal-house-closed-for-long = دا ځای اوس تړلی دی. لا معلومه نه ده چې کله پرانیستل کېږي.
refusal-house-closed = دا ځای اوس تړلی دی. { $moment } بیا راشئ.
# $desk (String): desk number; $service (String): a service's code
refusal-service-not-at-desk = کړکۍ { $desk } د { $service } خدمت نه لري. بل خدمت یا بله کړکۍ وټاکئ.
# $desk (String): desk number
refusal-desk-closed = کړکۍ { $desk } تړلې ده. لومړی یې پرانیزئ.
# $desk (String): desk number
refusal-desk-paused = کړکۍ { $desk } په دمه کې ده. لومړی یې پرانیزئ.
# $desk (String): desk number; $ticket (String): ticket number such as "P 042"
refusal-desk-busy = په کړکۍ { $desk } کې لا { $ticket } نمبر دی. لومړی یې خلاص کړئ یا ولیکئ چې رانغی.
# $desk (String): desk number
refusal-desk-has-nobody = په کړکۍ { $desk } کې څوک نشته. لومړی راتلونکی نمبر وبولئ.
# $ticket (String): ticket number such as "P 042"
refusal-already-serving = { $ticket } نمبر په کړکۍ کې دی. چې کار خلاص شو، پای ته یې ورسوئ.
# $ticket (String): ticket number such as "P 042"
refusal-not-serving = { $ticket } نمبر بلل شوی، خو لا په کړکۍ کې نه دی. لومړی پیل کړئ.
# $desk (String): number of the desk
refusal-moved-on = په کړکۍ { $desk } کې اوس بل نمبر دی. وګورئ څوک دی او بیا هڅه وکړئ.
# $ticket (String): ticket number such as "P 042"
refusal-not-no-show = { $ticket } نمبر په غیرحاضرو کې نه دی. یوازې غیرحاضر کتار ته راګرځي.
# $ticket (String): ticket number such as "P 042"
refusal-not-waiting = { $ticket } نمبر نور انتظار نه کوي. له یوې پرانیستې کړکۍ وپوښتئ.
refusal-key-reused = دا تایید د بل څه لپاره کارول شوی. پیل ته لاړ شئ او بیا هڅه وکړئ.
refusal-day-full = د نن ورځې نمبرونه خلاص شول. له یوې پرانیستې کړکۍ وپوښتئ.

refusal-not-saved = ثبت نه شو. بیا هڅه وکړئ. که ونه شو، له یوې پرانیستې کړکۍ وپوښتئ.
refusal-busy = اوس ډېره ګڼه ګوڼه ده. لږ صبر وکړئ او بیا هڅه وکړئ.
refusal-away = سیستم ځواب نه ورکوي. لږ صبر وکړئ. بیا هڅه وکړئ، یا له یوې پرانیستې کړکۍ وپوښتئ.
