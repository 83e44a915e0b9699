### What pages and calls answer when something is wrong with the request itself.

web-bad-input = Kërkesa nuk u lexua dot. Kontrolloni të dhënat dhe provoni përsëri.
web-not-signed-in = Së pari duhet të hyni me emër dhe PIN.
web-wrong-pin = Emri ose PIN-i nuk është i saktë. Provoni përsëri.
# $seconds (Number): how long to wait
web-too-many =
    { $seconds ->
        [one] Shumë prova. Provoni përsëri pas { $seconds } sekonde.
       *[other] Shumë prova. Provoni përsëri pas { $seconds } sekondash.
    }
web-forbidden = Kjo kërkesë nuk lejohet prej këtu.
web-not-found-title = Faqja nuk u gjet
web-not-found = Kjo adresë nuk ekziston. Kontrolloni si është shkruar.
web-wrong-method = Kjo adresë nuk përdoret kështu. Kthehuni prapa dhe provoni përsëri.
web-trouble-title = Nuk shkoi mirë
web-broken = Diçka nuk funksionoi nga ana jonë. Provoni pas pak ose pyetni te pritja.
