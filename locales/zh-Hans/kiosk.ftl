### What stands on the glass.

## The start

kiosk-welcome = 欢迎
kiosk-choose-language = 请选择您的语言
# On a tile below all languages: leads to an interpreter
kiosk-language-missing = 这里没有我的语言
kiosk-no-paper = 现在没有纸。号码会显示在屏幕上，一样有效。

## On every screen

kiosk-language = 换语言
kiosk-back = 返回
kiosk-home = 首页
kiosk-done = 完成
kiosk-hub-gone = 现在不能取号。请到接待处询问。

## The menu

kiosk-choose-need = 您需要什么帮助？
kiosk-choose-leaf = 具体是什么事？
kiosk-private = 您的事项
kiosk-closed-now = 现在不开放

## Before the number

kiosk-desks =
    { $count ->
       *[other] 窗口
    }
kiosk-step-first = 先去
kiosk-step-then = 再去
kiosk-people-waiting =
    { $people ->
        [0] 没有人在等
       *[other] { $people }人在等
    }
kiosk-wait-range = 大约{ $low }到{ $high }分钟
kiosk-wait-up-to = 不到{ $high }分钟
kiosk-bring = 有的话，请带上：
kiosk-bring-nothing = 没有证件也可以来。
kiosk-take-number = 取号

## Without a number

kiosk-person-title = 请直接去窗口
kiosk-person-text = 不用取号。那里有人听您说。
kiosk-closed-title = 这个窗口现在不开放
kiosk-closed-next = 请在{ $moment }再来
kiosk-closed-for-long = 还不知道什么时候再开放。
kiosk-full-title = 今天没有名额了
kiosk-closed-help = 不能等吗？请到接待处询问：我们一起想别的办法。
kiosk-choose-other = 选别的
kiosk-opens-at = { $time }开放
kiosk-not-today = 今天不在
kiosk-full-now = 今天已满
kiosk-away-title = 这个窗口今天不在
kiosk-house-closed = 这里现在不开放
kiosk-no-desk-open = 还没有窗口开放
kiosk-desk-opens = 窗口{ $time }开放
kiosk-person-away = 这个窗口现在没有人
kiosk-call = 请拨打这个电话
kiosk-call-else = 没有人？请拨打{ $number }。
kiosk-hub-gone-alone = 现在不能取号。请稍等一下，再试一次。
kiosk-trouble-alone = 请稍等一下，再试一次。

## The number

kiosk-issuing = 请稍等，您的号码马上就来。
kiosk-number-title = 您的号码
kiosk-number-called = 轮到您了
kiosk-ahead =
    { $people ->
        [0] 您前面没有人
       *[other] 您前面有{ $people }人
    }
kiosk-slip-printing = 号码票正在打印。
kiosk-slip-slow = 号码票有点慢。请拍下屏幕，或记住号码。
kiosk-slip-printed = 请从下面取号码票。
kiosk-slip-unknown = 请取号码票。如果没有出来，请记住号码。
kiosk-slip-failed = 号码票出不来。请拍下屏幕，或记住号码：一样有效。
kiosk-print-slip = 现在打印小票
kiosk-address = 用手机扫码，看排队情况。

## Trouble

kiosk-trouble-title = 没能取到号码
kiosk-trouble-away = 系统没有反应。这不是您的错。
kiosk-trouble-not-saved = 号码没有保存好。这不是您的错。
kiosk-trouble-busy = 现在人很多。请稍等一下。
kiosk-trouble-help = 请再试一次，或者去接待处：我们在那里帮您。
kiosk-try-again = 再试一次

## Nobody has touched for a while

kiosk-still-there = 您还在这里吗？
kiosk-still-there-seconds =
    { $seconds ->
       *[other] { $seconds }秒后回到首页。
    }
kiosk-stay = 是的，我还在
# $number (String): the number called last, such as P 041
kiosk-last-called = 最近叫到的号码：{ $number }
kiosk-sooner = 我需要优先办理
kiosk-sooner-who = 怀孕、带小孩、残疾、生病、年纪大
kiosk-add-need = 我还需要别的帮助
kiosk-choose-also = 您还需要什么帮助？

## An appointment

kiosk-appointment = 我有预约
kiosk-appointment-title = 请输入您的预约码
kiosk-erase = 删除
kiosk-check-in = 我到了

## Leaving the queue

kiosk-leave = 退出排队
kiosk-leave-sure = 您要退出排队吗？
kiosk-leave-note = 不会再叫您的号码。
kiosk-leave-yes = 是的，退出排队
kiosk-leave-no = 不，继续排队
kiosk-left = 您已经不在排队了。
kiosk-left-more = 如果改变主意，请重新取号。

## Without a number, on paper

kiosk-print-this = 打印这些信息
kiosk-note-failed = 号码票出不来。请拍下屏幕。

## Counting, after the number: everybody may leave everything out

kiosk-tap-invite = 您愿意帮我们做个统计吗？
kiosk-tap-anonymous = 没有人知道您是谁。可以不回答。
kiosk-tap-skip = 不想回答
kiosk-tap-first = 您是第一次来这里吗？
kiosk-tap-first-yes = 是
kiosk-tap-first-no = 不是
kiosk-tap-gender = 您怎么描述自己的性别？
kiosk-tap-woman = 女性
kiosk-tap-man = 男性
kiosk-tap-other = 其他
kiosk-tap-age = 您今年多大？
# $years (String): such as 18
kiosk-tap-age-under = 不满{ $years }岁
# $low (String), $high (String): such as 18 and 24
kiosk-tap-age-range = { $low }到{ $high }岁
# $years (String): such as 65
kiosk-tap-age-over = { $years }岁或以上
kiosk-tap-status = 您在意大利有哪种证件？
kiosk-tap-asylum = 我申请了保护（难民）
kiosk-tap-protected = 我有难民或保护身份
kiosk-tap-permit = 我有别的居留
kiosk-tap-citizen = 意大利或欧盟国籍
kiosk-tap-none = 我还没有证件
