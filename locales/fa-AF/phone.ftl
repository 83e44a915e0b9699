### The visitor's own phone. Ticket and desk numbers come as texts with ASCII digits.

phone-your-number = نمره شما
phone-desk = غرفه
phone-desks = غرفه‌ها
phone-where = کجا بروید
phone-next = نوبت شما نزدیک است: شما نفر بعدی استید.
# $count (Number): people ahead
phone-ahead =
    { $count ->
        [one] پیش از شما { $count } نفر است.
       *[other] پیش از شما { $count } نفر است.
    }
# $low (String), $high (Number): minutes
phone-wait =
    { $high ->
        [one] وقت انتظار: { $low } تا { $high } دقیقه.
       *[other] وقت انتظار: { $low } تا { $high } دقیقه.
    }
# $high (Number): minutes
phone-wait-short =
    { $high ->
        [one] وقت انتظار: حداکثر { $high } دقیقه.
       *[other] وقت انتظار: حداکثر { $high } دقیقه.
    }
phone-wait-unknown = غرفه حالا باز نیست. همین نزدیکی باشید.
# $numbers (String): one to three numbers, such as P 041, P 040
phone-last-called = آخرین نمره‌های صدا شده: { $numbers }
# $desk (String): desk number
phone-called = نوبت شماست. به غرفه { $desk } بروید.
phone-called-more = حالا منتظر شما استند.
# $desk (String): desk number
phone-serving = شما در غرفه { $desk } استید.
phone-no-show = شما را صدا کردیم، اما ندیدیم.
phone-no-show-more = به یک غرفه باز بروید: شما را با همین نمره دوباره در صف گرفته می‌توانند.
phone-parked = نمره شما نگهداشته شده است
phone-parked-more = وقتی آنچه را کم دارید پیدا کردید، دوباره به غرفه بیایید و نمره را نشان بدهید.
phone-served = تمام شد. تشکر که آمدید.
phone-served-more = به چیز دیگری ضرورت دارید؟ نمره نو بگیرید.
phone-withdrawn = شما دیگر در صف نیستید.
phone-withdrawn-more = اگر نظر تان تغییر کرد، نمره نو بگیرید.
# On a button; the next one when it was tapped.
phone-ring = اینجا را لمس کنید: وقتی نوبت شما شد، تلفون زنگ می‌زند
phone-ring-on = تلفون زنگ می‌زند: این صفحه را باز نگه دارید
phone-ring-again = حالا تلفون زنگ نمی‌زند: اینجا را لمس کنید تا دوباره زنگ بزند
# For a number that is not on the board: the staff fetch the person.
phone-quiet-called = نوبت شما است: ما پیش شما می‌آییم، در جای خود بمانید.
phone-quiet-serving = حالا ما با شما هستیم.
phone-taken-back = به اشتباه صدا شدید. همین نزدیکی باشید: دوباره شما را صدا می‌کنیم.
# The services of this number are offered no more.
phone-no-place = هیچ غرفه این نمره را خودش صدا نمی‌کند.
phone-no-place-more = به هر غرفه باز بروید و نمره را نشان بدهید: کمک‌تان می‌کنند.
phone-leave = ترک صف
phone-leave-sure = می‌خواهید صف را ترک کنید؟
phone-leave-note = نمره شما دیگر صدا نمی‌شود.
phone-leave-yes = بلی، صف را ترک می‌کنم
phone-leave-no = نه، در صف می‌مانم
phone-language = زبان
phone-not-live = ارتباط نیست: شاید صفحه تازه نباشد. لوحه سالون را ببینید.
phone-quiet-not-live = ارتباط نیست: شاید صفحه تازه نباشد. ما به هر حال پیش شما می‌آییم.
phone-gone-title = این نمره امروز نیست
phone-gone = هر نمره فقط برای همان روز است. اگر کمک می‌خواهید، نمره نو بگیرید یا از یک غرفه باز بپرسید.
