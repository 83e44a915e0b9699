### What stands on the glass.

## The start

kiosk-welcome = እንቋዕ ብደሓን መጻእኩም
kiosk-choose-language = ቋንቋኹም ምረጹ
# On a tile below all languages: leads to an interpreter
kiosk-language-missing = ቋንቋይ ኣብዚ የለን
kiosk-no-paper = ሕጂ ወረቐት የለን። ቁጽሪ ኣብ ስክሪን ይርአ፣ ንሱ ይኣክል እዩ።

## On every screen

kiosk-language = ቋንቋ ቀይሩ
kiosk-back = ንድሕሪት
kiosk-home = መጀመርታ
kiosk-done = ወዲአ
kiosk-hub-gone = ሕጂ ቁጽሪ ክትወስዱ ኣይትኽእሉን። ኣብ መቐበሊ ኣጋይሽ ሕተቱ።

## The menu

kiosk-choose-need = እንታይ የድልየኩም፧
kiosk-choose-leaf = ብልክዕ እንታይ፧
kiosk-private = ሕቶኹም
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
kiosk-wait-range = ኣስታት { $low } ክሳብ { $high } ደቓይቕ
kiosk-wait-up-to = ትሕቲ { $high } ደቓይቕ
kiosk-bring = እንተኽኢልኩም ኣምጽኡ፦
kiosk-bring-nothing = ብዘይ ሰነድ እውን ክትመጹ ትኽእሉ።
kiosk-take-number = ቁጽሪ ውሰዱ

## Without a number

kiosk-person-title = ብቐጥታ ናብ መስኮት ኪዱ
kiosk-person-text = ቁጽሪ ኣየድልን። ዝሰምዓኩም ሰብ ኣሎ።
kiosk-closed-title = እዚ መስኮት ሕጂ ዕጹው እዩ
kiosk-closed-next = { $moment } ተመለሱ
kiosk-closed-for-long = መዓስ ከም ዝኽፈት ገና ኣይተፈልጠን።
kiosk-full-title = ንሎሚ ቦታ ተወዲኡ
kiosk-closed-help = ክትጽበዩ ኣይትኽእሉን፧ ኣብ መቐበሊ ኣጋይሽ ሕተቱ። ካልእ መንገዲ ክንረክብ ኢና።
kiosk-choose-other = ካልእ ምረጹ
kiosk-opens-at = ሰዓት { $time } ይኽፈት
kiosk-not-today = ሎሚ የለን
kiosk-full-now = ሎሚ መሊኡ
kiosk-away-title = እዚ መስኮት ሎሚ የለን
kiosk-house-closed = እዚ ቦታ ሕጂ ዕጹው እዩ
kiosk-no-desk-open = ገና ዝተኸፍተ መስኮት የለን
kiosk-desk-opens = መስኮት ሰዓት { $time } ይኽፈት
kiosk-person-away = ሕጂ ኣብዚ መስኮት ሰብ የለን
kiosk-call = ናብዚ ቁጽሪ ደውሉ
kiosk-call-else = ሰብ የለን፧ ናብ { $number } ደውሉ።
kiosk-hub-gone-alone = ሕጂ ቁጽሪ ክትወስዱ ኣይትኽእሉን። ቁሩብ ተጸቢኹም ደጊምኩም ፈትኑ።
kiosk-trouble-alone = ቁሩብ ተጸቢኹም ደጊምኩም ፈትኑ።

## The number

kiosk-issuing = ሓንሳብ ተጸበዩ፣ ቁጽርኹም ይመጽእ ኣሎ።
kiosk-number-title = ቁጽርኹም
kiosk-number-called = ተራኹም እዩ
kiosk-ahead =
    { $people ->
        [0] ቅድሜኹም ሰብ የለን
        [one] ቅድሜኹም { $people } ሰብ ኣሎ
       *[other] ቅድሜኹም { $people } ሰባት ኣለዉ
    }
kiosk-slip-printing = ወረቐትኩም ይወጽእ ኣሎ።
kiosk-slip-slow = ወረቐት ገና ኣይወጸን። ስክሪን ብተሌፎን ስኣሉ፣ ወይ ቁጽርኹም ኣይትረስዑ።
kiosk-slip-printed = ወረቐትኩም ካብ ታሕቲ ውሰዱ።
kiosk-slip-unknown = ወረቐትኩም ውሰዱ። እንተዘይወጺኡ፣ ቁጽርኹም ኣይትረስዑ።
kiosk-slip-failed = ወረቐት ኣይወጸን። ስክሪን ብተሌፎን ስኣሉ፣ ወይ ቁጽርኹም ኣይትረስዑ። ብዘይ ወረቐት እውን ይሰርሕ እዩ።
kiosk-print-slip = ወረቐት ሕጂ ሕተሙ
kiosk-address = ነዚ ኮድ ብተሌፎን ስኣሉ። ሪጋ ኣብ ተሌፎን ተኸታተሉ።

## Trouble

kiosk-trouble-title = ቁጽሪ ኣይመጸን
kiosk-trouble-away = ሲስተም ኣይሰርሕን ኣሎ። ጌጋ ናትኩም ኣይኮነን።
kiosk-trouble-not-saved = ቁጽሪ ኣይተመዝገበን። ጌጋ ናትኩም ኣይኮነን።
kiosk-trouble-busy = ሕጂ ብዙሕ ሰብ ኣሎ። ቁሩብ ተጸበዩ።
kiosk-trouble-help = ደጊምኩም ፈትኑ፣ ወይ ናብ መቐበሊ ኣጋይሽ ኪዱ። ኣብኡ ክንሕግዘኩም ኢና።
kiosk-try-again = ደጊምኩም ፈትኑ

## Nobody has touched for a while

kiosk-still-there = ገና ኣብዚ ኣለኹም ዶ፧
kiosk-still-there-seconds =
    { $seconds ->
        [one] ድሕሪ { $seconds } ሰከንድ ናብ መጀመርታ ክንምለስ ኢና።
       *[other] ድሕሪ { $seconds } ሰከንድ ናብ መጀመርታ ክንምለስ ኢና።
    }
kiosk-stay = እወ፣ ኣብዚ ኣለኹ
# $number (String): the number called last, such as P 041
kiosk-last-called = ኣብ መወዳእታ ዝተጸውዐ ቁጽሪ፦ { $number }
kiosk-sooner = ቅድሚ ካልኦት ተራ የድልየኒ
kiosk-sooner-who = ጥንሲ፣ ንኣሽቱ ቆልዑ፣ ስንክልና፣ ሕማም፣ እርጋን
kiosk-add-need = ካልእ እውን የድልየኒ
kiosk-choose-also = ካልእ እንታይ የድልየኩም፧

## An appointment

kiosk-appointment = ቆጸራ ኣለኒ
kiosk-appointment-title = ናይ ቆጸራኹም ኮድ ጽሓፉ
kiosk-erase = ደምስሱ
kiosk-check-in = መጺአ ኣለኹ

## Leaving the queue

kiosk-leave = ካብ ሪጋ ውጹ
kiosk-leave-sure = ካብ ሪጋ ክትወጹ ትደልዩ ዶ፧
kiosk-leave-note = ድሕሪ ሕጂ ቁጽርኹም ኣይክጽዋዕን እዩ።
kiosk-leave-yes = እወ፣ ካብ ሪጋ እወጽእ
kiosk-leave-no = ኣይፋል፣ ኣብ ሪጋ እጸንሕ
kiosk-left = ካብ ሪጋ ወጺእኩም ኣለኹም።
kiosk-left-more = ሓሳብኩም እንተቐይርኩም፣ ሓድሽ ቁጽሪ ውሰዱ።

## Without a number, on paper

kiosk-print-this = ነዚ ሓበሬታ ኣብ ወረቐት ሕተሙ
kiosk-note-failed = ወረቐት ኣይወጸን። ስክሪን ብተሌፎን ስኣሉ።

## Counting, after the number: everybody may leave everything out

kiosk-tap-invite = ኣብ ምቑጻር ትሕግዙና ዶ፧
kiosk-tap-anonymous = ንስኹም ምዃንኩም ዝፈልጥ የለን። መልሲ ምሃብ ግድን ኣይኮነን።
kiosk-tap-skip = መልሲ ኣይህብን
kiosk-tap-first = ናብዚ ንመጀመርታ ግዜ ዲኹም መጺእኩም፧
kiosk-tap-first-yes = እወ
kiosk-tap-first-no = ኣይፋል
kiosk-tap-gender = ንነብስኹም ብኸመይ ትገልጹ፧
kiosk-tap-woman = ጓል ኣንስተይቲ
kiosk-tap-man = ወዲ ተባዕታይ
kiosk-tap-other = ብኻልእ መንገዲ
kiosk-tap-age = ዕድመኹም ክንደይ እዩ፧
# $years (String): such as 18
kiosk-tap-age-under = ትሕቲ { $years }
# $low (String), $high (String): such as 18 and 24
kiosk-tap-age-range = ካብ { $low } ክሳብ { $high }
# $years (String): such as 65
kiosk-tap-age-over = { $years } ወይ ልዕሊኡ
kiosk-tap-status = ኣብ ጣልያን ብኣየኖት ሰነዳት ትነብሩ፧
kiosk-tap-asylum = ዑቕባ ሓቲተ ኣለኹ
kiosk-tap-protected = ዑቕባ ተዋሂቡኒ
kiosk-tap-permit = ካልእ ዓይነት መንበሪ ፍቓድ ኣለኒ
kiosk-tap-citizen = ዜግነት ጣልያን ወይ ኤውሮጳ
kiosk-tap-none = ክሳብ ሕጂ ሰነድ የብለይን
