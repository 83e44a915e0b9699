### Why something can't be done, and what to do instead. For visitors and for staff.
### Ticket and desk numbers come as texts with ASCII digits.

refusal-no-need = Нічого не вибрано. Виберіть, що вам потрібно.
# $most (Number): how many may be chosen at once
refusal-too-many-needs =
    { $most ->
        [one] Можна вибрати не більше ніж { $most } запит. Приберіть зайве.
        [few] Можна вибрати не більше ніж { $most } запити. Приберіть зайве.
        [many] Можна вибрати не більше ніж { $most } запитів. Приберіть зайве.
       *[other] Можна вибрати не більше ніж { $most } запиту. Приберіть зайве.
    }
# $need (String): the code that is not known
refusal-unknown-need = Запиту { $need } тут немає. Виберіть інший.
# $language (String): the tag that is not known
refusal-unknown-language = Мови { $language } тут немає. Виберіть мову на екрані.
# $desk (String): desk number
refusal-unknown-desk = Віконця { $desk } немає. Перевірте номер над віконцем.
# $service (String): the code that is not known
refusal-unknown-service = Послуги { $service } немає. Виберіть послугу зі списку.
refusal-unknown-ticket = Такого номера сьогодні немає. Візьміть новий номер або запитайте біля відкритого віконця.
refusal-unknown-appointment = Такого коду немає, або час запису вже минув. Перевірте код або запитайте біля відкритого віконця.
# $moment (String): day and time such as "вівторок, 24 листопада, 09:00"
refusal-appointment-later = Ваш запис: { $moment }. Приходьте в цей час.
# $desk (String): desk number
refusal-no-ticket-needed = Номер не потрібен. Ідіть до віконця { $desk }.
# $moment (String): day and time such as "вівторок, 24 листопада, 09:00"
refusal-institution-away = Ця служба зараз не працює. Знову відчиниться: { $moment }.
refusal-institution-away-for-long = Ця служба зараз не працює. Поки що невідомо, коли відчинять.
# $moment (String): day and time such as "вівторок, 24 листопада, 09:00"
refusal-today-is-full = На сьогодні вже немає часу для нових номерів. Приходьте: { $moment }.
refusal-today-is-full-for-long = На сьогодні вже немає часу для нових номерів. Поки що невідомо, коли відчинять.
refusal-not-here-today-for-long = Сьогодні цієї послуги немає. Поки що невідомо, коли відчинять.
refusal-not-here-today = Сьогодні цієї послуги немає. Приходьте: { $moment }.
refusal-house-closed-for-long = Зараз тут зачинено. Поки що невідомо, коли відчинять.
refusal-house-closed = Зараз тут зачинено. Приходьте: { $moment }.
# $desk (String): desk number; $service (String): a service's code
refusal-service-not-at-desk = Віконце { $desk } не надає послугу { $service }. Виберіть іншу послугу або інше віконце.
# $desk (String): desk number
refusal-desk-closed = Віконце { $desk } зачинене. Спершу відкрийте його.
# $desk (String): desk number
refusal-desk-paused = У віконці { $desk } перерва. Спершу відкрийте його.
# $desk (String): desk number; $ticket (String): ticket number such as "P 042"
refusal-desk-busy = У віконці { $desk } ще номер { $ticket }. Спершу завершіть або позначте, що людина не прийшла.
# $desk (String): desk number
refusal-desk-has-nobody = У віконці { $desk } нікого немає. Спершу викличте наступний номер.
# $ticket (String): ticket number such as "P 042"
refusal-already-serving = Номер { $ticket } вже у віконці. Завершіть, коли закінчите.
# $ticket (String): ticket number such as "P 042"
refusal-not-serving = Номер { $ticket } викликано, але його ще не обслуговують. Спершу почніть.
# $desk (String): number of the desk
refusal-moved-on = Біля віконця { $desk } зараз інший номер. Подивіться, хто там, і спробуйте ще раз.
# $ticket (String): ticket number such as "P 042"
refusal-not-no-show = Номера { $ticket } немає серед відсутніх. Повернути в чергу можна лише відсутнього.
# $ticket (String): ticket number such as "P 042"
refusal-not-waiting = Номер { $ticket } вже не в черзі. Запитайте біля відкритого віконця.
refusal-key-reused = Це підтвердження вже використано для іншого запиту. Поверніться на початок і спробуйте ще раз.
refusal-day-full = Номери на сьогодні закінчилися. Запитайте біля відкритого віконця.

refusal-not-saved = Не вдалося зберегти. Спробуйте ще раз. Якщо не вийде, запитайте біля відкритого віконця.
refusal-busy = Зараз дуже багато людей. Зачекайте трохи і спробуйте ще раз.
refusal-away = Система не відповідає. Зачекайте трохи і спробуйте ще раз або запитайте біля відкритого віконця.
