### What stands on the glass.

## The start

kiosk-welcome = Welcome
kiosk-choose-language = Choose your language
# On a tile below all languages: leads to an interpreter
kiosk-language-missing = My language is not here
kiosk-no-paper = There is no paper now. Your number is on the screen and counts the same.

## On every screen

kiosk-language = Change language
kiosk-back = Back
kiosk-home = Start again
kiosk-done = Done
kiosk-hub-gone = No numbers can be taken now. Ask at the welcome desk.

## The menu

kiosk-choose-need = What do you need?
kiosk-choose-leaf = Which of these?
kiosk-private = Your request
kiosk-closed-now = Closed now

## Before the number

kiosk-desks =
    { $count ->
        [one] Desk
       *[other] Desks
    }
kiosk-step-first = First
kiosk-step-then = Then
kiosk-people-waiting =
    { $people ->
        [0] Nobody is waiting
        [one] { $people } person is waiting
       *[other] { $people } people are waiting
    }
kiosk-wait-range = About { $low } to { $high } minutes
kiosk-wait-up-to = Less than { $high } minutes
kiosk-bring = Bring if you can:
kiosk-bring-nothing = You can come without any papers.
kiosk-take-number = Take a number

## Without a number

kiosk-person-title = Go straight to the desk
kiosk-person-text = You don’t need a number. Someone there will help you.
kiosk-closed-title = This desk is closed now
kiosk-closed-next = Opens again { $moment }
kiosk-closed-for-long = We do not know yet when it opens again.
kiosk-full-title = No more numbers today
kiosk-closed-help = Can’t wait? Ask at the welcome desk: we will find another way.
kiosk-choose-other = Choose something else
kiosk-opens-at = Opens at { $time }
kiosk-not-today = Not here today
kiosk-full-now = Full today
kiosk-away-title = This desk is not here today
kiosk-house-closed = It is closed here now
kiosk-no-desk-open = No desk is open yet
kiosk-desk-opens = The desk opens at { $time }
kiosk-person-away = Nobody is at this desk now
kiosk-call = Call this number
kiosk-call-else = Nobody there? Call { $number }.
kiosk-hub-gone-alone = No numbers can be taken now. Please wait a little and try again.
kiosk-trouble-alone = Please wait a little and try again.

## The number

kiosk-issuing = One moment, your number is coming.
kiosk-number-title = Your number
kiosk-number-called = It is your turn
kiosk-ahead =
    { $people ->
        [0] Nobody is ahead of you
        [one] { $people } person ahead of you
       *[other] { $people } people ahead of you
    }
kiosk-slip-printing = Your ticket is coming out.
kiosk-slip-slow = Your ticket is late. Take a photo of this screen or remember your number.
kiosk-slip-printed = Take your ticket below.
kiosk-slip-unknown = Take your ticket. If none comes, remember your number.
kiosk-slip-failed = No paper now. Take a photo of this screen or remember your number: it is valid.
kiosk-print-slip = Print my slip now
kiosk-address = Point your camera here: follow the queue on your phone.

## Trouble

kiosk-trouble-title = We could not give you a number
kiosk-trouble-away = The system does not answer. It is not your fault.
kiosk-trouble-not-saved = You have no number yet. It is not your fault.
kiosk-trouble-busy = Many people are here right now. Wait a little.
kiosk-trouble-help = Try again, or go to the welcome desk: we will help you there.
kiosk-try-again = Try again

## Nobody has touched for a while

kiosk-still-there = Are you still here?
kiosk-still-there-seconds =
    { $seconds ->
        [one] In { $seconds } second we go back to the start.
       *[other] In { $seconds } seconds we go back to the start.
    }
kiosk-stay = Yes, I am here
# $number (String): the number called last, such as P 041
kiosk-last-called = Last number called: { $number }
kiosk-sooner = I need priority
kiosk-sooner-who = Pregnancy, small children, disability, illness, old age
kiosk-add-need = I need something else too
kiosk-choose-also = What else do you need?

## An appointment

kiosk-appointment = I have an appointment
kiosk-appointment-title = Type the code of your appointment
kiosk-erase = Delete
kiosk-check-in = I am here

## Leaving the queue

kiosk-leave = Leave the queue
kiosk-leave-sure = Do you want to leave the queue?
kiosk-leave-note = Your number will not be called.
kiosk-leave-yes = Yes, leave the queue
kiosk-leave-no = No, stay in the queue
kiosk-left = You are no longer in the queue.
kiosk-left-more = If you change your mind, take a new number.

## Without a number, on paper

kiosk-print-this = Print this information
kiosk-note-failed = No paper now. Take a photo of this screen.

## Counting, after the number: everybody may leave everything out

kiosk-tap-invite = A few anonymous questions?
kiosk-tap-anonymous = Your answers are anonymous. You need not answer.
kiosk-tap-skip = I’d rather not say
kiosk-tap-first = Is this your first time here?
kiosk-tap-first-yes = Yes
kiosk-tap-first-no = No
kiosk-tap-gender = How do you describe yourself?
kiosk-tap-woman = Woman
kiosk-tap-man = Man
kiosk-tap-other = In another way
kiosk-tap-age = How old are you?
# $years (String): such as 18
kiosk-tap-age-under = Under { $years }
# $low (String), $high (String): such as 18 and 24
kiosk-tap-age-range = { $low } to { $high }
# $years (String): such as 65
kiosk-tap-age-over = { $years } or over
kiosk-tap-status = Which papers do you have in Italy?
kiosk-tap-asylum = I have asked for protection
kiosk-tap-protected = I have protection
kiosk-tap-permit = I have another permit
kiosk-tap-citizen = Italian or EU citizen
kiosk-tap-none = I have no papers yet
