### How dates are written. Numbers come as texts with ASCII digits.

## Days of the week

forms-weekday-monday = понеділок
forms-weekday-tuesday = вівторок
forms-weekday-wednesday = середа
forms-weekday-thursday = четвер
forms-weekday-friday = п’ятниця
forms-weekday-saturday = субота
forms-weekday-sunday = неділя

## Months, in the form that stands after a day's number

forms-month-january = січня
forms-month-february = лютого
forms-month-march = березня
forms-month-april = квітня
forms-month-may = травня
forms-month-june = червня
forms-month-july = липня
forms-month-august = серпня
forms-month-september = вересня
forms-month-october = жовтня
forms-month-november = листопада
forms-month-december = грудня

## Dates

# $weekday, $month (String): as above; $day, $year (String): ASCII digits
forms-date = { $weekday }, { $day } { $month } { $year } р.
# $weekday, $month (String): as above; $day (String): ASCII digits; $time (String): such as 09:05
forms-moment = { $weekday }, { $day } { $month }, { $time }
# A time within a sentence. $time (String): such as 09:05. Where people count the hours from dawn, the part of the day belongs to it: from midnight, from 5, from 12 and from 18 o’clock.
forms-time-night = { $time }
forms-time-morning = { $time }
forms-time-afternoon = { $time }
forms-time-evening = { $time }
