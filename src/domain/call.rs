//! Summoning a ticket to a desk, and why this one.

use super::code::DeskNumber;
use super::ticket::TicketNumber;
use jiff::Timestamp;
use std::fmt;

/// Counts calls and recalls; it never goes back, not even overnight, so a page can tell which calls it has seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct CallNumber(pub u64);

impl fmt::Display for CallNumber {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}", self.0)
    }
}

/// One call or recall, as the board tells it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Call {
    /// Its count.
    pub number: CallNumber,
    /// Who is summoned.
    pub ticket: TicketNumber,
    /// Where to.
    pub desk: DeskNumber,
    /// When.
    pub at: Timestamp,
    /// Whether the same ticket was called to the same desk before.
    pub is_recall: bool,
}

/// Why this ticket was called and no other; `web` puts it into words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// Nobody who waits for this desk's services came before.
    LongestWaiting {
        /// Whole minutes since the ticket was issued.
        minutes: u32,
    },
    /// It has been elsewhere already: this is its second step or a later one.
    LaterStep {
        /// Counted from 1.
        step: u16,
    },
}
