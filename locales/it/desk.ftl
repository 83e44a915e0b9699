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
desk-finish-and-next = Concludi e chiama il prossimo
desk-take-back = Rimetti in coda
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

## Who waits

desk-who-waits = In attesa per questo sportello
desk-nobody = Non c’è nessuno in attesa.
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

## Strips

# $time (String): since when, such as 09:05
desk-not-live = Non aggiornato dalle { $time }. I comandi non partono finché non torna la connessione.
desk-not-saving = Al momento non si può salvare nulla: il disco è pieno o guasto. Avvisa subito chi cura il sistema.
desk-printer-near-end = La carta della stampante sta per finire.
desk-printer-paper-out = La stampante è senza carta: metti un rotolo nuovo.
desk-printer-cover-open = Il coperchio della stampante è aperto: chiudilo.
desk-printer-error = La stampante è bloccata: controllala.
desk-printer-offline = La stampante non risponde: controlla cavo e corrente.

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
