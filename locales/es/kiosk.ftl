### What stands on the glass.

## The start

kiosk-welcome = Le damos la bienvenida
kiosk-choose-language = Elija su idioma
# On a tile below all languages: leads to an interpreter
kiosk-language-missing = Mi idioma no está aquí
kiosk-no-paper = Ahora no hay papel. El número sale en la pantalla y sirve igual.

## On every screen

kiosk-language = Cambiar idioma
kiosk-back = Atrás
kiosk-home = Inicio
kiosk-done = He terminado
kiosk-hub-gone = Ahora no se pueden sacar números. Pregunte en la recepción.

## The menu

kiosk-choose-need = ¿Qué necesita?
kiosk-choose-leaf = ¿Qué exactamente?
kiosk-private = Su consulta
kiosk-closed-now = Cerrado ahora

## Before the number

kiosk-desks =
    { $count ->
        [one] Ventanilla
       *[other] Ventanillas
    }
kiosk-step-first = Primero
kiosk-step-then = Después
kiosk-people-waiting =
    { $people ->
        [0] No espera nadie
        [one] Espera { $people } persona
       *[other] Esperan { $people } personas
    }
kiosk-wait-range = Entre { $low } y { $high } minutos
kiosk-wait-up-to = Menos de { $high } minutos
kiosk-bring = Traiga, si puede:
kiosk-bring-nothing = También puede venir sin documentos.
kiosk-take-number = Sacar un número

## Without a number

kiosk-person-title = Vaya directo a la ventanilla
kiosk-person-text = No necesita un número. Alguien le atenderá.
kiosk-closed-title = Esta ventanilla está cerrada ahora
kiosk-closed-next = Vuelva el { $moment }
kiosk-closed-for-long = Todavía no se sabe cuándo vuelve a abrir.
kiosk-full-title = Hoy ya no quedan números
kiosk-closed-help = ¿No puede esperar? Pregunte en la recepción: buscamos otra solución.
kiosk-choose-other = Elegir otra cosa
kiosk-opens-at = Abre a las { $time }
kiosk-not-today = Hoy no está
kiosk-full-now = Hoy está completo
kiosk-away-title = Esta ventanilla hoy no está
kiosk-house-closed = Ahora aquí está cerrado
kiosk-no-desk-open = Todavía no hay ninguna ventanilla abierta
kiosk-desk-opens = La ventanilla abre a las { $time }
kiosk-person-away = Ahora no hay nadie en esta ventanilla
kiosk-call = Llame a este número
kiosk-call-else = ¿No hay nadie? Llame al { $number }.
kiosk-hub-gone-alone = Ahora no se pueden sacar números. Espere un poco y pruebe otra vez.
kiosk-trouble-alone = Espere un poco y pruebe otra vez.

## The number

kiosk-issuing = Un momento, su número ya llega.
kiosk-number-title = Su número
kiosk-number-called = Es su turno
kiosk-ahead =
    { $people ->
        [0] Es la próxima persona
        [one] { $people } persona antes que usted
       *[other] { $people } personas antes que usted
    }
kiosk-slip-printing = Su tique está saliendo.
kiosk-slip-slow = Su tique tarda. Tome una foto de la pantalla o recuerde el número.
kiosk-slip-printed = Tome su tique aquí abajo.
kiosk-slip-unknown = Tome su tique. Si no sale, recuerde el número.
kiosk-slip-failed = El tique no sale. Tome una foto de la pantalla o recuerde el número: es válido igual.
kiosk-print-slip = Imprimir mi papel
kiosk-address = Escanee el código: siga su turno en el teléfono.

## Trouble

kiosk-trouble-title = No pudimos darle un número
kiosk-trouble-away = El sistema no responde. No es culpa suya.
kiosk-trouble-not-saved = Todavía no tiene número. No es culpa suya.
kiosk-trouble-busy = Hay mucha gente en este momento. Espere un poco.
kiosk-trouble-help = Pruebe otra vez o vaya a la recepción: allí le ayudamos.
kiosk-try-again = Probar otra vez

## Nobody has touched for a while

kiosk-still-there = ¿Sigue aquí?
kiosk-still-there-seconds =
    { $seconds ->
        [one] En { $seconds } segundo volvemos al inicio.
       *[other] En { $seconds } segundos volvemos al inicio.
    }
kiosk-stay = Sí, estoy aquí
# $number (String): the number called last, such as P 041
kiosk-last-called = Último número llamado: { $number }
kiosk-sooner = Necesito pasar antes
kiosk-sooner-who = Embarazo, niños pequeños, discapacidad, enfermedad, edad avanzada
kiosk-add-need = Necesito algo más
kiosk-choose-also = ¿Qué más necesita?

## An appointment

kiosk-appointment = Tengo una cita
kiosk-appointment-title = Escriba el código de su cita
kiosk-erase = Borrar
kiosk-check-in = Ya estoy aquí

## Leaving the queue

kiosk-leave = Renunciar a mi turno
kiosk-leave-sure = ¿Quiere renunciar a su turno?
kiosk-leave-note = Ya no llamaremos su número.
kiosk-leave-yes = Sí, renuncio a mi turno
kiosk-leave-no = No, sigo esperando
kiosk-left = Ya no está en la fila.
kiosk-left-more = Si cambia de idea, saque un número nuevo.

## Without a number, on paper

kiosk-print-this = Imprimir esta información
kiosk-note-failed = El papel no sale. Tome una foto de la pantalla.

## Counting, after the number: everybody may leave everything out

kiosk-tap-invite = ¿Unas preguntas anónimas?
kiosk-tap-anonymous = Es anónimo. Si no quiere, no responda.
kiosk-tap-skip = Prefiero no decirlo
kiosk-tap-first = ¿Es su primera vez aquí?
kiosk-tap-first-yes = Sí
kiosk-tap-first-no = No
kiosk-tap-gender = ¿Cómo se describe?
kiosk-tap-woman = Mujer
kiosk-tap-man = Hombre
kiosk-tap-other = De otra manera
kiosk-tap-age = ¿Cuántos años tiene?
# $years (String): such as 18
kiosk-tap-age-under = Menos de { $years }
# $low (String), $high (String): such as 18 and 24
kiosk-tap-age-range = De { $low } a { $high }
# $years (String): such as 65
kiosk-tap-age-over = { $years } o más
kiosk-tap-status = ¿Con qué documentos está en Italia?
kiosk-tap-asylum = He pedido protección
kiosk-tap-protected = Tengo protección
kiosk-tap-permit = Tengo otro permiso
kiosk-tap-citizen = Nacionalidad italiana o de la UE
kiosk-tap-none = Todavía no tengo documentos
