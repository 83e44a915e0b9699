kiosk-ahead =
    { $people ->
        [0] Ma jiro
        [one] { $people } qof
       *[other] { $people } qof
    }
