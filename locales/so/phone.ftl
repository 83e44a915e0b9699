### The visitor's own phone. Ticket and desk numbers come as texts with ASCII digits.

phone-your-number = Lambarkaaga
phone-desk = miiska
phone-desks = miisaska
phone-where = Halka loo tago
phone-next = Waa kuu dhow dahay: adiga ayaa ku xiga.
# $count (Number): people ahead
phone-ahead =
    { $count ->
        [one] Waxaa kaa horreeya { $count } qof.
       *[other] Waxaa kaa horreeya { $count } qof.
    }
# $low (String), $high (Number): minutes
phone-wait =
    { $high ->
        [one] Sugitaan: { $low } ilaa { $high } daqiiqo.
       *[other] Sugitaan: { $low } ilaa { $high } daqiiqo.
    }
# $high (Number): minutes
phone-wait-short =
    { $high ->
        [one] Sugitaan: ugu badnaan { $high } daqiiqo.
       *[other] Sugitaan: ugu badnaan { $high } daqiiqo.
    }
phone-wait-unknown = Hadda miisku ma furna. Meel dhow joog.
# $numbers (String): one to three numbers, such as P 041, P 040
phone-last-called = Lambarradii ugu dambeeyey ee loo yeeray: { $numbers }
# $desk (String): desk number
phone-called = Waa markaaga. Tag miiska { $desk }.
phone-called-more = Hadda ayaa lagu sugayaa.
# $desk (String): desk number
phone-serving = Waxaad joogtaa miiska { $desk }.
phone-no-show = Waan kuu yeernay, laakiin kuma arag.
phone-no-show-more = Tag soo-dhoweynta: isla lambarka ayay safka kugu celin karaan.
phone-served = Waan dhammaynay. Waad ku mahadsan tahay imaanshaha.
phone-served-more = Wax kale ma u baahan tahay? Qaado lambar cusub.
phone-withdrawn = Safka kuma jirtid.
phone-withdrawn-more = Haddii aad fikirka beddesho, qaado lambar cusub.
phone-leave = Ka bax safka
phone-leave-sure = Ma rabtaa inaad safka ka baxdo?
phone-leave-note = Lambarkaaga mar dambe looma yeeri doono.
phone-leave-yes = Haa, waan ka baxayaa
phone-leave-no = Maya, waan ku jirayaa
phone-language = Luqadda
phone-not-live = Xiriir ma jiro: bogga wuu duugoobi karaa. Eeg looxa hoolka.
phone-gone-title = Lambarkan maanta ma jiro
phone-gone = Lambar kasta waa maalintiisa oo keliya. Haddii aad caawimo u baahan tahay, qaado lambar cusub ama weydii soo-dhoweynta.
