### Why something can't be done, and what to do instead. For visitors and for staff.
### Ticket and desk numbers come as texts with ASCII digits.

refusal-no-need = لم يتم اختيار أي طلب. الرجاء اختيار طلب.
# $most (Number): how many may be chosen at once
refusal-too-many-needs =
    { $most ->
        [zero] لا يمكن اختيار أي طلب. يمكنك السؤال عند أي شباك مفتوح.
        [one] يمكن اختيار طلب واحد فقط. الرجاء حذف الباقي.
        [two] يمكن اختيار طلبين على الأكثر. الرجاء حذف الباقي.
        [few] يمكن اختيار { $most } طلبات على الأكثر. الرجاء حذف الباقي.
        [many] يمكن اختيار { $most } طلبًا على الأكثر. الرجاء حذف الباقي.
       *[other] يمكن اختيار { $most } طلب على الأكثر. الرجاء حذف الباقي.
    }
# $need (String): the code that is not known
refusal-unknown-need = الطلب { $need } غير متوفر هنا. الرجاء اختيار طلب آخر.
# $language (String): the tag that is not known
refusal-unknown-language = اللغة { $language } غير متوفرة هنا. الرجاء اختيار لغة من الشاشة.
# $desk (String): desk number
refusal-unknown-desk = لا يوجد شباك رقم { $desk }. الرقم الصحيح مكتوب فوق الشباك.
# $service (String): the code that is not known
refusal-unknown-service = لا توجد خدمة { $service }. الرجاء اختيار خدمة من القائمة.
refusal-unknown-ticket = هذا الرقم غير موجود اليوم. يمكنك أخذ رقم جديد أو السؤال عند أي شباك مفتوح.
refusal-unknown-appointment = هذا الرمز غير موجود، أو الموعد قد مضى. الرجاء التحقق من الرمز أو السؤال عند أي شباك مفتوح.
# $moment (String): day and time such as "الثلاثاء 24 نوفمبر، الساعة 09:00"
refusal-appointment-later = موعدك يوم { $moment }. الرجاء العودة في ذلك الوقت.
# $desk (String): desk number
refusal-no-ticket-needed = لا حاجة إلى رقم. يمكنك الذهاب إلى الشباك { $desk }.
# $moment (String): day and time such as "الثلاثاء 24 نوفمبر، الساعة 09:00"
refusal-institution-away = هذه الخدمة مغلقة الآن. تُفتح يوم { $moment }.
refusal-institution-away-for-long = هذه الخدمة مغلقة الآن. لا نعرف بعد متى يُفتح.
# $moment (String): day and time such as "الثلاثاء 24 نوفمبر، الساعة 09:00"
refusal-today-is-full = لم يبقَ وقت لأرقام أخرى اليوم. يُفتح يوم { $moment }.
refusal-today-is-full-for-long = لم يبقَ وقت لأرقام أخرى اليوم. لا نعرف بعد متى يُفتح.
refusal-not-here-today-for-long = هذه الخدمة غير متوفرة اليوم. لا نعرف بعد متى يُفتح.
refusal-not-here-today = هذه الخدمة غير متوفرة اليوم. يُفتح يوم { $moment }.
refusal-house-closed-for-long = المكان مغلق الآن. لا نعرف بعد متى يُفتح.
refusal-house-closed = المكان مغلق الآن. يُفتح يوم { $moment }.
# $desk (String): desk number; $service (String): a service's code
refusal-service-not-at-desk = الشباك { $desk } لا يقدم الخدمة { $service }. الرجاء اختيار خدمة أخرى أو شباك آخر.
# $desk (String): desk number
refusal-desk-closed = الشباك { $desk } مغلق. يجب فتحه أولًا.
# $desk (String): desk number
refusal-desk-paused = الشباك { $desk } متوقف مؤقتًا. يجب فتحه أولًا.
# $desk (String): desk number; $ticket (String): ticket number such as "P 042"
refusal-desk-busy = الرقم { $ticket } ما زال عند الشباك { $desk }. يجب أولًا إنهاء الخدمة أو تسجيل الغياب.
# $desk (String): desk number
refusal-desk-has-nobody = لا أحد عند الشباك { $desk }. يجب نداء الرقم التالي أولًا.
# $ticket (String): ticket number such as "P 042"
refusal-already-serving = الرقم { $ticket } عند الشباك بالفعل. الرجاء إنهاء الخدمة في آخر اللقاء.
# $ticket (String): ticket number such as "P 042"
refusal-not-serving = تم نداء الرقم { $ticket } ولم يصل بعد إلى الشباك. يجب بدء الخدمة أولًا.
# $desk (String): number of the desk
refusal-moved-on = يوجد الآن رقم آخر عند الشباك { $desk }. الرجاء التحقق منه ثم المحاولة مرة أخرى.
# $ticket (String): ticket number such as "P 042"
refusal-not-no-show = الرقم { $ticket } ليس بين الغائبين. الغائب فقط يمكن أن يعود إلى الانتظار.
# $ticket (String): ticket number such as "P 042"
refusal-not-waiting = الرقم { $ticket } لم يعد في الانتظار. يمكنك السؤال عند أي شباك مفتوح.
refusal-key-reused = استُخدم هذا التأكيد من قبل لطلب آخر. الرجاء العودة إلى البداية والمحاولة مرة أخرى.
refusal-day-full = انتهت أرقام اليوم. يمكنك السؤال عند أي شباك مفتوح.

refusal-not-saved = لم يتم الحفظ. الرجاء المحاولة مرة أخرى. إن لم ينجح ذلك فيمكنك السؤال عند أي شباك مفتوح.
refusal-busy = هناك ازدحام الآن. الرجاء الانتظار قليلًا ثم المحاولة مرة أخرى.
refusal-away = النظام لا يجيب. الرجاء الانتظار قليلًا ثم المحاولة، أو السؤال عند أي شباك مفتوح.
