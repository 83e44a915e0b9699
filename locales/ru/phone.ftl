### The visitor's own phone. Ticket and desk numbers come as texts with ASCII digits.

phone-your-number = Ваш номер
phone-desk = окно
phone-desks = окна
phone-where = Куда идти
phone-next = Скоро ваша очередь: вы следующие.
# $count (Number): people ahead
phone-ahead =
    { $count ->
        [one] Перед вами { $count } человек.
        [few] Перед вами { $count } человека.
        [many] Перед вами { $count } человек.
       *[other] Перед вами { $count } человека.
    }
# $low (String), $high (Number): minutes
phone-wait =
    { $high ->
        [one] Ждать примерно от { $low } до { $high } минуты.
        [few] Ждать примерно от { $low } до { $high } минут.
        [many] Ждать примерно от { $low } до { $high } минут.
       *[other] Ждать примерно от { $low } до { $high } минуты.
    }
# $high (Number): minutes
phone-wait-short =
    { $high ->
        [one] Ждать не больше { $high } минуты.
        [few] Ждать не больше { $high } минут.
        [many] Ждать не больше { $high } минут.
       *[other] Ждать не больше { $high } минуты.
    }
phone-wait-unknown = Сейчас окно не работает. Оставайтесь поблизости.
# $numbers (String): one to three numbers, such as P 041, P 040
phone-last-called = Последние вызванные номера: { $numbers }
# $desk (String): desk number
phone-called = Ваша очередь. Подойдите к окну { $desk }.
phone-called-more = Вас уже ждут.
# $desk (String): desk number
phone-serving = Вы у окна { $desk }.
phone-no-show = Мы вас вызвали, но не увидели.
phone-no-show-more = Подойдите к открытому окну: вас могут вернуть в очередь с тем же номером.
phone-parked = Ваш номер пока отложен
phone-parked-more = Когда у вас будет то, чего не хватает, вернитесь к окну и покажите номер.
phone-served = Мы закончили. Спасибо, что пришли.
phone-served-more = Нужно что-то ещё? Возьмите новый номер.
phone-withdrawn = Вас больше нет в очереди.
phone-withdrawn-more = Если передумаете, возьмите новый номер.
# On a button; the next one when it was tapped.
phone-ring = Нажмите здесь: телефон зазвонит, когда подойдёт ваша очередь
phone-ring-on = Телефон зазвонит: не закрывайте эту страницу
phone-ring-again = Сейчас телефон не зазвонит: нажмите здесь, и он снова будет звонить
# For a number that is not on the board: the staff fetch the person.
phone-quiet-called = Ваша очередь: мы сами подойдём к вам, можете оставаться на месте.
phone-quiet-serving = Сейчас мы с вами.
phone-taken-back = Вас вызвали по ошибке. Оставайтесь поблизости: мы вызовем вас снова.
# The services of this number are offered no more.
phone-no-place = Ни одно окно не вызывает этот номер само.
phone-no-place-more = Подойдите к любому открытому окну и покажите номер: вам помогут.
phone-leave = Выйти из очереди
phone-leave-sure = Вы хотите выйти из очереди?
phone-leave-note = Ваш номер больше не вызовут.
phone-leave-yes = Да, выйти из очереди
phone-leave-no = Нет, остаться в очереди
phone-language = Язык
phone-not-live = Нет связи: страница могла устареть. Смотрите на табло в зале.
phone-quiet-not-live = Нет связи: страница могла устареть. Мы всё равно подойдём к вам.
phone-gone-title = Сегодня такого номера нет
phone-gone = Каждый номер действует только один день. Нужна помощь? Возьмите новый номер или спросите у открытого окна.
