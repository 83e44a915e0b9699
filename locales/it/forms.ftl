### How dates are written. Numbers come as texts with ASCII digits.

## Days of the week

forms-weekday-monday = lunedì
forms-weekday-tuesday = martedì
forms-weekday-wednesday = mercoledì
forms-weekday-thursday = giovedì
forms-weekday-friday = venerdì
forms-weekday-saturday = sabato
forms-weekday-sunday = domenica

## Months, in the form that stands after a day's number

forms-month-january = gennaio
forms-month-february = febbraio
forms-month-march = marzo
forms-month-april = aprile
forms-month-may = maggio
forms-month-june = giugno
forms-month-july = luglio
forms-month-august = agosto
forms-month-september = settembre
forms-month-october = ottobre
forms-month-november = novembre
forms-month-december = dicembre

## Dates

# $weekday, $month (String): as above; $day, $year (String): ASCII digits
forms-date = { $weekday } { $day } { $month } { $year }
# $weekday, $month (String): as above; $day (String): ASCII digits; $time (String): such as 09:05
forms-moment = { $weekday } { $day } { $month }, { $time }
# A time within a sentence. $time (String): such as 09:05. Where people count the hours from dawn, the part of the day belongs to it: from midnight, from 5, from 12 and from 18 o’clock.
# room: 20
forms-time-night = { $time }
# room: 20
forms-time-morning = { $time }
# room: 20
forms-time-afternoon = { $time }
# room: 20
forms-time-evening = { $time }
