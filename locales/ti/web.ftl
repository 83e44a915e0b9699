### What pages and calls answer when something is wrong with the request itself.

web-bad-input = ሕቶ ክንበብ ኣይተኻእለን። ሓበሬታ ርኣዩ እሞ እንደገና ፈትኑ።
web-not-signed-in = መጀመርታ ብስምን PINን ክትኣትዉ የድሊ።
web-wrong-pin = ስም ወይ PIN ልክዕ ኣይኮነን። እንደገና ፈትኑ።
# $seconds (Number): how long to wait
web-too-many =
    { $seconds ->
        [one] ብዙሕ ፈተነ ተገይሩ። ድሕሪ { $seconds } ካልኢት ፈትኑ።
       *[other] ብዙሕ ፈተነ ተገይሩ። ድሕሪ { $seconds } ካልኢት ፈትኑ።
    }
web-forbidden = እዚ ሕቶ ካብዚ ኣይፍቀድን።
web-not-found-title = ገጽ ኣይተረኽበን
web-not-found = እዚ ኣድራሻ የለን። ኣጸሓሕፍኡ ርኣዩ።
web-wrong-method = እዚ ኣድራሻ ከምዚ ኣይጥቀሙሉን። ንድሕሪት ተመሊስኩም ፈትኑ።
web-trouble-title = ኣይተዓወተን
web-broken = ብወገንና ጸገም ኣጋጢሙ። ጸኒሕኩም ፈትኑ ወይ ኣብ መቀበሊ ሕተቱ።
