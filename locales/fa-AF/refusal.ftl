### Why something can't be done, and what to do instead. For visitors and for staff.
### Ticket and desk numbers come as texts with ASCII digits.

refusal-no-need = هنوز چیزی انتخاب نشده. یکی را انتخاب کنید.
# $most (Number): how many may be chosen at once
refusal-too-many-needs =
    { $most ->
        [one] فقط { $most } چیز انتخاب کرده می‌توانید. بعضی را حذف کنید.
       *[other] حداکثر { $most } چیز انتخاب کرده می‌توانید. بعضی را حذف کنید.
    }
# $need (String): the code that is not known
refusal-unknown-need = { $need } اینجا نیست. چیز دیگری انتخاب کنید.
# $language (String): the tag that is not known
refusal-unknown-language = زبان { $language } اینجا نیست. یکی از زبان‌های صفحه را انتخاب کنید.
# $desk (String): desk number
refusal-unknown-desk = غرفه { $desk } نداریم. نمره بالای غرفه را ببینید.
# $service (String): the code that is not known
refusal-unknown-service = خدمت { $service } نداریم. یک خدمت را از لست انتخاب کنید.
refusal-unknown-ticket = این نمره امروز نیست. نمره نو بگیرید یا از یک غرفه باز بپرسید.
refusal-unknown-appointment = این کود نیست، یا وقت ملاقات گذشته است. کود را ببینید یا از یک غرفه باز بپرسید.
# $moment (String): day and time such as "Tuesday 24 November, 09:00"
refusal-appointment-later = وقت ملاقات شما { $moment } است. همان وقت بیایید.
# $desk (String): desk number
refusal-no-ticket-needed = نمره لازم نیست. به غرفه { $desk } بروید.
# $moment (String): day and time such as "Tuesday 24 November, 09:00"
refusal-institution-away = این خدمت حالا بسته است. { $moment } باز می‌شود.
refusal-institution-away-for-long = این خدمت حالا بسته است. هنوز معلوم نیست چه وقت باز می‌شود.
# $moment (String): day and time such as "Tuesday 24 November, 09:00"
refusal-today-is-full = امروز برای نمره‌های دیگر وقت نیست. { $moment } بیایید.
refusal-today-is-full-for-long = امروز برای نمره‌های دیگر وقت نیست. هنوز معلوم نیست چه وقت باز می‌شود.
refusal-not-here-today-for-long = این خدمت امروز نیست. هنوز معلوم نیست چه وقت باز می‌شود.
refusal-not-here-today = این خدمت امروز نیست. { $moment } بیایید.
refusal-house-closed-for-long = این‌جا حالا بسته است. هنوز معلوم نیست چه وقت باز می‌شود.
refusal-house-closed = این‌جا حالا بسته است. { $moment } بیایید.
# $desk (String): desk number; $service (String): a service's code
refusal-service-not-at-desk = غرفه { $desk } خدمت { $service } را ندارد. خدمت یا غرفه دیگری انتخاب کنید.
# $desk (String): desk number
refusal-desk-closed = غرفه { $desk } بسته است. اول آن را باز کنید.
# $desk (String): desk number
refusal-desk-paused = غرفه { $desk } در وقفه است. اول آن را باز کنید.
# $desk (String): desk number; $ticket (String): ticket number such as "P 042"
refusal-desk-busy = در غرفه { $desk } هنوز نمره { $ticket } است. اول تمام کنید یا بنویسید که نیامد.
# $desk (String): desk number
refusal-desk-has-nobody = در غرفه { $desk } کسی نیست. اول نمره بعدی را صدا کنید.
# $ticket (String): ticket number such as "P 042"
refusal-already-serving = نمره { $ticket } در غرفه است. وقتی تمام شد، ختم کنید.
# $ticket (String): ticket number such as "P 042"
refusal-not-serving = نمره { $ticket } صدا شده، اما هنوز در غرفه نیست. اول شروع کنید.
# $desk (String): number of the desk
refusal-moved-on = در غرفه { $desk } حالا نمره دیگری است. ببینید کیست و دوباره کوشش کنید.
# $ticket (String): ticket number such as "P 042"
refusal-not-no-show = نمره { $ticket } در غیرحاضرها نیست. فقط غیرحاضر به صف برمی‌گردد.
# $ticket (String): ticket number such as "P 042"
refusal-not-waiting = نمره { $ticket } دیگر منتظر نیست. از یک غرفه باز بپرسید.
refusal-key-reused = این تأیید برای چیز دیگری استفاده شده. به شروع برگردید و دوباره کوشش کنید.
refusal-day-full = نمره‌های امروز تمام شد. از یک غرفه باز بپرسید.

refusal-not-saved = ثبت نشد. دوباره کوشش کنید. اگر نشد، از یک غرفه باز بپرسید.
refusal-busy = حالا بیروبار است. کمی صبر کنید و دوباره کوشش کنید.
refusal-away = سیستم جواب نمی‌دهد. کمی صبر کنید و دوباره کوشش کنید، یا از یک غرفه باز بپرسید.
