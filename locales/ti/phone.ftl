### The visitor's own phone. Ticket and desk numbers come as texts with ASCII digits.

phone-your-number = ቁጽርኹም
phone-desk = መስኮት
phone-desks = መሳኹቲ
phone-where = ናበይ ትኸዱ
phone-next = ተራኹም ቀሪቡ። ዝቕጽል ተራ ናትኩም እዩ።
# $count (Number): people ahead
phone-ahead =
    { $count ->
        [one] ቅድሜኹም { $count } ሰብ ኣሎ።
       *[other] ቅድሜኹም { $count } ሰባት ኣለዉ።
    }
# $low (String), $high (Number): minutes
phone-wait =
    { $high ->
        [one] ግዜ ምጽባይ፦ ካብ { $low } ክሳብ { $high } ደቒቕ።
       *[other] ግዜ ምጽባይ፦ ካብ { $low } ክሳብ { $high } ደቓይቕ።
    }
# $high (Number): minutes
phone-wait-short =
    { $high ->
        [one] ግዜ ምጽባይ፦ እንተበዝሐ { $high } ደቒቕ።
       *[other] ግዜ ምጽባይ፦ እንተበዝሐ { $high } ደቓይቕ።
    }
phone-wait-unknown = መስኮት ሕጂ ክፉት ኣይኮነን። ኣብዚ ከባቢ ጽንሑ።
# $numbers (String): one to three numbers, such as P 041, P 040
phone-last-called = ኣብ መወዳእታ ዝተጸውዑ ቁጽርታት፦ { $numbers }
# $desk (String): desk number
phone-called = ተራኹም እዩ። ናብ መስኮት { $desk } ኪዱ።
phone-called-more = ሕጂ ይጽበዩኹም ኣለዉ።
# $desk (String): desk number
phone-serving = ኣብ መስኮት { $desk } ኣለኹም።
phone-no-show = ጸዊዕናኩም፣ ግን ኣይረኣናኩምን።
phone-no-show-more = ናብ ክፉት መስኮት ኪዱ። በቲ ባዕሉ ቁጽሪ ናብ ሪጋ ክመልሱኹም ይኽእሉ።
phone-parked = ቁጽርኹም ተዓቂቡ ኣሎ
phone-parked-more = ዝጎደለ ነገር ምስ ረኸብኩም፣ ናብ መስኮት ተመሊስኩም ቁጽሪ ኣርእዩ።
phone-served = ወዲእና። ስለ ዝመጻእኩም የቐንየልና።
phone-served-more = ካልእ የድልየኩም ዶ፧ ሓድሽ ቁጽሪ ውሰዱ።
phone-withdrawn = ካብ ሪጋ ወጺእኩም ኣለኹም።
phone-withdrawn-more = ሓሳብኩም እንተቐይርኩም፣ ሓድሽ ቁጽሪ ውሰዱ።
# On a button; the next one when it was tapped.
phone-ring = ኣብዚ ጠውቑ፦ ተራኹም ምስ በጽሐ ተሌፎን ክትድውል እያ
phone-ring-on = ተሌፎን ክትድውል እያ፦ እዛ ገጽ ኣይትዕጸውዋ
phone-ring-again = ሕጂ ተሌፎን ኣይትድውልን እያ፦ ኣብዚ ጠውቑ፣ እንደገና ክትድውል እያ
# For a number that is not on the board: the staff fetch the person.
phone-quiet-called = ተራኹም በጺሑ። ንሕና ናባኹም ክንመጽእ ኢና፣ ኣብ ቦታኹም ጽንሑ።
phone-quiet-serving = ሕጂ ምሳኹም ኣለና።
phone-taken-back = ብጌጋ ጸዊዕናኩም። ኣብዚ ከባቢ ጽንሑ፦ ደጊምና ክንጽውዓኩም ኢና።
# The services of this number are offered no more.
phone-no-place = ነዚ ቁጽሪ ባዕሉ ዝጽውዕ መስኮት የለን።
phone-no-place-more = ናብ ዝኾነ ክፉት መስኮት ኪዱ፣ ቁጽሪ ኣርእዩ፦ ክሕግዙኹም እዮም።
phone-leave = ካብ ሪጋ ውጹ
phone-leave-sure = ካብ ሪጋ ክትወጹ ትደልዩ ዶ፧
phone-leave-note = ድሕሪ ሕጂ ቁጽርኹም ኣይክጽዋዕን እዩ።
phone-leave-yes = እወ፣ ካብ ሪጋ እወጽእ
phone-leave-no = ኣይፋል፣ ኣብ ሪጋ እጸንሕ
phone-language = ቋንቋ
phone-not-live = ኢንተርነት የለን። እዚ ገጽ ዘይተሓደሰ ክኸውን ይኽእል። ኣብ ኣዳራሽ ዘሎ ሰሌዳ ርኣዩ።
phone-quiet-not-live = ኢንተርነት የለን። እዚ ገጽ ዘይተሓደሰ ክኸውን ይኽእል። ንሕና ግን ናባኹም ክንመጽእ ኢና።
phone-gone-title = እዚ ቁጽሪ ሎሚ የለን
phone-gone = ነፍሲ ወከፍ ቁጽሪ ንሓንቲ መዓልቲ ጥራይ ይሰርሕ። ሓገዝ እንተደሊኹም፣ ሓድሽ ቁጽሪ ውሰዱ ወይ ኣብ ክፉት መስኮት ሕተቱ።
