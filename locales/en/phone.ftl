### The visitor's own phone. Ticket and desk numbers come as texts with ASCII digits.

phone-your-number = Your number
phone-desk = desk
phone-desks = desks
phone-where = Where to go
phone-next = Almost your turn: you are next.
# $count (Number): people ahead
phone-ahead =
    { $count ->
        [one] { $count } person is ahead of you.
       *[other] { $count } people are ahead of you.
    }
# $low (String), $high (Number): minutes
phone-wait =
    { $high ->
        [one] Expected wait: { $low } to { $high } minute.
       *[other] Expected wait: { $low } to { $high } minutes.
    }
# $high (Number): minutes
phone-wait-short =
    { $high ->
        [one] Expected wait: { $high } minute at most.
       *[other] Expected wait: { $high } minutes at most.
    }
phone-wait-unknown = The desk is not open now. Please stay nearby.
# $numbers (String): one to three numbers, such as P 041, P 040
phone-last-called = Last numbers called: { $numbers }
# $desk (String): desk number
phone-called = It is your turn. Go to desk { $desk }.
phone-called-more = They are waiting for you now.
# $desk (String): desk number
phone-serving = You are at desk { $desk }.
phone-no-show = We called you and did not see you.
phone-no-show-more = Go to any open desk: they can put you back in the queue with the same number.
phone-parked = Your number is set aside
phone-parked-more = When you have what is missing, come back to the desk and show the number.
phone-served = All done. Thank you for coming.
phone-served-more = Do you need something else? Take a new number.
phone-withdrawn = You are no longer in the queue.
phone-withdrawn-more = If you change your mind, take a new number.
# On a button; the next one when it was tapped.
phone-ring = Tap here: the phone rings when it is your turn
phone-ring-on = The phone will ring: keep this page open
phone-ring-again = The phone does not ring now: tap here and it will again
# For a number that is not on the board: the staff fetch the person.
phone-quiet-called = It is your turn: we are coming to you, you can stay where you are.
phone-quiet-serving = We are with you now.
phone-taken-back = You were called by mistake. Please stay nearby: we will call you again.
# The services of this number are offered no more.
phone-no-place = No desk calls this number by itself.
phone-no-place-more = Go to any open desk. Show the number: they will help you.
phone-leave = Leave the queue
phone-leave-sure = Do you want to leave the queue?
phone-leave-note = Your number will not be called.
phone-leave-yes = Yes, leave the queue
phone-leave-no = No, stay in the queue
phone-language = Language
phone-not-live = No connection: this page may be out of date. Look at the board in the room.
phone-quiet-not-live = No connection: this page may be out of date. We will still come to you.
phone-gone-title = This number is not here today
phone-gone = Each number is good for its own day only. If you need help, take a new number or ask at any open desk.
