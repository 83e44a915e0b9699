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

## What an account may not do

desk-not-yours = Not allowed with this account
desk-to-desks = Go to the desks
desk-not-your-role = Your role does not include this. Ask the manager, or sign in with another name.
desk-not-your-desk = This desk belongs to other institutions. Choose one of yours, or ask the manager.
desk-not-your-ticket = This concerns other institutions: reception can help.
desk-not-your-key = The key of this device is for something else. Ask the manager.
desk-of-others = Belongs to other institutions
desk-figures = The desks in figures
desk-figures-only = Your role sees figures only, and changes nothing. You can also open:
desk-figures-day = Today’s figures
desk-figures-metrics = The measurements for monitoring
desk-figures-health = The state of the system
desk-none-is-yours = None of these desks belongs to your institutions. Ask the manager.

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
# $ticket (String): ticket number such as "P 042"
desk-undo = Undo: { $ticket }
desk-finish-and-next = Finish and call next
desk-take-back = Back to the queue
desk-park = Put aside
desk-resume = Resume
desk-walk-in = Somebody without a number
desk-walk-in-do = Serve now
desk-print-slip = Print a slip
# $ticket (String): ticket number such as "P 042"
desk-call-this = Call { $ticket }
desk-dismiss = Has left
desk-reprint = Print the slip again
desk-not-urgent = No longer urgent
# Before buttons with the reasons.
desk-urgent-because = Urgent:
desk-urgent-deadline = a legal term runs out
desk-urgent-health = is not well
desk-urgent-safety = is not safe
desk-urgent-children = children are worn out
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
desk-why-handed-on = was handed on to this desk
desk-why-resumed = was put aside
desk-why-chosen = you chose this one
desk-why-appointment = has an appointment
desk-why-urgent = is urgent
desk-why-priority = asked for priority
# $language (String): such as "tigrino"
desk-why-interpreter = an interpreter is needed: { $language }
# $language (String): such as "tigrino"
desk-why-speaks = { $language } is spoken here
# $minutes (Number): since the ticket was issued
desk-why-waited = has waited { $minutes } min

## Handing on, and the steps

desk-hand-on = Hand on to another desk
desk-hand-on-to = Where to
desk-hand-on-desks = Another desk for the same service
desk-hand-on-services = Another service
desk-hand-on-do = Hand on
desk-hand-on-note = Number and waiting time stay the same.
desk-no-open-desk = no open desk
desk-reason = Reason
desk-service = Service
# The first line of a list, before anything is chosen.
desk-choose-one = Choose…
desk-choose-first = Choose from the list first.
desk-transfer-other-need = needs something else
desk-transfer-specialist = somebody who knows more is needed
desk-transfer-language = somebody who speaks the language is needed
desk-transfer-desk-change = this desk closes or does other things
desk-change-steps = Change the steps
desk-add-step-which = Another service to visit
desk-add-step = Add
desk-drop-step = Take off

## Who waits

desk-who-waits = Waiting for this desk
desk-none-waiting = Nobody is waiting.
desk-none-to-call-yet = Nobody to call just now: whoever waits is on the way or left to other desks.
desk-parked = Put aside
desk-quiet-fetch = Not on the board: go and fetch the person.
desk-mark-priority = priority
desk-mark-urgent = urgent
desk-mark-appointment = appointment
desk-mark-quiet = discreet
desk-mark-interpreter = interpreter needed
desk-not-yet-on-the-way = on the way from another desk
desk-not-yet-left-to-others = left to other desks for now
desk-copy-failed = copy not printed
desk-copy-torn = copy printed in part only
desk-slip-unproven = slip may not have come out
desk-slip-failed = slip did not come out
desk-slip-torn = slip came out in part only
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

## Finding a number, undoing, and who else is at the desk

desk-find = Find a number
desk-find-do = Find
# $text (String): what was typed
desk-find-none = There is no number “{ $text }” today.
desk-find-close = Close the search
# $count (Number): how many are called before it
desk-found-waiting =
    { $count ->
        [one] waiting, { $count } ahead
       *[other] waiting, { $count } ahead
    }
# $desk (String): desk number; $time (String): such as 09:05
desk-found-called = called to desk { $desk } at { $time }
# $desk (String): desk number; $time (String): such as 09:05
desk-found-serving = at desk { $desk } since { $time }
# $desk (String): desk number; $time (String): such as 09:05
desk-found-parked = put aside at desk { $desk } at { $time }
# $desk (String): desk number; $time (String): such as 09:05
desk-found-no-show = did not come to desk { $desk }, { $time }
# $desk (String): empty; $time (String): such as 09:05
desk-found-served = finished at { $time }
# $desk (String): empty; $time (String): such as 09:05
desk-found-withdrawn = left at { $time }
desk-show-all = show all
desk-show-fewer = Show fewer
desk-without-place = Without a place
desk-without-place-note = What they wait for is not done here any more. Call them from any desk and hand them on to another service.
desk-missed-elsewhere = Did not come, other services
desk-sound = Sound when somebody arrives
desk-no-sound = No sound yet: touch the page once
# $names (String): one name or several
desk-also-here = also here: { $names }
# $names (String): one name or several
desk-close-with-others = { $names } works at this desk too. Closing it closes it for all.
desk-close-anyway = Close it anyway
# $ticket (String): ticket number such as "P 042"
desk-done-call = { $ticket }: called
# $ticket (String): ticket number such as "P 042"
desk-done-resume = { $ticket }: resumed
# $ticket (String): ticket number such as "P 042"
desk-done-start = { $ticket }: started
# $ticket (String): ticket number such as "P 042"
desk-done-no-show = { $ticket }: did not come
# $ticket (String): ticket number such as "P 042"
desk-done-finish = { $ticket }: finished
# $ticket (String): ticket number such as "P 042"
desk-done-park = { $ticket }: put aside
# $ticket (String): ticket number such as "P 042"
desk-done-transfer = { $ticket }: handed on
# $ticket (String): ticket number such as "P 042"
desk-done-dismiss = { $ticket }: taken out of the queue
# $ticket (String): ticket number such as "P 042"
desk-done-drop-step = { $ticket }: step taken off
# $ticket (String): ticket number such as "P 042"
desk-done-take-back = { $ticket }: back in the queue
desk-sign-in-ended = Your sign-in has ended. Sign in again.
desk-sign-in-not-done = Your sign-in had ended: the last command was not carried out. Sign in and give it again.
desk-own-pin = Your PIN
desk-own-pin-asked = Choose a PIN of your own before you go on: the one you have is also known to the person who gave it to you, or it is too easy.
desk-own-pin-old = Current PIN
desk-own-pin-new = New PIN
desk-own-pin-again = New PIN once more
desk-own-pin-rule = At least six digits or letters; a phrase is fine. No dates, no series such as 123456, not your name.
desk-own-pin-change = Change PIN
desk-own-pin-done = Your PIN has changed. Other sign-ins under your name have ended.
desk-own-pin-wrong = The current PIN is not right.
desk-own-pin-short = The new PIN is too short: it needs at least six characters.
desk-own-pin-long = The new PIN is too long: 64 characters at most.
desk-own-pin-hidden = The new PIN has an invisible sign in it. Type it again by hand.
desk-own-pin-common = This PIN is easy to guess. Choose another one.
desk-own-pin-differs = The two new PINs are not the same.
desk-own-pin-same = That is the PIN you have already. Choose another one.
desk-sessions = Where you are signed in
# $time (String): date and time of the sign-in
# $address (String): network address, such as 192.168.1.20
desk-session-here = Here, since { $time } ({ $address })
# $time (String): date and time of the sign-in
# $address (String): network address, such as 192.168.1.20
desk-session-elsewhere = Elsewhere, since { $time } ({ $address })
desk-sessions-end-others = Sign out everywhere else

## Strips

# $time (String): since when, such as 09:05
desk-not-live = Not up to date since { $time }. Commands will not go out until the connection is back.
# $command (String): the words on the button that was pressed
desk-sending-slow = Still sending “{ $command }”…
# $command (String): the words on the button that was pressed
desk-sending-late = “{ $command }” has had no answer. It is sent again by itself as soon as the connection is back, and will not be done twice.
# $command (String): the words on the button that was pressed
desk-sending-given-up = “{ $command }” had no answer and is not sent any more. Look whether it was done.
# $command (String): the words on the button that was pressed
desk-sending-done = “{ $command }”: done.
desk-not-saving = Nothing can be saved right now: the disk is full or broken. Tell whoever looks after the system at once.
desk-hub-hangs = The system does not answer: commands wait. If it lasts longer than a minute, tell the person who looks after the system.
desk-staff-book-away = Staff accounts can’t be read: if you sign out, you can’t come back. Tell the person who looks after the system.
desk-glass-frozen = The visitors’ screen is frozen. Give numbers at the desk, and tell the person who looks after the system.
desk-glass-lost = The visitors’ screen is gone and comes back only when the program is restarted. Tell the person who looks after the system.
desk-glass-closed = The visitors’ screen is closed and reopens by itself. Check that it is switched on and connected.
desk-certificate-faulty = The certificate for https ends within days, has ended, or its files can’t be used. Ask the technician to renew it, or browsers will refuse these pages.
# $time (String): when it was noticed, such as 09:05; $numbers (String): ticket numbers such as "P 012 – P 040, E 003"
desk-tickets-lost = A disk fault, noticed at { $time }, has erased a part of today. The system no longer knows these numbers: { $numbers }. Ask in the room who holds one, and give them a new number. Some of those who wait may have been served already.
# $time (String): when it was noticed, such as 09:05
desk-entries-lost = A disk fault, noticed at { $time }, has erased the latest part of today: some of those who wait may have been served already. Ask before calling them twice, and tell whoever looks after the system.
# $since (String): a moment such as "martedì 24 novembre, 09:05"; $version (String): another one
desk-site-fault = The site file can’t be used since { $since }: the house runs on the version of { $version }. Tell the site manager.
desk-site-mistakes = The site file has mistakes and is used all the same. Tell the site manager.
desk-site-letters = Some words of the site can’t be shown on this machine, so another language stands in their place. Tell whoever looks after the system.
desk-backup-fault = Backups have failed since { $since }. Tell the person who looks after the system.
desk-traces-left = Something of earlier days could not be deleted and may still be readable on the disk. It is tried again. Tell the person who looks after the system.
desk-clock-unknown = The machine’s clock is wrong: opening hours don’t count, and numbers go on. Tell the person who looks after the system.
# $wall (String): a moment such as "martedì 24 novembre, 09:05"
desk-clock-differs = The machine’s clock now shows { $wall }. If it stays so for a minute, that time counts; no one loses their place.
# $from (String), $to (String): moments as above
desk-clock-set = The clock went from { $from } to { $to }: numbers and waits go on. If the date is wrong, tell the person who looks after the system.
desk-printer-near-end = The printer’s paper is about to run out.
desk-printer-paper-out = The printer is out of paper: put in a new roll.
desk-printer-cover-open = The printer’s cover is open: close it.
desk-printer-error = The printer is stuck: look at it.
desk-printer-offline = The printer does not answer: check cable and power.
desk-printer-mute = The printer takes slips and does not say whether it prints them: look whether they come out.
desk-printer-garbled = The printer sends nonsense: check its cable, switch it off and on again.
desk-printer-missing = The printer is not there: plug it in, or ask whoever looks after the system to correct its address.
desk-printer-not-a-device = The printer’s address does not lead to a printer: whoever looks after the system has to correct it.
desk-printer-no-room = The printer writes to a file and its disk is full: tell whoever looks after the system.
desk-printer-no-permission = The program may not use the printer: tell whoever looks after the system.
desk-printer-in-use = Another program uses the printer: tell whoever looks after the system.
desk-printer-refused = The printer refuses the connection: switch it off and on, or have its address corrected.
desk-printer-no-such-host = The printer’s name is not known in the network: whoever looks after the system has to correct it.
desk-printer-not-taking = The printer does not take what it is sent: look at paper and cover, then switch it off and on.
desk-printer-hangs = The system is stuck at the printer: switch it off and on; if that does not help, tell whoever looks after the system.
# $printer (String): the address of one of several printers; $words (String): one of the messages above
desk-printer-of = { $printer }: { $words }

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
# $ticket (String): ticket number such as "P 042"
desk-refusal-not-parked = Number { $ticket } is not put aside. Look at the list of those who are.
# $ticket (String): ticket number such as "P 042"
desk-refusal-on-the-way = Number { $ticket } is still on the way from another desk. Wait a minute.
# $ticket (String): ticket number such as "P 042"
desk-refusal-has-left = Number { $ticket } is done or has left. Make a new number.
# $service (String): a service's code
desk-refusal-step-is-there = The service { $service } is among the steps already.
# $service (String): a service's code
desk-refusal-no-such-step = There is no step { $service }, or it can’t be changed any more. Look at the steps.
desk-refusal-too-many-steps = This number has too many steps already. Make a new number for the rest.
# $service (String): a service's code; $after (String): another one's
desk-refusal-must-come-after = { $service } can only come after { $after }. Change the order.
# $desk (String): desk number
desk-refusal-same-desk = The number is at desk { $desk } already. Choose another desk.
desk-refusal-not-bookable = No appointment can be made for that moment. Choose an hour within three months when the institution is here.
desk-refusal-too-many-appointments = There is no room for more appointments. Take some out, or try again.
# $ticket (String): ticket number such as "P 042"
desk-refusal-too-many-recalls = Number { $ticket } has been called too many times already. If nobody comes, press “Did not come”.
desk-refusal-too-many-copies = No more copies are printed of number { $ticket }: five have come out, or the printer has failed too often. Write the number down by hand.
# $desk (String): desk number
desk-refusal-nothing-to-undo = Desk { $desk } has nothing to undo.
# $ticket (String): ticket number such as "P 042"
desk-refusal-too-late-to-undo = It is too late to undo this for number { $ticket }. Look for it in the lists.
# $ticket (String): ticket number such as "P 042"
desk-refusal-changed-since = Number { $ticket } has changed since then, so this can’t be undone any more. Look for it in the lists.
