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
phone-wait-unknown = 窗口现在没有开。请不要走远。
# $numbers (String): one to three numbers, such as P 041, P 040
phone-last-called = 最近叫到的号码：{ $numbers }
# $desk (String): desk number
phone-called = 轮到您了。请去{ $desk }号窗口。
phone-called-more = 现在正等着您。
# $desk (String): desk number
phone-serving = 您在{ $desk }号窗口。
phone-no-show = 我们叫了您，但没有看到您。
phone-no-show-more = 请去接待处：可以用同一个号码重新排队。
phone-served = 办完了。谢谢您的到来。
phone-served-more = 还需要别的吗？请重新取号。
phone-withdrawn = 您已不在排队。
phone-withdrawn-more = 如果改变主意，请重新取号。
phone-leave = 退出排队
phone-leave-sure = 您要退出排队吗？
phone-leave-note = 您的号码将不再被叫到。
phone-leave-yes = 是，退出排队
phone-leave-no = 不，继续排队
phone-language = 语言
phone-not-live = 没有连接：页面可能不是最新的。请看大厅的屏幕。
phone-gone-title = 今天没有这个号码
phone-gone = 每个号码只在当天有效。如果需要帮助，请重新取号或询问接待处。
