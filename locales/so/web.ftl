### What pages and calls answer when something is wrong with the request itself.

web-bad-input = Codsiga lama akhriyi karin. Hubi xogta oo isku day mar kale.
web-not-signed-in = Marka hore ku gal magac iyo PIN.
web-wrong-pin = Magaca ama PIN-ku sax ma aha. Isku day mar kale.
# $seconds (Number): how long to wait
web-too-many =
    { $seconds ->
        [one] Isku day badan. Isku day { $seconds } ilbiriqsi kadib.
       *[other] Isku day badan. Isku day { $seconds } ilbiriqsi kadib.
    }
web-forbidden = Codsigan halkan lagama oggola.
web-not-found-title = Bogga lama helin
web-not-found = Cinwaankan ma jiro. Hubi sida loo qoray.
web-wrong-method = Cinwaankan sidan looma isticmaali karo. Dib u noqo oo isku day mar kale.
web-trouble-title = Ma guulaysan
web-broken = Dhinacayaga wax baa ka khaldamay. Isku day waxyar kadib ama weydii soo-dhoweynta.
