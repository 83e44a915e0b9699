### Why something can't be done, and what to do instead. For visitors and for staff.
### Ticket and desk numbers come as texts with ASCII digits.

refusal-no-need = 您还没有选。请选一项。
# $most (Number): how many may be chosen at once
refusal-too-many-needs =
    { $most ->
       *[other] 最多可以选{ $most }项。请去掉几项。
    }
# $need (String): the code that is not known
refusal-unknown-need = 这里没有{ $need }这一项。请选别的。
# $language (String): the tag that is not known
refusal-unknown-language = 这里没有{ $language }这种语言。请在屏幕上选一种语言。
# $desk (String): desk number
refusal-unknown-desk = 没有{ $desk }号窗口。请看清窗口上方的号码。
# $service (String): the code that is not known
refusal-unknown-service = 没有{ $service }这项服务。请从列表中选择。
refusal-unknown-ticket = 今天没有这个号码。请重新取号，或到开放的窗口询问。
refusal-unknown-appointment = 没有这个预约码，或预约时间已过。请检查预约码，或到开放的窗口询问。
# $moment (String): day and time such as "Tuesday 24 November, 09:00"
refusal-appointment-later = 您的预约时间是{ $moment }。请到时再来。
# $desk (String): desk number
refusal-no-ticket-needed = 不用取号。请去{ $desk }号窗口。
# $moment (String): day and time such as "Tuesday 24 November, 09:00"
refusal-institution-away = 这项服务现在不开放。{ $moment }再开放。
refusal-institution-away-for-long = 这项服务现在不开放。还不知道什么时候再开放。
# $moment (String): day and time such as "Tuesday 24 November, 09:00"
refusal-today-is-full = 今天没有时间再发号了。请在{ $moment }再来。
refusal-today-is-full-for-long = 今天没有时间再发号了。还不知道什么时候再开放。
refusal-not-here-today-for-long = 这项服务今天不在。还不知道什么时候再开放。
refusal-not-here-today = 这项服务今天不在。请在{ $moment }再来。
refusal-house-closed-for-long = 这里现在不开放。还不知道什么时候再开放。
refusal-house-closed = 这里现在不开放。请在{ $moment }再来。
# $desk (String): desk number; $service (String): a service's code
refusal-service-not-at-desk = { $desk }号窗口不能办理{ $service }。请选别的服务或别的窗口。
# $desk (String): desk number
refusal-desk-closed = { $desk }号窗口已关闭。请先开启。
# $desk (String): desk number
refusal-desk-paused = { $desk }号窗口暂停中。请先开启。
# $desk (String): desk number; $ticket (String): ticket number such as "P 042"
refusal-desk-busy = { $desk }号窗口还有号码{ $ticket }。请先结束，或标记为未到。
# $desk (String): desk number
refusal-desk-has-nobody = { $desk }号窗口没有人。请先叫下一个号码。
# $ticket (String): ticket number such as "P 042"
refusal-already-serving = 号码{ $ticket }已经在窗口。办完后请结束。
# $ticket (String): ticket number such as "P 042"
refusal-not-serving = 号码{ $ticket }已经叫了，但还没到窗口。请先开始。
# $desk (String): number of the desk
refusal-moved-on = { $desk }号窗口现在是另一个号码。请看清是谁，再试一次。
# $ticket (String): ticket number such as "P 042"
refusal-not-no-show = 号码{ $ticket }没有标记为未到。只有未到的号码可以重新排队。
# $ticket (String): ticket number such as "P 042"
refusal-not-waiting = 号码{ $ticket }已经不在排队。请到开放的窗口询问。
refusal-key-reused = 这次确认已经用在别的事上。请回到首页，再试一次。
refusal-day-full = 今天的号码已经发完。请到开放的窗口询问。

refusal-not-saved = 没能保存。请再试一次。如果还不行，请到开放的窗口询问。
refusal-busy = 现在人很多。请稍等一下，再试一次。
refusal-away = 系统没有反应。请稍等一下再试，或到开放的窗口询问。
