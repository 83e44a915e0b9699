### Why something can't be done, and what to do instead. For visitors and for staff.
### Ticket and desk numbers come as texts with ASCII digits.

refusal-no-need = څه ونه ټاکل شول. یو یې وټاکئ.
# $most (Number): how many may be chosen at once
refusal-too-many-needs =
    { $most ->
        [one] یوازې { $most } شی ټاکلای شئ. ځینې لرې کړئ.
       *[other] ډېر { $most } شیان ټاکلای شئ. ځینې لرې کړئ.
    }
# $need (String): the code that is not known
refusal-unknown-need = { $need } دلته نشته. بل وټاکئ.
# $language (String): the tag that is not known
refusal-unknown-language = د { $language } ژبه دلته نشته. د پردې یوه ژبه وټاکئ.
# $desk (String): desk number
refusal-unknown-desk = { $desk } کړکۍ نشته. د کړکۍ پاسنی نمبر وګورئ.
# $service (String): the code that is not known
refusal-unknown-service = د { $service } خدمت نشته. له لېسته یو خدمت وټاکئ.
refusal-unknown-ticket = دا نمبر نن نشته. نوی نمبر واخلئ یا له هرکلي مېز وپوښتئ.
# $desk (String): desk number
refusal-no-ticket-needed = نمبر ته اړتیا نشته. { $desk } کړکۍ ته ورشئ.
# $moment (String): day and time such as "Tuesday 24 November, 09:00"
refusal-institution-away = دا خدمت اوس تړلی دی. { $moment } پرانیستل کېږي. که بیړه لرئ، له هرکلي مېز وپوښتئ.
refusal-institution-away-for-long = دا خدمت اوس تړلی دی. له هرکلي مېز وپوښتئ.
# $desk (String): desk number; $service (String): a service's code
refusal-service-not-at-desk = { $desk } کړکۍ د { $service } خدمت نه لري. بل خدمت یا بله کړکۍ وټاکئ.
# $desk (String): desk number
refusal-desk-closed = { $desk } کړکۍ تړلې ده. لومړی یې پرانیزئ.
# $desk (String): desk number
refusal-desk-paused = { $desk } کړکۍ په دمه کې ده. لومړی یې پرانیزئ.
# $desk (String): desk number; $ticket (String): ticket number such as "P 042"
refusal-desk-busy = په { $desk } کړکۍ کې لا { $ticket } نمبر دی. لومړی یې خلاص کړئ یا ولیکئ چې رانغی.
# $desk (String): desk number
refusal-desk-has-nobody = په { $desk } کړکۍ کې څوک نشته. لومړی راتلونکی نمبر وغواړئ.
# $ticket (String): ticket number such as "P 042"
refusal-already-serving = { $ticket } نمبر په کړکۍ کې دی. چې خلاص شئ، پای ورکړئ.
# $ticket (String): ticket number such as "P 042"
refusal-not-serving = { $ticket } نمبر غوښتل شوی، خو لا په کړکۍ کې نه دی. لومړی پیل کړئ.
# $desk (String): number of the desk
refusal-moved-on = په { $desk } کړکۍ کې اوس بل نمبر دی. وګورئ څوک دی او بیا هڅه وکړئ.
# $ticket (String): ticket number such as "P 042"
refusal-not-no-show = { $ticket } نمبر په ناسوبو کې نه دی. یوازې ناسوب کتار ته راګرځي.
# $ticket (String): ticket number such as "P 042"
refusal-not-waiting = { $ticket } نمبر نور انتظار نه کوي. تخته وګورئ یا له هرکلي مېز وپوښتئ.
refusal-key-reused = دا تایید د بل څه لپاره کارول شوی. پیل ته لاړ شئ او بیا هڅه وکړئ.
refusal-day-full = د نن نمبرونه خلاص شول. له هرکلي مېز وپوښتئ.
refusal-not-saved = خوندي نه شو. بیا هڅه وکړئ. که ونه شول، له هرکلي مېز وپوښتئ.
refusal-busy = اوس ډېره ګڼه ګوڼه ده. لږ صبر وکړئ او بیا هڅه وکړئ.
refusal-away = سیستم ځواب نه ورکوي. لږ صبر او بیا هڅه وکړئ، یا له هرکلي مېز وپوښتئ.
