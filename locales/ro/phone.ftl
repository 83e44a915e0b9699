### The visitor's own phone. Ticket and desk numbers come as texts with ASCII digits.

phone-your-number = Numărul dumneavoastră
phone-desk = ghișeul
phone-desks = ghișeele
phone-where = Unde să mergeți
phone-next = Aproape v-a venit rândul: urmați dumneavoastră.
# $count (Number): people ahead
phone-ahead =
    { $count ->
        [one] Aveți { $count } persoană înainte.
        [few] Aveți { $count } persoane înainte.
       *[other] Aveți { $count } de persoane înainte.
    }
# $low (String), $high (Number): minutes
phone-wait =
    { $high ->
        [one] Mai aveți de așteptat între { $low } și { $high } minut.
        [few] Mai aveți de așteptat între { $low } și { $high } minute.
       *[other] Mai aveți de așteptat între { $low } și { $high } de minute.
    }
# $high (Number): minutes
phone-wait-short =
    { $high ->
        [one] Mai aveți de așteptat cel mult { $high } minut.
        [few] Mai aveți de așteptat cel mult { $high } minute.
       *[other] Mai aveți de așteptat cel mult { $high } de minute.
    }
phone-wait-unknown = Ghișeul nu este deschis acum. Rămâneți prin apropiere.
# $numbers (String): one to three numbers, such as P 041, P 040
phone-last-called = Ultimele numere chemate: { $numbers }
# $desk (String): desk number
phone-called = Este rândul dumneavoastră. Mergeți la ghișeul { $desk }.
phone-called-more = Vă așteptăm acum.
# $desk (String): desk number
phone-serving = Sunteți la ghișeul { $desk }.
phone-no-show = V-am chemat, dar nu v-am văzut.
phone-no-show-more = Mergeți la un ghișeu deschis: vă pot pune iar la rând cu același număr.
phone-parked = V-am pus numărul deoparte
phone-parked-more = Când aveți ce lipsește, reveniți la ghișeu și arătați numărul.
phone-served = Am terminat. Vă mulțumim că ați venit.
phone-served-more = Mai aveți nevoie de ceva? Luați un număr nou.
phone-withdrawn = Nu mai sunteți la rând.
phone-withdrawn-more = Dacă vă răzgândiți, luați un număr nou.
# On a button; the next one when it was tapped.
phone-ring = Atingeți aici: telefonul sună când vă vine rândul
phone-ring-on = Telefonul va suna: țineți deschisă această pagină
phone-ring-again = Acum telefonul nu sună: atingeți aici și va suna din nou
# For a number that is not on the board: the staff fetch the person.
phone-quiet-called = Este rândul dumneavoastră: venim noi la dumneavoastră, puteți rămâne unde sunteți.
phone-quiet-serving = Acum suntem cu dumneavoastră.
phone-taken-back = Ați fost chemat din greșeală. Rămâneți prin apropiere: vă chemăm din nou.
# The services of this number are offered no more.
phone-no-place = Niciun ghișeu nu cheamă singur acest număr.
phone-no-place-more = Mergeți la un ghișeu deschis și arătați numărul: vă vor ajuta.
phone-leave = Renunț la rând
phone-leave-sure = Vreți să renunțați la rând?
phone-leave-note = Numărul dumneavoastră nu va mai fi chemat.
phone-leave-yes = Da, renunț la rând
phone-leave-no = Nu, rămân la rând
phone-language = Limba
phone-not-live = Fără conexiune: pagina poate să nu fie la zi. Uitați-vă la panoul din sală.
phone-quiet-not-live = Fără conexiune: pagina poate să nu fie la zi. Venim oricum noi la dumneavoastră.
phone-gone-title = Acest număr nu există astăzi
phone-gone = Fiecare număr este valabil doar în ziua lui. Pentru ajutor, luați un număr nou sau întrebați la un ghișeu deschis.
