//! The hours of the house itself: when its doors are open, apart from the hours of its institutions.

use super::institution::{DatedHours, Presence};
use jiff::civil::DateTime;

/// When the doors are open. An institution is here only while they are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Doors {
    /// In an ordinary week.
    pub hours: Presence,
    /// Dates with other hours, each once.
    pub exceptions: Vec<DatedHours>,
}

/// Whether the house is open, in the site's own time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HouseState {
    Open {
        /// `None` when it stays open for a day and longer.
        until: Option<DateTime>,
    },
    /// Today's hours have not begun.
    Before { opens: DateTime },
    /// A break of today: lunch.
    Between { opens: DateTime },
    /// Today's hours are over, or there are none.
    Closed {
        /// `None` when it is unknown.
        opens: Option<DateTime>,
    },
}

impl HouseState {
    pub fn is_open(&self) -> bool {
        matches!(self, HouseState::Open { .. })
    }

    /// The next opening, while it is not open.
    pub fn opens(&self) -> Option<DateTime> {
        match self {
            HouseState::Open { .. } => None,
            HouseState::Before { opens } | HouseState::Between { opens } => Some(*opens),
            HouseState::Closed { opens } => *opens,
        }
    }
}
