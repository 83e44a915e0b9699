//! The request for a number failed: why, what to do, and another try.

use crate::kiosk::composer::Composer;
use crate::kiosk::page::Touch;
use crate::kiosk::request::IssueError;
use crate::kiosk::ui::{self, ScreenKind, TouchSender, Window};

/// No number was issued.
#[derive(Debug, Clone, PartialEq)]
pub struct Trouble {
    /// That there is no number.
    pub title: String,
    /// Why, and what happens next.
    pub text: String,
    /// Where to get help.
    pub help: String,
    /// The button to try again; `None` after a refusal, which would only repeat itself.
    pub act: Option<String>,
}

impl Trouble {
    pub(super) fn compose(composer: &Composer, error: &IssueError) -> Trouble {
        let (text, can_retry) = match error {
            IssueError::Away => (composer.message("kiosk-trouble-away"), true),
            IssueError::NotSaved => (composer.message("kiosk-trouble-not-saved"), true),
            IssueError::Busy => (composer.message("kiosk-trouble-busy"), true),
            IssueError::Refused(refusal) => (composer.translator.refusal(refusal), false),
        };
        Trouble {
            title: composer.message("kiosk-trouble-title"),
            text,
            help: composer.message(if composer.has_welcome() { "kiosk-trouble-help" } else { "kiosk-trouble-alone" }),
            act: can_retry.then(|| composer.message("kiosk-try-again")),
        }
    }

    pub(super) fn draw(&self, window: &Window) -> ScreenKind {
        ui::global::<ui::TroublePage>(window).set_data(ui::TroubleData {
            title: ui::text(&self.title),
            text: ui::text(&self.text),
            help: ui::text(&self.help),
            act: ui::optional(self.act.as_deref()),
        });
        ScreenKind::Trouble
    }
}

pub(super) fn connect(window: &Window, touches: &TouchSender) {
    ui::global::<ui::TroublePage>(window).on_retry(touches.sends(Touch::Retry));
}
