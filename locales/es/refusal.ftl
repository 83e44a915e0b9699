### Why something can't be done, and what to do instead. For visitors and for staff.
### Ticket and desk numbers come as texts with ASCII digits.

refusal-no-need = No se eligió nada. Elija una opción.
# $most (Number): how many may be chosen at once
refusal-too-many-needs =
    { $most ->
        [one] Solo se puede elegir una opción. Quite las demás.
       *[other] Se pueden elegir como máximo { $most } opciones. Quite alguna.
    }
# $need (String): the code that is not known
refusal-unknown-need = Aquí no existe la opción { $need }. Elija otra.
# $language (String): the tag that is not known
refusal-unknown-language = Aquí no existe el idioma { $language }. Elija uno de los idiomas de la pantalla.
# $desk (String): desk number
refusal-unknown-desk = La ventanilla { $desk } no existe. Revise el número que está sobre la ventanilla.
# $service (String): the code that is not known
refusal-unknown-service = El servicio { $service } no existe. Elija un servicio de la lista.
refusal-unknown-ticket = Este número no existe hoy. Saque un número nuevo o pregunte en una ventanilla abierta.
refusal-unknown-appointment = Este código no existe o la cita ya pasó. Revise el código o pregunte en una ventanilla abierta.
# $moment (String): day and time such as "Tuesday 24 November, 09:00"
refusal-appointment-later = Su cita es el { $moment }. Vuelva en ese momento.
# $desk (String): desk number
refusal-no-ticket-needed = No necesita un número. Vaya a la ventanilla { $desk }.
# $moment (String): day and time such as "Tuesday 24 November, 09:00"
refusal-institution-away = Ahora este servicio está cerrado. Vuelve a abrir el { $moment }.
refusal-institution-away-for-long = Ahora este servicio está cerrado. Todavía no se sabe cuándo vuelve a abrir.
# $moment (String): day and time such as "Tuesday 24 November, 09:00"
refusal-today-is-full = Por hoy ya no hay tiempo para más números. Vuelva el { $moment }.
refusal-today-is-full-for-long = Por hoy ya no hay tiempo para más números. Todavía no se sabe cuándo vuelve a abrir.
refusal-not-here-today-for-long = Hoy este servicio no está. Todavía no se sabe cuándo vuelve a abrir.
refusal-not-here-today = Hoy este servicio no está. Vuelva el { $moment }.
refusal-house-closed-for-long = Ahora aquí está cerrado. Todavía no se sabe cuándo vuelve a abrir.
refusal-house-closed = Ahora aquí está cerrado. Vuelva el { $moment }.
# $desk (String): desk number; $service (String): a service's code
refusal-service-not-at-desk = La ventanilla { $desk } no ofrece el servicio { $service }. Elija otro servicio u otra ventanilla.
# $desk (String): desk number
refusal-desk-closed = La ventanilla { $desk } está cerrada. Ábrala antes de continuar.
# $desk (String): desk number
refusal-desk-paused = La ventanilla { $desk } está en pausa. Ábrala antes de continuar.
# $desk (String): desk number; $ticket (String): ticket number such as "P 042"
refusal-desk-busy = En la ventanilla { $desk } está todavía el número { $ticket }. Primero termine o marque que no se presentó.
# $desk (String): desk number
refusal-desk-has-nobody = En la ventanilla { $desk } no hay nadie. Primero llame al siguiente número.
# $ticket (String): ticket number such as "P 042"
refusal-already-serving = El número { $ticket } ya está en la ventanilla. Cuando acaben, márquelo como terminado.
# $ticket (String): ticket number such as "P 042"
refusal-not-serving = El número { $ticket } fue llamado, pero todavía no está en la ventanilla. Primero empiece.
# $desk (String): number of the desk
refusal-moved-on = En la ventanilla { $desk } hay ahora otro número. Mire quién está y pruebe otra vez.
# $ticket (String): ticket number such as "P 042"
refusal-not-no-show = El número { $ticket } no está entre los ausentes. Solo un ausente puede volver a la fila.
# $ticket (String): ticket number such as "P 042"
refusal-not-waiting = El número { $ticket } ya no espera. Pregunte en una ventanilla abierta.
refusal-key-reused = Esta confirmación ya sirvió para otra cosa. Vuelva al inicio y pruebe otra vez.
refusal-day-full = Por hoy se acabaron los números. Pregunte en una ventanilla abierta.

refusal-not-saved = No se pudo guardar. Pruebe otra vez. Si no funciona, pregunte en una ventanilla abierta.
refusal-busy = Hay mucha gente en este momento. Espere un poco y pruebe otra vez.
refusal-away = El sistema no responde. Espere un poco y pruebe otra vez. O pregunte en una ventanilla abierta.
