### What pages and calls answer when something is wrong with the request itself.

web-bad-input = 系统读不懂这个请求。请检查内容，再试一次。
web-not-signed-in = 请先用名字和PIN码登录。
web-wrong-pin = 名字或PIN码不对。请再试一次。
# $seconds (Number): how long to wait
web-too-many =
    { $seconds ->
       *[other] 试的次数太多了。请在{ $seconds }秒后再试。
    }
web-forbidden = 不能从这里发出这个请求。
web-https-only = 此地址只能用 https 访问。请在地址前加上 https://。
web-not-found-title = 找不到页面
web-not-found = 没有这个地址。请检查写得对不对。
web-wrong-method = 这个地址不能这样用。请返回，再试一次。
web-trouble-title = 没有成功
web-broken = 我们这边出了问题。请稍后再试，或到开放的窗口询问。
