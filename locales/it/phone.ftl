### The visitor's own phone. Ticket and desk numbers come as texts with ASCII digits.

phone-your-number = Il tuo numero
phone-desk = sportello
phone-desks = sportelli
phone-where = Dove andare
phone-next = Tocca quasi a te: sei il prossimo.
# $count (Number): people ahead
phone-ahead =
    { $count ->
        [one] Prima di te c’è { $count } persona.
       *[other] Prima di te ci sono { $count } persone.
    }
# $low (String), $high (Number): minutes
phone-wait =
    { $high ->
        [one] Attesa prevista: da { $low } a { $high } minuto.
       *[other] Attesa prevista: da { $low } a { $high } minuti.
    }
# $high (Number): minutes
phone-wait-short =
    { $high ->
        [one] Attesa prevista: al massimo { $high } minuto.
       *[other] Attesa prevista: al massimo { $high } minuti.
    }
phone-wait-unknown = Adesso lo sportello non è aperto. Resta qui vicino.
# $numbers (String): one to three numbers, such as P 041, P 040
phone-last-called = Ultimi numeri chiamati: { $numbers }
# $desk (String): desk number
phone-called = È il tuo turno. Vai allo sportello { $desk }.
phone-called-more = Ti aspettano adesso.
# $desk (String): desk number
phone-serving = Sei allo sportello { $desk }.
phone-no-show = Ti abbiamo chiamato, ma non ti abbiamo visto.
phone-no-show-more = Vai a uno sportello aperto. Possono rimetterti in coda con lo stesso numero.
phone-parked = Il tuo numero è messo da parte
phone-parked-more = Quando hai quello che manca, torna allo sportello e mostra il numero.
phone-served = Abbiamo finito. Grazie della visita.
phone-served-more = Ti serve altro? Prendi un nuovo numero.
phone-withdrawn = Non sei più in coda.
phone-withdrawn-more = Se cambi idea, prendi un nuovo numero.
# On a button; the next one when it was tapped.
phone-ring = Tocca qui: quando tocca a te, il telefono suona
phone-ring-on = Il telefono suonerà: tieni aperta questa pagina
phone-ring-again = Adesso il telefono non suona: tocca qui e suonerà di nuovo
# For a number that is not on the board: the staff fetch the person.
phone-quiet-called = È il tuo turno: veniamo noi da te, puoi restare dove sei.
phone-quiet-serving = Adesso siamo con te.
phone-taken-back = Ti abbiamo chiamato per errore. Resta qui vicino: ti chiamiamo di nuovo.
# The services of this number are offered no more.
phone-no-place = Nessuno sportello chiama da solo questo numero.
phone-no-place-more = Vai a uno sportello aperto. Mostra il numero: ti aiutano loro.
phone-leave = Lascia la coda
phone-leave-sure = Vuoi lasciare la coda?
phone-leave-note = Il tuo numero non sarà più chiamato.
phone-leave-yes = Sì, lascio la coda
phone-leave-no = No, resto in coda
phone-language = Lingua
phone-not-live = Senza connessione: la pagina può non essere aggiornata. Guarda il tabellone in sala.
phone-quiet-not-live = Senza connessione: la pagina può non essere aggiornata. Veniamo comunque noi da te.
phone-gone-title = Questo numero oggi non c’è
phone-gone = Ogni numero vale solo per il suo giorno. Ti serve aiuto? Prendi un nuovo numero o chiedi a uno sportello aperto.
