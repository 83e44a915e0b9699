### How dates are written. Numbers come as texts with ASCII digits.

## Days of the week

forms-weekday-monday = Isniin
forms-weekday-tuesday = Talaado
forms-weekday-wednesday = Arbaco
forms-weekday-thursday = Khamiis
forms-weekday-friday = Jimce
forms-weekday-saturday = Sabti
forms-weekday-sunday = Axad

## Months, in the form that stands after a day's number

forms-month-january = Janaayo
forms-month-february = Febraayo
forms-month-march = Maarso
forms-month-april = Abriil
forms-month-may = Maajo
forms-month-june = Juun
forms-month-july = Luuliyo
forms-month-august = Agoosto
forms-month-september = Sebtembar
forms-month-october = Oktoobar
forms-month-november = Nofembar
forms-month-december = Disembar

## Dates

# $weekday, $month (String): as above; $day, $year (String): ASCII digits
forms-date = { $weekday }, { $day } { $month } { $year }
# $weekday, $month (String): as above; $day (String): ASCII digits; $time (String): such as 09:05
forms-moment = { $weekday }, { $day } { $month }, { $time }
# A time within a sentence. $time (String): such as 09:05. Where people count the hours from dawn, the part of the day belongs to it: from midnight, from 5, from 12 and from 18 o’clock.
forms-time-night = { $time } habeennimo
forms-time-morning = { $time } subaxnimo
forms-time-afternoon = { $time } galabnimo
forms-time-evening = { $time } fiidnimo
