//! Calls, and the reasons for calling a ticket.

use super::class::Class;
use super::code::{DeskNumber, LanguageTag};
use super::number::TicketNumber;
use jiff::Timestamp;
use std::fmt;

/// The number of a call or recall. It never decreases, not even overnight, so a page can tell which calls it has seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct CallNumber(pub u64);

impl fmt::Display for CallNumber {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}", self.0)
    }
}

/// One call or recall, as the board shows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Call {
    pub number: CallNumber,
    pub ticket: TicketNumber,
    pub desk: DeskNumber,
    pub at: Timestamp,
    pub is_recall: bool,
    /// Its count among the calls of the day that the room hears; `None` for a quiet one: the staff fetch the visitor. A count
    /// of all calls would show the room by its gaps that there was a quiet one.
    pub heard: Option<u64>,
}

impl Call {
    /// Whether it is kept from the board.
    pub fn is_quiet(&self) -> bool {
        self.heard.is_none()
    }
}

/// Why this ticket was called and no other; `web` puts it into words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// It was the oldest ticket that the desk may call; whole minutes since it was issued.
    LongestWaiting { minutes: u32 },
    /// There was an older ticket; whole minutes since this one was issued.
    Waited { minutes: u32 },
    /// The desk speaks the visitor's language, and not every desk does.
    SpeaksLanguage { language: LanguageTag },
    /// The desk does not speak the visitor's language.
    NeedsInterpreter { language: LanguageTag },
    /// Its class goes before an older ticket.
    GoesFirst { class: Class },
    /// The staff chose it.
    Chosen,
    /// It was parked.
    Resumed,
    /// It was transferred to this very desk.
    HandedOn,
    /// It is at its second step or a later one, counted from 1.
    LaterStep { step: u16 },
}
