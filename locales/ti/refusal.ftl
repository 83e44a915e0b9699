### Why something can't be done, and what to do instead. For visitors and for staff.
### Ticket and desk numbers come as texts with ASCII digits.

refusal-no-need = ዝተመርጸ የለን። ሓደ ምረጹ።
# $most (Number): how many may be chosen at once
refusal-too-many-needs =
    { $most ->
        [one] ሓደ ጥራይ ክትመርጹ ትኽእሉ። ገለ ኣውጽኡ።
       *[other] እንተበዝሐ { $most } ክትመርጹ ትኽእሉ። ገለ ኣውጽኡ።
    }
# $need (String): the code that is not known
refusal-unknown-need = { $need } ኣብዚ የለን። ካልእ ምረጹ።
# $language (String): the tag that is not known
refusal-unknown-language = ቋንቋ { $language } ኣብዚ የለን። ኣብ ስክሪን ካብ ዘለዉ ቋንቋታት ምረጹ።
# $desk (String): desk number
refusal-unknown-desk = መስኮት { $desk } የለን። ኣብ ልዕሊ መስኮት ዘሎ ቁጽሪ ርኣዩ።
# $service (String): the code that is not known
refusal-unknown-service = ኣገልግሎት { $service } የለን። ካብ ዝርዝር ምረጹ።
refusal-unknown-ticket = እዚ ቁጽሪ ሎሚ የለን። ሓድሽ ቁጽሪ ውሰዱ፣ ወይ ኣብ ክፉት መስኮት ሕተቱ።
refusal-unknown-appointment = እዚ ኮድ የለን፣ ወይ ቆጸራ ሓሊፉ እዩ። ኮድ ርኣዩ፣ ወይ ኣብ ክፉት መስኮት ሕተቱ።
# $moment (String): day and time such as "Tuesday 24 November, 09:00"
refusal-appointment-later = ቆጸራኹም { $moment } እዩ። ሽዑ ተመለሱ።
# $desk (String): desk number
refusal-no-ticket-needed = ቁጽሪ ኣየድልን። ናብ መስኮት { $desk } ኪዱ።
# $moment (String): day and time such as "Tuesday 24 November, 09:00"
refusal-institution-away = እዚ ኣገልግሎት ሕጂ ዕጹው እዩ። { $moment } ክኽፈት እዩ።
refusal-institution-away-for-long = እዚ ኣገልግሎት ሕጂ ዕጹው እዩ። መዓስ ከም ዝኽፈት ገና ኣይተፈልጠን።
# $moment (String): day and time such as "Tuesday 24 November, 09:00"
refusal-today-is-full = ሎሚ ንካልእ ቁጽሪ ዝኸውን ግዜ የለን። { $moment } ተመለሱ።
refusal-today-is-full-for-long = ሎሚ ንካልእ ቁጽሪ ዝኸውን ግዜ የለን። መዓስ ከም ዝኽፈት ገና ኣይተፈልጠን።
refusal-not-here-today-for-long = እዚ ኣገልግሎት ሎሚ የለን። መዓስ ከም ዝኽፈት ገና ኣይተፈልጠን።
refusal-not-here-today = እዚ ኣገልግሎት ሎሚ የለን። { $moment } ተመለሱ።
refusal-house-closed-for-long = እዚ ቦታ ሕጂ ዕጹው እዩ። መዓስ ከም ዝኽፈት ገና ኣይተፈልጠን።
refusal-house-closed = እዚ ቦታ ሕጂ ዕጹው እዩ። { $moment } ተመለሱ።
# $desk (String): desk number; $service (String): a service's code
refusal-service-not-at-desk = መስኮት { $desk } ኣገልግሎት { $service } ኣይህብን። ካልእ ኣገልግሎት ወይ ካልእ መስኮት ምረጹ።
# $desk (String): desk number
refusal-desk-closed = መስኮት { $desk } ዕጹው እዩ። መጀመርታ ክፈትዎ።
# $desk (String): desk number
refusal-desk-paused = መስኮት { $desk } ኣብ ዕረፍቲ እዩ። መጀመርታ ክፈትዎ።
# $desk (String): desk number; $ticket (String): ticket number such as "P 042"
refusal-desk-busy = ኣብ መስኮት { $desk } ገና ቁጽሪ { $ticket } ኣሎ። መጀመርታ ዛዝሙ፣ ወይ ከም ዘይመጸ መዝግቡ።
# $desk (String): desk number
refusal-desk-has-nobody = ኣብ መስኮት { $desk } ሰብ የለን። መጀመርታ ዝቕጽል ቁጽሪ ጸውዑ።
# $ticket (String): ticket number such as "P 042"
refusal-already-serving = ቁጽሪ { $ticket } ድሮ ኣብ መስኮት ኣሎ። ምስ ወዳእኩም ዛዝሙ።
# $ticket (String): ticket number such as "P 042"
refusal-not-serving = ቁጽሪ { $ticket } ተጸዊዑ፣ ግን ገና ኣብ መስኮት የለን። መጀመርታ ጀምሩ።
# $desk (String): number of the desk
refusal-moved-on = ኣብ መስኮት { $desk } ሕጂ ካልእ ቁጽሪ ኣሎ። መን ከም ዘሎ ርኣዩ እሞ ደጊምኩም ፈትኑ።
# $ticket (String): ticket number such as "P 042"
refusal-not-no-show = ቁጽሪ { $ticket } ከም ዘይመጸ ኣይተመዝገበን። ዘይመጸ ጥራይ እዩ ናብ ሪጋ ዝምለስ።
# $ticket (String): ticket number such as "P 042"
refusal-not-waiting = ቁጽሪ { $ticket } ድሕሪ ሕጂ ኣብ ሪጋ የለን። ኣብ ክፉት መስኮት ሕተቱ።
refusal-key-reused = እዚ መረጋገጺ ድሮ ንካልእ ሕቶ ኣገልጊሉ። ናብ መጀመርታ ተመሊስኩም ፈትኑ።
refusal-day-full = ናይ ሎሚ ቁጽሪ ተወዲኡ። ኣብ ክፉት መስኮት ሕተቱ።

refusal-not-saved = ክምዝገብ ኣይተኻእለን። ደጊምኩም ፈትኑ። እንተኣብዩ፣ ኣብ ክፉት መስኮት ሕተቱ።
refusal-busy = ሕጂ ብዙሕ ሰብ ኣሎ። ቁሩብ ተጸቢኹም ደጊምኩም ፈትኑ።
refusal-away = ሲስተም ኣይሰርሕን ኣሎ። ቁሩብ ተጸቢኹም ደጊምኩም ፈትኑ፣ ወይ ኣብ ክፉት መስኮት ሕተቱ።
