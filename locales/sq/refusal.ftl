### Why something can't be done, and what to do instead. For visitors and for staff.
### Ticket and desk numbers come as texts with ASCII digits.

refusal-no-need = Nuk u zgjodh asgjë. Zgjidhni një.
# $most (Number): how many may be chosen at once
refusal-too-many-needs =
    { $most ->
        [one] Mund të zgjidhet vetëm { $most }. Hiqni ndonjë.
       *[other] Mund të zgjidhen më së shumti { $most }. Hiqni ndonjë.
    }
# $need (String): the code that is not known
refusal-unknown-need = { $need } nuk është këtu. Zgjidhni tjetër.
# $language (String): the tag that is not known
refusal-unknown-language = Gjuha { $language } nuk është këtu. Zgjidhni një nga gjuhët në ekran.
# $desk (String): desk number
refusal-unknown-desk = Sporteli { $desk } nuk ekziston. Kontrolloni numrin mbi sportel.
# $service (String): the code that is not known
refusal-unknown-service = Shërbimi { $service } nuk ekziston. Zgjidhni një nga lista.
refusal-unknown-ticket = Ky numër sot nuk ekziston. Merrni një numër të ri ose pyetni te pritja.
# $desk (String): desk number
refusal-no-ticket-needed = Nuk duhet numër. Shkoni te sporteli { $desk }.
# $moment (String): day and time such as "Tuesday 24 November, 09:00"
refusal-institution-away = Ky shërbim tani është i mbyllur. Hapet { $moment }. Nëse keni ngut, pyetni te pritja.
refusal-institution-away-for-long = Ky shërbim tani është i mbyllur. Pyetni te pritja.
# $desk (String): desk number; $service (String): a service's code
refusal-service-not-at-desk = Sporteli { $desk } nuk e bën shërbimin { $service }. Zgjidhni shërbim ose sportel tjetër.
# $desk (String): desk number
refusal-desk-closed = Sporteli { $desk } është i mbyllur. Hapeni më parë.
# $desk (String): desk number
refusal-desk-paused = Sporteli { $desk } është në pushim. Hapeni më parë.
# $desk (String): desk number; $ticket (String): ticket number such as "P 042"
refusal-desk-busy = Te sporteli { $desk } është ende numri { $ticket }. Më parë mbarojeni ose shënoni se nuk erdhi.
# $desk (String): desk number
refusal-desk-has-nobody = Te sporteli { $desk } nuk është askush. Më parë thirrni numrin tjetër.
# $ticket (String): ticket number such as "P 042"
refusal-already-serving = Numri { $ticket } është te sporteli. Kur të mbaroni, mbylleni.
# $ticket (String): ticket number such as "P 042"
refusal-not-serving = Numri { $ticket } është thirrur, por ende nuk është te sporteli. Më parë filloni.
# $desk (String): number of the desk
refusal-moved-on = Te sporteli { $desk } tani është numër tjetër. Shikoni kush është dhe provoni përsëri.
# $ticket (String): ticket number such as "P 042"
refusal-not-no-show = Numri { $ticket } nuk është ndër munguesit. Vetëm një mungues kthehet në radhë.
# $ticket (String): ticket number such as "P 042"
refusal-not-waiting = Numri { $ticket } nuk pret më. Shikoni tabelën ose pyetni te pritja.
refusal-key-reused = Ky konfirmim është përdorur më parë. Kthehuni në fillim dhe provoni përsëri.
refusal-day-full = Për sot numrat mbaruan. Pyetni te pritja.
refusal-not-saved = Nuk u ruajt dot. Provoni përsëri. Nëse nuk shkon, pyetni te pritja.
refusal-busy = Ka shumë njerëz në këtë çast. Prisni pak dhe provoni përsëri.
refusal-away = Sistemi nuk përgjigjet. Prisni pak dhe provoni përsëri, ose pyetni te pritja.
