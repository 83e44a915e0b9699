### Why something can't be done, and what to do instead. For visitors and for staff.
### Ticket and desk numbers come as texts with ASCII digits.

refusal-no-need = Nuk u zgjodh asgjë. Zgjidhni çfarë ju duhet.
# $most (Number): how many may be chosen at once
refusal-too-many-needs =
    { $most ->
        [one] Mund të zgjidhni vetëm një kërkesë. Hiqni të tjerat.
       *[other] Mund të zgjidhni deri në { $most } kërkesa. Hiqni ndonjë.
    }
# $need (String): the code that is not known
refusal-unknown-need = Kërkesa { $need } nuk është këtu. Zgjidhni një tjetër.
# $language (String): the tag that is not known
refusal-unknown-language = Gjuha { $language } nuk është këtu. Zgjidhni një nga gjuhët në ekran.
# $desk (String): desk number
refusal-unknown-desk = Sporteli { $desk } nuk ekziston. Shikoni numrin mbi sportel.
# $service (String): the code that is not known
refusal-unknown-service = Shërbimi { $service } nuk ekziston. Zgjidhni një shërbim nga lista.
refusal-unknown-ticket = Ky numër sot nuk ekziston. Merrni një numër të ri ose pyetni te një sportel i hapur.
refusal-unknown-appointment = Ky kod nuk ekziston, ose takimi ka kaluar. Shikoni kodin ose pyetni te një sportel i hapur.
# $moment (String): day and time such as "Tuesday 24 November, 09:00"
refusal-appointment-later = Takimi juaj është: { $moment }. Ejani sërish në atë kohë.
# $desk (String): desk number
refusal-no-ticket-needed = Nuk ju duhet numër. Shkoni te sporteli { $desk }.
# $moment (String): day and time such as "Tuesday 24 November, 09:00"
refusal-institution-away = Ky shërbim tani është i mbyllur. Hapet sërish: { $moment }.
refusal-institution-away-for-long = Ky shërbim tani është i mbyllur. Ende nuk dihet kur do të hapet.
# $moment (String): day and time such as "Tuesday 24 November, 09:00"
refusal-today-is-full = Për sot nuk ka më kohë për numra të tjerë. Ejani sërish: { $moment }.
refusal-today-is-full-for-long = Për sot nuk ka më kohë për numra të tjerë. Ende nuk dihet kur do të hapet.
refusal-not-here-today-for-long = Ky shërbim sot nuk është këtu. Ende nuk dihet kur do të hapet.
refusal-not-here-today = Ky shërbim sot nuk është këtu. Ejani sërish: { $moment }.
refusal-house-closed-for-long = Këtu tani është mbyllur. Ende nuk dihet kur do të hapet.
refusal-house-closed = Këtu tani është mbyllur. Ejani sërish: { $moment }.
# $desk (String): desk number; $service (String): a service's code
refusal-service-not-at-desk = Sporteli { $desk } nuk e bën shërbimin { $service }. Zgjidhni një shërbim tjetër ose një sportel tjetër.
# $desk (String): desk number
refusal-desk-closed = Sporteli { $desk } është i mbyllur. Më parë hapeni.
# $desk (String): desk number
refusal-desk-paused = Sporteli { $desk } është në pushim. Më parë hapeni.
# $desk (String): desk number; $ticket (String): ticket number such as "P 042"
refusal-desk-busy = Te sporteli { $desk } është ende numri { $ticket }. Më parë mbarojeni ose shënoni se nuk erdhi.
# $desk (String): desk number
refusal-desk-has-nobody = Te sporteli { $desk } nuk ka njeri. Më parë thirrni numrin tjetër.
# $ticket (String): ticket number such as "P 042"
refusal-already-serving = Numri { $ticket } është tashmë te sporteli. Kur të keni mbaruar, mbylleni.
# $ticket (String): ticket number such as "P 042"
refusal-not-serving = Numri { $ticket } është thirrur, por ende nuk është te sporteli. Më parë filloni.
# $desk (String): number of the desk
refusal-moved-on = Te sporteli { $desk } tani është një numër tjetër. Shikoni kush është dhe provoni përsëri.
# $ticket (String): ticket number such as "P 042"
refusal-not-no-show = Numri { $ticket } nuk është ndër ata që mungojnë. Vetëm kush mungon mund të kthehet në radhë.
# $ticket (String): ticket number such as "P 042"
refusal-not-waiting = Numri { $ticket } nuk pret më. Pyetni te një sportel i hapur.
refusal-key-reused = Ky konfirmim është përdorur për një kërkesë tjetër. Kthehuni në fillim dhe provoni përsëri.
refusal-day-full = Numrat për sot mbaruan. Pyetni te një sportel i hapur.

refusal-not-saved = Nuk u ruajt dot. Provoni përsëri. Nëse nuk shkon, pyetni te një sportel i hapur.
refusal-busy = Ka shumë njerëz në këtë çast. Prisni pak dhe provoni përsëri.
refusal-away = Sistemi nuk përgjigjet. Prisni pak dhe provoni përsëri, ose pyetni te një sportel i hapur.
