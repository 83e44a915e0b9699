### How dates are written. Numbers come as texts with ASCII digits.

## Days of the week

forms-weekday-monday = الاثنين
forms-weekday-tuesday = الثلاثاء
forms-weekday-wednesday = الأربعاء
forms-weekday-thursday = الخميس
forms-weekday-friday = الجمعة
forms-weekday-saturday = السبت
forms-weekday-sunday = الأحد

## Months, in the form that stands after a day's number

forms-month-january = يناير
forms-month-february = فبراير
forms-month-march = مارس
forms-month-april = أبريل
forms-month-may = مايو
forms-month-june = يونيو
forms-month-july = يوليو
forms-month-august = أغسطس
forms-month-september = سبتمبر
forms-month-october = أكتوبر
forms-month-november = نوفمبر
forms-month-december = ديسمبر

## Dates

# $weekday, $month (String): as above; $day, $year (String): ASCII digits
forms-date = { $weekday } { $day } { $month } { $year }
# $weekday, $month (String): as above; $day (String): ASCII digits; $time (String): such as 09:05
forms-moment = { $weekday } { $day } { $month }، الساعة { $time }
# A time within a sentence. $time (String): such as 09:05. Where people count the hours from dawn, the part of the day belongs to it: from midnight, from 5, from 12 and from 18 o’clock.
forms-time-night = { $time }
forms-time-morning = { $time }
forms-time-afternoon = { $time }
forms-time-evening = { $time }
