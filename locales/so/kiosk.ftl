### What stands on the glass.

## The start

kiosk-welcome = Soo dhowow
kiosk-choose-language = Dooro luqaddaada
# On a tile below all languages: leads to an interpreter
kiosk-language-missing = Luqaddaydu halkan ma taal

## On every screen

kiosk-language = Beddel luqadda
kiosk-back = Dib
kiosk-home = Bilow
kiosk-done = Dhammaystay
kiosk-hub-gone = Hadda lambar lama qaadan karo. Weydii soo-dhoweynta.

## The menu

kiosk-choose-need = Maxaad u baahan tahay?
kiosk-choose-leaf = Maxay tahay si sax ah?
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
kiosk-wait-up-to = Ka yar { $high } daqiiqo
kiosk-bring = Keen haddii aad hayso:
kiosk-bring-nothing = Waad iman kartaa dokumenti la’aan.
kiosk-take-number = Qaado lambar

## Without a number

kiosk-person-title = Toos u tag miiska
kiosk-person-text = Lambar looma baahna. Qof baa ku dhegaysanaya.
kiosk-understood = Waan fahmay
kiosk-closed-title = Miiskan hadda waa xiran yahay
kiosk-closed-next = Soo noqo { $moment }
kiosk-closed-for-long = Weli lama oga goorta la furayo.
kiosk-closed-help = Ma sugi kartid? Weydii soo-dhoweynta: jid kale ayaan helnaa.
kiosk-choose-other = Dooro wax kale

## The number

kiosk-issuing = Daqiiqad sug, lambarkaagu waa soo socdaa.
kiosk-number-title = Lambarkaaga
kiosk-number-called = Waa markaaga
kiosk-ahead =
    { $people ->
        [0] Cidna kaama horrayso
        [one] { $people } qof ayaa kaa horreeya
       *[other] { $people } qof ayaa kaa horreeya
    }
kiosk-then = Kadib: { $label } { $desks }, { $room }
kiosk-slip-printing = Warqaddu way soo baxaysaa.
kiosk-slip-slow = Warqaddu way daahday. Sawir shaashadda ama xasuuso lambarka.
kiosk-slip-printed = Ka qaado warqadda hoosta.
kiosk-slip-unknown = Qaado warqadda. Haddii ay soo bixi weydo, xasuuso lambarka.
kiosk-slip-failed = Warqaddu ma soo baxayso. Sawir shaashadda ama xasuuso lambarka: waa isku mid.
kiosk-address = Sawir koodhka: safka ka raac telefoonka.

## Trouble

kiosk-trouble-title = Lambarku ma iman
kiosk-trouble-away = Nidaamku ma jawaabayo. Khaladkaaga ma aha.
kiosk-trouble-not-saved = Lambarka lama kaydin. Khaladkaaga ma aha.
kiosk-trouble-busy = Hadda dad badan baa jooga. Wax yar sug.
kiosk-trouble-help = Isku day mar kale ama tag soo-dhoweynta: halkaas ayaan kugu caawinaa.
kiosk-try-again = Mar kale

## Nobody has touched for a while

kiosk-still-there = Weli ma joogtaa?
kiosk-still-there-seconds =
    { $seconds ->
        [one] { $seconds } ilbiriqsi kadib waxaa lagu noqdaa bilowga.
       *[other] { $seconds } ilbiriqsi kadib waxaa lagu noqdaa bilowga.
    }
kiosk-stay = Haa, waan joogaa
