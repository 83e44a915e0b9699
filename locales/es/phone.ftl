### The visitor's own phone. Ticket and desk numbers come as texts with ASCII digits.

phone-your-number = Su número
phone-desk = ventanilla
phone-desks = ventanillas
phone-where = Adónde ir
phone-next = Ya casi le toca: sigue usted.
# $count (Number): people ahead
phone-ahead =
    { $count ->
        [one] Antes que usted hay { $count } persona.
       *[other] Antes que usted hay { $count } personas.
    }
# $low (String), $high (Number): minutes
phone-wait =
    { $high ->
        [one] Espera prevista: de { $low } a { $high } minuto.
       *[other] Espera prevista: de { $low } a { $high } minutos.
    }
# $high (Number): minutes
phone-wait-short =
    { $high ->
        [one] Espera prevista: como máximo { $high } minuto.
       *[other] Espera prevista: como máximo { $high } minutos.
    }
phone-wait-unknown = Ahora la ventanilla no está abierta. Quédese cerca.
# $numbers (String): one to three numbers, such as P 041, P 040
phone-last-called = Últimos números llamados: { $numbers }
# $desk (String): desk number
phone-called = Es su turno. Vaya a la ventanilla { $desk }.
phone-called-more = Le esperan ahora.
# $desk (String): desk number
phone-serving = Está en la ventanilla { $desk }.
phone-no-show = Le llamamos, pero no le vimos.
phone-no-show-more = Vaya a una ventanilla abierta. Pueden ponerle otra vez en la fila con el mismo número.
phone-parked = Su número está apartado
phone-parked-more = Cuando tenga lo que falta, vuelva a la ventanilla y muestre el número.
phone-served = Hemos terminado. Gracias por venir.
phone-served-more = ¿Necesita algo más? Saque un número nuevo.
phone-withdrawn = Ya no está en la fila.
phone-withdrawn-more = Si cambia de idea, saque un número nuevo.
# On a button; the next one when it was tapped.
phone-ring = Toque aquí: el teléfono sonará cuando le toque
phone-ring-on = El teléfono sonará: deje abierta esta página
phone-ring-again = Ahora el teléfono no suena: toque aquí y volverá a sonar
# For a number that is not on the board: the staff fetch the person.
phone-quiet-called = Es su turno: vamos nosotros adonde está, puede quedarse ahí.
phone-quiet-serving = Ahora estamos con usted.
phone-taken-back = Le llamamos por error. Quédese cerca: le llamaremos otra vez.
# The services of this number are offered no more.
phone-no-place = Ninguna ventanilla llama por sí sola a este número.
phone-no-place-more = Vaya a una ventanilla abierta y muestre el número: le ayudarán.
phone-leave = Salir de la fila
phone-leave-sure = ¿Quiere salir de la fila?
phone-leave-note = Ya no llamaremos su número.
phone-leave-yes = Sí, salgo de la fila
phone-leave-no = No, sigo en la fila
phone-language = Idioma
phone-not-live = Sin conexión: la página puede no estar al día. Mire la pantalla de la sala.
phone-quiet-not-live = Sin conexión: la página puede no estar al día. De todos modos iremos adonde está usted.
phone-gone-title = Este número no existe hoy
phone-gone = Cada número sirve solo para su día. Si necesita ayuda, saque un número nuevo o pregunte en una ventanilla abierta.
