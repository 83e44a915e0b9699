### Why something can't be done, and what to do instead. For visitors and for staff.
### Ticket and desk numbers come as texts with ASCII digits.

refusal-no-need = Nu ați ales nimic. Alegeți ceva.
# $most (Number): how many may be chosen at once
refusal-too-many-needs =
    { $most ->
        [one] Puteți alege o singură opțiune. Scoateți-le pe celelalte.
        [few] Puteți alege cel mult { $most } opțiuni. Scoateți câteva.
       *[other] Puteți alege cel mult { $most } de opțiuni. Scoateți câteva.
    }
# $need (String): the code that is not known
refusal-unknown-need = Opțiunea { $need } nu există aici. Alegeți alta.
# $language (String): the tag that is not known
refusal-unknown-language = Limba { $language } nu există aici. Alegeți una dintre limbile de pe ecran.
# $desk (String): desk number
refusal-unknown-desk = Ghișeul { $desk } nu există. Verificați numărul de deasupra ghișeului.
# $service (String): the code that is not known
refusal-unknown-service = Serviciul { $service } nu există. Alegeți un serviciu din listă.
refusal-unknown-ticket = Acest număr nu există astăzi. Luați un număr nou sau întrebați la un ghișeu deschis.
refusal-unknown-appointment = Acest cod nu există sau programarea a trecut. Verificați codul sau întrebați la un ghișeu deschis.
# $moment (String): day and time such as "Tuesday 24 November, 09:00"
refusal-appointment-later = Programarea dumneavoastră este { $moment }. Reveniți atunci.
# $desk (String): desk number
refusal-no-ticket-needed = Nu aveți nevoie de număr. Mergeți la ghișeul { $desk }.
# $moment (String): day and time such as "Tuesday 24 November, 09:00"
refusal-institution-away = Acest serviciu este închis acum. Se deschide { $moment }.
refusal-institution-away-for-long = Acest serviciu este închis acum. Încă nu se știe când se deschide.
# $moment (String): day and time such as "Tuesday 24 November, 09:00"
refusal-today-is-full = Pentru astăzi nu mai este timp pentru alte numere. Reveniți { $moment }.
refusal-today-is-full-for-long = Pentru astăzi nu mai este timp pentru alte numere. Încă nu se știe când se deschide.
refusal-not-here-today-for-long = Acest serviciu nu este aici astăzi. Încă nu se știe când se deschide.
refusal-not-here-today = Acest serviciu nu este aici astăzi. Reveniți { $moment }.
refusal-house-closed-for-long = Aici este închis acum. Încă nu se știe când se deschide.
refusal-house-closed = Aici este închis acum. Reveniți { $moment }.
# $desk (String): desk number; $service (String): a service's code
refusal-service-not-at-desk = Ghișeul { $desk } nu oferă serviciul { $service }. Alegeți alt serviciu sau alt ghișeu.
# $desk (String): desk number
refusal-desk-closed = Ghișeul { $desk } este închis. Mai întâi deschideți-l.
# $desk (String): desk number
refusal-desk-paused = Ghișeul { $desk } este în pauză. Mai întâi deschideți-l.
# $desk (String): desk number; $ticket (String): ticket number such as "P 042"
refusal-desk-busy = La ghișeul { $desk } este încă numărul { $ticket }. Mai întâi încheiați sau notați că nu s-a prezentat.
# $desk (String): desk number
refusal-desk-has-nobody = La ghișeul { $desk } nu este nimeni. Mai întâi chemați numărul următor.
# $ticket (String): ticket number such as "P 042"
refusal-already-serving = Numărul { $ticket } este deja la ghișeu. După ce terminați, încheiați.
# $ticket (String): ticket number such as "P 042"
refusal-not-serving = Numărul { $ticket } a fost chemat, dar încă nu este la ghișeu. Mai întâi începeți.
# $desk (String): number of the desk
refusal-moved-on = La ghișeul { $desk } este acum alt număr. Vedeți cine este și încercați din nou.
# $ticket (String): ticket number such as "P 042"
refusal-not-no-show = Numărul { $ticket } nu este printre absenți. Doar un absent poate reveni la rând.
# $ticket (String): ticket number such as "P 042"
refusal-not-waiting = Numărul { $ticket } nu mai așteaptă. Întrebați la un ghișeu deschis.
refusal-key-reused = Această confirmare a fost deja folosită pentru altceva. Reveniți la început și încercați din nou.
refusal-day-full = Pentru astăzi numerele s-au terminat. Întrebați la un ghișeu deschis.

refusal-not-saved = Nu s-a putut salva. Încercați din nou. Dacă nu merge, întrebați la un ghișeu deschis.
refusal-busy = Este multă lume acum. Așteptați puțin și încercați din nou.
refusal-away = Sistemul nu răspunde. Așteptați puțin și încercați din nou sau întrebați la un ghișeu deschis.
