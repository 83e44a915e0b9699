### What stands on the glass.

## The start

kiosk-welcome = Soo dhowow
kiosk-choose-language = Dooro luqaddaada
# On a tile below all languages: leads to an interpreter
kiosk-language-missing = Luqaddaydu kuma jirto
kiosk-no-paper = Hadda warqad ma jirto. Lambarka shaashadda ayuu ka muuqdaa, waana isku mid.

## On every screen

kiosk-language = Beddel luqadda
kiosk-back = Dib u laabo
kiosk-home = Bilowga
kiosk-done = Dhammee
kiosk-hub-gone = Hadda lambar lama qaadan karo. Weydii miiska soo-dhoweynta.

## The menu

kiosk-choose-need = Maxaad u baahan tahay?
kiosk-choose-leaf = Maxaad gaar ahaan rabtaa?
kiosk-private = Codsigaaga
kiosk-closed-now = Hadda waa xiran

## Before the number

kiosk-desks =
    { $count ->
        [one] Miiska
       *[other] Miisaska
    }
kiosk-step-first = Marka hore
kiosk-step-then = Kadib
kiosk-people-waiting =
    { $people ->
        [0] Qofna ma sugayo
        [one] { $people } qof ayaa sugaya
       *[other] { $people } qof ayaa sugaya
    }
kiosk-wait-range = Qiyaastii { $low } ilaa { $high } daqiiqo
kiosk-wait-up-to = In ka yar { $high } daqiiqo
kiosk-bring = Keen, haddii aad karto:
kiosk-bring-nothing = Waad iman kartaa adigoon dukumenti haysan.
kiosk-take-number = Qaado lambar

## Without a number

kiosk-person-title = Toos u tag miiska
kiosk-person-text = Lambar uma baahnid. Qof ayaa ku dhegaysanaya.
kiosk-closed-title = Miiskani hadda waa xiran yahay
kiosk-closed-next = Soo noqo: { $moment }
kiosk-closed-for-long = Weli lama oga goorta la furi doono.
kiosk-full-title = Maanta meel ma harin
kiosk-closed-help = Ma sugi kartid? Weydii miiska soo-dhoweynta: xal kale ayaan kuu raadinaynaa.
kiosk-choose-other = Dooro wax kale
kiosk-opens-at = Wuxuu furmayaa { $time }
kiosk-not-today = Maanta ma joogo
kiosk-full-now = Maanta waa buuxaa
kiosk-away-title = Miiskani maanta ma joogo
kiosk-house-closed = Hadda waa xiran yahay
kiosk-no-desk-open = Weli miis ma furna
kiosk-desk-opens = Miisku wuxuu furmayaa { $time }
kiosk-person-away = Hadda qofna ma joogo miiskan
kiosk-call = Wac lambarkan
kiosk-call-else = Qofna ma joogo? Wac { $number }.
kiosk-hub-gone-alone = Hadda lambar lama qaadan karo. Wax yar sug oo isku day mar kale.
kiosk-trouble-alone = Wax yar sug oo isku day mar kale.

## The number

kiosk-issuing = Wax yar sug, lambarkaagu wuu soo socdaa.
kiosk-number-title = Lambarkaaga
kiosk-number-called = Waa markaaga
kiosk-ahead =
    { $people ->
        [0] Cidna kaama horrayso
        [one] { $people } qof ayaa kaa horreeya
       *[other] { $people } qof ayaa kaa horreeya
    }
kiosk-slip-printing = Warqaddaadu way soo baxaysaa.
kiosk-slip-slow = Warqaddu way daahday. Sawir ka qaad shaashadda ama xusuuso lambarka.
kiosk-slip-printed = Halkan hoose ka qaado warqadda.
kiosk-slip-unknown = Qaado warqadda. Haddii aysan soo bixin, xusuuso lambarka.
kiosk-slip-failed = Warqaddu ma soo baxayso. Sawir ka qaad shaashadda ama xusuuso lambarka: waa isku mid.
kiosk-print-slip = Hadda daabac warqadda
kiosk-address = Kaamirada ku jeedi koodhka: safka telefoonka kala soco.

## Trouble

kiosk-trouble-title = Lambarku ma iman
kiosk-trouble-away = Nidaamku ma jawaabayo. Adigu khalad ma lihid.
kiosk-trouble-not-saved = Lambarka lama kaydin. Adigu khalad ma lihid.
kiosk-trouble-busy = Hadda dad badan ayaa jooga. Wax yar sug.
kiosk-trouble-help = Isku day mar kale ama tag miiska soo-dhoweynta: waan ku caawinaynaa.
kiosk-try-again = Mar kale

## Nobody has touched for a while

kiosk-still-there = Weli halkan ma joogtaa?
kiosk-still-there-seconds =
    { $seconds ->
        [one] { $seconds } ilbiriqsi kadib bilowga ayaa lagu noqonayaa.
       *[other] { $seconds } ilbiriqsi kadib bilowga ayaa lagu noqonayaa.
    }
kiosk-stay = Haa, waan joogaa
# $number (String): the number called last, such as P 041
kiosk-last-called = Ugu dambayn waxaa loo yeeray: { $number }
kiosk-sooner = Waxaan u baahanahay inaan hor maro
kiosk-sooner-who = Uur, carruur yaryar, naafonimo, jirro, waayeelnimo
kiosk-add-need = Wax kalena waan rabaa
kiosk-choose-also = Maxaad kale rabtaa?

## An appointment

kiosk-appointment = Ballan ayaan leeyahay
kiosk-appointment-title = Qor koodhka ballantaada
kiosk-erase = Tirtir
kiosk-check-in = Waan imid

## Leaving the queue

kiosk-leave = Ka bax safka
kiosk-leave-sure = Ma rabtaa inaad safka ka baxdo?
kiosk-leave-note = Lambarkaaga mar dambe looma yeeri doono.
kiosk-leave-yes = Haa, safka waan ka baxayaa
kiosk-leave-no = Maya, safka waan ku jirayaa
kiosk-left = Hadda safka kuma jirtid.
kiosk-left-more = Haddii aad fikirka beddesho, qaado lambar cusub.

## Without a number, on paper

kiosk-print-this = Daabac macluumaadkan
kiosk-note-failed = Warqaddu ma soo baxayso. Sawir ka qaad shaashadda.

## Counting, after the number: everybody may leave everything out

kiosk-tap-invite = Tirinta ma naga caawisaa?
kiosk-tap-anonymous = Qofna ma oga inaad adiga tahay. Jawaabtu khasab ma aha.
kiosk-tap-skip = Kama jawaabayo
kiosk-tap-first = Ma markii koowaad baad timid?
kiosk-tap-first-yes = Haa
kiosk-tap-first-no = Maya
kiosk-tap-gender = Sideed isku tilmaantaa?
kiosk-tap-woman = Haweeney
kiosk-tap-man = Nin
kiosk-tap-other = Si kale
kiosk-tap-age = Immisa jir baad tahay?
# $years (String): such as 18
kiosk-tap-age-under = Ka yar { $years }
# $low (String), $high (String): such as 18 and 24
kiosk-tap-age-range = { $low } ilaa { $high }
# $years (String): such as 65
kiosk-tap-age-over = Ugu yaraan { $years }
kiosk-tap-status = Dukumentigee ayaad Talyaaniga ku joogtaa?
kiosk-tap-asylum = Magangelyo ayaan codsaday
kiosk-tap-protected = Magangelyo waan helay
kiosk-tap-permit = Sharci kale ayaan haystaa
kiosk-tap-citizen = Jinsiyadda Talyaaniga ama Yurub
kiosk-tap-none = Weli dukumenti ma haysto
