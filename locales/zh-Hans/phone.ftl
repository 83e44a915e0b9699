### The visitor's own phone. Ticket and desk numbers come as texts with ASCII digits.

phone-your-number = 您的号码
phone-desk = 窗口
phone-desks = 窗口
phone-where = 去哪里
phone-next = 快轮到您了：您是下一位。
# $count (Number): people ahead
phone-ahead =
    { $count ->
       *[other] 您前面有{ $count }人。
    }
# $low (String), $high (Number): minutes
phone-wait =
    { $high ->
       *[other] 预计等待：{ $low }到{ $high }分钟。
    }
# $high (Number): minutes
phone-wait-short =
    { $high ->
       *[other] 预计等待：最多{ $high }分钟。
    }
phone-wait-unknown = 窗口现在不开放。请不要走远。
# $numbers (String): one to three numbers, such as P 041, P 040
phone-last-called = 最近叫到的号码：{ $numbers }
# $desk (String): desk number
phone-called = 轮到您了。请去{ $desk }号窗口。
phone-called-more = 工作人员正在等您。
# $desk (String): desk number
phone-serving = 您现在在{ $desk }号窗口。
phone-no-show = 我们叫过您，但没有看到您。
phone-no-show-more = 请去开放的窗口：可以用原来的号码重新排队。
phone-parked = 您的号码已为您保留
phone-parked-more = 缺的东西准备好后，请回到窗口，出示号码。
phone-served = 办完了。谢谢您过来。
phone-served-more = 还有别的事吗？请再取一个号。
phone-withdrawn = 您已经不在排队了。
phone-withdrawn-more = 如果改变主意，请重新取号。
# On a button; the next one when it was tapped.
phone-ring = 点这里：轮到您时手机会响
phone-ring-on = 手机会响：请不要关闭此页面
phone-ring-again = 手机现在不会响：点这里，它会再次响铃
# For a number that is not on the board: the staff fetch the person.
phone-quiet-called = 轮到您了：我们会过来找您，您可以留在原处。
phone-quiet-serving = 我们正在为您服务。
phone-taken-back = 刚才是误叫。请不要走远：我们会再叫您。
# The services of this number are offered no more.
phone-no-place = 没有窗口会自动叫这个号码。
phone-no-place-more = 请到任何一个开放的窗口出示号码：工作人员会帮助您。
phone-leave = 退出排队
phone-leave-sure = 您要退出排队吗？
phone-leave-note = 不会再叫您的号码。
phone-leave-yes = 是的，退出排队
phone-leave-no = 不，继续排队
phone-language = 语言
phone-not-live = 没有网络：这个页面可能不是最新的。请看大厅的大屏幕。
phone-quiet-not-live = 没有网络：这个页面可能不是最新的。我们仍会过来找您。
phone-gone-title = 今天没有这个号码
phone-gone = 每个号码只在当天有效。如果需要帮助，请重新取号，或到开放的窗口询问。
