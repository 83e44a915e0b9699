### What pages and calls answer when something is wrong with the request itself.

web-bad-input = ሕቶኹም ክንበብ ኣይተኻእለን። ዝጸሓፍኩምዎ ርኣዩ እሞ ደጊምኩም ፈትኑ።
web-not-signed-in = መጀመርታ ብስምን PINን ክትኣትዉ የድሊ።
web-wrong-pin = ስም ወይ PIN ልክዕ ኣይኮነን። ደጊምኩም ፈትኑ።
# $seconds (Number): how long to wait
web-too-many =
    { $seconds ->
        [one] ብዙሕ ግዜ ፈቲንኩም። ድሕሪ { $seconds } ሰከንድ ደጊምኩም ፈትኑ።
       *[other] ብዙሕ ግዜ ፈቲንኩም። ድሕሪ { $seconds } ሰከንድ ደጊምኩም ፈትኑ።
    }
web-forbidden = እዚ ሕቶ ካብዚ ኣይፍቀድን እዩ።
web-https-only = እዚ ኣድራሻ ብ https ጥራይ ይሰርሕ። ቅድሚ ኣድራሻ https:// ጽሓፉ።
web-not-found-title = ገጽ ኣይተረኽበን
web-not-found = እዚ ኣድራሻ የለን። ከመይ ከም ዝተጻሕፈ ርኣዩ።
web-wrong-method = ነዚ ኣድራሻ ብኸምዚ ምጥቃም ኣይከኣልን። ንድሕሪት ተመሊስኩም ፈትኑ።
web-trouble-title = ኣይሰርሐን
web-broken = ብወገንና ጸገም ኣጋጢሙ። ቁሩብ ጸኒሕኩም ፈትኑ፣ ወይ ኣብ ክፉት መስኮት ሕተቱ።
