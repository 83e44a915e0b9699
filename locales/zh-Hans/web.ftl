### What pages and calls answer when something is wrong with the request itself.

web-bad-input = 无法读取请求。请检查后再试一次。
web-not-signed-in = 请先用姓名和PIN登录。
web-wrong-pin = 姓名或PIN不正确。请再试一次。
# $seconds (Number): how long to wait
web-too-many =
    { $seconds ->
       *[other] 尝试次数太多。请在{ $seconds }秒后再试。
    }
web-forbidden = 不允许从这里提出这个请求。
web-not-found-title = 找不到页面
web-not-found = 没有这个地址。请检查写法。
web-wrong-method = 这个地址不能这样使用。请返回再试一次。
web-trouble-title = 没有成功
web-broken = 我们这边出了问题。请稍后再试，或询问接待处。
