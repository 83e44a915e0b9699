### How dates are written. Numbers come as texts with ASCII digits.

## Days of the week

forms-weekday-monday = понедельник
forms-weekday-tuesday = вторник
forms-weekday-wednesday = среда
forms-weekday-thursday = четверг
forms-weekday-friday = пятница
forms-weekday-saturday = суббота
forms-weekday-sunday = воскресенье

## Months, in the form that stands after a day's number

forms-month-january = января
forms-month-february = февраля
forms-month-march = марта
forms-month-april = апреля
forms-month-may = мая
forms-month-june = июня
forms-month-july = июля
forms-month-august = августа
forms-month-september = сентября
forms-month-october = октября
forms-month-november = ноября
forms-month-december = декабря

## Dates

# $weekday, $month (String): as above; $day, $year (String): ASCII digits
forms-date = { $weekday }, { $day } { $month } { $year }
# $weekday, $month (String): as above; $day (String): ASCII digits; $time (String): such as 09:05
forms-moment = { $weekday }, { $day } { $month }, { $time }
# A time within a sentence. $time (String): such as 09:05. Where people count the hours from dawn, the part of the day belongs to it: from midnight, from 5, from 12 and from 18 o’clock.
forms-time-night = { $time }
forms-time-morning = { $time }
forms-time-afternoon = { $time }
forms-time-evening = { $time }
