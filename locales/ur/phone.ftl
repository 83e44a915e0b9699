### The visitor's own phone. Ticket and desk numbers come as texts with ASCII digits.

phone-your-number = آپ کا نمبر
phone-desk = کاؤنٹر
phone-desks = کاؤنٹر
phone-where = کہاں جانا ہے
phone-next = آپ کی باری قریب ہے: اگلے آپ ہیں۔
# $count (Number): people ahead
phone-ahead =
    { $count ->
        [one] آپ سے پہلے { $count } شخص ہے۔
       *[other] آپ سے پہلے { $count } لوگ ہیں۔
    }
# $low (String), $high (Number): minutes
phone-wait =
    { $high ->
        [one] انتظار: تقریباً { $low } سے { $high } منٹ۔
       *[other] انتظار: تقریباً { $low } سے { $high } منٹ۔
    }
# $high (Number): minutes
phone-wait-short =
    { $high ->
        [one] انتظار: زیادہ سے زیادہ { $high } منٹ۔
       *[other] انتظار: زیادہ سے زیادہ { $high } منٹ۔
    }
phone-wait-unknown = کاؤنٹر ابھی کھلا نہیں۔ یہیں قریب رہیں۔
# $numbers (String): one to three numbers, such as P 041, P 040
phone-last-called = آخری پکارے گئے نمبر: { $numbers }
# $desk (String): desk number
phone-called = آپ کی باری ہے۔ کاؤنٹر { $desk } پر جائیں۔
phone-called-more = وہاں آپ کا انتظار ہو رہا ہے۔
# $desk (String): desk number
phone-serving = آپ کاؤنٹر { $desk } پر ہیں۔
phone-no-show = ہم نے آپ کو بلایا، مگر آپ کو نہیں دیکھا۔
phone-no-show-more = کسی کھلے کاؤنٹر پر جائیں: وہ آپ کو اسی نمبر سے دوبارہ قطار میں لگا سکتے ہیں۔
phone-parked = آپ کا نمبر الگ رکھا گیا ہے
phone-parked-more = جو چیز کم ہے وہ مل جائے تو کاؤنٹر پر واپس آئیں اور نمبر دکھائیں۔
phone-served = کام ہو گیا۔ آنے کا شکریہ۔
phone-served-more = کچھ اور چاہیے؟ نیا نمبر لیں۔
phone-withdrawn = آپ اب قطار میں نہیں۔
phone-withdrawn-more = ارادہ بدلے تو نیا نمبر لیں۔
# On a button; the next one when it was tapped.
phone-ring = یہاں ٹچ کریں: آپ کی باری آنے پر فون بجے گا
phone-ring-on = فون بجے گا: یہ صفحہ کھلا رکھیں
phone-ring-again = ابھی فون نہیں بجے گا: یہاں ٹچ کریں، پھر بجے گا
# For a number that is not on the board: the staff fetch the person.
phone-quiet-called = آپ کی باری ہے: ہم خود آپ کے پاس آ رہے ہیں، آپ اپنی جگہ پر رہیں۔
phone-quiet-serving = اب ہم آپ کے ساتھ ہیں۔
phone-taken-back = آپ کو غلطی سے بلایا گیا۔ یہیں قریب رہیں: آپ کو دوبارہ بلایا جائے گا۔
# The services of this number are offered no more.
phone-no-place = کوئی کاؤنٹر یہ نمبر خود نہیں بلاتا۔
phone-no-place-more = کسی کھلے کاؤنٹر پر جا کر نمبر دکھائیں: وہ آپ کی مدد کریں گے۔
phone-leave = قطار چھوڑیں
phone-leave-sure = کیا قطار چھوڑنی ہے؟
phone-leave-note = آپ کا نمبر پھر نہیں پکارا جائے گا۔
phone-leave-yes = ہاں، قطار چھوڑنی ہے
phone-leave-no = نہیں، قطار میں رہنا ہے
phone-language = زبان
phone-not-live = رابطہ نہیں: صفحہ شاید پرانا ہو۔ ہال کا بورڈ دیکھیں۔
phone-quiet-not-live = رابطہ نہیں: صفحہ شاید پرانا ہو۔ ہم پھر بھی آپ کے پاس آئیں گے۔
phone-gone-title = یہ نمبر آج نہیں ہے
phone-gone = ہر نمبر صرف اپنے دن کے لیے ہے۔ مدد چاہیے تو نیا نمبر لیں یا کسی کھلے کاؤنٹر پر پوچھیں۔
