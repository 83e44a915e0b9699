### What stands on the glass.

## The start

kiosk-welcome = Bienvenidos
kiosk-choose-language = Elija su idioma
# On a tile below all languages: leads to an interpreter
kiosk-language-missing = Mi idioma no está aquí

## On every screen

kiosk-language = Cambiar idioma
kiosk-back = Atrás
kiosk-home = Inicio
kiosk-done = He terminado
kiosk-hub-gone = Ahora no se pueden sacar números. Pregunte en la recepción.

## The menu

kiosk-choose-need = ¿Qué necesita?
kiosk-choose-leaf = ¿Qué exactamente?
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
kiosk-wait-range = Unos { $low } a { $high } minutos
kiosk-wait-up-to = Menos de { $high } minutos
kiosk-bring = Traiga, si puede:
kiosk-bring-nothing = También puede venir sin documentos.
kiosk-take-number = Sacar un número

## Without a number

kiosk-person-title = Vaya directo a la ventanilla
kiosk-person-text = No necesita un número. Alguien le escucha.
kiosk-understood = Entendido
kiosk-closed-title = Esta ventanilla está cerrada ahora
kiosk-closed-next = Vuelva el { $moment }
kiosk-closed-for-long = Todavía no se sabe cuándo vuelve a abrir.
kiosk-full-title = Por hoy ya no hay lugar
kiosk-closed-help = ¿No puede esperar? Pregunte en la recepción: buscamos otra solución.
kiosk-choose-other = Elegir otra cosa

## The number

kiosk-issuing = Un momento, su número ya llega.
kiosk-number-title = Su número
kiosk-number-called = Es su turno
kiosk-ahead =
    { $people ->
        [0] No hay nadie antes que usted
        [one] { $people } persona antes que usted
       *[other] { $people } personas antes que usted
    }
kiosk-then = Después: { $label } { $desks }, { $room }
kiosk-slip-printing = El papel está saliendo.
kiosk-slip-slow = El papel tarda. Tome una foto de la pantalla o recuerde el número.
kiosk-slip-printed = Recoja el papel aquí abajo.
kiosk-slip-unknown = Recoja el papel. Si no sale, recuerde el número.
kiosk-slip-failed = El papel no sale. Tome una foto de la pantalla o recuerde el número: sirve igual.
kiosk-address = Escanee el código: siga la fila en el teléfono.

## Trouble

kiosk-trouble-title = El número no llegó
kiosk-trouble-away = El sistema no responde. No es culpa suya.
kiosk-trouble-not-saved = El número no se guardó. No es culpa suya.
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

kiosk-leave = Salir de la fila
kiosk-leave-sure = ¿Quiere salir de la fila?
kiosk-leave-note = Ya no llamaremos su número.
kiosk-leave-yes = Sí, salgo de la fila
kiosk-leave-no = No, sigo en la fila
kiosk-left = Ya no está en la fila.
kiosk-left-more = Si cambia de idea, saque un número nuevo.

## Without a number, on paper

kiosk-print-this = Imprimir esta información
kiosk-note-failed = El papel no sale. Tome una foto de la pantalla.

## Counting, after the number: everybody may leave everything out

kiosk-tap-invite = ¿Nos ayuda con el conteo?
kiosk-tap-anonymous = Nadie sabe que es usted. Si no quiere, no responda.
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
