### Why something can't be done, and what to do instead. For visitors and for staff.
### Ticket and desk numbers come as texts with ASCII digits.

refusal-no-need = Ничего не выбрано. Выберите что-нибудь.
# $most (Number): how many may be chosen at once
refusal-too-many-needs =
    { $most ->
        [one] Можно выбрать только { $most } пункт. Уберите лишнее.
        [few] Можно выбрать не больше { $most } пунктов. Уберите лишнее.
        [many] Можно выбрать не больше { $most } пунктов. Уберите лишнее.
       *[other] Можно выбрать не больше { $most } пункта. Уберите лишнее.
    }
# $need (String): the code that is not known
refusal-unknown-need = Здесь нет пункта { $need }. Выберите другой.
# $language (String): the tag that is not known
refusal-unknown-language = Здесь нет языка { $language }. Выберите один из языков на экране.
# $desk (String): desk number
refusal-unknown-desk = Окна { $desk } нет. Проверьте номер над окном.
# $service (String): the code that is not known
refusal-unknown-service = Услуги { $service } нет. Выберите услугу из списка.
refusal-unknown-ticket = Сегодня такого номера нет. Возьмите новый номер или спросите у открытого окна.
refusal-unknown-appointment = Такого кода нет, или время записи уже прошло. Проверьте код или спросите у открытого окна.
# $moment (String): day and time such as "Tuesday 24 November, 09:00"
refusal-appointment-later = Ваша запись: { $moment }. Приходите в это время.
# $desk (String): desk number
refusal-no-ticket-needed = Номер не нужен. Подойдите к окну { $desk }.
# $moment (String): day and time such as "Tuesday 24 November, 09:00"
refusal-institution-away = Сейчас эта служба закрыта. Откроется: { $moment }.
refusal-institution-away-for-long = Сейчас эта служба закрыта. Пока неизвестно, когда откроется.
# $moment (String): day and time such as "Tuesday 24 November, 09:00"
refusal-today-is-full = На сегодня больше нет времени для новых номеров. Приходите: { $moment }.
refusal-today-is-full-for-long = На сегодня больше нет времени для новых номеров. Пока неизвестно, когда откроется.
refusal-not-here-today-for-long = Сегодня этой службы нет. Пока неизвестно, когда откроется.
refusal-not-here-today = Сегодня этой службы нет. Приходите: { $moment }.
refusal-house-closed-for-long = Сейчас здесь закрыто. Пока неизвестно, когда откроется.
refusal-house-closed = Сейчас здесь закрыто. Приходите: { $moment }.
# $desk (String): desk number; $service (String): a service's code
refusal-service-not-at-desk = В окне { $desk } нет услуги { $service }. Выберите другую услугу или другое окно.
# $desk (String): desk number
refusal-desk-closed = Окно { $desk } закрыто. Сначала откройте его.
# $desk (String): desk number
refusal-desk-paused = В окне { $desk } перерыв. Сначала откройте его.
# $desk (String): desk number; $ticket (String): ticket number such as "P 042"
refusal-desk-busy = В окне { $desk } ещё номер { $ticket }. Сначала завершите приём или отметьте неявку.
# $desk (String): desk number
refusal-desk-has-nobody = У окна { $desk } никого нет. Сначала вызовите следующий номер.
# $ticket (String): ticket number such as "P 042"
refusal-already-serving = Номер { $ticket } уже у окна. Когда всё сделано, завершите приём.
# $ticket (String): ticket number such as "P 042"
refusal-not-serving = Номер { $ticket } вызван, но ещё не у окна. Сначала начните приём.
# $desk (String): number of the desk
refusal-moved-on = У окна { $desk } сейчас другой номер. Посмотрите, кто там, и попробуйте ещё раз.
# $ticket (String): ticket number such as "P 042"
refusal-not-no-show = Номера { $ticket } нет среди неявившихся. Вернуть в очередь можно только их.
# $ticket (String): ticket number such as "P 042"
refusal-not-waiting = Номер { $ticket } уже не ждёт. Спросите у открытого окна.
refusal-key-reused = Это подтверждение уже использовано. Вернитесь в начало и попробуйте ещё раз.
refusal-day-full = На сегодня номера закончились. Спросите у открытого окна.
refusal-not-saved = Не удалось сохранить. Попробуйте ещё раз. Если не выйдет, спросите у открытого окна.
refusal-busy = Сейчас очень много людей. Подождите немного и попробуйте ещё раз.
refusal-away = Система не отвечает. Подождите и попробуйте ещё раз или спросите у открытого окна.
