### What pages and calls answer when something is wrong with the request itself.

web-bad-input = No se pudo leer la solicitud. Revise los datos y pruebe otra vez.
web-not-signed-in = Primero hay que entrar con nombre y PIN.
web-wrong-pin = El nombre o el PIN no es correcto. Pruebe otra vez.
# $seconds (Number): how long to wait
web-too-many =
    { $seconds ->
        [one] Demasiados intentos. Pruebe otra vez en { $seconds } segundo.
       *[other] Demasiados intentos. Pruebe otra vez en { $seconds } segundos.
    }
web-forbidden = Esta solicitud no está permitida desde aquí.
web-https-only = Esta dirección solo funciona con https. Escriba https:// delante de la dirección.
web-not-found-title = Página no encontrada
web-not-found = Esta dirección no existe. Revise cómo está escrita.
web-wrong-method = Esta dirección no se puede usar así. Vuelva atrás y pruebe otra vez.
web-trouble-title = No funcionó
web-broken = Hubo un problema de nuestra parte. Pruebe en unos minutos o pregunte en una ventanilla abierta.
