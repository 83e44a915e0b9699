### The visitor's own phone. Ticket and desk numbers come as texts with ASCII digits.

phone-your-number = Ваш номер
phone-desk = віконце
phone-desks = віконця
phone-where = Куди йти
phone-next = Скоро ваша черга: ви наступні.
# $count (Number): people ahead
phone-ahead =
    { $count ->
        [one] Перед вами { $count } людина.
        [few] Перед вами { $count } людини.
        [many] Перед вами { $count } людей.
       *[other] Перед вами { $count } людини.
    }
# $low (String), $high (Number): minutes
phone-wait =
    { $high ->
        [one] Чекати приблизно від { $low } до { $high } хвилини.
        [few] Чекати приблизно від { $low } до { $high } хвилин.
        [many] Чекати приблизно від { $low } до { $high } хвилин.
       *[other] Чекати приблизно від { $low } до { $high } хвилини.
    }
# $high (Number): minutes
phone-wait-short =
    { $high ->
        [one] Чекати щонайбільше { $high } хвилину.
        [few] Чекати щонайбільше { $high } хвилини.
        [many] Чекати щонайбільше { $high } хвилин.
       *[other] Чекати щонайбільше { $high } хвилини.
    }
phone-wait-unknown = Зараз віконце не працює. Залишайтеся поруч.
# $numbers (String): one to three numbers, such as P 041, P 040
phone-last-called = Останні викликані номери: { $numbers }
# $desk (String): desk number
phone-called = Ваша черга. Підійдіть до віконця { $desk }.
phone-called-more = На вас уже чекають.
# $desk (String): desk number
phone-serving = Ви біля віконця { $desk }.
phone-no-show = Ми вас викликали, але не побачили.
phone-no-show-more = Підійдіть до відкритого віконця: вас можуть повернути в чергу з тим самим номером.
phone-parked = Ваш номер поки відкладено
phone-parked-more = Коли матимете те, чого бракує, поверніться до віконця й покажіть номер.
phone-served = Усе зроблено. Дякуємо, що прийшли.
phone-served-more = Потрібно щось іще? Візьміть новий номер.
phone-withdrawn = Ви більше не в черзі.
phone-withdrawn-more = Якщо передумаєте, візьміть новий номер.
# On a button; the next one when it was tapped.
phone-ring = Торкніться тут: телефон задзвонить, коли настане ваша черга
phone-ring-on = Телефон задзвонить: не закривайте цю сторінку
phone-ring-again = Зараз телефон не задзвонить: торкніться тут, і він знову дзвонитиме
# For a number that is not on the board: the staff fetch the person.
phone-quiet-called = Ваша черга: ми самі підійдемо до вас, можете лишатися на місці.
phone-quiet-serving = Зараз ми з вами.
phone-taken-back = Вас покликали помилково. Залишайтеся поруч: ми покличемо вас знову.
# The services of this number are offered no more.
phone-no-place = Жодне віконце не кличе цей номер саме.
phone-no-place-more = Підійдіть до будь-якого відкритого віконця й покажіть номер: вам допоможуть.
phone-leave = Вийти з черги
phone-leave-sure = Хочете вийти з черги?
phone-leave-note = Ваш номер більше не викличуть.
phone-leave-yes = Так, виходжу з черги
phone-leave-no = Ні, залишаюся в черзі
phone-language = Мова
phone-not-live = Немає зв’язку: сторінка може бути неактуальною. Дивіться на табло в залі.
phone-quiet-not-live = Немає зв’язку: сторінка може бути неактуальною. Ми все одно підійдемо до вас.
phone-gone-title = Сьогодні такого номера немає
phone-gone = Кожен номер діє лише один день. Якщо потрібна допомога, візьміть новий номер або зверніться до відкритого віконця.
