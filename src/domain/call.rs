//! Summoning a ticket to a desk, and why this one.

use super::class::Class;
use super::code::{DeskNumber, LanguageTag};
use super::number::TicketNumber;
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
    /// Whether nobody may see or hear it: the staff fetch the person.
    pub is_quiet: bool,
}

/// Why this ticket was called and no other; `web` puts it into words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// Nobody who waits for this desk's services came before.
    LongestWaiting {
        /// Whole minutes since the ticket was issued.
        minutes: u32,
    },
    /// Somebody else came before; this is for how long this one has waited.
    Waited {
        /// Whole minutes since the ticket was issued.
        minutes: u32,
    },
    /// Whoever sits at the desk speaks the visitor's language, and not every desk does.
    SpeaksLanguage {
        /// Which.
        language: LanguageTag,
    },
    /// Whoever sits at the desk does not speak it: an interpreter is needed.
    NeedsInterpreter {
        /// For which language.
        language: LanguageTag,
    },
    /// Its class goes before somebody who came earlier.
    GoesFirst {
        /// Which class.
        class: Class,
    },
    /// The staff chose this one.
    Chosen,
    /// It was put aside and is taken up again.
    Resumed,
    /// It was handed on to this very desk.
    HandedOn,
    /// It has been elsewhere already: this is its second step or a later one.
    LaterStep {
        /// Counted from 1.
        step: u16,
    },
}
