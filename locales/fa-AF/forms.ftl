### How dates are written. Numbers come as texts with ASCII digits.

## Days of the week

forms-weekday-monday = دوشنبه
forms-weekday-tuesday = سه‌شنبه
forms-weekday-wednesday = چهارشنبه
forms-weekday-thursday = پنجشنبه
forms-weekday-friday = جمعه
forms-weekday-saturday = شنبه
forms-weekday-sunday = یکشنبه

## Months, in the form that stands after a day's number

forms-month-january = جنوری
forms-month-february = فبروری
forms-month-march = مارچ
forms-month-april = اپریل
forms-month-may = می
forms-month-june = جون
forms-month-july = جولای
forms-month-august = اگست
forms-month-september = سپتمبر
forms-month-october = اکتوبر
forms-month-november = نومبر
forms-month-december = دسمبر

## Dates

# $weekday, $month (String): as above; $day, $year (String): ASCII digits
forms-date = { $weekday } { $day } { $month } { $year }
# $weekday, $month (String): as above; $day (String): ASCII digits; $time (String): such as 09:05
forms-moment = { $weekday } { $day } { $month }، ساعت { $time }
# A time within a sentence. $time (String): such as 09:05. Where people count the hours from dawn, the part of the day belongs to it: from midnight, from 5, from 12 and from 18 o’clock.
forms-time-night = { $time }
forms-time-morning = { $time }
forms-time-afternoon = { $time }
forms-time-evening = { $time }
