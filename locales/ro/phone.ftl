### The visitor's own phone. Ticket and desk numbers come as texts with ASCII digits.

phone-your-number = Numărul dumneavoastră
phone-desk = ghișeul
phone-desks = ghișeele
phone-where = Unde mergeți
phone-next = Urmează curând: sunteți următorul.
# $count (Number): people ahead
phone-ahead =
    { $count ->
        [one] Înainte este { $count } persoană.
        [few] Înainte sunt { $count } persoane.
       *[other] Înainte sunt { $count } de persoane.
    }
# $low (String), $high (Number): minutes
phone-wait =
    { $high ->
        [one] Așteptare: de la { $low } la { $high } minut.
        [few] Așteptare: de la { $low } la { $high } minute.
       *[other] Așteptare: de la { $low } la { $high } de minute.
    }
# $high (Number): minutes
phone-wait-short =
    { $high ->
        [one] Așteptare: cel mult { $high } minut.
        [few] Așteptare: cel mult { $high } minute.
       *[other] Așteptare: cel mult { $high } de minute.
    }
phone-wait-unknown = Ghișeul nu este deschis acum. Rămâneți aproape.
# $numbers (String): one to three numbers, such as P 041, P 040
phone-last-called = Ultimele numere chemate: { $numbers }
# $desk (String): desk number
phone-called = Este rândul dumneavoastră. Mergeți la ghișeul { $desk }.
phone-called-more = Sunteți așteptat acum.
# $desk (String): desk number
phone-serving = Sunteți la ghișeul { $desk }.
phone-no-show = V-am chemat, dar nu v-am văzut.
phone-no-show-more = Mergeți la recepție: vă pot pune din nou la rând cu același număr.
phone-served = Am terminat. Vă mulțumim că ați venit.
phone-served-more = Mai aveți nevoie de ceva? Luați un număr nou.
phone-withdrawn = Nu mai sunteți la rând.
phone-withdrawn-more = Dacă vă răzgândiți, luați un număr nou.
phone-leave = Ieși din rând
phone-leave-sure = Vreți să ieșiți din rând?
phone-leave-note = Numărul dumneavoastră nu va mai fi chemat.
phone-leave-yes = Da, ies din rând
phone-leave-no = Nu, rămân la rând
phone-language = Limba
phone-not-live = Fără conexiune: pagina poate fi veche. Priviți panoul din sală.
phone-gone-title = Acest număr nu există astăzi
phone-gone = Fiecare număr este valabil doar în ziua lui. Dacă aveți nevoie de ajutor, luați un număr nou sau întrebați la recepție.
