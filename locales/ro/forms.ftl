### How dates are written. Numbers come as texts with ASCII digits.

## Days of the week

forms-weekday-monday = luni
forms-weekday-tuesday = marți
forms-weekday-wednesday = miercuri
forms-weekday-thursday = joi
forms-weekday-friday = vineri
forms-weekday-saturday = sâmbătă
forms-weekday-sunday = duminică

## Months, in the form that stands after a day's number

forms-month-january = ianuarie
forms-month-february = februarie
forms-month-march = martie
forms-month-april = aprilie
forms-month-may = mai
forms-month-june = iunie
forms-month-july = iulie
forms-month-august = august
forms-month-september = septembrie
forms-month-october = octombrie
forms-month-november = noiembrie
forms-month-december = decembrie

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
