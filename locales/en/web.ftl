### What pages and calls answer when something is wrong with the request itself.

web-bad-input = The request could not be read. Check the data and try again.
web-not-signed-in = Sign in with name and PIN first.
web-wrong-pin = The name or the PIN is not right. Try again.
# $seconds (Number): how long to wait
web-too-many =
    { $seconds ->
        [one] Too many attempts. Try again in { $seconds } second.
       *[other] Too many attempts. Try again in { $seconds } seconds.
    }
web-forbidden = This request is not allowed from here.
web-https-only = This address works with https only. Write https:// before it.
web-not-found-title = Page not found
web-not-found = This address does not exist. Check how it is written.
web-wrong-method = This address can’t be used in this way. Go back and try again.
web-trouble-title = That did not work
web-broken = Something went wrong on our side. Please try again in a moment, or ask at any open desk.
