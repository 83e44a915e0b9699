### How dates are written. Numbers come as texts with ASCII digits.

## Days of the week

forms-weekday-monday = Monday
forms-weekday-tuesday = Tuesday
forms-weekday-wednesday = Wednesday
forms-weekday-thursday = Thursday
forms-weekday-friday = Friday
forms-weekday-saturday = Saturday
forms-weekday-sunday = Sunday

## Months, in the form that stands after a day's number

forms-month-january = January
forms-month-february = February
forms-month-march = March
forms-month-april = April
forms-month-may = May
forms-month-june = June
forms-month-july = July
forms-month-august = August
forms-month-september = September
forms-month-october = October
forms-month-november = November
forms-month-december = December

## Dates

# $weekday, $month (String): as above; $day, $year (String): ASCII digits
forms-date = { $weekday } { $day } { $month } { $year }
# $weekday, $month (String): as above; $day (String): ASCII digits; $time (String): such as 09:05
forms-moment = { $weekday } { $day } { $month }, { $time }
# A time within a sentence. $time (String): such as 09:05. Where people count the hours from dawn, the part of the day belongs to it: from midnight, from 5, from 12 and from 18 o’clock.
forms-time-night = { $time }
forms-time-morning = { $time }
forms-time-afternoon = { $time }
forms-time-evening = { $time }
