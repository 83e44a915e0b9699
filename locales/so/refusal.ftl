### Why something can't be done, and what to do instead. For visitors and for staff.
### Ticket and desk numbers come as texts with ASCII digits.

refusal-no-need = Waxba lama dooran. Mid dooro.
# $most (Number): how many may be chosen at once
refusal-too-many-needs =
    { $most ->
        [one] Waxaa la dooran karaa { $most } keliya. Qaar ka saar.
       *[other] Waxaa la dooran karaa ugu badnaan { $most }. Qaar ka saar.
    }
# $need (String): the code that is not known
refusal-unknown-need = { $need } halkan ma jiro. Mid kale dooro.
# $language (String): the tag that is not known
refusal-unknown-language = Luqadda { $language } halkan ma jirto. Dooro mid ka mid ah luqadaha shaashadda.
# $desk (String): desk number
refusal-unknown-desk = Miiska { $desk } ma jiro. Hubi lambarka miiska korkiisa.
# $service (String): the code that is not known
refusal-unknown-service = Adeegga { $service } ma jiro. Ka dooro liiska.
refusal-unknown-ticket = Lambarkan maanta ma jiro. Qaado lambar cusub ama weydii soo-dhoweynta.
# $desk (String): desk number
refusal-no-ticket-needed = Lambar looma baahna. Tag miiska { $desk }.
# $moment (String): day and time such as "Tuesday 24 November, 09:00"
refusal-institution-away = Adeeggan hadda waa xiran. Waxaa la furayaa { $moment }. Haddii ay degdeg tahay, weydii soo-dhoweynta.
refusal-institution-away-for-long = Adeeggan hadda waa xiran. Weydii soo-dhoweynta.
# $desk (String): desk number; $service (String): a service's code
refusal-service-not-at-desk = Miiska { $desk } ma qaban karo adeegga { $service }. Dooro adeeg ama miis kale.
# $desk (String): desk number
refusal-desk-closed = Miiska { $desk } waa xiran yahay. Fur marka hore.
# $desk (String): desk number
refusal-desk-paused = Miiska { $desk } waa nasasho. Fur marka hore.
# $desk (String): desk number; $ticket (String): ticket number such as "P 042"
refusal-desk-busy = Miiska { $desk } waxaa weli jooga lambarka { $ticket }. Marka hore dhammee ama calaamadee in uusan iman.
# $desk (String): desk number
refusal-desk-has-nobody = Miiska { $desk } cidna ma joogto. Marka hore u yeer lambarka xiga.
# $ticket (String): ticket number such as "P 042"
refusal-already-serving = Lambarka { $ticket } hore ayuu miiska u joogaa. Markaad dhammaysaan, xir.
# $ticket (String): ticket number such as "P 042"
refusal-not-serving = Lambarka { $ticket } waa loo yeeray, weli miiska ma joogo. Marka hore bilow.
# $desk (String): number of the desk
refusal-moved-on = Miiska { $desk } hadda waxaa jooga lambar kale. Eeg cidda joogta oo isku day mar kale.
# $ticket (String): ticket number such as "P 042"
refusal-not-no-show = Lambarka { $ticket } kuma jiro kuwa maqan. Kan maqan oo keliya ayaa safka ku noqon kara.
# $ticket (String): ticket number such as "P 042"
refusal-not-waiting = Lambarka { $ticket } mar dambe ma sugayo. Eeg looxa ama weydii soo-dhoweynta.
refusal-key-reused = Xaqiijintan hore ayaa loo isticmaalay. Ku noqo bilowga oo isku day mar kale.
refusal-day-full = Maanta lambarradii way dhammaadeen. Weydii soo-dhoweynta.
refusal-not-saved = Lama kaydin karin. Isku day mar kale. Haddii ay diido, weydii soo-dhoweynta.
refusal-busy = Hadda dad badan baa jooga. Wax yar sug oo isku day mar kale.
refusal-away = Nidaamku ma jawaabayo. Wax yar sug oo isku day mar kale, ama weydii soo-dhoweynta.
