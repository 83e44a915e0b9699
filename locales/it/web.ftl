### What pages and calls answer when something is wrong with the request itself.

web-bad-input = Non è stato possibile leggere la richiesta. Controlla i dati e riprova.
web-not-signed-in = Prima bisogna accedere con nome e PIN.
web-wrong-pin = Il nome o il PIN non è giusto. Riprova.
# $seconds (Number): how long to wait
web-too-many =
    { $seconds ->
        [one] Troppi tentativi. Riprova fra { $seconds } secondo.
       *[other] Troppi tentativi. Riprova fra { $seconds } secondi.
    }
web-forbidden = Questa richiesta non è permessa da qui.
web-https-only = Questo indirizzo funziona solo con https. Scrivi https:// davanti all’indirizzo.
web-not-found-title = Pagina non trovata
web-not-found = Questo indirizzo non esiste. Controlla come è scritto.
web-wrong-method = Così questo indirizzo non si può usare. Torna indietro e riprova.
web-trouble-title = Non è andata a buon fine
web-broken = Qualcosa non ha funzionato da parte nostra. Riprova fra poco o chiedi a uno sportello aperto.
