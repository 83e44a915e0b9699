### What pages and calls answer when something is wrong with the request itself.

web-bad-input = Kërkesa nuk u lexua dot. Kontrolloni të dhënat dhe provoni përsëri.
web-not-signed-in = Së pari duhet të hyni me emër dhe PIN.
web-wrong-pin = Emri ose PIN-i nuk është i saktë. Provoni përsëri.
# $seconds (Number): how long to wait
web-too-many =
    { $seconds ->
        [one] Keni provuar shumë herë. Provoni përsëri pas { $seconds } sekonde.
       *[other] Keni provuar shumë herë. Provoni përsëri pas { $seconds } sekondash.
    }
web-forbidden = Kjo kërkesë nuk lejohet prej këtu.
web-https-only = Kjo adresë punon vetëm me https. Shkruani https:// para adresës.
web-not-found-title = Faqja nuk u gjet
web-not-found = Kjo adresë nuk ekziston. Shikoni si është shkruar.
web-wrong-method = Kjo adresë nuk mund të përdoret kështu. Kthehuni prapa dhe provoni përsëri.
web-trouble-title = Nuk funksionoi
web-broken = Diçka nuk funksionoi nga ana jonë. Provoni pas pak ose pyetni te një sportel i hapur.
