### The visitor's own phone. Ticket and desk numbers come as texts with ASCII digits.

phone-your-number = Votre numéro
phone-desk = guichet
phone-desks = guichets
phone-where = Où aller
phone-next = C’est bientôt à vous : vous êtes le prochain numéro.
# $count (Number): people ahead
phone-ahead =
    { $count ->
        [one] { $count } personne est avant vous.
       *[other] { $count } personnes sont avant vous.
    }
# $low (String), $high (Number): minutes
phone-wait =
    { $high ->
        [one] Attente prévue : de { $low } à { $high } minute.
       *[other] Attente prévue : de { $low } à { $high } minutes.
    }
# $high (Number): minutes
phone-wait-short =
    { $high ->
        [one] Attente prévue : { $high } minute au plus.
       *[other] Attente prévue : { $high } minutes au plus.
    }
phone-wait-unknown = Le guichet n’est pas ouvert pour le moment. Restez près d’ici.
# $numbers (String): one to three numbers, such as P 041, P 040
phone-last-called = Derniers numéros appelés : { $numbers }
# $desk (String): desk number
phone-called = C’est votre tour. Allez au guichet { $desk }.
phone-called-more = On vous attend maintenant.
# $desk (String): desk number
phone-serving = Vous êtes au guichet { $desk }.
phone-no-show = Nous vous avons appelé, mais nous ne vous avons pas vu.
phone-no-show-more = Allez à un guichet ouvert : on peut vous remettre dans la file avec le même numéro.
phone-parked = Votre numéro est mis de côté
phone-parked-more = Quand vous aurez ce qui manque, revenez au guichet et montrez le numéro.
phone-served = C’est terminé. Merci de votre visite.
phone-served-more = Besoin d’autre chose ? Prenez un nouveau numéro.
phone-withdrawn = Vous n’êtes plus dans la file.
phone-withdrawn-more = Si vous changez d’avis, prenez un nouveau numéro.
# On a button; the next one when it was tapped.
phone-ring = Touchez ici : le téléphone sonnera quand ce sera à vous
phone-ring-on = Le téléphone sonnera : gardez cette page ouverte
phone-ring-again = Le téléphone ne sonne plus : touchez ici et il sonnera à nouveau
# For a number that is not on the board: the staff fetch the person.
phone-quiet-called = C’est votre tour : nous venons vers vous, vous pouvez rester où vous êtes.
phone-quiet-serving = Nous sommes avec vous maintenant.
phone-taken-back = Vous avez été appelé par erreur. Restez près d’ici : nous vous appellerons de nouveau.
# The services of this number are offered no more.
phone-no-place = Aucun guichet n’appelle ce numéro de lui-même.
phone-no-place-more = Allez à un guichet ouvert. Montrez le numéro : on vous aidera.
phone-leave = Quitter la file
phone-leave-sure = Voulez-vous quitter la file ?
phone-leave-note = Votre numéro ne sera plus appelé.
phone-leave-yes = Oui, je quitte la file
phone-leave-no = Non, je reste
phone-language = Langue
phone-not-live = Pas de connexion : cette page n’est peut-être pas à jour. Regardez le tableau dans la salle.
phone-quiet-not-live = Pas de connexion : cette page n’est peut-être pas à jour. Nous viendrons quand même vers vous.
phone-gone-title = Ce numéro n’existe pas aujourd’hui
phone-gone = Chaque numéro est valable un seul jour. Si vous avez besoin d’aide, prenez un nouveau numéro ou demandez à un guichet ouvert.
