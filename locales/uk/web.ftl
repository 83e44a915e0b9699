### What pages and calls answer when something is wrong with the request itself.

web-bad-input = Запит не вдалося прочитати. Перевірте дані та спробуйте ще раз.
web-not-signed-in = Спершу увійдіть з ім’ям і PIN-кодом.
web-wrong-pin = Ім’я або PIN-код неправильні. Спробуйте ще раз.
# $seconds (Number): how long to wait
web-too-many =
    { $seconds ->
        [one] Забагато спроб. Спробуйте через { $seconds } секунду.
        [few] Забагато спроб. Спробуйте через { $seconds } секунди.
        [many] Забагато спроб. Спробуйте через { $seconds } секунд.
       *[other] Забагато спроб. Спробуйте через { $seconds } секунди.
    }
web-forbidden = Цей запит звідси не дозволено.
web-https-only = Ця адреса працює лише через https. Напишіть https:// перед адресою.
web-not-found-title = Сторінку не знайдено
web-not-found = Такої адреси немає. Перевірте, як вона написана.
web-wrong-method = Цю адресу не можна використати в такий спосіб. Поверніться назад і спробуйте ще раз.
web-trouble-title = Не вийшло
web-broken = Щось пішло не так з нашого боку. Спробуйте ще раз за хвилину або запитайте біля відкритого віконця.
