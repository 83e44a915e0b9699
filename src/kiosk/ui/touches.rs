//! Sends touches from Slint's callbacks to the session.

use crate::kiosk::page::Touch;
use std::rc::Rc;

/// Sends touches to the session.
#[derive(Clone)]
pub(in crate::kiosk) struct TouchSender(Rc<dyn Fn(Touch)>);

impl TouchSender {
    pub(in crate::kiosk) fn new(send: impl Fn(Touch) + 'static) -> TouchSender {
        TouchSender(Rc::new(send))
    }

    pub(in crate::kiosk) fn send(&self, touch: Touch) {
        (self.0)(touch);
    }

    /// A callback that sends always the same touch.
    pub(in crate::kiosk) fn sends(&self, touch: Touch) -> impl Fn() + 'static {
        let sender = self.clone();
        move || sender.send(touch.clone())
    }
}
