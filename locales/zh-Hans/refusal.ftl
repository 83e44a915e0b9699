### Why something can't be done, and what to do instead. For visitors and for staff.
### Ticket and desk numbers come as texts with ASCII digits.

refusal-no-need = 没有选择任何事项。请选一项。
# $most (Number): how many may be chosen at once
refusal-too-many-needs =
    { $most ->
       *[other] 最多可以选{ $most }项。请去掉一些。
    }
# $need (String): the code that is not known
refusal-unknown-need = 这里没有{ $need }。请选其他的。
# $language (String): the tag that is not known
refusal-unknown-language = 这里没有{ $language }这种语言。请在屏幕上选一种语言。
# $desk (String): desk number
refusal-unknown-desk = 没有{ $desk }号窗口。请看窗口上面的号码。
# $service (String): the code that is not known
refusal-unknown-service = 没有{ $service }这项服务。请从列表中选择。
refusal-unknown-ticket = 今天没有这个号码。请重新取号或询问接待处。
# $desk (String): desk number
refusal-no-ticket-needed = 不需要号码。请去{ $desk }号窗口。
# $moment (String): day and time such as "Tuesday 24 November, 09:00"
refusal-institution-away = 这项服务现在关闭。{ $moment }开放。如果着急，请询问接待处。
refusal-institution-away-for-long = 这项服务现在关闭。请询问接待处。
# $desk (String): desk number; $service (String): a service's code
refusal-service-not-at-desk = { $desk }号窗口不能办理{ $service }。请选其他服务或其他窗口。
# $desk (String): desk number
refusal-desk-closed = { $desk }号窗口关闭。请先打开。
# $desk (String): desk number
refusal-desk-paused = { $desk }号窗口暂停。请先打开。
# $desk (String): desk number; $ticket (String): ticket number such as "P 042"
refusal-desk-busy = { $desk }号窗口还有号码{ $ticket }。请先结束或标记未到。
# $desk (String): desk number
refusal-desk-has-nobody = { $desk }号窗口没有人。请先叫下一个号码。
# $ticket (String): ticket number such as "P 042"
refusal-already-serving = 号码{ $ticket }已在窗口。办完后请结束。
# $ticket (String): ticket number such as "P 042"
refusal-not-serving = 号码{ $ticket }已被叫到，但还没到窗口。请先开始。
# $desk (String): number of the desk
refusal-moved-on = { $desk }号窗口现在是另一个号码。请看清后再试一次。
# $ticket (String): ticket number such as "P 042"
refusal-not-no-show = 号码{ $ticket }不在未到者中。只有未到者可以重新排队。
# $ticket (String): ticket number such as "P 042"
refusal-not-waiting = 号码{ $ticket }已不在等待。请看大屏幕或询问接待处。
refusal-key-reused = 这个确认已用于其他事项。请回到首页再试一次。
refusal-day-full = 今天的号码已经发完。请询问接待处。
refusal-not-saved = 无法保存。请再试一次。如果还不行，请询问接待处。
refusal-busy = 现在人很多。请稍等后再试。
refusal-away = 系统没有反应。请稍等后再试，或询问接待处。
