### Why something can't be done, and what to do instead. For visitors and for staff.
### Ticket and desk numbers come as texts with ASCII digits.

refusal-no-need = لم يتم اختيار أي طلب. من فضلك اختر ما تحتاج إليه.
# $most (Number): how many may be chosen at once
refusal-too-many-needs =
    { $most ->
        [zero] لا يمكن اختيار أي طلب. اسأل في مكتب الاستقبال.
        [one] يمكن اختيار طلب واحد فقط. احذف الباقي.
        [two] يمكن اختيار طلبين على الأكثر. احذف الباقي.
        [few] يمكن اختيار { $most } طلبات على الأكثر. احذف الباقي.
        [many] يمكن اختيار { $most } طلبًا على الأكثر. احذف الباقي.
       *[other] يمكن اختيار { $most } طلب على الأكثر. احذف الباقي.
    }
# $need (String): the code that is not known
refusal-unknown-need = الطلب { $need } غير متوفر هنا. من فضلك اختر طلبًا آخر.
# $language (String): the tag that is not known
refusal-unknown-language = اللغة { $language } غير متوفرة هنا. اختر لغة من الشاشة.
# $desk (String): desk number
refusal-unknown-desk = لا يوجد شباك رقم { $desk }. تحقق من الرقم فوق الشباك.
# $service (String): the code that is not known
refusal-unknown-service = لا توجد خدمة { $service }. اختر خدمة من القائمة.
refusal-unknown-ticket = هذا الرقم غير موجود اليوم. خذ رقمًا جديدًا أو اسأل في مكتب الاستقبال.
# $desk (String): desk number
refusal-no-ticket-needed = لا تحتاج إلى رقم. اذهب إلى الشباك { $desk }.
# $moment (String): day and time such as "الثلاثاء 24 نوفمبر، الساعة 09:00"
refusal-institution-away = هذه الخدمة مغلقة الآن. تفتح يوم { $moment }. إذا كان الأمر عاجلًا فاسأل في مكتب الاستقبال.
refusal-institution-away-for-long = هذه الخدمة مغلقة الآن. اسأل في مكتب الاستقبال.
# $desk (String): desk number; $service (String): a service's code
refusal-service-not-at-desk = الشباك { $desk } لا يقدم الخدمة { $service }. اختر خدمة أخرى أو شباكًا آخر.
# $desk (String): desk number
refusal-desk-closed = الشباك { $desk } مغلق. افتحه أولًا.
# $desk (String): desk number
refusal-desk-paused = الشباك { $desk } متوقف مؤقتًا. افتحه أولًا.
# $desk (String): desk number; $ticket (String): ticket number such as "P 042"
refusal-desk-busy = الرقم { $ticket } ما زال عند الشباك { $desk }. أنهِ الخدمة أولًا أو سجّل أنه لم يحضر.
# $desk (String): desk number
refusal-desk-has-nobody = لا أحد عند الشباك { $desk }. نادِ الرقم التالي أولًا.
# $ticket (String): ticket number such as "P 042"
refusal-already-serving = الرقم { $ticket } عند الشباك بالفعل. أنهِ الخدمة عندما تنتهي.
# $ticket (String): ticket number such as "P 042"
refusal-not-serving = تم نداء الرقم { $ticket } ولم يصل بعد إلى الشباك. ابدأ الخدمة أولًا.
# $desk (String): number of the desk
refusal-moved-on = يوجد الآن رقم آخر عند الشباك { $desk }. انظر من هناك وحاول مرة أخرى.
# $ticket (String): ticket number such as "P 042"
refusal-not-no-show = الرقم { $ticket } ليس بين الغائبين. الغائب فقط يمكن أن يعود إلى الانتظار.
# $ticket (String): ticket number such as "P 042"
refusal-not-waiting = الرقم { $ticket } لم يعد في الانتظار. انظر إلى اللوحة أو اسأل في مكتب الاستقبال.
refusal-key-reused = استُخدم هذا التأكيد من قبل لطلب آخر. ارجع إلى البداية وحاول مرة أخرى.
refusal-day-full = انتهت الأرقام لهذا اليوم. اسأل في مكتب الاستقبال.

refusal-not-saved = لم يتم الحفظ. حاول مرة أخرى. إذا لم ينجح ذلك فاسأل في مكتب الاستقبال.
refusal-busy = يوجد عدد كبير من الناس الآن. انتظر قليلًا وحاول مرة أخرى.
refusal-away = النظام لا يستجيب. انتظر قليلًا وحاول مرة أخرى، أو اسأل في مكتب الاستقبال.
