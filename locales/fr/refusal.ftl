### Why something can't be done, and what to do instead. For visitors and for staff.
### Ticket and desk numbers come as texts with ASCII digits.

refusal-no-need = Rien n’a été choisi. Choisissez ce qu’il vous faut.
# $most (Number): how many may be chosen at once
refusal-too-many-needs =
    { $most ->
        [one] Vous pouvez choisir une seule demande. Enlevez-en une.
       *[other] Vous pouvez choisir { $most } demandes au plus. Enlevez-en une.
    }
# $need (String): the code that is not known
refusal-unknown-need = La demande { $need } n’existe pas ici. Choisissez-en une autre.
# $language (String): the tag that is not known
refusal-unknown-language = La langue { $language } n’existe pas ici. Choisissez une des langues de l’écran.
# $desk (String): desk number
refusal-unknown-desk = Le guichet { $desk } n’existe pas. Vérifiez le numéro au-dessus du guichet.
# $service (String): the code that is not known
refusal-unknown-service = Le service { $service } n’existe pas. Choisissez-en un dans la liste.
refusal-unknown-ticket = Ce numéro n’existe pas aujourd’hui. Prenez un nouveau numéro ou demandez à un guichet ouvert.
refusal-unknown-appointment = Ce code n’existe pas, ou le rendez-vous est passé. Vérifiez le code ou demandez à un guichet ouvert.
# $moment (String): day and time such as "mardi 24 novembre à 09:00"
refusal-appointment-later = Votre rendez-vous est { $moment }. Revenez à ce moment-là.
# $desk (String): desk number
refusal-no-ticket-needed = Pas besoin de numéro. Allez au guichet { $desk }.
# $moment (String): day and time such as "mardi 24 novembre à 09:00"
refusal-institution-away = Ce service est fermé maintenant. Il rouvre { $moment }.
refusal-institution-away-for-long = Ce service est fermé maintenant. Date de réouverture inconnue.
# $moment (String): day and time such as "mardi 24 novembre à 09:00"
refusal-today-is-full = Il n’y a plus de temps pour d’autres numéros aujourd’hui. Revenez { $moment }.
refusal-today-is-full-for-long = Il n’y a plus de temps pour d’autres numéros aujourd’hui. Date de réouverture inconnue.
refusal-not-here-today-for-long = Ce service n’est pas là aujourd’hui. Date de réouverture inconnue.
refusal-not-here-today = Ce service n’est pas là aujourd’hui. Revenez { $moment }.
refusal-house-closed-for-long = C’est fermé ici maintenant. Date de réouverture inconnue.
refusal-house-closed = C’est fermé ici maintenant. Revenez { $moment }.
# $desk (String): desk number; $service (String): a service's code
refusal-service-not-at-desk = Le guichet { $desk } ne fait pas le service { $service }. Choisissez un autre service ou un autre guichet.
# $desk (String): desk number
refusal-desk-closed = Le guichet { $desk } est fermé. Ouvrez-le d’abord.
# $desk (String): desk number
refusal-desk-paused = Le guichet { $desk } est en pause. Ouvrez-le d’abord.
# $desk (String): desk number; $ticket (String): ticket number such as "P 042"
refusal-desk-busy = Le guichet { $desk } a encore le numéro { $ticket }. Terminez d’abord, ou notez que la personne n’est pas venue.
# $desk (String): desk number
refusal-desk-has-nobody = Il n’y a personne au guichet { $desk }. Appelez d’abord le numéro suivant.
# $ticket (String): ticket number such as "P 042"
refusal-already-serving = Le numéro { $ticket } est déjà au guichet. Terminez quand vous avez fini.
# $ticket (String): ticket number such as "P 042"
refusal-not-serving = Le numéro { $ticket } est appelé, mais pas encore au guichet. Commencez d’abord.
# $desk (String): number of the desk
refusal-moved-on = Le guichet { $desk } a maintenant un autre numéro. Regardez qui est là et réessayez.
# $ticket (String): ticket number such as "P 042"
refusal-not-no-show = Le numéro { $ticket } n’est pas parmi les absents. Seul un absent peut revenir dans la file.
# $ticket (String): ticket number such as "P 042"
refusal-not-waiting = Le numéro { $ticket } n’attend plus. Demandez à un guichet ouvert.
refusal-key-reused = Cette confirmation a déjà servi pour autre chose. Revenez au début et réessayez.
refusal-day-full = Il n’y a plus de numéros aujourd’hui. Demandez à un guichet ouvert.

refusal-not-saved = L’enregistrement a échoué. Réessayez. Si cela ne marche pas, demandez à un guichet ouvert.
refusal-busy = Il y a beaucoup de monde en ce moment. Attendez un peu et réessayez.
refusal-away = Le système ne répond pas. Attendez un peu et réessayez, ou demandez à un guichet ouvert.
