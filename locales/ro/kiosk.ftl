### What stands on the glass.

## The start

kiosk-welcome = Bine ați venit
kiosk-choose-language = Alegeți limba dumneavoastră
# On a tile below all languages: leads to an interpreter
kiosk-language-missing = Limba mea nu este aici

## On every screen

kiosk-language = Schimbă limba
kiosk-back = Înapoi
kiosk-home = Început
kiosk-done = Am terminat
kiosk-hub-gone = Acum nu se pot lua numere. Întrebați la recepție.

## The menu

kiosk-choose-need = De ce aveți nevoie?
kiosk-choose-leaf = Ce anume?
kiosk-closed-now = Acum închis

## Before the number

kiosk-desks =
    { $count ->
        [one] Ghișeul
        [few] Ghișeele
       *[other] Ghișeele
    }
kiosk-step-first = Întâi
kiosk-step-then = Apoi
kiosk-people-waiting =
    { $people ->
        [0] Nu așteaptă nimeni
        [one] Așteaptă { $people } persoană
        [few] Așteaptă { $people } persoane
       *[other] Așteaptă { $people } de persoane
    }
kiosk-wait-range = Cam { $low } până la { $high } minute
kiosk-wait-up-to = Sub { $high } minute
kiosk-bring = Aduceți, dacă puteți:
kiosk-bring-nothing = Puteți veni și fără acte.
kiosk-take-number = Luați un număr

## Without a number

kiosk-person-title = Mergeți direct la ghișeu
kiosk-person-text = Nu trebuie număr. Cineva vă ascultă.
kiosk-understood = Am înțeles
kiosk-closed-title = Acest ghișeu este închis acum
kiosk-closed-next = Reveniți { $moment }
kiosk-closed-for-long = Încă nu se știe când se deschide.
kiosk-closed-help = Nu puteți aștepta? Întrebați la recepție: găsim altă cale.
kiosk-choose-other = Alegeți altceva

## The number

kiosk-issuing = O clipă, numărul dumneavoastră vine.
kiosk-number-title = Numărul dumneavoastră
kiosk-number-called = Este rândul dumneavoastră
kiosk-ahead =
    { $people ->
        [0] Nimeni înaintea dumneavoastră
        [one] { $people } persoană înainte
        [few] { $people } persoane înainte
       *[other] { $people } de persoane înainte
    }
kiosk-then = Apoi: { $label } { $desks }, { $room }
kiosk-slip-printing = Biletul se tipărește.
kiosk-slip-slow = Biletul întârzie. Fotografiați ecranul sau rețineți numărul.
kiosk-slip-printed = Luați biletul de aici, de jos.
kiosk-slip-unknown = Luați biletul. Dacă nu iese, rețineți numărul.
kiosk-slip-failed = Biletul nu iese. Fotografiați ecranul sau rețineți numărul: este valabil.
kiosk-address = Scanați codul: urmăriți rândul pe telefon.

## Trouble

kiosk-trouble-title = Numărul nu a ajuns
kiosk-trouble-away = Sistemul nu răspunde. Nu este vina dumneavoastră.
kiosk-trouble-not-saved = Numărul nu a fost salvat. Nu este vina dumneavoastră.
kiosk-trouble-busy = Este multă lume acum. Așteptați puțin.
kiosk-trouble-help = Încercați din nou sau mergeți la recepție: vă ajutăm acolo.
kiosk-try-again = Încă o dată

## Nobody has touched for a while

kiosk-still-there = Mai sunteți aici?
kiosk-still-there-seconds =
    { $seconds ->
        [one] Peste { $seconds } secundă revenim la început.
        [few] Peste { $seconds } secunde revenim la început.
       *[other] Peste { $seconds } de secunde revenim la început.
    }
kiosk-stay = Da, sunt aici
