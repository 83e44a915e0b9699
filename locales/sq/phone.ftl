### The visitor's own phone. Ticket and desk numbers come as texts with ASCII digits.

phone-your-number = Numri juaj
phone-desk = sporteli
phone-desks = sportelet
phone-where = Ku të shkoni
phone-next = Radha juaj po afron: numri tjetër është juaji.
# $count (Number): people ahead
phone-ahead =
    { $count ->
        [one] Para jush është { $count } person.
       *[other] Para jush janë { $count } persona.
    }
# $low (String), $high (Number): minutes
phone-wait =
    { $high ->
        [one] Pritja e parashikuar: nga { $low } deri në { $high } minutë.
       *[other] Pritja e parashikuar: nga { $low } deri në { $high } minuta.
    }
# $high (Number): minutes
phone-wait-short =
    { $high ->
        [one] Pritja e parashikuar: jo më shumë se { $high } minutë.
       *[other] Pritja e parashikuar: jo më shumë se { $high } minuta.
    }
phone-wait-unknown = Sporteli tani nuk është i hapur. Rrini këtu afër.
# $numbers (String): one to three numbers, such as P 041, P 040
phone-last-called = Numrat e fundit të thirrur: { $numbers }
# $desk (String): desk number
phone-called = Është radha juaj. Shkoni te sporteli { $desk }.
phone-called-more = Ju presin tani.
# $desk (String): desk number
phone-serving = Jeni te sporteli { $desk }.
phone-no-show = Ju thirrëm, por nuk ju pamë.
phone-no-show-more = Shkoni te një sportel i hapur: mund t’ju kthejnë në radhë me të njëjtin numër.
phone-parked = Numri juaj është vënë mënjanë
phone-parked-more = Kur ta keni atë që mungon, kthehuni te sporteli dhe tregoni numrin.
phone-served = Mbaruam. Faleminderit që erdhët.
phone-served-more = Ju duhet diçka tjetër? Merrni një numër të ri.
phone-withdrawn = Nuk jeni më në radhë.
phone-withdrawn-more = Nëse ndërroni mendje, merrni një numër të ri.
# On a button; the next one when it was tapped.
phone-ring = Prekni këtu: telefoni bie kur t’ju vijë radha
phone-ring-on = Telefoni do të bjerë: mbajeni hapur këtë faqe
phone-ring-again = Tani telefoni nuk bie: prekni këtu dhe do të bjerë përsëri
# For a number that is not on the board: the staff fetch the person.
phone-quiet-called = Erdhi radha juaj: vijmë ne te ju, mund të rrini ku jeni.
phone-quiet-serving = Tani jemi me ju.
phone-taken-back = Ju thirrëm gabimisht. Rrini këtu afër: do t’ju thërrasim përsëri.
# The services of this number are offered no more.
phone-no-place = Asnjë sportel nuk e thërret vetë këtë numër.
phone-no-place-more = Shkoni te një sportel i hapur dhe tregoni numrin: do t’ju ndihmojnë.
phone-leave = Dilni nga radha
phone-leave-sure = Doni të dilni nga radha?
phone-leave-note = Numri juaj nuk do të thirret më.
phone-leave-yes = Po, dal nga radha
phone-leave-no = Jo, qëndroj në radhë
phone-language = Gjuha
phone-not-live = Pa lidhje: faqja mund të mos jetë e përditësuar. Shikoni tabelën në sallë.
phone-quiet-not-live = Pa lidhje: faqja mund të mos jetë e përditësuar. Gjithsesi vijmë ne te ju.
phone-gone-title = Ky numër sot nuk ekziston
phone-gone = Çdo numër vlen vetëm për ditën e vet. Ju duhet ndihmë? Merrni një numër të ri ose pyetni te një sportel i hapur.
