### What stands on the glass.

## The start

kiosk-welcome = Bine ați venit
kiosk-choose-language = Alegeți limba
# On a tile below all languages: leads to an interpreter
kiosk-language-missing = Limba mea nu este aici
kiosk-no-paper = Acum nu este hârtie. Numărul apare pe ecran și este la fel de bun.

## On every screen

kiosk-language = Schimbați limba
kiosk-back = Înapoi
kiosk-home = La început
kiosk-done = Am terminat
kiosk-hub-gone = Acum nu se pot lua numere. Întrebați la recepție.

## The menu

kiosk-choose-need = De ce aveți nevoie?
kiosk-choose-leaf = Ce anume?
kiosk-private = Cererea dumneavoastră
kiosk-closed-now = Închis acum

## Before the number

kiosk-desks =
    { $count ->
        [one] Ghișeul
        [few] Ghișeele
       *[other] Ghișeele
    }
kiosk-step-first = Mai întâi
kiosk-step-then = Apoi
kiosk-people-waiting =
    { $people ->
        [0] Nu așteaptă nimeni
        [one] Așteaptă { $people } persoană
        [few] Așteaptă { $people } persoane
       *[other] Așteaptă { $people } de persoane
    }
kiosk-wait-range =
    { $high ->
        [one] Cam între { $low } și { $high } minut
        [few] Cam între { $low } și { $high } minute
       *[other] Cam între { $low } și { $high } de minute
    }
kiosk-wait-up-to =
    { $high ->
        [one] Sub { $high } minut
        [few] Sub { $high } minute
       *[other] Sub { $high } de minute
    }
kiosk-bring = Aduceți, dacă puteți:
kiosk-bring-nothing = Puteți veni și fără acte.
kiosk-take-number = Luați un număr

## Without a number

kiosk-person-title = Mergeți direct la ghișeu
kiosk-person-text = Nu aveți nevoie de număr. Cineva vă ascultă.
kiosk-closed-title = Acest ghișeu este închis acum
kiosk-closed-next = Reveniți { $moment }
kiosk-closed-for-long = Încă nu se știe când se deschide.
kiosk-full-title = Pentru astăzi nu mai este loc
kiosk-closed-help = Nu puteți aștepta? Întrebați la recepție: găsim altă soluție.
kiosk-choose-other = Alegeți altceva
kiosk-opens-at = Se deschide la { $time }
kiosk-not-today = Azi nu este aici
kiosk-full-now = Azi este plin
kiosk-away-title = Acest ghișeu nu este aici astăzi
kiosk-house-closed = Aici este închis acum
kiosk-no-desk-open = Niciun ghișeu nu este deschis încă
kiosk-desk-opens = Ghișeul se deschide la { $time }
kiosk-person-away = Acum nu este nimeni la acest ghișeu
kiosk-call = Sunați la acest număr
kiosk-call-else = Nu este nimeni? Sunați la { $number }.
kiosk-hub-gone-alone = Acum nu se pot lua numere. Așteptați puțin și încercați din nou.
kiosk-trouble-alone = Așteptați puțin și încercați din nou.

## The number

kiosk-issuing = O clipă, vine numărul dumneavoastră.
kiosk-number-title = Numărul dumneavoastră
kiosk-number-called = Este rândul dumneavoastră
kiosk-ahead =
    { $people ->
        [0] Nu aveți pe nimeni înainte
        [one] Aveți { $people } persoană înainte
        [few] Aveți { $people } persoane înainte
       *[other] Aveți { $people } de persoane înainte
    }
kiosk-slip-printing = Bonul iese acum.
kiosk-slip-slow = Bonul întârzie. Fotografiați ecranul sau țineți minte numărul.
kiosk-slip-printed = Luați bonul de mai jos.
kiosk-slip-unknown = Luați bonul. Dacă nu iese, țineți minte numărul.
kiosk-slip-failed = Bonul nu iese. Fotografiați ecranul sau țineți minte numărul: este la fel de bun.
kiosk-print-slip = Tipărește bonul acum
kiosk-address = Scanați codul: urmăriți rândul pe telefon.

## Trouble

kiosk-trouble-title = Numărul nu a venit
kiosk-trouble-away = Sistemul nu răspunde. Nu este vina dumneavoastră.
kiosk-trouble-not-saved = Numărul nu a fost salvat. Nu este vina dumneavoastră.
kiosk-trouble-busy = Este multă lume acum. Așteptați puțin.
kiosk-trouble-help = Încercați din nou sau mergeți la recepție: vă ajutăm acolo.
kiosk-try-again = Încercați iar

## Nobody has touched for a while

kiosk-still-there = Mai sunteți aici?
kiosk-still-there-seconds =
    { $seconds ->
        [one] Peste { $seconds } secundă revenim la început.
        [few] Peste { $seconds } secunde revenim la început.
       *[other] Peste { $seconds } de secunde revenim la început.
    }
kiosk-stay = Da, sunt aici
# $number (String): the number called last, such as P 041
kiosk-last-called = Ultimul număr chemat: { $number }
kiosk-sooner = Am nevoie să trec în față
kiosk-sooner-who = Sarcină, copii mici, dizabilitate, boală, vârstă înaintată
kiosk-add-need = Mai am nevoie de ceva
kiosk-choose-also = De ce mai aveți nevoie?

## An appointment

kiosk-appointment = Am o programare
kiosk-appointment-title = Scrieți codul programării
kiosk-erase = Ștergeți
kiosk-check-in = Am ajuns

## Leaving the queue

kiosk-leave = Renunț la rând
kiosk-leave-sure = Vreți să renunțați la rând?
kiosk-leave-note = Numărul dumneavoastră nu va mai fi chemat.
kiosk-leave-yes = Da, renunț la rând
kiosk-leave-no = Nu, rămân la rând
kiosk-left = Nu mai sunteți la rând.
kiosk-left-more = Dacă vă răzgândiți, luați un număr nou.

## Without a number, on paper

kiosk-print-this = Tipăriți aceste informații
kiosk-note-failed = Bonul nu iese. Fotografiați ecranul.

## Counting, after the number: everybody may leave everything out

kiosk-tap-invite = Ne ajutați să numărăm?
kiosk-tap-anonymous = Nimeni nu știe cine sunteți. Puteți să nu răspundeți.
kiosk-tap-skip = Nu răspund
kiosk-tap-first = Veniți aici pentru prima dată?
kiosk-tap-first-yes = Da
kiosk-tap-first-no = Nu
kiosk-tap-gender = Cum vă descrieți?
kiosk-tap-woman = Femeie
kiosk-tap-man = Bărbat
kiosk-tap-other = În alt fel
kiosk-tap-age = Câți ani aveți?
# $years (String): such as 18
kiosk-tap-age-under = Sub { $years }
# $low (String), $high (String): such as 18 and 24
kiosk-tap-age-range = Între { $low } și { $high }
# $years (String): such as 65
kiosk-tap-age-over = { $years } sau peste
kiosk-tap-status = Cu ce acte stați în Italia?
kiosk-tap-asylum = Am cerut protecție
kiosk-tap-protected = Am primit protecție
kiosk-tap-permit = Am alt permis de ședere
kiosk-tap-citizen = Cetățenie italiană sau UE
kiosk-tap-none = Încă nu am acte
