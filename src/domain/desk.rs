//! Desks: as the site file describes them, and as they are now.

use super::code::{DeskNumber, LanguageTag, ServiceCode};
use super::number::TicketNumber;
use super::words::Words;
use jiff::Timestamp;

/// A desk as the site file describes it.
#[derive(Debug, Clone, PartialEq)]
pub struct Desk {
    pub number: DeskNumber,
    /// Where it stands: "ground floor".
    pub room: Words,
    pub services: Vec<ServiceCode>,
    pub languages: Vec<LanguageTag>,
}

/// A desk as it is at this moment of the day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeskNow {
    pub state: DeskState,
    /// When it was opened last, on a day that goes on.
    pub opened_at: Option<Timestamp>,
    /// The languages of the clerk.
    pub languages: Vec<LanguageTag>,
    /// The services it calls for now.
    pub services: Vec<ServiceCode>,
    /// All its services by the site file when it opened.
    pub offered: Vec<ServiceCode>,
    /// The ticket that is called to it or served at it.
    pub current: Option<TicketNumber>,
    /// How often the current call was repeated.
    pub recalls: u16,
    /// How many of its calls in a row have passed over an earlier ticket, because of a class.
    pub passed: u8,
}

/// Whether a desk calls visitors.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DeskState {
    Closed,
    Open,
    /// It calls no new ticket; the current one is still served.
    Paused,
}

impl DeskNow {
    pub const CLOSED: DeskNow = DeskNow {
        state: DeskState::Closed,
        opened_at: None,
        languages: Vec::new(),
        services: Vec::new(),
        offered: Vec::new(),
        current: None,
        recalls: 0,
        passed: 0,
    };
}
