### Why something can't be done, and what to do instead. For visitors and for staff.
### Ticket and desk numbers come as texts with ASCII digits.

refusal-no-need = Non è stata scelta nessuna richiesta. Scegline una.
# $most (Number): how many may be chosen at once
refusal-too-many-needs =
    { $most ->
        [one] Si può scegliere una sola richiesta. Togline qualcuna.
       *[other] Si possono scegliere al massimo { $most } richieste. Togline qualcuna.
    }
# $need (String): the code that is not known
refusal-unknown-need = Qui non c’è la richiesta { $need }. Scegline un’altra.
# $language (String): the tag that is not known
refusal-unknown-language = Qui non c’è la lingua { $language }. Scegli una delle lingue sullo schermo.
# $desk (String): desk number
refusal-unknown-desk = Lo sportello { $desk } non esiste. Controlla il numero sopra lo sportello.
# $service (String): the code that is not known
refusal-unknown-service = Il servizio { $service } non esiste. Scegli un servizio dall’elenco.
refusal-unknown-ticket = Questo numero oggi non c’è. Prendi un nuovo numero o chiedi a uno sportello aperto.
refusal-unknown-appointment = Questo codice non c’è, o l’appuntamento è passato. Controlla il codice o chiedi a uno sportello aperto.
# $moment (String): day and time such as "martedì 24 novembre, 09:00"
refusal-appointment-later = Il tuo appuntamento è { $moment }. Torna in quel momento.
# $desk (String): desk number
refusal-no-ticket-needed = Non serve un numero. Vai allo sportello { $desk }.
# $moment (String): day and time such as "martedì 24 novembre, 09:00"
refusal-institution-away = Adesso questo servizio è chiuso. Riapre { $moment }.
refusal-institution-away-for-long = Adesso questo servizio è chiuso. Non si sa ancora quando riapre.
# $moment (String): day and time such as "martedì 24 novembre, 09:00"
refusal-today-is-full = Per oggi non c’è più tempo per altri numeri. Torna { $moment }.
refusal-today-is-full-for-long = Per oggi non c’è più tempo per altri numeri. Non si sa ancora quando riapre.
# $moment (String): day and time such as "martedì 24 novembre, 09:00"
refusal-house-closed = Adesso qui è chiuso. Torna { $moment }.
refusal-house-closed-for-long = Adesso qui è chiuso. Non si sa ancora quando riapre.
# $moment (String): day and time such as "martedì 24 novembre, 09:00"
refusal-not-here-today = Oggi questo servizio non c’è. Torna { $moment }.
refusal-not-here-today-for-long = Oggi questo servizio non c’è. Non si sa ancora quando riapre.
# $desk (String): desk number; $service (String): a service's code
refusal-service-not-at-desk = Lo sportello { $desk } non può fare il servizio { $service }. Scegli un altro servizio o un altro sportello.
# $desk (String): desk number
refusal-desk-closed = Lo sportello { $desk } è chiuso. Aprilo prima di continuare.
# $desk (String): desk number
refusal-desk-paused = Lo sportello { $desk } è in pausa. Aprilo prima di continuare.
# $desk (String): desk number; $ticket (String): ticket number such as "P 042"
refusal-desk-busy = Allo sportello { $desk } c’è ancora il numero { $ticket }. Prima concludi o segna che non si è presentato.
# $desk (String): desk number
refusal-desk-has-nobody = Allo sportello { $desk } non c’è nessuno. Chiama prima il prossimo numero.
# $ticket (String): ticket number such as "P 042"
refusal-already-serving = Il numero { $ticket } è già allo sportello. Quando avete finito, concludi.
# $ticket (String): ticket number such as "P 042"
refusal-not-serving = Il numero { $ticket } è chiamato ma non ancora allo sportello. Prima comincia.
# $desk (String): number of the desk
refusal-moved-on = Allo sportello { $desk } ora c’è un altro numero. Guarda chi c’è e riprova.
# $ticket (String): ticket number such as "P 042"
refusal-not-no-show = Il numero { $ticket } non è tra gli assenti. Solo un assente può tornare in coda.
# $ticket (String): ticket number such as "P 042"
refusal-not-waiting = Il numero { $ticket } non è più in attesa. Chiedi a uno sportello aperto.
refusal-key-reused = Questa conferma è già servita per un’altra richiesta. Torna all’inizio e riprova.
refusal-day-full = Per oggi i numeri sono finiti. Chiedi a uno sportello aperto.

refusal-not-saved = Non è stato possibile salvare. Riprova. Se non va, chiedi a uno sportello aperto.
refusal-busy = C’è molta gente in questo momento. Aspetta un poco e riprova.
refusal-away = Il sistema non risponde. Aspetta un poco e riprova, o chiedi a uno sportello aperto.
