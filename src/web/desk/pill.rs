//! The label that shows the state of a desk.

use crate::domain::DeskState;

/// The label that shows the state of a desk.
pub(in crate::web) struct Pill {
    /// The class in the style sheet.
    pub(in crate::web) class: &'static str,
    pub(in crate::web) icon: &'static str,
    /// The id of the message.
    pub(in crate::web) words: &'static str,
}

impl Pill {
    pub(in crate::web) fn of(state: DeskState) -> Pill {
        match state {
            DeskState::Open => Pill { class: "open", icon: "check-circle", words: "desk-state-open" },
            DeskState::Paused => Pill { class: "paused", icon: "pause", words: "desk-state-paused" },
            DeskState::Closed => Pill { class: "closed", icon: "door", words: "desk-state-closed" },
        }
    }
}
