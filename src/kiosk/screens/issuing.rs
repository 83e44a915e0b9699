//! Waiting for the hub's answer.

use crate::kiosk::composer::Composer;
use crate::kiosk::parts::Heading;
use crate::kiosk::request::IssueRequest;
use crate::kiosk::session;
use crate::kiosk::ui::{self, ScreenKind, Window};
use std::time::Duration;

/// The number is being issued.
#[derive(Debug, Clone, PartialEq)]
pub struct Issuing {
    /// The need, or the appointment.
    pub need: Heading,
    /// Asks for patience; `None` at first.
    pub text: Option<String>,
}

impl Issuing {
    pub(super) fn compose(composer: &Composer, request: &IssueRequest, since: Duration) -> Issuing {
        let is_slow = composer.session.since(since) >= session::WORDS_AFTER;
        let need = request.needs().last().and_then(|code| composer.day.site().need(code));
        Issuing {
            need: need.map_or_else(|| Heading::of_appointment(composer), |need| Heading::compose(composer, need)),
            text: is_slow.then(|| composer.message("kiosk-issuing")),
        }
    }

    pub(super) fn draw(&self, window: &Window) -> ScreenKind {
        ui::global::<ui::IssuingPage>(window)
            .set_data(ui::IssuingData { need: self.need.to_slint(), text: ui::optional(self.text.as_deref()) });
        ScreenKind::Issuing
    }
}
