### The waiting room's board. Read from far away: few words, short.

board-title = Вызовы
board-calls = Вызовы
board-welcome = Добро пожаловать. Здесь появятся вызванные номера.
board-desk = окно
board-new = Сейчас
board-arrived = У окна
board-missed = Не подошли
board-done = Готово
board-no-sound = Нет звука: коснитесь экрана один раз
board-next = Следующие
# $count (Number): people who wait
board-waiting =
    { $count ->
        [one] Ждёт { $count } человек
        [few] Ждут { $count } человека
        [many] Ждут { $count } человек
       *[other] Ждут { $count } человека
    }
# $time (String): since when, such as 09:05
board-not-live = Не обновлялось с { $time }
