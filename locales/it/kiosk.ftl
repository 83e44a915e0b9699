### What stands on the glass. Said to one visitor, in short plain sentences: at most twelve words each.
### Ticket and desk numbers come as texts with ASCII digits.

## The start

# One word or two; stands beside the same in every other language
# room: 22
kiosk-welcome = Benvenuti
# room: 30
kiosk-choose-language = Scegli la tua lingua
# On a tile below all languages: leads to an interpreter
kiosk-language-missing = La mia lingua non c’è
# On the start, when the printer has no paper or does not work
kiosk-no-paper = Ora manca la carta. Il numero si legge sullo schermo e vale lo stesso.

## On every screen

kiosk-language = Cambia lingua
kiosk-back = Indietro
kiosk-home = Inizio
kiosk-done = Ho finito
kiosk-hub-gone = Ora non si possono prendere numeri. Chiedi all’accoglienza.

## The menu

kiosk-choose-need = Di che cosa hai bisogno?
kiosk-choose-leaf = Che cosa, di preciso?
# A heading in place of a need that others in the hall must not read
kiosk-private = La tua richiesta
kiosk-closed-now = Ora chiuso

## Before the number

# $count (Number): how many desks follow
kiosk-desks =
    { $count ->
        [one] Sportello
       *[other] Sportelli
    }
kiosk-step-first = Prima
kiosk-step-then = Poi
# $people (Number): who waits already
kiosk-people-waiting =
    { $people ->
        [0] Non aspetta nessuno
        [one] Aspetta { $people } persona
       *[other] Aspettano { $people } persone
    }
# $low (String): minutes
# $high (Number): minutes
kiosk-wait-range = Da { $low } a { $high } minuti circa
# $high (Number): minutes
kiosk-wait-up-to = Meno di { $high } minuti
# room: 28
kiosk-bring = Porta, se puoi:
kiosk-bring-nothing = Puoi venire anche senza documenti.
kiosk-take-number = Prendi il numero

## Without a number

kiosk-person-title = Vai subito allo sportello
kiosk-person-text = Non serve un numero. Qualcuno ti ascolta.
kiosk-closed-title = Questo sportello ora è chiuso
# $moment (String): such as "martedì 24 novembre, 09:00"
kiosk-closed-next = Torna { $moment }
kiosk-closed-for-long = Non si sa ancora quando riapre.
kiosk-full-title = Per oggi non c’è più posto
kiosk-closed-help = Non puoi aspettare? Chiedi all’accoglienza: troviamo un’altra strada.
kiosk-choose-other = Scegli un’altra cosa
# On a tile. $time (String): such as 14:00
# room: 34
kiosk-opens-at = Apre alle { $time }
# On a tile: the institution has no hours today
# room: 26
kiosk-not-today = Oggi non c’è
# On a tile: those who wait take all the time of today
# room: 26
kiosk-full-now = Oggi è pieno
kiosk-away-title = Questo sportello oggi non c’è
# The whole house
# room: 36
kiosk-house-closed = Adesso qui è chiuso
kiosk-no-desk-open = Nessuno sportello è ancora aperto
# $time (String): such as 14:00
kiosk-desk-opens = Lo sportello apre alle { $time }
kiosk-person-away = Ora a questo sportello non c’è nessuno
# Above a telephone number
kiosk-call = Chiama questo numero
# $number (String): a telephone number
kiosk-call-else = Non c’è nessuno? Chiama il { $number }.
# As kiosk-hub-gone, where there is no welcome desk or it is away
kiosk-hub-gone-alone = Ora non si possono prendere numeri. Aspetta un poco e riprova.
# As kiosk-trouble-help, where there is no welcome desk or it is away
# room: 72
kiosk-trouble-alone = Aspetta un poco e riprova.

## The number

kiosk-issuing = Un momento, il tuo numero arriva.
# room: 28
kiosk-number-title = Il tuo numero
# room: 28
kiosk-number-called = Tocca a te
# $people (Number): who will be called before
kiosk-ahead =
    { $people ->
        [0] Davanti a te non c’è nessuno
        [one] { $people } persona davanti a te
       *[other] { $people } persone davanti a te
    }
kiosk-slip-printing = Il foglietto sta uscendo.
kiosk-slip-slow = Il foglietto tarda. Fotografa lo schermo o ricorda il numero.
kiosk-slip-printed = Prendi il foglietto qui sotto.
kiosk-slip-unknown = Prendi il foglietto. Se non esce, ricorda il numero.
kiosk-slip-failed = Il foglietto non esce. Fotografa lo schermo o ricorda il numero: vale lo stesso.
# On a button, once the printer can print again
kiosk-print-slip = Stampa il foglietto ora
kiosk-address = Inquadra il codice: segui la fila sul telefono.

## Trouble

kiosk-trouble-title = Il numero non è arrivato
kiosk-trouble-away = Il sistema non risponde. Non è colpa tua.
kiosk-trouble-not-saved = Il numero non è stato salvato. Non è colpa tua.
kiosk-trouble-busy = C’è molta gente in questo momento. Aspetta un poco.
# room: 72
kiosk-trouble-help = Riprova, oppure vai all’accoglienza: ti aiutiamo lì.
kiosk-try-again = Riprova

## Nobody has touched for a while

# room: 32
kiosk-still-there = Sei ancora qui?
# $seconds (Number)
kiosk-still-there-seconds =
    { $seconds ->
        [one] Tra { $seconds } secondo si torna all’inizio.
       *[other] Tra { $seconds } secondi si torna all’inizio.
    }
kiosk-stay = Sì, sono qui
# $number (String): the number called last, such as P 041
kiosk-last-called = Ultimo numero chiamato: { $number }
kiosk-sooner = Ho bisogno di passare prima
kiosk-sooner-who = Gravidanza, bambini piccoli, disabilità, malattia, età avanzata
kiosk-add-need = Mi serve anche altro
kiosk-choose-also = Che altro ti serve?

## An appointment

kiosk-appointment = Ho un appuntamento
kiosk-appointment-title = Scrivi il codice del tuo appuntamento
kiosk-erase = Cancella
kiosk-check-in = Sono qui

## Leaving the queue

kiosk-leave = Lascia la coda
# room: 32
kiosk-leave-sure = Vuoi lasciare la coda?
kiosk-leave-note = Il tuo numero non sarà più chiamato.
# room: 28
kiosk-leave-yes = Sì, lascio la coda
# room: 28
kiosk-leave-no = No, resto in coda
# room: 32
kiosk-left = Non sei più in coda.
kiosk-left-more = Se cambi idea, prendi un nuovo numero.

## Without a number, on paper

kiosk-print-this = Stampa queste informazioni
kiosk-note-failed = Il foglietto non esce. Fotografa lo schermo.

## Counting, after the number: everybody may leave everything out

# room: 30
kiosk-tap-invite = Ci aiuti a contare?
# room: 60
kiosk-tap-anonymous = Nessuno sa che sei tu. Puoi non rispondere.
kiosk-tap-skip = Non rispondo
# room: 33
kiosk-tap-first = È la tua prima volta qui?
kiosk-tap-first-yes = Sì
kiosk-tap-first-no = No
# room: 30
kiosk-tap-gender = Ti senti…
kiosk-tap-woman = Donna
kiosk-tap-man = Uomo
# room: 24
kiosk-tap-other = Altro
kiosk-tap-age = Quanti anni hai?
# $years (String): such as 18
kiosk-tap-age-under = Meno di { $years }
# $low (String), $high (String): such as 18 and 24
kiosk-tap-age-range = Da { $low } a { $high }
# $years (String): such as 65
kiosk-tap-age-over = { $years } o più
kiosk-tap-status = Con quali documenti stai in Italia?
# room: 31
kiosk-tap-asylum = Ho chiesto protezione
kiosk-tap-protected = Ho la protezione
kiosk-tap-permit = Ho un altro permesso
kiosk-tap-citizen = Ho cittadinanza italiana o UE
kiosk-tap-none = Non ho ancora documenti
