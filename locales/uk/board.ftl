### The waiting room's board. Read from far away: few words, short.

board-title = Виклики
board-calls = Виклики
board-welcome = Вітаємо. Тут з’являться номери, які викликають.
board-desk = віконце
board-new = Зараз
board-arrived = Біля віконця
board-missed = Не підійшли
board-done = Готово
board-no-sound = Немає звуку: торкніться екрана один раз
board-next = Наступні
# $count (Number): people who wait
board-waiting =
    { $count ->
        [one] { $count } людина чекає
        [few] { $count } людини чекають
        [many] { $count } людей чекають
       *[other] { $count } людини чекають
    }
# $time (String): since when, such as 09:05
board-not-live = Не оновлюється з { $time }
