### What pages and calls answer when something is wrong with the request itself.

web-bad-input = Cererea nu a putut fi citită. Verificați datele și încercați din nou.
web-not-signed-in = Mai întâi intrați cu nume și PIN.
web-wrong-pin = Numele sau PIN-ul nu este corect. Încercați din nou.
# $seconds (Number): how long to wait
web-too-many =
    { $seconds ->
        [one] Prea multe încercări. Încercați din nou peste { $seconds } secundă.
        [few] Prea multe încercări. Încercați din nou peste { $seconds } secunde.
       *[other] Prea multe încercări. Încercați din nou peste { $seconds } de secunde.
    }
web-forbidden = Această cerere nu este permisă de aici.
web-https-only = Această adresă funcționează numai cu https. Scrieți https:// în fața adresei.
web-not-found-title = Pagina nu a fost găsită
web-not-found = Această adresă nu există. Verificați cum este scrisă.
web-wrong-method = Această adresă nu se poate folosi așa. Reveniți și încercați din nou.
web-trouble-title = Nu a mers
web-broken = A apărut o problemă la noi. Încercați puțin mai târziu sau întrebați la un ghișeu deschis.
