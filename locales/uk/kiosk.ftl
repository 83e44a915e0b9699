### What stands on the glass.

## The start

kiosk-welcome = Ласкаво просимо
kiosk-choose-language = Оберіть свою мову
# On a tile below all languages: leads to an interpreter
kiosk-language-missing = Моєї мови тут немає
kiosk-no-paper = Зараз немає паперу. Номер буде на екрані, він дійсний.

## On every screen

kiosk-language = Змінити мову
kiosk-back = Назад
kiosk-home = На початок
kiosk-done = Готово
kiosk-hub-gone = Зараз номери не видаються. Запитайте на рецепції.

## The menu

kiosk-choose-need = Що вам потрібно?
kiosk-choose-leaf = Що саме?
kiosk-private = Ваше звернення
kiosk-closed-now = Зараз зачинено

## Before the number

kiosk-desks =
    { $count ->
        [one] Віконце
        [few] Віконця
        [many] Віконця
       *[other] Віконця
    }
kiosk-step-first = Спочатку
kiosk-step-then = Потім
kiosk-people-waiting =
    { $people ->
        [0] Ніхто не чекає
        [one] Чекає { $people } людина
        [few] Чекають { $people } людини
        [many] Чекають { $people } людей
       *[other] Чекають { $people } людини
    }
kiosk-wait-range = Приблизно { $low }–{ $high } хвилин
kiosk-wait-up-to = До { $high } хвилин
kiosk-bring = Принесіть, якщо маєте:
kiosk-bring-nothing = Можна прийти й без документів.
kiosk-take-number = Взяти номер

## Without a number

kiosk-person-title = Ідіть одразу до віконця
kiosk-person-text = Номер не потрібен, вас приймуть.
kiosk-closed-title = Це віконце зараз зачинене
kiosk-closed-next = Приходьте: { $moment }
kiosk-closed-for-long = Поки що невідомо, коли відчинять.
kiosk-full-title = На сьогодні номерів більше немає
kiosk-closed-help = Не можете чекати? Запитайте на рецепції: знайдемо інший шлях.
kiosk-choose-other = Обрати щось інше
kiosk-opens-at = Відчиниться о { $time }
kiosk-not-today = Сьогодні немає
kiosk-full-now = Сьогодні місць немає
kiosk-away-title = Це віконце сьогодні не працює
kiosk-house-closed = Зараз тут зачинено
kiosk-no-desk-open = Ще жодне віконце не відчинене
kiosk-desk-opens = Віконце відчиниться о { $time }
kiosk-person-away = Зараз у цьому віконці нікого немає
kiosk-call = Зателефонуйте на цей номер
kiosk-call-else = Нікого немає? Зателефонуйте: { $number }.
kiosk-hub-gone-alone = Зараз номери не видаються. Зачекайте трохи і спробуйте ще раз.
kiosk-trouble-alone = Зачекайте трохи і спробуйте ще раз.

## The number

kiosk-issuing = Зачекайте, будь ласка: ваш номер готується.
kiosk-number-title = Ваш номер
kiosk-number-called = Ваша черга
kiosk-ahead =
    { $people ->
        [0] Перед вами нікого немає
        [one] Перед вами { $people } людина
        [few] Перед вами { $people } людини
        [many] Перед вами { $people } людей
       *[other] Перед вами { $people } людини
    }
kiosk-slip-printing = Талон друкується.
kiosk-slip-slow = Талон затримується. Сфотографуйте екран або запам’ятайте номер.
kiosk-slip-printed = Візьміть талон унизу.
kiosk-slip-unknown = Візьміть талон. Якщо його немає, запам’ятайте номер.
kiosk-slip-failed = Талон не друкується. Сфотографуйте екран або запам’ятайте номер: він дійсний.
kiosk-print-slip = Надрукувати талон
kiosk-address = Наведіть камеру на код: стежте за чергою в телефоні.

## Trouble

kiosk-trouble-title = Не вдалося видати номер
kiosk-trouble-away = Система не відповідає. Це не ваша провина.
kiosk-trouble-not-saved = Номера ще немає. Це не ваша провина.
kiosk-trouble-busy = Зараз тут багато людей. Зачекайте трохи.
kiosk-trouble-help = Спробуйте ще раз або підійдіть до рецепції: там допоможуть.
kiosk-try-again = Ще раз

## Nobody has touched for a while

kiosk-still-there = Ви ще тут?
kiosk-still-there-seconds =
    { $seconds ->
        [one] Через { $seconds } секунду повернемося на початок.
        [few] Через { $seconds } секунди повернемося на початок.
        [many] Через { $seconds } секунд повернемося на початок.
       *[other] Через { $seconds } секунди повернемося на початок.
    }
kiosk-stay = Так, я тут
# $number (String): the number called last, such as P 041
kiosk-last-called = Останній викликаний номер: { $number }
kiosk-sooner = Мені потрібно без черги
kiosk-sooner-who = Вагітність, малі діти, інвалідність, хвороба, похилий вік
kiosk-add-need = Мені потрібно щось іще
kiosk-choose-also = Що вам іще потрібно?

## An appointment

kiosk-appointment = У мене є запис на прийом
kiosk-appointment-title = Наберіть код вашого запису
kiosk-erase = Стерти
kiosk-check-in = Я вже тут

## Leaving the queue

kiosk-leave = Вийти з черги
kiosk-leave-sure = Хочете вийти з черги?
kiosk-leave-note = Ваш номер більше не викличуть.
kiosk-leave-yes = Так, виходжу з черги
kiosk-leave-no = Ні, залишаюся в черзі
kiosk-left = Ви більше не в черзі.
kiosk-left-more = Якщо передумаєте, візьміть новий номер.

## Without a number, on paper

kiosk-print-this = Роздрукувати цю інформацію
kiosk-note-failed = Талон не друкується. Сфотографуйте екран.

## Counting, after the number: everybody may leave everything out

kiosk-tap-invite = Кілька анонімних запитань?
kiosk-tap-anonymous = Це анонімно. Можна не відповідати.
kiosk-tap-skip = Не хочу відповідати
kiosk-tap-first = Ви тут уперше?
kiosk-tap-first-yes = Так
kiosk-tap-first-no = Ні
kiosk-tap-gender = Ваша стать?
kiosk-tap-woman = Жінка
kiosk-tap-man = Чоловік
kiosk-tap-other = Інше
kiosk-tap-age = Скільки вам років?
# $years (String): such as 18
kiosk-tap-age-under = До { $years } років
# $low (String), $high (String): such as 18 and 24
kiosk-tap-age-range = Від { $low } до { $high }
# $years (String): such as 65
kiosk-tap-age-over = { $years } або більше
kiosk-tap-status = З якими документами ви в Італії?
kiosk-tap-asylum = Прошу захисту, чекаю рішення
kiosk-tap-protected = Мені надали захист
kiosk-tap-permit = Маю інший дозвіл
kiosk-tap-citizen = Громадянство Італії або ЄС
kiosk-tap-none = Поки не маю документів
