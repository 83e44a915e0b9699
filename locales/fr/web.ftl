### What pages and calls answer when something is wrong with the request itself.

web-bad-input = La demande n’a pas pu être lue. Vérifiez les données et réessayez.
web-not-signed-in = Connectez-vous d’abord avec votre nom et votre code PIN.
web-wrong-pin = Le nom ou le code PIN n’est pas correct. Réessayez.
# $seconds (Number): how long to wait
web-too-many =
    { $seconds ->
        [one] Trop d’essais. Réessayez dans { $seconds } seconde.
       *[other] Trop d’essais. Réessayez dans { $seconds } secondes.
    }
web-forbidden = Cette demande n’est pas permise depuis ici.
web-https-only = Cette adresse ne fonctionne qu’en https. Écrivez https:// devant l’adresse.
web-not-found-title = Page introuvable
web-not-found = Cette adresse n’existe pas. Vérifiez comment elle est écrite.
web-wrong-method = Cette adresse ne s’utilise pas ainsi. Revenez en arrière et réessayez.
web-trouble-title = Cela n’a pas marché
web-broken = Quelque chose n’a pas fonctionné de notre côté. Réessayez dans un instant ou demandez à un guichet ouvert.
