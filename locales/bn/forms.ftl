### How dates are written. Numbers come as texts with ASCII digits.

## Days of the week

forms-weekday-monday = সোমবার
forms-weekday-tuesday = মঙ্গলবার
forms-weekday-wednesday = বুধবার
forms-weekday-thursday = বৃহস্পতিবার
forms-weekday-friday = শুক্রবার
forms-weekday-saturday = শনিবার
forms-weekday-sunday = রবিবার

## Months, in the form that stands after a day's number

forms-month-january = জানুয়ারি
forms-month-february = ফেব্রুয়ারি
forms-month-march = মার্চ
forms-month-april = এপ্রিল
forms-month-may = মে
forms-month-june = জুন
forms-month-july = জুলাই
forms-month-august = আগস্ট
forms-month-september = সেপ্টেম্বর
forms-month-october = অক্টোবর
forms-month-november = নভেম্বর
forms-month-december = ডিসেম্বর

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
