### How dates are written. Numbers come as texts with ASCII digits.

## Days of the week

forms-weekday-monday = lundi
forms-weekday-tuesday = mardi
forms-weekday-wednesday = mercredi
forms-weekday-thursday = jeudi
forms-weekday-friday = vendredi
forms-weekday-saturday = samedi
forms-weekday-sunday = dimanche

## Months, in the form that stands after a day's number

forms-month-january = janvier
forms-month-february = février
forms-month-march = mars
forms-month-april = avril
forms-month-may = mai
forms-month-june = juin
forms-month-july = juillet
forms-month-august = août
forms-month-september = septembre
forms-month-october = octobre
forms-month-november = novembre
forms-month-december = décembre

## Dates

# $weekday, $month (String): as above; $day, $year (String): ASCII digits
forms-date = { $weekday } { $day } { $month } { $year }
# $weekday, $month (String): as above; $day (String): ASCII digits; $time (String): such as 09:05
forms-moment = { $weekday } { $day } { $month } à { $time }
# A time within a sentence. $time (String): such as 09:05. Where people count the hours from dawn, the part of the day belongs to it: from midnight, from 5, from 12 and from 18 o’clock.
forms-time-night = { $time }
forms-time-morning = { $time }
forms-time-afternoon = { $time }
forms-time-evening = { $time }
