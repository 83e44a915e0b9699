### What pages and calls answer when something is wrong with the request itself.

web-bad-input = Codsiga lama akhriyi karin. Hubi xogta oo isku day mar kale.
web-not-signed-in = Marka hore ku gal magacaaga iyo PIN-ka.
web-wrong-pin = Magaca ama PIN-ka ayaa khaldan. Isku day mar kale.
# $seconds (Number): how long to wait
web-too-many =
    { $seconds ->
        [one] Marar badan ayaad isku dayday. { $seconds } ilbiriqsi kadib mar kale isku day.
       *[other] Marar badan ayaad isku dayday. { $seconds } ilbiriqsi kadib mar kale isku day.
    }
web-forbidden = Codsigan halkan lagama oggola.
web-https-only = Cinwaankani wuxuu ku shaqeeyaa https oo keliya. Ku qor https:// cinwaanka hortiisa.
web-not-found-title = Bogga lama helin
web-not-found = Cinwaankani ma jiro. Hubi sida loo qoray.
web-wrong-method = Cinwaankan sidan looma isticmaali karo. Dib u noqo oo isku day mar kale.
web-trouble-title = Ma shaqayn
web-broken = Dhankayaga wax baa ka khaldamay. Wax yar kadib isku day ama weydii miis furan.
