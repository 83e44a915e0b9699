### The desks' pages, for staff. Ticket and desk numbers come as texts with ASCII digits.

## The pages around it

desk-skip = Skip to the content
desk-page-language = Language of the page
desk-index-desks = Desks
desk-index-desks-note = Call and serve, for those who work here
desk-index-board = Board
desk-index-board-note = The called numbers, for the waiting room
desk-index-sign-in-note = With name and PIN
desk-sign-in = Sign in
desk-sign-out = Sign out
desk-name = Name
desk-pin = PIN
desk-choose = Which desk are you at?
desk-change-desk = Change desk

## The desk

desk-desk = Desk
desk-state-open = open
desk-state-paused = paused
desk-state-closed = closed
desk-is-closed = The desk is closed.
desk-is-paused = The desk is paused: it calls nobody.
desk-i-speak = I speak
desk-i-do = Services at this desk today
desk-tick-one = Tick at least one language and one service.

## Buttons

desk-open = Open the desk
desk-open-again = Open the desk again
desk-pause = Pause
desk-close = Close
desk-call-next = Call next
desk-recall = Call again
desk-start = Here: start
desk-no-show = Did not come
desk-finish = Finish
desk-finish-and-next = Finish and call next
desk-take-back = Back to the queue
desk-keys = Shortcut keys are on

## The ticket at the desk

desk-called = called
desk-serving = at the desk
# $minutes (Number)
desk-for-minutes = for { $minutes } min
# $minutes (Number)
desk-minutes = { $minutes } min
# $minutes (Number)
desk-ago = { $minutes } min ago
desk-language = Language
desk-waited = Here for
desk-why = Why now
desk-steps = Steps
# $minutes (Number): since the ticket was issued
desk-why-longest-waiting = had waited longest ({ $minutes } min)
# $step (String): 2 or more
desk-why-later-step = is at step { $step }

## Who waits

desk-who-waits = Waiting for this desk
desk-nobody = Nobody is waiting.
desk-next-is = Next:
# $count (Number)
desk-waiting-for-you =
    { $count ->
        [one] { $count } person is waiting for this desk.
       *[other] { $count } people are waiting for this desk.
    }
# $count (Number)
desk-waiting-count =
    { $count ->
        [one] { $count } waiting
       *[other] { $count } waiting
    }
# $count (Number)
desk-and-more =
    { $count ->
        [one] and { $count } more
       *[other] and { $count } more
    }
desk-did-not-come = Did not come
desk-elsewhere = Other queues
# $count (Number): people for whose service no desk is open
desk-unserved =
    { $count ->
        [one] { $count } without an open desk
       *[other] { $count } without an open desk
    }

## Strips

# $time (String): since when, such as 09:05
desk-not-live = Not up to date since { $time }. Commands will not go out until the connection is back.
desk-not-saving = Nothing can be saved right now: the disk is full or broken. Tell whoever looks after the system at once.
desk-printer-near-end = The printer’s paper is about to run out.
desk-printer-paper-out = The printer is out of paper: put in a new roll.
desk-printer-cover-open = The printer’s cover is open: close it.
desk-printer-error = The printer is stuck: look at it.
desk-printer-offline = The printer does not answer: check cable and power.

## Languages

desk-language-it = Italian
desk-language-en = English
desk-language-fr = French
desk-language-ar = Arabic
desk-language-uk = Ukrainian
desk-language-ru = Russian
desk-language-so = Somali
desk-language-fa-AF = Dari
desk-language-ps = Pashto
desk-language-ti = Tigrinya
desk-language-sq = Albanian
desk-language-ro = Romanian
desk-language-es = Spanish
desk-language-bn = Bengali
desk-language-ur = Urdu
desk-language-zh-Hans = Chinese
