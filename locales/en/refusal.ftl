### Why something can't be done, and what to do instead. For visitors and for staff.
### Ticket and desk numbers come as texts with ASCII digits.

refusal-no-need = Nothing was chosen. Please choose what you need.
# $most (Number): how many may be chosen at once
refusal-too-many-needs =
    { $most ->
        [one] You can choose only one thing. Please remove some.
       *[other] You can choose { $most } things at most. Please remove some.
    }
# $need (String): the code that is not known
refusal-unknown-need = { $need } is not offered here. Please choose something else.
# $language (String): the tag that is not known
refusal-unknown-language = The language { $language } is not offered here. Please choose one of those on the screen.
# $desk (String): desk number
refusal-unknown-desk = There is no desk { $desk }. Please check the number above the desk.
# $service (String): the code that is not known
refusal-unknown-service = There is no service { $service }. Please choose one from the list.
refusal-unknown-ticket = There is no such number today. Please take a new one or ask at any open desk.
refusal-unknown-appointment = There is no such code, or the appointment is over. Please check the code or ask at any open desk.
# $moment (String): day and time such as "Tuesday 24 November, 09:00"
refusal-appointment-later = Your appointment is on { $moment }. Please come back then.
# $desk (String): desk number
refusal-no-ticket-needed = You need no number. Please go to desk { $desk }.
# $moment (String): day and time such as "Tuesday 24 November, 09:00"
refusal-institution-away = This service is closed now. It opens again on { $moment }.
refusal-institution-away-for-long = This service is closed now. We do not know yet when it opens again.
# $moment (String): day and time such as "Tuesday 24 November, 09:00"
refusal-today-is-full = No more numbers today. Opens again { $moment }.
refusal-today-is-full-for-long = No more numbers today. We do not know yet when it opens again.
refusal-not-here-today-for-long = This service is not here today. We do not know yet when it opens again.
refusal-not-here-today = This service is not here today. Opens again { $moment }.
refusal-house-closed-for-long = It is closed here now. We do not know yet when it opens again.
refusal-house-closed = It is closed here now. Opens again { $moment }.
# $desk (String): desk number; $service (String): a service's code
refusal-service-not-at-desk = Desk { $desk } can’t do the service { $service }. Choose another service or another desk.
# $desk (String): desk number
refusal-desk-closed = Desk { $desk } is closed. Open it first.
# $desk (String): desk number
refusal-desk-paused = Desk { $desk } is paused. Open it first.
# $desk (String): desk number; $ticket (String): ticket number such as "P 042"
refusal-desk-busy = Desk { $desk } still has number { $ticket }. Finish it first, or mark it as not come.
# $desk (String): desk number
refusal-desk-has-nobody = Nobody is at desk { $desk }. Call the next number first.
# $ticket (String): ticket number such as "P 042"
refusal-already-serving = Number { $ticket } is already at the desk. Finish when you are done.
# $ticket (String): ticket number such as "P 042"
refusal-not-serving = Number { $ticket } was called but is not at the desk yet. Start first.
# $desk (String): number of the desk
refusal-moved-on = Desk { $desk } has another number now. Look who is there and try again.
# $ticket (String): ticket number such as "P 042"
refusal-not-no-show = Number { $ticket } is not marked as not come. Only such a number can go back to the queue.
# $ticket (String): ticket number such as "P 042"
refusal-not-waiting = Number { $ticket } is not waiting any more. Please ask at any open desk.
refusal-key-reused = This confirmation was already used for something else. Please go back to the start and try again.
refusal-day-full = There are no more numbers today. Please ask at any open desk.

refusal-not-saved = This could not be saved. Please try again. If it fails again, ask at any open desk.
refusal-busy = There are many people right now. Please wait a little and try again.
refusal-away = The system does not answer. Please wait a little and try again, or ask at any open desk.
