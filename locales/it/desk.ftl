### The desks' pages, for staff. Ticket and desk numbers come as texts with ASCII digits.

## The pages around it

desk-skip = Vai al contenuto
desk-page-language = Lingua della pagina
desk-index-desks = Sportelli
desk-index-desks-note = Chiamare e servire, per chi lavora qui
desk-index-board = Tabellone
desk-index-board-note = I numeri chiamati, per la sala d’attesa
desk-index-sign-in-note = Con nome e PIN
desk-sign-in = Accedi
desk-sign-out = Esci
desk-name = Nome
desk-pin = PIN
desk-choose = A quale sportello sei?
desk-change-desk = Cambia sportello

## What an account may not do

desk-not-yours = Non è permesso con questo accesso
desk-to-desks = Vai agli sportelli
desk-not-your-role = Il tuo ruolo non permette questa operazione. Chiedi a chi gestisce il sito, oppure accedi con un altro nome.
desk-not-your-desk = Questo sportello è di altri enti. Scegline uno dei tuoi, oppure chiedi a chi gestisce il sito.
desk-not-your-ticket = Questo riguarda altri enti: ci pensa l’accoglienza.
desk-not-your-key = La chiave di questo dispositivo serve ad altro. Chiedi a chi gestisce il sito.
desk-of-others = È di altri enti
desk-figures = Gli sportelli in cifre
desk-figures-only = Il tuo ruolo vede solo le cifre e non cambia nulla. Puoi aprire anche:
desk-figures-day = Le cifre di oggi
desk-figures-metrics = Le misure per il monitoraggio
desk-figures-health = Lo stato del sistema
desk-none-is-yours = Nessuno di questi sportelli è dei tuoi enti. Chiedi a chi gestisce il sito.

## The desk

desk-desk = Sportello
desk-state-open = aperto
desk-state-paused = in pausa
desk-state-closed = chiuso
desk-is-closed = Lo sportello è chiuso.
desk-is-paused = Lo sportello è in pausa: non chiama nessuno.
desk-i-speak = Parlo
desk-i-do = Servizi di oggi a questo sportello
desk-tick-one = Spunta almeno una lingua e un servizio.

## Buttons

desk-open = Apri lo sportello
desk-open-again = Riapri lo sportello
desk-pause = Pausa
desk-close = Chiudi
desk-call-next = Chiama il prossimo
desk-recall = Richiama
desk-start = È arrivato: inizia
desk-no-show = Non si è presentato
desk-finish = Concludi
# $ticket (String): ticket number such as "P 042"
desk-undo = Annulla: { $ticket }
desk-finish-and-next = Concludi e chiama il prossimo
desk-take-back = Rimetti in coda
desk-park = Metti da parte
desk-resume = Riprendi
desk-walk-in = Persona senza numero
desk-walk-in-do = Servi subito
desk-print-slip = Stampa il foglietto
# $ticket (String): ticket number such as "P 042"
desk-call-this = Chiama { $ticket }
desk-dismiss = È andato via
desk-reprint = Ristampa il foglietto
desk-not-urgent = Non è più urgente
# Before buttons with the reasons.
desk-urgent-because = È urgente:
desk-urgent-deadline = scade un termine
desk-urgent-health = sta male
desk-urgent-safety = non è al sicuro
desk-urgent-children = i bambini sono stanchi
desk-keys = Tasti rapidi attivi

## The ticket at the desk

desk-called = chiamato
desk-serving = allo sportello
# $minutes (Number)
desk-for-minutes = da { $minutes } min
# $minutes (Number)
desk-minutes = { $minutes } min
# $minutes (Number)
desk-ago = { $minutes } min fa
desk-language = Lingua
desk-waited = Qui da
desk-why = Perché ora
desk-steps = Tappe
# $minutes (Number): since the ticket was issued
desk-why-longest-waiting = era chi aspettava da più tempo ({ $minutes } min)
# $step (String): 2 or more
desk-why-later-step = è alla tappa { $step }
desk-why-handed-on = è stato mandato a questo sportello
desk-why-resumed = era da parte
desk-why-chosen = lo hai scelto tu
desk-why-appointment = ha un appuntamento
desk-why-urgent = è urgente
desk-why-priority = ha chiesto la precedenza
# $language (String): such as "tigrino"
desk-why-interpreter = serve un interprete: { $language }
# $language (String): such as "tigrino"
desk-why-speaks = qui si parla { $language }
# $minutes (Number): since the ticket was issued
desk-why-waited = aspettava da { $minutes } min

## Handing on, and the steps

desk-hand-on = Manda a un altro sportello
desk-hand-on-to = Dove
desk-hand-on-desks = Un altro sportello per lo stesso servizio
desk-hand-on-services = Un altro servizio
desk-hand-on-do = Manda
desk-hand-on-note = Numero e attesa restano gli stessi.
desk-no-open-desk = nessuno sportello aperto
desk-reason = Motivo
desk-service = Servizio
# The first line of a list, before anything is chosen.
desk-choose-one = Scegli…
desk-choose-first = Scegli prima dall’elenco.
desk-transfer-other-need = ha bisogno di altro
desk-transfer-specialist = serve chi ne sa di più
desk-transfer-language = serve chi parla la lingua
desk-transfer-desk-change = qui si chiude o si fa altro
desk-change-steps = Cambia le tappe
desk-add-step-which = Un altro servizio da visitare
desk-add-step = Aggiungi
desk-drop-step = Togli

## Who waits

desk-who-waits = In attesa per questo sportello
desk-none-waiting = Non c’è nessuno in attesa.
desk-none-to-call-yet = Nessuno da chiamare adesso: chi aspetta sta arrivando o è lasciato ad altri sportelli.
desk-parked = Da parte
desk-quiet-fetch = Non appare sul tabellone: vai a prendere la persona.
desk-mark-priority = precedenza
desk-mark-urgent = urgente
desk-mark-appointment = appuntamento
desk-mark-quiet = riservato
desk-mark-interpreter = serve un interprete
desk-not-yet-on-the-way = sta arrivando da un altro sportello
desk-not-yet-left-to-others = per ora lasciato ad altri sportelli
desk-copy-failed = copia non uscita
desk-copy-torn = copia uscita a metà
desk-slip-unproven = foglietto forse non uscito
desk-slip-failed = foglietto non uscito
desk-slip-torn = foglietto uscito a metà
desk-next-is = Prossimo:
# $count (Number)
desk-waiting-for-you =
    { $count ->
        [one] { $count } persona aspetta questo sportello.
       *[other] { $count } persone aspettano questo sportello.
    }
# $count (Number)
desk-waiting-count =
    { $count ->
        [one] { $count } in attesa
       *[other] { $count } in attesa
    }
# $count (Number)
desk-and-more =
    { $count ->
        [one] e un altro
       *[other] e altri { $count }
    }
desk-did-not-come = Non si sono presentati
desk-elsewhere = Altre code
# $count (Number): people for whose service no desk is open
desk-unserved =
    { $count ->
        [one] { $count } senza sportello aperto
       *[other] { $count } senza sportello aperto
    }

## Finding a number, undoing, and who else is at the desk

desk-find = Cerca un numero
desk-find-do = Cerca
# $text (String): what was typed
desk-find-none = Oggi non c’è nessun numero «{ $text }».
desk-find-close = Chiudi la ricerca
# $count (Number): how many are called before it
desk-found-waiting =
    { $count ->
        [one] aspetta, { $count } prima
       *[other] aspetta, { $count } prima
    }
# $desk (String): desk number; $time (String): such as 09:05
desk-found-called = chiamato allo sportello { $desk } alle { $time }
# $desk (String): desk number; $time (String): such as 09:05
desk-found-serving = allo sportello { $desk } dalle { $time }
# $desk (String): desk number; $time (String): such as 09:05
desk-found-parked = messo da parte allo sportello { $desk } alle { $time }
# $desk (String): desk number; $time (String): such as 09:05
desk-found-no-show = non si è presentato allo sportello { $desk }, { $time }
# $desk (String): empty; $time (String): such as 09:05
desk-found-served = ha finito alle { $time }
# $desk (String): empty; $time (String): such as 09:05
desk-found-withdrawn = è andato via alle { $time }
desk-show-all = mostra tutti
desk-show-fewer = Mostra meno
desk-without-place = Senza posto
desk-without-place-note = Quello che aspettano qui non c’è più. Chiamali da qualunque sportello e passali a un altro servizio.
desk-missed-elsewhere = Non presentati, altri servizi
desk-sound = Suono quando arriva qualcuno
# On the sign that the browser allows no sound before the page was touched.
desk-no-sound = Senza suono: tocca la pagina una volta
# $names (String): one name or several
desk-also-here = anche qui: { $names }
# $names (String): one name or several
desk-close-with-others = A questo sportello c’è anche { $names }. Chiudendo, lo chiudi per tutti.
desk-close-anyway = Chiudi lo stesso
# $ticket (String): ticket number such as "P 042"
desk-done-call = { $ticket }: chiamato
# $ticket (String): ticket number such as "P 042"
desk-done-resume = { $ticket }: ripreso
# $ticket (String): ticket number such as "P 042"
desk-done-start = { $ticket }: iniziato
# $ticket (String): ticket number such as "P 042"
desk-done-no-show = { $ticket }: non si è presentato
# $ticket (String): ticket number such as "P 042"
desk-done-finish = { $ticket }: concluso
# $ticket (String): ticket number such as "P 042"
desk-done-park = { $ticket }: messo da parte
# $ticket (String): ticket number such as "P 042"
desk-done-transfer = { $ticket }: passato
# $ticket (String): ticket number such as "P 042"
desk-done-dismiss = { $ticket }: tolto dalla coda
# $ticket (String): ticket number such as "P 042"
desk-done-drop-step = { $ticket }: tappa tolta
# $ticket (String): ticket number such as "P 042"
desk-done-take-back = { $ticket }: di nuovo in coda
desk-sign-in-ended = L’accesso è terminato. Entra di nuovo.
desk-sign-in-not-done = L’accesso era terminato: l’ultimo comando non è stato eseguito. Entra e ripetilo.
desk-own-pin = Il tuo PIN
desk-own-pin-asked = Prima di continuare scegli un PIN tuo: quello che hai lo conosce anche chi te l’ha dato, oppure è troppo facile.
desk-own-pin-old = PIN attuale
desk-own-pin-new = PIN nuovo
desk-own-pin-again = PIN nuovo, ancora una volta
desk-own-pin-rule = Almeno sei cifre o lettere, anche una frase. Niente date, serie come 123456, né il tuo nome.
desk-own-pin-change = Cambia PIN
desk-own-pin-done = Il PIN è cambiato. Gli altri accessi con il tuo nome sono terminati.
desk-own-pin-wrong = Il PIN attuale non è giusto.
desk-own-pin-short = Il PIN nuovo è troppo corto: servono almeno sei caratteri.
desk-own-pin-long = Il PIN nuovo è troppo lungo: al massimo 64 caratteri.
desk-own-pin-hidden = Nel PIN nuovo c’è un segno invisibile. Scrivilo di nuovo a mano.
desk-own-pin-common = Questo PIN si indovina facilmente. Scegline un altro.
desk-own-pin-differs = I due PIN nuovi non sono uguali.
desk-own-pin-same = Questo è il PIN che hai già. Scegline un altro.
desk-sessions = Dove hai effettuato l’accesso
# $time (String): date and time of the sign-in
# $address (String): network address, such as 192.168.1.20
desk-session-here = Qui, dal { $time } ({ $address })
# $time (String): date and time of the sign-in
# $address (String): network address, such as 192.168.1.20
desk-session-elsewhere = Altrove, dal { $time } ({ $address })
desk-sessions-end-others = Esci da tutti gli altri

## Strips

# $time (String): since when, such as 09:05
desk-not-live = Non aggiornato dalle { $time }. I comandi non partono finché non torna la connessione.
# $command (String): the words on the button that was pressed
desk-sending-slow = Sto ancora inviando «{ $command }»…
# $command (String): the words on the button that was pressed
desk-sending-late = «{ $command }»: nessuna risposta finora. Viene inviato di nuovo da solo appena torna il collegamento; non sarà fatto due volte.
# $command (String): the words on the button that was pressed
desk-sending-given-up = «{ $command }» non ha avuto risposta e non viene più inviato. Guarda se è stato fatto.
# $command (String): the words on the button that was pressed
desk-sending-done = «{ $command }»: fatto.
desk-not-saving = Al momento non si può salvare nulla: il disco è pieno o guasto. Avvisa subito chi cura il sistema.
desk-hub-hangs = Il sistema non risponde: i comandi aspettano. Se dura più di un minuto, avvisa chi cura il sistema.
desk-staff-book-away = Gli accessi del personale non si possono leggere: chi esce non rientra. Avvisa chi cura il sistema.
desk-glass-frozen = Lo schermo dei visitatori è bloccato. Date i numeri allo sportello e avvisa chi cura il sistema.
desk-glass-lost = Lo schermo dei visitatori è spento e torna solo con un riavvio del programma. Avvisa chi cura il sistema.
desk-glass-closed = Lo schermo dei visitatori è chiuso e si riapre da solo. Controlla che sia acceso e collegato.
desk-certificate-faulty = Il certificato per https scade entro pochi giorni, è già scaduto o i suoi file non si possono usare. Chiedi al tecnico di rinnovarlo, altrimenti i browser rifiutano queste pagine.
# $time (String): when it was noticed, such as 09:05; $numbers (String): ticket numbers such as "P 012 – P 040, E 003"
desk-tickets-lost = Un guasto al disco, notato alle { $time }, ha cancellato una parte di oggi. Il sistema non conosce più questi numeri: { $numbers }. Chiedi in sala chi li ha, e dai loro un numero nuovo. Alcuni di chi aspetta possono essere già stati serviti.
# $time (String): when it was noticed, such as 09:05
desk-entries-lost = Un guasto al disco, notato alle { $time }, ha cancellato l’ultima parte di oggi: alcuni di chi aspetta possono essere già stati serviti. Chiedi prima di chiamarli due volte, e avvisa chi cura il sistema.
# $since (String): a moment such as "martedì 24 novembre, 09:05"; $version (String): another one
desk-site-fault = Da { $since } il file del sito non si può usare: si lavora con la versione di { $version }. Avvisa chi gestisce il sito.
desk-site-mistakes = Il file del sito ha degli errori e si usa lo stesso. Avvisa chi gestisce il sito.
desk-site-letters = Alcune parole del sito non si possono mostrare su questa macchina: al loro posto c’è un’altra lingua. Avvisa chi cura il sistema.
desk-backup-fault = Da { $since } non si riescono a fare le copie di sicurezza. Avvisa chi cura il sistema.
desk-traces-left = Qualcosa dei giorni passati non si è potuto cancellare e forse si legge ancora sul disco. Il sistema riprova. Avvisa chi cura il sistema.
desk-clock-unknown = L’orologio della macchina è sbagliato: gli orari non contano e i numeri continuano. Avvisa chi cura il sistema.
# $wall (String): a moment such as "martedì 24 novembre, 09:05"
desk-clock-differs = L’orologio della macchina ora segna { $wall }. Se resta così per un minuto, varrà quell’ora; nessuno perde il posto.
# $from (String), $to (String): moments as above
desk-clock-set = L’orologio è passato da { $from } a { $to }: i numeri e le attese continuano. Se la data è sbagliata, avvisa chi cura il sistema.
desk-printer-near-end = La carta della stampante sta per finire.
desk-printer-paper-out = La stampante è senza carta: metti un rotolo nuovo.
desk-printer-cover-open = Il coperchio della stampante è aperto: chiudilo.
desk-printer-error = La stampante è bloccata: controllala.
desk-printer-offline = La stampante non risponde: controlla cavo e corrente.
desk-printer-mute = La stampante prende i foglietti e non dice se li stampa: guarda se escono.
desk-printer-garbled = La stampante manda segnali senza senso: controlla il cavo, spegnila e riaccendila.
desk-printer-missing = La stampante non c’è: collegala, o chiedi a chi cura il sistema di correggerne l’indirizzo.
desk-printer-not-a-device = L’indirizzo della stampante non porta a una stampante: chi cura il sistema deve correggerlo.
desk-printer-no-room = La stampante scrive in un file e il disco è pieno: avvisa chi cura il sistema.
desk-printer-no-permission = Il programma non può usare la stampante: avvisa chi cura il sistema.
desk-printer-in-use = Un altro programma usa la stampante: avvisa chi cura il sistema.
desk-printer-refused = La stampante rifiuta il collegamento: spegnila e riaccendila, o fai correggere il suo indirizzo.
desk-printer-no-such-host = Il nome della stampante non si trova nella rete: chi cura il sistema deve correggerlo.
desk-printer-not-taking = La stampante non prende quello che riceve: guarda carta e coperchio, poi spegnila e riaccendila.
desk-printer-hangs = Il sistema è bloccato sulla stampante: spegnila e riaccendila; se non basta, avvisa chi cura il sistema.
# $printer (String): the address of one of several printers; $words (String): one of the messages above
desk-printer-of = { $printer }: { $words }

## Languages

desk-language-it = italiano
desk-language-en = inglese
desk-language-fr = francese
desk-language-ar = arabo
desk-language-uk = ucraino
desk-language-ru = russo
desk-language-so = somalo
desk-language-fa-AF = dari
desk-language-ps = pashto
desk-language-ti = tigrino
desk-language-sq = albanese
desk-language-ro = rumeno
desk-language-es = spagnolo
desk-language-bn = bengalese
desk-language-ur = urdu
desk-language-zh-Hans = cinese
# $ticket (String): ticket number such as "P 042"
desk-refusal-not-parked = Il numero { $ticket } non è da parte. Guarda l’elenco di chi è da parte.
# $ticket (String): ticket number such as "P 042"
desk-refusal-on-the-way = Il numero { $ticket } sta ancora arrivando da un altro sportello. Aspetta un minuto.
# $ticket (String): ticket number such as "P 042"
desk-refusal-has-left = Il numero { $ticket } ha finito o è andato via. Fai un nuovo numero.
# $service (String): a service's code
desk-refusal-step-is-there = Il servizio { $service } è già tra le tappe.
# $service (String): a service's code
desk-refusal-no-such-step = La tappa { $service } non c’è o non si può più cambiare. Guarda le tappe.
desk-refusal-too-many-steps = Questo numero ha già troppe tappe. Fai un nuovo numero per il resto.
# $service (String): a service's code; $after (String): another one's
desk-refusal-must-come-after = { $service } può venire solo dopo { $after }. Cambia l’ordine.
# $desk (String): desk number
desk-refusal-same-desk = Il numero è già allo sportello { $desk }. Scegli un altro sportello.
desk-refusal-not-bookable = Non si può prendere un appuntamento per quel momento. Scegli un’ora nei prossimi tre mesi in cui l’ente è presente.
desk-refusal-too-many-appointments = Non c’è posto per altri appuntamenti. Togline qualcuno o riprova.
# $ticket (String): ticket number such as "P 042"
desk-refusal-too-many-recalls = Il numero { $ticket } è già stato chiamato troppe volte. Se non arriva, premi “Non si è presentato”.
# $ticket (String): ticket number such as "P 042"
desk-refusal-too-many-copies = Del numero { $ticket } non si stampano altre copie: ne sono uscite cinque, o la stampante ha fallito troppe volte. Scrivi il numero a mano.
# $desk (String): desk number
desk-refusal-nothing-to-undo = Lo sportello { $desk } non ha niente da annullare.
# $ticket (String): ticket number such as "P 042"
desk-refusal-too-late-to-undo = È passato troppo tempo per annullare con il numero { $ticket }. Cercalo negli elenchi.
# $ticket (String): ticket number such as "P 042"
desk-refusal-changed-since = Intanto il numero { $ticket } è cambiato: non si può più annullare. Cercalo negli elenchi.
