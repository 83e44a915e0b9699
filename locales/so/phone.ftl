### The visitor's own phone. Ticket and desk numbers come as texts with ASCII digits.

phone-your-number = Lambarkaaga
phone-desk = miiska
phone-desks = miisaska
phone-where = Halka aad tagayso
phone-next = Markaagu wuu dhow yahay: adiga ayaa xiga.
# $count (Number): people ahead
phone-ahead =
    { $count ->
        [one] { $count } qof ayaa kaa horreeya.
       *[other] { $count } qof ayaa kaa horreeya.
    }
# $low (String), $high (Number): minutes
phone-wait =
    { $high ->
        [one] Sugitaanka la filayo: { $low } ilaa { $high } daqiiqo.
       *[other] Sugitaanka la filayo: { $low } ilaa { $high } daqiiqo.
    }
# $high (Number): minutes
phone-wait-short =
    { $high ->
        [one] Sugitaanka la filayo: ugu badnaan { $high } daqiiqo.
       *[other] Sugitaanka la filayo: ugu badnaan { $high } daqiiqo.
    }
phone-wait-unknown = Hadda miisku ma furna. Meel dhow ku sug.
# $numbers (String): one to three numbers, such as P 041, P 040
phone-last-called = Lambarradii ugu dambeeyey ee loo yeeray: { $numbers }
# $desk (String): desk number
phone-called = Waa markaaga. Tag miiska { $desk }.
phone-called-more = Hadda ayaa lagu sugayaa.
# $desk (String): desk number
phone-serving = Waxaad joogtaa miiska { $desk }.
phone-no-show = Waan kuu yeernay, laakiin kuma aannu arag.
phone-no-show-more = Tag miis furan: safka waa lagugu celin karaa, adigoo isla lambarkaas haysta.
phone-parked = Lambarkaaga waa laguu hayaa
phone-parked-more = Markaad hesho waxa kaa maqan, ku soo noqo miiska oo tus lambarka.
phone-served = Waan dhammaynay. Waad ku mahadsan tahay imaanshahaaga.
phone-served-more = Wax kale ma u baahan tahay? Qaado lambar cusub.
phone-withdrawn = Hadda safka kuma jirtid.
phone-withdrawn-more = Haddii aad fikirka beddesho, qaado lambar cusub.
# On a button; the next one when it was tapped.
phone-ring = Halkan taabo: taleefanka ayaa dhawaaqaya marka markaagu yimaado
phone-ring-on = Taleefanka ayaa dhawaaqi doona: boggan ha xirin
phone-ring-again = Hadda taleefanku ma dhawaaqayo: halkan taabo, mar kale ayuu dhawaaqi doonaa
# For a number that is not on the board: the staff fetch the person.
phone-quiet-called = Waa markaagii: annaga ayaa kuu imanayna, meeshaada joog.
phone-quiet-serving = Hadda waan kula joognaa.
phone-taken-back = Si khalad ah ayaa laguugu yeeray. Meel dhow ku sug: mar kale ayaan kuu yeeri doonnaa.
# The services of this number are offered no more.
phone-no-place = Miis keligiis lambarkan uma yeero.
phone-no-place-more = Tag miis kasta oo furan oo tus lambarka: way ku caawin doonaan.
phone-leave = Ka bax safka
phone-leave-sure = Ma rabtaa inaad safka ka baxdo?
phone-leave-note = Lambarkaaga mar dambe looma yeeri doono.
phone-leave-yes = Haa, safka waan ka baxayaa
phone-leave-no = Maya, safka waan ku jirayaa
phone-language = Luqadda
phone-not-live = Xiriir ma jiro: waxaa laga yaabaa in boggan aan la cusboonaysiin. Eeg shaashadda weyn ee hoolka.
phone-quiet-not-live = Xiriir ma jiro: waxaa laga yaabaa in boggan aan la cusboonaysiin. Annagu weli waan kuu imanaynaa.
phone-gone-title = Lambarkani maanta ma jiro
phone-gone = Lambar kasta waxa uu shaqeeyaa maalintiisa oo keliya. Caawimo ma u baahan tahay? Qaado lambar cusub ama weydii miis furan.
