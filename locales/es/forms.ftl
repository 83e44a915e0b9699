### How dates are written. Numbers come as texts with ASCII digits.

## Days of the week

forms-weekday-monday = lunes
forms-weekday-tuesday = martes
forms-weekday-wednesday = miércoles
forms-weekday-thursday = jueves
forms-weekday-friday = viernes
forms-weekday-saturday = sábado
forms-weekday-sunday = domingo

## Months, in the form that stands after a day's number

forms-month-january = enero
forms-month-february = febrero
forms-month-march = marzo
forms-month-april = abril
forms-month-may = mayo
forms-month-june = junio
forms-month-july = julio
forms-month-august = agosto
forms-month-september = septiembre
forms-month-october = octubre
forms-month-november = noviembre
forms-month-december = diciembre

## Dates

# $weekday, $month (String): as above; $day, $year (String): ASCII digits
forms-date = { $weekday } { $day } de { $month } de { $year }
# $weekday, $month (String): as above; $day (String): ASCII digits; $time (String): such as 09:05
forms-moment = { $weekday } { $day } de { $month }, { $time }
# A time within a sentence. $time (String): such as 09:05. Where people count the hours from dawn, the part of the day belongs to it: from midnight, from 5, from 12 and from 18 o’clock.
forms-time-night = { $time }
forms-time-morning = { $time }
forms-time-afternoon = { $time }
forms-time-evening = { $time }
