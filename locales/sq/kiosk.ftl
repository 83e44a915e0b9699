### What stands on the glass.

## The start

kiosk-welcome = Mirë se vini
kiosk-choose-language = Zgjidhni gjuhën tuaj
# On a tile below all languages: leads to an interpreter
kiosk-language-missing = Gjuha ime nuk është këtu
kiosk-no-paper = Tani s’ka letër. Numri del në ekran dhe vlen njësoj.

## On every screen

kiosk-language = Ndryshoni gjuhën
kiosk-back = Prapa
kiosk-home = Fillimi
kiosk-done = Mbarova
kiosk-hub-gone = Tani nuk mund të merren numra. Pyetni te recepsioni.

## The menu

kiosk-choose-need = Për çfarë keni nevojë?
kiosk-choose-leaf = Çfarë saktësisht?
kiosk-private = Kërkesa juaj
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
kiosk-wait-range = Rreth { $low } deri në { $high } minuta
kiosk-wait-up-to = Më pak se { $high } minuta
kiosk-bring = Sillni, nëse mundeni:
kiosk-bring-nothing = Mund të vini edhe pa dokumente.
kiosk-take-number = Merrni numrin

## Without a number

kiosk-person-title = Shkoni menjëherë te sporteli
kiosk-person-text = Nuk ju duhet numër. Dikush do t’ju dëgjojë.
kiosk-closed-title = Ky sportel tani është i mbyllur
kiosk-closed-next = Ejani sërish: { $moment }
kiosk-closed-for-long = Ende nuk dihet kur do të hapet.
kiosk-full-title = Për sot nuk ka më vend
kiosk-closed-help = Nuk mund të prisni? Pyetni te recepsioni: do të gjejmë një zgjidhje tjetër.
kiosk-choose-other = Zgjidhni diçka tjetër
kiosk-opens-at = Hapet në orën { $time }
kiosk-not-today = Sot nuk është këtu
kiosk-full-now = Sot është plot
kiosk-away-title = Ky sportel sot nuk është këtu
kiosk-house-closed = Këtu tani është mbyllur
kiosk-no-desk-open = Asnjë sportel nuk është hapur ende
kiosk-desk-opens = Sporteli hapet në orën { $time }
kiosk-person-away = Tani nuk ka njeri te ky sportel
kiosk-call = Telefononi në këtë numër
kiosk-call-else = Nuk ka njeri? Telefononi në { $number }.
kiosk-hub-gone-alone = Tani nuk mund të merren numra. Prisni pak dhe provoni përsëri.
kiosk-trouble-alone = Prisni pak dhe provoni përsëri.

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
kiosk-slip-printing = Fletëza po del.
kiosk-slip-slow = Fletëza po vonon. Fotografoni ekranin ose mbani mend numrin.
kiosk-slip-printed = Merrni fletëzën këtu poshtë.
kiosk-slip-unknown = Merrni fletëzën. Nëse nuk del, mbani mend numrin.
kiosk-slip-failed = Fletëza nuk del. Fotografoni ekranin ose mbani mend numrin: vlen njësoj.
kiosk-print-slip = Printo fletëzën tani
kiosk-address = Drejtojeni kamerën te kodi: ndiqni radhën në telefon.

## Trouble

kiosk-trouble-title = Numri nuk erdhi
kiosk-trouble-away = Sistemi nuk përgjigjet. Nuk është faji juaj.
kiosk-trouble-not-saved = Numri nuk u ruajt. Nuk është faji juaj.
kiosk-trouble-busy = Ka shumë njerëz në këtë çast. Prisni pak.
kiosk-trouble-help = Provoni përsëri ose shkoni te recepsioni: atje ju ndihmojmë.
kiosk-try-again = Provoni përsëri

## Nobody has touched for a while

kiosk-still-there = Jeni ende këtu?
kiosk-still-there-seconds =
    { $seconds ->
        [one] Pas { $seconds } sekonde kthehemi në fillim.
       *[other] Pas { $seconds } sekondash kthehemi në fillim.
    }
kiosk-stay = Po, jam këtu
# $number (String): the number called last, such as P 041
kiosk-last-called = Numri i fundit i thirrur: { $number }
kiosk-sooner = Kam nevojë të kaloj para të tjerëve
kiosk-sooner-who = Shtatzëni, fëmijë të vegjël, aftësi e kufizuar, sëmundje, moshë e thyer
kiosk-add-need = Më duhet edhe diçka tjetër
kiosk-choose-also = Çfarë tjetër ju duhet?

## An appointment

kiosk-appointment = Kam një takim
kiosk-appointment-title = Shkruani kodin e takimit tuaj
kiosk-erase = Fshini
kiosk-check-in = Jam këtu

## Leaving the queue

kiosk-leave = Dilni nga radha
kiosk-leave-sure = Doni të dilni nga radha?
kiosk-leave-note = Numri juaj nuk do të thirret më.
kiosk-leave-yes = Po, dal nga radha
kiosk-leave-no = Jo, qëndroj në radhë
kiosk-left = Nuk jeni më në radhë.
kiosk-left-more = Nëse ndërroni mendje, merrni një numër të ri.

## Without a number, on paper

kiosk-print-this = Printoni këtë informacion
kiosk-note-failed = Fletëza nuk del. Fotografoni ekranin.

## Counting, after the number: everybody may leave everything out

kiosk-tap-invite = Na ndihmoni të numërojmë?
kiosk-tap-anonymous = Askush nuk e di që jeni ju. Mund të mos përgjigjeni.
kiosk-tap-skip = Nuk përgjigjem
kiosk-tap-first = A është hera e parë që vini këtu?
kiosk-tap-first-yes = Po
kiosk-tap-first-no = Jo
kiosk-tap-gender = Si e përshkruani veten?
kiosk-tap-woman = Grua
kiosk-tap-man = Burrë
kiosk-tap-other = Ndryshe
kiosk-tap-age = Sa vjeç jeni?
# $years (String): such as 18
kiosk-tap-age-under = Nën { $years }
# $low (String), $high (String): such as 18 and 24
kiosk-tap-age-range = Nga { $low } deri në { $high }
# $years (String): such as 65
kiosk-tap-age-over = { $years } e lart
kiosk-tap-status = Me çfarë dokumentesh jeni në Itali?
kiosk-tap-asylum = Kam kërkuar mbrojtje
kiosk-tap-protected = Kam marrë mbrojtje
kiosk-tap-permit = Kam një leje tjetër qëndrimi
kiosk-tap-citizen = Shtetësi italiane ose e BE-së
kiosk-tap-none = Ende nuk kam dokumente
