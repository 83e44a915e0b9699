### The desks' pages, for staff. Ticket and desk numbers come as texts with ASCII digits.

## The pages around it

desk-skip = Aller au contenu
desk-page-language = Langue de la page
desk-index-desks = Guichets
desk-index-desks-note = Appeler et servir, pour le personnel
desk-index-board = Tableau
desk-index-board-note = Les numéros appelés, pour la salle d’attente
desk-index-sign-in-note = Avec nom et code PIN
desk-sign-in = Se connecter
desk-sign-out = Se déconnecter
desk-name = Nom
desk-pin = Code PIN
desk-choose = À quel guichet êtes-vous ?
desk-change-desk = Changer de guichet

## What an account may not do

desk-not-yours = Pas permis avec ce compte
desk-to-desks = Aller aux guichets
desk-not-your-role = Votre rôle ne le permet pas. Demandez au responsable, ou connectez-vous sous un autre nom.
desk-not-your-desk = Ce guichet appartient à d’autres organismes. Choisissez un des vôtres, ou demandez au responsable.
desk-not-your-ticket = Cela concerne d’autres organismes : l’accueil peut aider.
desk-not-your-key = La clé de cet appareil sert à autre chose. Demandez au responsable.
desk-of-others = Appartient à d’autres organismes
desk-figures = Les guichets en chiffres
desk-figures-only = Votre rôle ne voit que les chiffres et ne change rien. Vous pouvez aussi ouvrir :
desk-figures-day = Les chiffres du jour
desk-figures-metrics = Les mesures pour la supervision
desk-figures-health = L’état du système
desk-none-is-yours = Aucun de ces guichets n’appartient à vos organismes. Demandez au responsable.

## The desk

desk-desk = Guichet
desk-state-open = ouvert
desk-state-paused = en pause
desk-state-closed = fermé
desk-is-closed = Le guichet est fermé.
desk-is-paused = Le guichet est en pause : il n’appelle personne.
desk-i-speak = Je parle
desk-i-do = Services de ce guichet aujourd’hui
desk-tick-one = Cochez au moins une langue et un service.

## Buttons

desk-open = Ouvrir le guichet
desk-open-again = Rouvrir le guichet
desk-pause = Pause
desk-close = Fermer
desk-call-next = Appeler le suivant
desk-recall = Rappeler
desk-start = Présent : commencer
desk-no-show = Ne s’est pas présenté
desk-finish = Terminer
# $ticket (String): ticket number such as "P 042"
desk-undo = Annuler : { $ticket }
desk-finish-and-next = Terminer et appeler le suivant
desk-take-back = Remettre dans la file
desk-park = Mettre de côté
desk-resume = Reprendre
desk-walk-in = Personne sans numéro
desk-walk-in-do = Servir maintenant
desk-print-slip = Imprimer un ticket
# $ticket (String): ticket number such as "P 042"
desk-call-this = Appeler { $ticket }
desk-dismiss = Est parti
desk-reprint = Réimprimer le ticket
desk-not-urgent = N’est plus urgent
# Before buttons with the reasons.
desk-urgent-because = Urgent :
desk-urgent-deadline = un délai expire
desk-urgent-health = ne va pas bien
desk-urgent-safety = n’est pas en sécurité
desk-urgent-children = les enfants n’en peuvent plus
desk-keys = Raccourcis clavier actifs

## The ticket at the desk

desk-called = appelé
desk-serving = au guichet
# $minutes (Number)
desk-for-minutes = depuis { $minutes } min
# $minutes (Number)
desk-minutes = { $minutes } min
# $minutes (Number)
desk-ago = il y a { $minutes } min
desk-language = Langue
desk-waited = Ici depuis
desk-why = Pourquoi maintenant
desk-steps = Étapes
# $minutes (Number): since the ticket was issued
desk-why-longest-waiting = attendait depuis le plus longtemps ({ $minutes } min)
# $step (String): 2 or more
desk-why-later-step = est à l’étape { $step }
desk-why-handed-on = a été envoyé à ce guichet
desk-why-resumed = était mis de côté
desk-why-chosen = vous l’avez choisi
desk-why-appointment = a un rendez-vous
desk-why-urgent = est urgent
desk-why-priority = a demandé la priorité
# $language (String): such as "tigrino"
desk-why-interpreter = il faut un interprète : { $language }
# $language (String): such as "tigrino"
desk-why-speaks = ici on parle { $language }
# $minutes (Number): since the ticket was issued
desk-why-waited = attendait depuis { $minutes } min

## Handing on, and the steps

desk-hand-on = Envoyer à un autre guichet
desk-hand-on-to = Où
desk-hand-on-desks = Un autre guichet pour le même service
desk-hand-on-services = Un autre service
desk-hand-on-do = Envoyer
desk-hand-on-note = Le numéro et l’attente restent les mêmes.
desk-no-open-desk = aucun guichet ouvert
desk-reason = Motif
desk-service = Service
# The first line of a list, before anything is chosen.
desk-choose-one = Choisir…
desk-choose-first = Choisissez d’abord dans la liste.
desk-transfer-other-need = a besoin d’autre chose
desk-transfer-specialist = il faut quelqu’un qui s’y connaît mieux
desk-transfer-language = il faut quelqu’un qui parle la langue
desk-transfer-desk-change = ce guichet ferme ou fait autre chose
desk-change-steps = Changer les étapes
desk-add-step-which = Un autre service à voir
desk-add-step = Ajouter
desk-drop-step = Enlever

## Who waits

desk-who-waits = En attente pour ce guichet
desk-none-waiting = Personne n’attend.
desk-none-to-call-yet = Personne à appeler pour l’instant : qui attend est en chemin ou laissé à d’autres guichets.
desk-parked = Mis de côté
desk-quiet-fetch = N’est pas sur le tableau : allez chercher la personne.
desk-mark-priority = priorité
desk-mark-urgent = urgent
desk-mark-appointment = rendez-vous
desk-mark-quiet = discret
desk-mark-interpreter = interprète nécessaire
desk-not-yet-on-the-way = en chemin depuis un autre guichet
desk-not-yet-left-to-others = laissé à d’autres guichets pour l’instant
desk-copy-failed = copie non imprimée
desk-copy-torn = copie imprimée en partie seulement
desk-slip-unproven = ticket peut-être pas imprimé
desk-slip-failed = ticket non imprimé
desk-slip-torn = ticket imprimé en partie seulement
desk-next-is = Suivant :
# $count (Number)
desk-waiting-for-you =
    { $count ->
        [one] { $count } personne attend ce guichet.
       *[other] { $count } personnes attendent ce guichet.
    }
# $count (Number)
desk-waiting-count =
    { $count ->
        [one] { $count } en attente
       *[other] { $count } en attente
    }
# $count (Number)
desk-and-more =
    { $count ->
        [one] et { $count } autre
       *[other] et { $count } autres
    }
desk-did-not-come = Ne se sont pas présentés
desk-elsewhere = Autres files
# $count (Number): people for whose service no desk is open
desk-unserved =
    { $count ->
        [one] { $count } sans guichet ouvert
       *[other] { $count } sans guichet ouvert
    }

## Finding a number, undoing, and who else is at the desk

desk-find = Chercher un numéro
desk-find-do = Chercher
# $text (String): what was typed
desk-find-none = Il n’y a pas de numéro « { $text } » aujourd’hui.
desk-find-close = Fermer la recherche
# $count (Number): how many are called before it
desk-found-waiting =
    { $count ->
        [one] attend, { $count } avant
       *[other] attend, { $count } avant
    }
# $desk (String): desk number; $time (String): such as 09:05
desk-found-called = appelé au guichet { $desk } à { $time }
# $desk (String): desk number; $time (String): such as 09:05
desk-found-serving = au guichet { $desk } depuis { $time }
# $desk (String): desk number; $time (String): such as 09:05
desk-found-parked = mis de côté au guichet { $desk } à { $time }
# $desk (String): desk number; $time (String): such as 09:05
desk-found-no-show = ne s’est pas présenté au guichet { $desk }, { $time }
# $desk (String): empty; $time (String): such as 09:05
desk-found-served = a terminé à { $time }
# $desk (String): empty; $time (String): such as 09:05
desk-found-withdrawn = parti à { $time }
desk-show-all = tout afficher
desk-show-fewer = Afficher moins
desk-without-place = Sans place
desk-without-place-note = Ce qu’ils attendent n’existe plus ici. Appelez-les de n’importe quel guichet et transférez-les à un autre service.
desk-missed-elsewhere = Absents, autres services
desk-sound = Son quand quelqu’un arrive
desk-no-sound = Pas de son : touchez la page une fois
# $names (String): one name or several
desk-also-here = aussi ici : { $names }
# $names (String): one name or several
desk-close-with-others = { $names } travaille aussi à ce guichet. Le fermer le ferme pour tous.
desk-close-anyway = Fermer quand même
# $ticket (String): ticket number such as "P 042"
desk-done-call = { $ticket } : appelé
# $ticket (String): ticket number such as "P 042"
desk-done-resume = { $ticket } : repris
# $ticket (String): ticket number such as "P 042"
desk-done-start = { $ticket } : commencé
# $ticket (String): ticket number such as "P 042"
desk-done-no-show = { $ticket } : ne s’est pas présenté
# $ticket (String): ticket number such as "P 042"
desk-done-finish = { $ticket } : terminé
# $ticket (String): ticket number such as "P 042"
desk-done-park = { $ticket } : mis de côté
# $ticket (String): ticket number such as "P 042"
desk-done-transfer = { $ticket } : transféré
# $ticket (String): ticket number such as "P 042"
desk-done-dismiss = { $ticket } : retiré de la file
# $ticket (String): ticket number such as "P 042"
desk-done-drop-step = { $ticket } : étape enlevée
# $ticket (String): ticket number such as "P 042"
desk-done-take-back = { $ticket } : de retour dans la file
desk-sign-in-ended = Votre session a pris fin. Connectez-vous de nouveau.
desk-sign-in-not-done = Votre session avait pris fin : la dernière commande n’a pas été exécutée. Connectez-vous et refaites-la.
desk-own-pin = Votre code PIN
desk-own-pin-asked = Avant de continuer, choisissez votre propre code PIN : la personne qui vous l’a donné le connaît aussi, ou il est trop facile.
desk-own-pin-old = Code PIN actuel
desk-own-pin-new = Nouveau code PIN
desk-own-pin-again = Nouveau code PIN, encore une fois
desk-own-pin-rule = Au moins six chiffres ou lettres ; une phrase convient. Pas de date, pas de suite comme 123456, pas votre nom.
desk-own-pin-change = Changer le code PIN
desk-own-pin-done = Votre code PIN a changé. Les autres sessions à votre nom sont terminées.
desk-own-pin-wrong = Le code PIN actuel n’est pas juste.
desk-own-pin-short = Le nouveau code PIN est trop court : il faut au moins six caractères.
desk-own-pin-long = Le nouveau code PIN est trop long : 64 caractères au plus.
desk-own-pin-hidden = Le nouveau code PIN contient un signe invisible. Tapez-le de nouveau à la main.
desk-own-pin-common = Ce code PIN est facile à deviner. Choisissez-en un autre.
desk-own-pin-differs = Les deux nouveaux codes PIN ne sont pas identiques.
desk-own-pin-same = C’est le code PIN que vous avez déjà. Choisissez-en un autre.
desk-sessions = Où vous êtes connecté·e
# $time (String): date and time of the sign-in
# $address (String): network address, such as 192.168.1.20
desk-session-here = Ici, depuis le { $time } ({ $address })
# $time (String): date and time of the sign-in
# $address (String): network address, such as 192.168.1.20
desk-session-elsewhere = Ailleurs, depuis le { $time } ({ $address })
desk-sessions-end-others = Se déconnecter partout ailleurs

## Strips

# $time (String): since when, such as 09:05
desk-not-live = Pas à jour depuis { $time }. Les commandes ne partent pas tant que la connexion n’est pas revenue.
# $command (String): the words on the button that was pressed
desk-sending-slow = « { $command } » : envoi en cours…
# $command (String): the words on the button that was pressed
desk-sending-late = « { $command } » : pas de réponse pour l’instant. L’ordre repart tout seul dès que la connexion revient et ne sera pas exécuté deux fois.
# $command (String): the words on the button that was pressed
desk-sending-given-up = « { $command } » est resté sans réponse et n’est plus envoyé. Vérifiez si c’est fait.
# $command (String): the words on the button that was pressed
desk-sending-done = « { $command } » : c’est fait.
desk-not-saving = Rien ne peut être enregistré pour le moment : le disque est plein ou en panne. Prévenez tout de suite la personne qui s’occupe du système.
desk-hub-hangs = Le système ne répond pas : les commandes attendent. Si cela dure plus d’une minute, prévenez la personne qui s’occupe du système.
desk-staff-book-away = Les comptes du personnel sont illisibles : si vous vous déconnectez, vous ne pourrez pas revenir. Prévenez la personne qui s’occupe du système.
desk-glass-frozen = L’écran des visiteurs est figé. Donnez les numéros au guichet et prévenez la personne qui s’occupe du système.
desk-glass-lost = L’écran des visiteurs a disparu et ne revient qu’au redémarrage du programme. Prévenez la personne qui s’occupe du système.
desk-glass-closed = L’écran des visiteurs est fermé et se rouvre tout seul. Vérifiez qu’il est allumé et branché.
desk-certificate-faulty = Le certificat https expire dans quelques jours, a expiré, ou ses fichiers sont inutilisables. Demandez au technicien de le renouveler, sinon les navigateurs refuseront ces pages.
# $time (String): when it was noticed, such as 09:05; $numbers (String): ticket numbers such as "P 012 – P 040, E 003"
desk-tickets-lost = Une panne du disque, remarquée à { $time }, a effacé une partie de la journée. Le système ne connaît plus ces numéros : { $numbers }. Demandez dans la salle qui les a, et donnez-leur un nouveau numéro. Certaines personnes qui attendent ont peut-être déjà été reçues.
# $time (String): when it was noticed, such as 09:05
desk-entries-lost = Une panne du disque, remarquée à { $time }, a effacé la dernière partie de la journée : certaines personnes qui attendent ont peut-être déjà été reçues. Demandez avant de les rappeler, et prévenez la personne qui s’occupe du système.
# $since (String): a moment such as "martedì 24 novembre, 09:05"; $version (String): another one
desk-site-fault = Depuis le { $since }, le fichier du site est inutilisable : la maison fonctionne avec la version du { $version }. Prévenez la personne qui gère le site.
desk-site-mistakes = Le fichier du site contient des erreurs et sert quand même. Prévenez la personne qui gère le site.
desk-site-letters = Certains mots du site ne peuvent pas s’afficher sur cette machine : une autre langue les remplace. Prévenez la personne qui s’occupe du système.
desk-backup-fault = Depuis le { $since }, les sauvegardes échouent. Prévenez la personne qui s’occupe du système.
desk-traces-left = Quelque chose des jours passés n’a pas pu être effacé et reste peut-être lisible sur le disque. Le système réessaie. Prévenez la personne qui s’occupe du système.
desk-clock-unknown = L’horloge de la machine est fausse : les horaires ne comptent pas et les numéros continuent. Prévenez la personne qui s’occupe du système.
# $wall (String): a moment such as "martedì 24 novembre, 09:05"
desk-clock-differs = L’horloge de la machine indique maintenant { $wall }. Si elle y reste une minute, cette heure comptera ; personne ne perd sa place.
# $from (String), $to (String): moments as above
desk-clock-set = L’horloge est passée de { $from } à { $to } : les numéros et les attentes continuent. Si la date est fausse, prévenez la personne qui s’occupe du système.
desk-printer-near-end = Le papier de l’imprimante est bientôt épuisé.
desk-printer-paper-out = L’imprimante n’a plus de papier : mettez un nouveau rouleau.
desk-printer-cover-open = Le capot de l’imprimante est ouvert : fermez-le.
desk-printer-error = L’imprimante est bloquée : vérifiez-la.
desk-printer-offline = L’imprimante ne répond pas : vérifiez le câble et le courant.
desk-printer-mute = L’imprimante prend les tickets sans dire si elle les imprime : regardez s’ils sortent.
desk-printer-garbled = L’imprimante envoie des signaux sans signification : vérifiez le câble, éteignez-la et rallumez-la.
desk-printer-missing = L’imprimante est introuvable : branchez-la, ou demandez à la personne qui s’occupe du système de corriger son adresse.
desk-printer-not-a-device = L’adresse de l’imprimante ne mène pas à une imprimante : la personne qui s’occupe du système doit la corriger.
desk-printer-no-room = L’imprimante écrit dans un fichier et le disque est plein : prévenez la personne qui s’occupe du système.
desk-printer-no-permission = Le programme n’a pas le droit d’utiliser l’imprimante : prévenez la personne qui s’occupe du système.
desk-printer-in-use = Un autre programme utilise l’imprimante : prévenez la personne qui s’occupe du système.
desk-printer-refused = L’imprimante refuse la connexion : éteignez-la et rallumez-la, ou faites corriger son adresse.
desk-printer-no-such-host = Le nom de l’imprimante est inconnu sur le réseau : la personne qui s’occupe du système doit le corriger.
desk-printer-not-taking = L’imprimante ne prend pas ce qu’on lui envoie : regardez le papier et le capot, puis éteignez-la et rallumez-la.
desk-printer-hangs = Le système est bloqué sur l’imprimante : éteignez-la et rallumez-la ; si cela ne suffit pas, prévenez la personne qui s’occupe du système.
# $printer (String): the address of one of several printers; $words (String): one of the messages above
desk-printer-of = { $printer } : { $words }

## Languages

desk-language-it = italien
desk-language-en = anglais
desk-language-fr = français
desk-language-ar = arabe
desk-language-uk = ukrainien
desk-language-ru = russe
desk-language-so = somali
desk-language-fa-AF = dari
desk-language-ps = pachto
desk-language-ti = tigrigna
desk-language-sq = albanais
desk-language-ro = roumain
desk-language-es = espagnol
desk-language-bn = bengali
desk-language-ur = ourdou
desk-language-zh-Hans = chinois
# $ticket (String): ticket number such as "P 042"
desk-refusal-not-parked = Le numéro { $ticket } n’est pas mis de côté. Regardez la liste.
# $ticket (String): ticket number such as "P 042"
desk-refusal-on-the-way = Le numéro { $ticket } arrive d’un autre guichet. Attendez une minute.
# $ticket (String): ticket number such as "P 042"
desk-refusal-has-left = Le numéro { $ticket } a terminé ou est parti. Faites un nouveau numéro.
# $service (String): a service's code
desk-refusal-step-is-there = Le service { $service } est déjà parmi les étapes.
# $service (String): a service's code
desk-refusal-no-such-step = L’étape { $service } n’existe pas ou ne peut plus changer. Regardez les étapes.
desk-refusal-too-many-steps = Ce numéro a déjà trop d’étapes. Faites un nouveau numéro pour le reste.
# $service (String): a service's code; $after (String): another one's
desk-refusal-must-come-after = { $service } ne peut venir qu’après { $after }. Changez l’ordre.
# $desk (String): desk number
desk-refusal-same-desk = Le numéro est déjà au guichet { $desk }. Choisissez un autre guichet.
desk-refusal-not-bookable = Pas de rendez-vous possible à ce moment. Choisissez une heure dans les trois mois où l’organisme est présent.
desk-refusal-too-many-appointments = Il n’y a plus de place pour d’autres rendez-vous. Supprimez-en, ou réessayez.
# $ticket (String): ticket number such as "P 042"
desk-refusal-too-many-recalls = Le numéro { $ticket } a déjà été appelé trop de fois. Si personne ne vient, choisissez « Ne s’est pas présenté ».
desk-refusal-too-many-copies = Plus de copies pour le numéro { $ticket } : cinq sont sorties, ou l’imprimante a échoué trop souvent. Notez le numéro à la main.
# $desk (String): desk number
desk-refusal-nothing-to-undo = Le guichet { $desk } n’a rien à annuler.
# $ticket (String): ticket number such as "P 042"
desk-refusal-too-late-to-undo = Il est trop tard pour annuler pour le numéro { $ticket }. Cherchez-le dans les listes.
# $ticket (String): ticket number such as "P 042"
desk-refusal-changed-since = Le numéro { $ticket } a changé depuis : on ne peut plus annuler. Cherchez-le dans les listes.
