### What stands on the glass.

## The start

kiosk-welcome = Mirë se vini
kiosk-choose-language = Zgjidhni gjuhën tuaj
# On a tile below all languages: leads to an interpreter
kiosk-language-missing = Gjuha ime nuk është këtu

## On every screen

kiosk-language = Ndrysho gjuhën
kiosk-back = Prapa
kiosk-home = Fillimi
kiosk-done = Mbarova
kiosk-hub-gone = Tani nuk mund të merren numra. Pyetni te pritja.

## The menu

kiosk-choose-need = Për çfarë keni nevojë?
kiosk-choose-leaf = Çfarë saktësisht?
kiosk-closed-now = Tani mbyllur

## Before the number

kiosk-desks =
    { $count ->
        [one] Sporteli
       *[other] Sportelet
    }
kiosk-step-first = Së pari
kiosk-step-then = Pastaj
kiosk-people-waiting =
    { $people ->
        [0] Nuk pret askush
        [one] Pret { $people } person
       *[other] Presin { $people } persona
    }
kiosk-wait-range = Rreth { $low } deri { $high } minuta
kiosk-wait-up-to = Më pak se { $high } minuta
kiosk-bring = Sillni, nëse keni:
kiosk-bring-nothing = Mund të vini edhe pa dokumente.
kiosk-take-number = Merrni numrin

## Without a number

kiosk-person-title = Shkoni menjëherë te sporteli
kiosk-person-text = Nuk duhet numër. Dikush ju dëgjon.
kiosk-understood = E kuptova
kiosk-closed-title = Ky sportel tani është i mbyllur
kiosk-closed-next = Ejani { $moment }
kiosk-closed-for-long = Ende nuk dihet kur hapet.
kiosk-closed-help = Nuk mund të prisni? Pyetni te pritja: gjejmë një rrugë tjetër.
kiosk-choose-other = Zgjidhni tjetër gjë

## The number

kiosk-issuing = Një çast, numri juaj po vjen.
kiosk-number-title = Numri juaj
kiosk-number-called = Është radha juaj
kiosk-ahead =
    { $people ->
        [0] Askush para jush
        [one] { $people } person para jush
       *[other] { $people } persona para jush
    }
kiosk-then = Pastaj: { $label } { $desks }, { $room }
kiosk-slip-printing = Letra po del.
kiosk-slip-slow = Letra vonon. Fotografoni ekranin ose mbani mend numrin.
kiosk-slip-printed = Merreni letrën këtu poshtë.
kiosk-slip-unknown = Merreni letrën. Nëse nuk del, mbani mend numrin.
kiosk-slip-failed = Letra nuk del. Fotografoni ekranin ose mbani mend numrin: vlen njësoj.
kiosk-address = Skanoni kodin: ndiqni radhën në telefon.

## Trouble

kiosk-trouble-title = Numri nuk erdhi
kiosk-trouble-away = Sistemi nuk përgjigjet. Nuk është faji juaj.
kiosk-trouble-not-saved = Numri nuk u ruajt. Nuk është faji juaj.
kiosk-trouble-busy = Ka shumë njerëz në këtë çast. Prisni pak.
kiosk-trouble-help = Provoni përsëri ose shkoni te pritja: atje ju ndihmojmë.
kiosk-try-again = Provo përsëri

## Nobody has touched for a while

kiosk-still-there = Jeni ende këtu?
kiosk-still-there-seconds =
    { $seconds ->
        [one] Pas { $seconds } sekonde kthehet në fillim.
       *[other] Pas { $seconds } sekondash kthehet në fillim.
    }
kiosk-stay = Po, jam këtu
