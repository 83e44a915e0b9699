### How dates are written. Numbers come as texts with ASCII digits.

## Days of the week

forms-weekday-monday = e hënë
forms-weekday-tuesday = e martë
forms-weekday-wednesday = e mërkurë
forms-weekday-thursday = e enjte
forms-weekday-friday = e premte
forms-weekday-saturday = e shtunë
forms-weekday-sunday = e diel

## Months, in the form that stands after a day's number

forms-month-january = janar
forms-month-february = shkurt
forms-month-march = mars
forms-month-april = prill
forms-month-may = maj
forms-month-june = qershor
forms-month-july = korrik
forms-month-august = gusht
forms-month-september = shtator
forms-month-october = tetor
forms-month-november = nëntor
forms-month-december = dhjetor

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
