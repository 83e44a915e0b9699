### How dates are written. Numbers come as texts with ASCII digits.

## Days of the week

forms-weekday-monday = ሰኑይ
forms-weekday-tuesday = ሰሉስ
forms-weekday-wednesday = ረቡዕ
forms-weekday-thursday = ሓሙስ
forms-weekday-friday = ዓርቢ
forms-weekday-saturday = ቀዳም
forms-weekday-sunday = ሰንበት

## Months, in the form that stands after a day's number

forms-month-january = ጥሪ
forms-month-february = ለካቲት
forms-month-march = መጋቢት
forms-month-april = ሚያዝያ
forms-month-may = ግንቦት
forms-month-june = ሰነ
forms-month-july = ሓምለ
forms-month-august = ነሓሰ
forms-month-september = መስከረም
forms-month-october = ጥቅምቲ
forms-month-november = ሕዳር
forms-month-december = ታሕሳስ

## Dates

# $weekday, $month (String): as above; $day, $year (String): ASCII digits
forms-date = { $weekday }፣ { $day } { $month } { $year }
# $weekday, $month (String): as above; $day (String): ASCII digits; $time (String): such as 09:05
forms-moment = { $weekday }፣ { $day } { $month }፣ ሰዓት { $time }
# A time within a sentence. $time (String): such as 09:05. Where people count the hours from dawn, the part of the day belongs to it: from midnight, from 5, from 12 and from 18 o’clock.
forms-time-night = { $time } ለይቲ
forms-time-morning = { $time } ንግሆ
forms-time-afternoon = { $time } ድሕሪ ቐትሪ
forms-time-evening = { $time } ምሸት
