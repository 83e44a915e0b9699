//! Giving the number up: the question, and the confirmation that it is done.

use crate::domain::TicketNumber;
use crate::kiosk::composer::Composer;
use crate::kiosk::page::Touch;
use crate::kiosk::ui::{self, ScreenKind, TouchSender, Window};

/// A number to give up, or given up.
#[derive(Debug, Clone, PartialEq)]
pub struct Leaving {
    pub number: String,
    /// The question, or the confirmation.
    pub title: String,
    /// What it means for the visitor.
    pub text: String,
    /// The buttons of either.
    pub buttons: LeavingButtons,
}

/// What can be touched.
#[derive(Debug, Clone, PartialEq)]
pub enum LeavingButtons {
    /// The question can be answered.
    YesNo {
        /// Gives the number up.
        yes: String,
        /// Keeps it.
        no: String,
    },
    /// The number is given up; back to the start.
    Done(String),
}

impl Leaving {
    pub(super) fn ask(composer: &Composer, number: TicketNumber) -> Leaving {
        Leaving {
            number: number.to_string(),
            title: composer.message("kiosk-leave-sure"),
            text: composer.message("kiosk-leave-note"),
            buttons: LeavingButtons::YesNo {
                yes: composer.message("kiosk-leave-yes"),
                no: composer.message("kiosk-leave-no"),
            },
        }
    }

    pub(super) fn done(composer: &Composer, number: TicketNumber) -> Leaving {
        Leaving {
            number: number.to_string(),
            title: composer.message("kiosk-left"),
            text: composer.message("kiosk-left-more"),
            buttons: LeavingButtons::Done(composer.message("kiosk-done")),
        }
    }

    pub(super) fn draw(&self, window: &Window) -> ScreenKind {
        let (yes, no, done) = match &self.buttons {
            LeavingButtons::YesNo { yes, no } => (Some(yes.as_str()), Some(no.as_str()), None),
            LeavingButtons::Done(done) => (None, None, Some(done.as_str())),
        };
        ui::global::<ui::LeavingPage>(window).set_data(ui::LeavingData {
            number: ui::text(&self.number),
            title: ui::text(&self.title),
            text: ui::text(&self.text),
            is_done: done.is_some(),
            yes: ui::optional(yes),
            no: ui::optional(no),
            done: ui::optional(done),
        });
        ScreenKind::Leaving
    }
}

pub(super) fn connect(window: &Window, touches: &TouchSender) {
    ui::global::<ui::LeavingPage>(window).on_confirm_leave(touches.sends(Touch::ConfirmLeave));
}
