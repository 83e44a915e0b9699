### Why something can't be done, and what to do instead. For visitors and for staff.
### Ticket and desk numbers come as texts with ASCII digits.

refusal-no-need = Waxba lama dooran. Dooro waxa aad u baahan tahay.
# $most (Number): how many may be chosen at once
refusal-too-many-needs =
    { $most ->
        [one] Hal codsi oo keliya ayaa la dooran karaa. Qaar ka saar.
       *[other] Ugu badnaan { $most } codsi ayaa la dooran karaa. Qaar ka saar.
    }
# $need (String): the code that is not known
refusal-unknown-need = Codsiga { $need } halkan kuma jiro. Mid kale dooro.
# $language (String): the tag that is not known
refusal-unknown-language = Luqadda { $language } halkan kuma jirto. Dooro mid ka mid ah luqadaha shaashadda.
# $desk (String): desk number
refusal-unknown-desk = Miiska { $desk } ma jiro. Hubi lambarka ka sarreeya miiska.
# $service (String): the code that is not known
refusal-unknown-service = Adeegga { $service } ma jiro. Liiska ka dooro adeeg.
refusal-unknown-ticket = Lambarkani maanta ma jiro. Qaado lambar cusub ama weydii miis furan.
refusal-unknown-appointment = Koodhkani ma jiro, ama ballantu way dhaaftay. Hubi koodhka ama weydii miis furan.
# $moment (String): day and time such as "Tuesday 24 November, 09:00"
refusal-appointment-later = Ballantaadu waa: { $moment }. Waqtigaas soo noqo.
# $desk (String): desk number
refusal-no-ticket-needed = Lambar uma baahnid. Tag miiska { $desk }.
# $moment (String): day and time such as "Tuesday 24 November, 09:00"
refusal-institution-away = Adeeggani hadda waa xiran yahay. Wuxuu furmayaa: { $moment }.
refusal-institution-away-for-long = Adeeggani hadda waa xiran yahay. Weli lama oga goorta la furi doono.
# $moment (String): day and time such as "Tuesday 24 November, 09:00"
refusal-today-is-full = Maanta lambarro kale waqti uma harin. Soo noqo: { $moment }.
refusal-today-is-full-for-long = Maanta lambarro kale waqti uma harin. Weli lama oga goorta la furi doono.
refusal-not-here-today-for-long = Adeeggani maanta ma jiro. Weli lama oga goorta la furi doono.
refusal-not-here-today = Adeeggani maanta ma jiro. Soo noqo: { $moment }.
refusal-house-closed-for-long = Halkan hadda waa xiran yahay. Weli lama oga goorta la furi doono.
refusal-house-closed = Halkan hadda waa xiran yahay. Soo noqo: { $moment }.
# $desk (String): desk number; $service (String): a service's code
refusal-service-not-at-desk = Miiska { $desk } laguma qaban karo adeegga { $service }. Dooro adeeg kale ama miis kale.
# $desk (String): desk number
refusal-desk-closed = Miiska { $desk } waa xiran yahay. Marka hore fur.
# $desk (String): desk number
refusal-desk-paused = Miiska { $desk } nasasho ayuu ku jiraa. Marka hore fur.
# $desk (String): desk number; $ticket (String): ticket number such as "P 042"
refusal-desk-busy = Miiska { $desk } waxaa weli jooga lambarka { $ticket }. Marka hore dhammee ama calaamadee inuusan iman.
# $desk (String): desk number
refusal-desk-has-nobody = Miiska { $desk } cidna ma joogto. Marka hore u yeer lambarka xiga.
# $ticket (String): ticket number such as "P 042"
refusal-already-serving = Lambarka { $ticket } miiska ayuu joogaa. Markaad dhammaysaan, calaamadee dhammaad.
# $ticket (String): ticket number such as "P 042"
refusal-not-serving = Lambarka { $ticket } waa loo yeeray, laakiin weli miiska ma joogo. Marka hore bilow.
# $desk (String): number of the desk
refusal-moved-on = Miiska { $desk } hadda waxaa jooga lambar kale. Eeg cidda joogta oo isku day mar kale.
# $ticket (String): ticket number such as "P 042"
refusal-not-no-show = Lambarka { $ticket } kuma jiro kuwa maqan. Kuwa maqan oo keliya ayaa safka ku noqon kara.
# $ticket (String): ticket number such as "P 042"
refusal-not-waiting = Lambarka { $ticket } hadda safka kuma jiro. Weydii miis furan.
refusal-key-reused = Xaqiijintan hore ayaa codsi kale loogu isticmaalay. Ku noqo bilowga oo isku day mar kale.
refusal-day-full = Maanta lambarro ma harin. Weydii miis furan.

refusal-not-saved = Lama kaydin karin. Isku day mar kale. Haddii ay shaqayn weydo, weydii miis furan.
refusal-busy = Hadda dad badan ayaa jooga. Wax yar sug oo isku day mar kale.
refusal-away = Nidaamku ma jawaabayo. Wax yar sug oo isku day mar kale, ama weydii miis furan.
