### What stands on the glass.

## The start

kiosk-welcome = እንቋዕ ብደሓን መጻእኩም
kiosk-choose-language = ቋንቋኹም ምረጹ
# On a tile below all languages: leads to an interpreter
kiosk-language-missing = ቋንቋይ የለን

## On every screen

kiosk-language = ቋንቋ ቀይሩ
kiosk-back = ንድሕሪት
kiosk-home = መጀመርታ
kiosk-done = ወዲአ
kiosk-hub-gone = ሕጂ ቁጽሪ ክውሰድ ኣይከኣልን። ኣብ መቀበሊ ሕተቱ።

## The menu

kiosk-choose-need = እንታይ የድልየኩም፧
kiosk-choose-leaf = ብልክዕ እንታይ፧
kiosk-closed-now = ሕጂ ዕጹው

## Before the number

kiosk-desks =
    { $count ->
        [one] መስኮት
       *[other] መሳኹቲ
    }
kiosk-step-first = መጀመርታ
kiosk-step-then = ድሕሪኡ
kiosk-people-waiting =
    { $people ->
        [0] ዝጽበ ሰብ የለን
        [one] { $people } ሰብ ይጽበ ኣሎ
       *[other] { $people } ሰባት ይጽበዩ ኣለዉ
    }
kiosk-wait-range = ካብ { $low } ክሳብ { $high } ደቒቕ ኣቢሉ
kiosk-wait-up-to = ትሕቲ { $high } ደቒቕ
kiosk-bring = እንተሃልይኩም ኣምጽኡ:
kiosk-bring-nothing = ብዘይ ሰነድ እውን ክትመጹ ትኽእሉ።
kiosk-take-number = ቁጽሪ ውሰዱ

## Without a number

kiosk-person-title = ብቐጥታ ናብ መስኮት ኪዱ
kiosk-person-text = ቁጽሪ ኣየድልን። ሰብ ክሰምዓኩም እዩ።
kiosk-understood = ተረዲኡኒ
kiosk-closed-title = እዚ መስኮት ሕጂ ዕጹው እዩ
kiosk-closed-next = { $moment } ምጹ
kiosk-closed-for-long = መዓስ ከም ዝኽፈት ገና ኣይተፈልጠን።
kiosk-closed-help = ክትጽበዩ ኣይትኽእሉን፧ ኣብ መቀበሊ ሕተቱ: ካልእ መንገዲ ክንረክብ ኢና።
kiosk-choose-other = ካልእ ምረጹ

## The number

kiosk-issuing = ሓንሳብ ጽንሑ፣ ቁጽርኹም ይመጽእ ኣሎ።
kiosk-number-title = ቁጽርኹም
kiosk-number-called = ተራኹም እዩ
kiosk-ahead =
    { $people ->
        [0] ቅድሜኹም ሰብ የለን
        [one] ቅድሜኹም { $people } ሰብ
       *[other] ቅድሜኹም { $people } ሰባት
    }
kiosk-then = ድሕሪኡ: { $label } { $desks }፣ { $room }
kiosk-slip-printing = ወረቐት ይወጽእ ኣሎ።
kiosk-slip-slow = ወረቐት ደንጕዩ። ስክሪን ስኣሉ ወይ ቁጽሪ ዘክሩ።
kiosk-slip-printed = ወረቐት ካብ ታሕቲ ውሰዱ።
kiosk-slip-unknown = ወረቐት ውሰዱ። እንተዘይወጺኡ ቁጽሪ ዘክሩ።
kiosk-slip-failed = ወረቐት ኣይወጸን። ስክሪን ስኣሉ ወይ ቁጽሪ ዘክሩ: ሓደ እዩ።
kiosk-address = ኮድ ብተሌፎን ስኣሉ: ሪጋ ኣብ ተሌፎን ርኣዩ።

## Trouble

kiosk-trouble-title = ቁጽሪ ኣይመጸን
kiosk-trouble-away = ስርዓት መልሲ ኣይህብን ኣሎ። ጌጋኹም ኣይኮነን።
kiosk-trouble-not-saved = ቁጽሪ ኣይተዓቀበን። ጌጋኹም ኣይኮነን።
kiosk-trouble-busy = ሕጂ ብዙሕ ሰብ ኣሎ። ቁሩብ ተጸበዩ።
kiosk-trouble-help = እንደገና ፈትኑ ወይ ናብ መቀበሊ ኪዱ: ኣብኡ ክንሕግዘኩም ኢና።
kiosk-try-again = እንደገና ፈትኑ

## Nobody has touched for a while

kiosk-still-there = ክሳብ ሕጂ ኣለኹም ዶ፧
kiosk-still-there-seconds =
    { $seconds ->
        [one] ድሕሪ { $seconds } ካልኢት ናብ መጀመርታ ይምለስ።
       *[other] ድሕሪ { $seconds } ካልኢት ናብ መጀመርታ ይምለስ።
    }
kiosk-stay = እወ፣ ኣለኹ
