### How dates are written. Numbers come as texts with ASCII digits.

## Days of the week

forms-weekday-monday = 星期一
forms-weekday-tuesday = 星期二
forms-weekday-wednesday = 星期三
forms-weekday-thursday = 星期四
forms-weekday-friday = 星期五
forms-weekday-saturday = 星期六
forms-weekday-sunday = 星期日

## Months, in the form that stands after a day's number

forms-month-january = 1月
forms-month-february = 2月
forms-month-march = 3月
forms-month-april = 4月
forms-month-may = 5月
forms-month-june = 6月
forms-month-july = 7月
forms-month-august = 8月
forms-month-september = 9月
forms-month-october = 10月
forms-month-november = 11月
forms-month-december = 12月

## Dates

# $weekday, $month (String): as above; $day, $year (String): ASCII digits
forms-date = { $year }年{ $month }{ $day }日（{ $weekday }）
# $weekday, $month (String): as above; $day (String): ASCII digits; $time (String): such as 09:05
forms-moment = { $month }{ $day }日（{ $weekday }）{ $time }
# A time within a sentence. $time (String): such as 09:05. Where people count the hours from dawn, the part of the day belongs to it: from midnight, from 5, from 12 and from 18 o’clock.
forms-time-night = { $time }
forms-time-morning = { $time }
forms-time-afternoon = { $time }
forms-time-evening = { $time }
