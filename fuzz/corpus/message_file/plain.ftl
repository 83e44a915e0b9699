# a note
kiosk-back = Dib u laabo
