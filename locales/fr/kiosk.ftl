### What stands on the glass.

## The start

kiosk-welcome = Bienvenue
kiosk-choose-language = Choisissez votre langue
# On a tile below all languages: leads to an interpreter
kiosk-language-missing = Je ne trouve pas ma langue
kiosk-no-paper = Pas de papier pour le moment. Le numéro est à l’écran et reste valable.

## On every screen

kiosk-language = Changer de langue
kiosk-back = Retour
kiosk-home = Recommencer
kiosk-done = Terminé
kiosk-hub-gone = Pas de numéros pour le moment. Demandez à l’accueil.

## The menu

kiosk-choose-need = De quoi avez-vous besoin ?
kiosk-choose-leaf = Pour quoi exactement ?
kiosk-private = Votre demande
kiosk-closed-now = Fermé maintenant

## Before the number

kiosk-desks =
    { $count ->
        [one] Guichet
       *[other] Guichets
    }
kiosk-step-first = D’abord
kiosk-step-then = Ensuite
kiosk-people-waiting =
    { $people ->
        [0] Personne n’attend
        [one] { $people } personne attend
       *[other] { $people } personnes attendent
    }
kiosk-wait-range = Environ { $low } à { $high } minutes
kiosk-wait-up-to = Moins de { $high } minutes
kiosk-bring = Apportez si possible :
kiosk-bring-nothing = Vous pouvez venir sans papiers.
kiosk-take-number = Prendre un numéro

## Without a number

kiosk-person-title = Allez directement au guichet
kiosk-person-text = Sans numéro. Quelqu’un va vous recevoir.
kiosk-closed-title = Ce guichet est fermé pour l’instant
kiosk-closed-next = Revenez { $moment }
kiosk-closed-for-long = Date de réouverture inconnue.
kiosk-full-title = Plus de numéros aujourd’hui
kiosk-closed-help = Vous ne pouvez pas attendre ? Demandez à l’accueil : nous trouverons une solution.
kiosk-choose-other = Choisir autre chose
kiosk-opens-at = Ouvre à { $time }
kiosk-not-today = Pas ici aujourd’hui
kiosk-full-now = Complet aujourd’hui
kiosk-away-title = Ce guichet n’est pas là aujourd’hui
kiosk-house-closed = C’est fermé ici maintenant
kiosk-no-desk-open = Aucun guichet n’est encore ouvert
kiosk-desk-opens = Le guichet ouvre à { $time }
kiosk-person-away = Il n’y a personne à ce guichet maintenant
kiosk-call = Appelez ce numéro
kiosk-call-else = Il n’y a personne ? Appelez le { $number }.
kiosk-hub-gone-alone = Pas de numéros pour le moment. Attendez un peu et réessayez.
kiosk-trouble-alone = Attendez un peu et réessayez.

## The number

kiosk-issuing = Un instant, votre numéro arrive.
kiosk-number-title = Votre numéro
kiosk-number-called = C’est à vous
kiosk-ahead =
    { $people ->
        [0] Personne avant vous
        [one] { $people } personne avant vous
       *[other] { $people } personnes avant vous
    }
kiosk-slip-printing = Votre ticket est en train de sortir.
kiosk-slip-slow = Le ticket tarde. Photographiez l’écran ou retenez le numéro.
kiosk-slip-printed = Prenez votre ticket en bas.
kiosk-slip-unknown = Prenez votre ticket. S’il ne sort pas, retenez le numéro.
kiosk-slip-failed = Le ticket ne sort pas. Photographiez l’écran ou retenez le numéro : il reste valable.
kiosk-print-slip = Imprimer mon ticket
kiosk-address = Scannez le code : suivez la file sur votre téléphone.

## Trouble

kiosk-trouble-title = Pas de numéro pour l’instant
kiosk-trouble-away = Le système ne répond pas. Ce n’est pas votre faute.
kiosk-trouble-not-saved = Le numéro n’a pas été enregistré. Ce n’est pas votre faute.
kiosk-trouble-busy = Il y a beaucoup de monde. Attendez un peu.
kiosk-trouble-help = Réessayez, ou allez à l’accueil : nous vous aiderons là-bas.
kiosk-try-again = Réessayer

## Nobody has touched for a while

kiosk-still-there = Êtes-vous encore là ?
kiosk-still-there-seconds =
    { $seconds ->
        [one] Dans { $seconds } seconde, retour au début.
       *[other] Dans { $seconds } secondes, retour au début.
    }
kiosk-stay = Oui, je suis là
# $number (String): the number called last, such as P 041
kiosk-last-called = Dernier numéro appelé : { $number }
kiosk-sooner = J’ai besoin de passer avant
kiosk-sooner-who = Grossesse, jeunes enfants, handicap, maladie, grand âge
kiosk-add-need = J’ai aussi un autre besoin
kiosk-choose-also = Un autre besoin ?

## An appointment

kiosk-appointment = J’ai un rendez-vous
kiosk-appointment-title = Tapez le code de votre rendez-vous
kiosk-erase = Effacer
kiosk-check-in = Je suis là

## Leaving the queue

kiosk-leave = Quitter la file
kiosk-leave-sure = Voulez-vous quitter la file ?
kiosk-leave-note = Votre numéro ne sera plus appelé.
kiosk-leave-yes = Oui, je quitte la file
kiosk-leave-no = Non, je reste
kiosk-left = Vous n’êtes plus dans la file.
kiosk-left-more = Si vous changez d’avis, prenez un nouveau numéro.

## Without a number, on paper

kiosk-print-this = Imprimer ces informations
kiosk-note-failed = Le ticket ne sort pas. Photographiez l’écran.

## Counting, after the number: everybody may leave everything out

kiosk-tap-invite = Quelques questions anonymes ?
kiosk-tap-anonymous = C’est anonyme. Vous pouvez ne pas répondre.
kiosk-tap-skip = Je ne réponds pas
kiosk-tap-first = C’est votre première fois ici ?
kiosk-tap-first-yes = Oui
kiosk-tap-first-no = Non
kiosk-tap-gender = Vous êtes…
kiosk-tap-woman = Femme
kiosk-tap-man = Homme
kiosk-tap-other = Autre
kiosk-tap-age = Quel âge avez-vous ?
# $years (String): such as 18
kiosk-tap-age-under = Moins de { $years }
# $low (String), $high (String): such as 18 and 24
kiosk-tap-age-range = De { $low } à { $high }
# $years (String): such as 65
kiosk-tap-age-over = { $years } ou plus
kiosk-tap-status = Quels papiers avez-vous en Italie ?
kiosk-tap-asylum = J’ai demandé une protection
kiosk-tap-protected = J’ai une protection
kiosk-tap-permit = J’ai un autre titre de séjour
kiosk-tap-citizen = Nationalité italienne ou de l’UE
kiosk-tap-none = Je n’ai pas encore de papiers
