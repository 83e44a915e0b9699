### What pages and calls answer when something is wrong with the request itself.

web-bad-input = Запрос не удалось прочитать. Проверьте данные и попробуйте ещё раз.
web-not-signed-in = Сначала введите имя и PIN.
web-wrong-pin = Неверное имя или PIN. Попробуйте ещё раз.
# $seconds (Number): how long to wait
web-too-many =
    { $seconds ->
        [one] Слишком много попыток. Попробуйте через { $seconds } секунду.
        [few] Слишком много попыток. Попробуйте через { $seconds } секунды.
        [many] Слишком много попыток. Попробуйте через { $seconds } секунд.
       *[other] Слишком много попыток. Попробуйте через { $seconds } секунды.
    }
web-forbidden = Отсюда этот запрос не разрешён.
web-https-only = Этот адрес работает только по https. Напишите https:// перед адресом.
web-not-found-title = Страница не найдена
web-not-found = Такого адреса нет. Проверьте, как он написан.
web-wrong-method = Так этот адрес использовать нельзя. Вернитесь и попробуйте ещё раз.
web-trouble-title = Не получилось
web-broken = У нас что-то не сработало. Попробуйте чуть позже или спросите у открытого окна.
