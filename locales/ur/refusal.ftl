### Why something can't be done, and what to do instead. For visitors and for staff.
### Ticket and desk numbers come as texts with ASCII digits.

refusal-no-need = کچھ نہیں چنا گیا۔ ایک چنیں۔
# $most (Number): how many may be chosen at once
refusal-too-many-needs =
    { $most ->
        [one] صرف { $most } چنیں۔ باقی ہٹائیں۔
       *[other] زیادہ سے زیادہ { $most } چنیں۔ باقی ہٹائیں۔
    }
# $need (String): the code that is not known
refusal-unknown-need = یہاں { $need } نہیں ہے۔ کچھ اور چنیں۔
# $language (String): the tag that is not known
refusal-unknown-language = یہاں { $language } زبان نہیں ہے۔ اسکرین کی زبانوں میں سے چنیں۔
# $desk (String): desk number
refusal-unknown-desk = کاؤنٹر { $desk } موجود نہیں۔ کاؤنٹر کے اوپر نمبر دیکھیں۔
# $service (String): the code that is not known
refusal-unknown-service = سروس { $service } موجود نہیں۔ فہرست سے چنیں۔
refusal-unknown-ticket = یہ نمبر آج نہیں ہے۔ نیا نمبر لیں یا کسی کھلے کاؤنٹر پر پوچھیں۔
refusal-unknown-appointment = یہ کوڈ موجود نہیں، یا ملاقات کا وقت گزر گیا۔ کوڈ دیکھیں یا کسی کھلے کاؤنٹر پر پوچھیں۔
# $moment (String): day and time such as "Tuesday 24 November, 09:00"
refusal-appointment-later = آپ کی ملاقات { $moment } کو ہے۔ اسی وقت آئیں۔
# $desk (String): desk number
refusal-no-ticket-needed = نمبر کی ضرورت نہیں۔ کاؤنٹر { $desk } پر جائیں۔
# $moment (String): day and time such as "Tuesday 24 November, 09:00"
refusal-institution-away = یہ سروس ابھی بند ہے۔ { $moment } کو کھلے گی۔
refusal-institution-away-for-long = یہ سروس ابھی بند ہے۔ ابھی معلوم نہیں کب کھلے گا۔
# $moment (String): day and time such as "Tuesday 24 November, 09:00"
refusal-today-is-full = آج مزید نمبروں کے لیے وقت نہیں رہا۔ { $moment } کو آئیں۔
refusal-today-is-full-for-long = آج مزید نمبروں کے لیے وقت نہیں رہا۔ ابھی معلوم نہیں کب کھلے گا۔
refusal-not-here-today-for-long = یہ سروس آج نہیں ہے۔ ابھی معلوم نہیں کب کھلے گا۔
refusal-not-here-today = یہ سروس آج نہیں ہے۔ { $moment } کو آئیں۔
refusal-house-closed-for-long = یہ جگہ ابھی بند ہے۔ ابھی معلوم نہیں کب کھلے گا۔
refusal-house-closed = یہ جگہ ابھی بند ہے۔ { $moment } کو آئیں۔
# $desk (String): desk number; $service (String): a service's code
refusal-service-not-at-desk = کاؤنٹر { $desk } پر سروس { $service } نہیں ہوتی۔ کوئی اور سروس یا کاؤنٹر چنیں۔
# $desk (String): desk number
refusal-desk-closed = کاؤنٹر { $desk } بند ہے۔ پہلے اسے کھولیں۔
# $desk (String): desk number
refusal-desk-paused = کاؤنٹر { $desk } وقفے پر ہے۔ پہلے اسے کھولیں۔
# $desk (String): desk number; $ticket (String): ticket number such as "P 042"
refusal-desk-busy = کاؤنٹر { $desk } پر ابھی نمبر { $ticket } ہے۔ پہلے ختم کریں یا غیر حاضر لکھیں۔
# $desk (String): desk number
refusal-desk-has-nobody = کاؤنٹر { $desk } پر کوئی نہیں۔ پہلے اگلا نمبر بلائیں۔
# $ticket (String): ticket number such as "P 042"
refusal-already-serving = نمبر { $ticket } کاؤنٹر پر ہے۔ جب کام ہو جائے تو ختم کریں۔
# $ticket (String): ticket number such as "P 042"
refusal-not-serving = نمبر { $ticket } بلایا گیا، مگر ابھی کاؤنٹر پر نہیں۔ پہلے شروع کریں۔
# $desk (String): number of the desk
refusal-moved-on = کاؤنٹر { $desk } پر اب دوسرا نمبر ہے۔ دیکھیں کون ہے اور دوبارہ کوشش کریں۔
# $ticket (String): ticket number such as "P 042"
refusal-not-no-show = نمبر { $ticket } غیر حاضروں میں نہیں۔ صرف غیر حاضر نمبر قطار میں واپس آ سکتا ہے۔
# $ticket (String): ticket number such as "P 042"
refusal-not-waiting = نمبر { $ticket } اب انتظار میں نہیں۔ کسی کھلے کاؤنٹر پر پوچھیں۔
refusal-key-reused = یہ تصدیق پہلے استعمال ہو چکی۔ شروع پر جا کر دوبارہ کوشش کریں۔
refusal-day-full = آج کے نمبر ختم ہو گئے۔ کسی کھلے کاؤنٹر پر پوچھیں۔
refusal-not-saved = محفوظ نہ ہو سکا۔ دوبارہ کوشش کریں۔ نہ ہو تو کسی کھلے کاؤنٹر پر پوچھیں۔
refusal-busy = اس وقت بہت لوگ ہیں۔ تھوڑا انتظار کر کے دوبارہ کوشش کریں۔
refusal-away = سسٹم جواب نہیں دے رہا۔ تھوڑی دیر بعد دوبارہ کوشش کریں، یا کسی کھلے کاؤنٹر پر پوچھیں۔
