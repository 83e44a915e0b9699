### What stands on the glass.

## The start

kiosk-welcome = Добро пожаловать
kiosk-choose-language = Выберите свой язык
# On a tile below all languages: leads to an interpreter
kiosk-language-missing = Моего языка здесь нет
kiosk-no-paper = Сейчас нет бумаги. Номер будет на экране, он действует.

## On every screen

kiosk-language = Сменить язык
kiosk-back = Назад
kiosk-home = В начало
kiosk-done = Готово
kiosk-hub-gone = Сейчас номер взять нельзя. Спросите на стойке у входа.

## The menu

kiosk-choose-need = Что вам нужно?
kiosk-choose-leaf = Что именно?
kiosk-private = Ваше обращение
kiosk-closed-now = Сейчас закрыто

## Before the number

kiosk-desks =
    { $count ->
        [one] Окно
        [few] Окна
        [many] Окна
       *[other] Окна
    }
kiosk-step-first = Сначала
kiosk-step-then = Потом
kiosk-people-waiting =
    { $people ->
        [0] Никто не ждёт
        [one] Ждёт { $people } человек
        [few] Ждут { $people } человека
        [many] Ждут { $people } человек
       *[other] Ждут { $people } человека
    }
kiosk-wait-range = Примерно от { $low } до { $high } минут
kiosk-wait-up-to = Меньше { $high } минут
kiosk-bring = Принесите, если есть:
kiosk-bring-nothing = Можно прийти и без документов.
kiosk-take-number = Взять номер

## Without a number

kiosk-person-title = Подойдите сразу к окну
kiosk-person-text = Номер не нужен. Вас выслушают.
kiosk-closed-title = Это окно сейчас закрыто
kiosk-closed-next = Приходите: { $moment }
kiosk-closed-for-long = Пока неизвестно, когда откроется.
kiosk-full-title = На сегодня номеров больше нет
kiosk-closed-help = Не можете ждать? Спросите на стойке у входа: поможем по-другому.
kiosk-choose-other = Выбрать другое
kiosk-opens-at = Откроется в { $time }
kiosk-not-today = Сегодня нет
kiosk-full-now = Сегодня мест нет
kiosk-away-title = Это окно сегодня не работает
kiosk-house-closed = Сейчас здесь закрыто
kiosk-no-desk-open = Пока ни одно окно не открыто
kiosk-desk-opens = Окно откроется в { $time }
kiosk-person-away = Сейчас в этом окне никого нет
kiosk-call = Позвоните по этому номеру
kiosk-call-else = Никого нет? Позвоните: { $number }.
kiosk-hub-gone-alone = Сейчас номер взять нельзя. Подождите немного и попробуйте ещё раз.
kiosk-trouble-alone = Подождите немного и попробуйте ещё раз.

## The number

kiosk-issuing = Подождите, пожалуйста: готовим ваш номер.
kiosk-number-title = Ваш номер
kiosk-number-called = Ваша очередь
kiosk-ahead =
    { $people ->
        [0] Перед вами никого нет
        [one] Перед вами { $people } человек
        [few] Перед вами { $people } человека
        [many] Перед вами { $people } человек
       *[other] Перед вами { $people } человека
    }
kiosk-slip-printing = Талон печатается.
kiosk-slip-slow = Талон задерживается. Сфотографируйте экран или запомните номер.
kiosk-slip-printed = Возьмите талон внизу.
kiosk-slip-unknown = Возьмите талон. Если его нет, запомните номер.
kiosk-slip-failed = Талон не напечатался. Сфотографируйте экран или запомните номер: номер действует.
kiosk-print-slip = Напечатать талон
kiosk-address = Наведите камеру на код: очередь видна в телефоне.

## Trouble

kiosk-trouble-title = Не удалось выдать номер
kiosk-trouble-away = Система не отвечает. Вы ни в чём не виноваты.
kiosk-trouble-not-saved = Номера пока нет. Вы ни в чём не виноваты.
kiosk-trouble-busy = Сейчас очень много людей. Подождите немного.
kiosk-trouble-help = Попробуйте ещё раз или подойдите к стойке у входа: вам помогут.
kiosk-try-again = Ещё раз

## Nobody has touched for a while

kiosk-still-there = Вы ещё здесь?
kiosk-still-there-seconds =
    { $seconds ->
        [one] Через { $seconds } секунду вернёмся в начало.
        [few] Через { $seconds } секунды вернёмся в начало.
        [many] Через { $seconds } секунд вернёмся в начало.
       *[other] Через { $seconds } секунды вернёмся в начало.
    }
kiosk-stay = Да, я здесь
# $number (String): the number called last, such as P 041
kiosk-last-called = Последний вызванный номер: { $number }
kiosk-sooner = Мне нужно без очереди
kiosk-sooner-who = Беременность, маленькие дети, инвалидность, болезнь, пожилой возраст
kiosk-add-need = Мне нужно что-то ещё
kiosk-choose-also = Что ещё вам нужно?

## An appointment

kiosk-appointment = У меня запись на приём
kiosk-appointment-title = Введите код вашей записи
kiosk-erase = Стереть
kiosk-check-in = Я уже здесь

## Leaving the queue

kiosk-leave = Выйти из очереди
kiosk-leave-sure = Вы хотите выйти из очереди?
kiosk-leave-note = Ваш номер больше не вызовут.
kiosk-leave-yes = Да, выйти из очереди
kiosk-leave-no = Нет, остаться в очереди
kiosk-left = Вас больше нет в очереди.
kiosk-left-more = Если передумаете, возьмите новый номер.

## Without a number, on paper

kiosk-print-this = Распечатать эту информацию
kiosk-note-failed = Талон не напечатался. Сфотографируйте экран.

## Counting, after the number: everybody may leave everything out

kiosk-tap-invite = Пара анонимных вопросов?
kiosk-tap-anonymous = Это анонимно. Можно не отвечать.
kiosk-tap-skip = Не хочу отвечать
kiosk-tap-first = Вы здесь впервые?
kiosk-tap-first-yes = Да
kiosk-tap-first-no = Нет
kiosk-tap-gender = Ваш пол?
kiosk-tap-woman = Женщина
kiosk-tap-man = Мужчина
kiosk-tap-other = Другое
kiosk-tap-age = Сколько вам лет?
# $years (String): such as 18
kiosk-tap-age-under = До { $years } лет
# $low (String), $high (String): such as 18 and 24
kiosk-tap-age-range = От { $low } до { $high }
# $years (String): such as 65
kiosk-tap-age-over = { $years } или больше
kiosk-tap-status = С какими документами вы в Италии?
kiosk-tap-asylum = Прошу защиты, жду решения
kiosk-tap-protected = Мне дали защиту
kiosk-tap-permit = У меня другой ВНЖ
kiosk-tap-citizen = Гражданство Италии или ЕС
kiosk-tap-none = У меня пока нет документов
