//! Where a visitor is served: the desk as the site file has it, and the desk as it is now.

use super::code::{DeskNumber, LanguageTag, ServiceCode};
use super::number::TicketNumber;
use super::words::Words;

/// A desk as the site file describes it.
#[derive(Debug, Clone, PartialEq)]
pub struct Desk {
    /// The number over the desk.
    pub number: DeskNumber,
    /// Where it stands: "ground floor".
    pub room: Words,
    /// What can be done there.
    pub services: Vec<ServiceCode>,
    /// The languages usually spoken there.
    pub languages: Vec<LanguageTag>,
}

/// A desk as it is at this moment of the day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeskNow {
    /// Whether it is open.
    pub state: DeskState,
    /// The languages of whoever sits there now.
    pub languages: Vec<LanguageTag>,
    /// The services it calls for now.
    pub services: Vec<ServiceCode>,
    /// The ticket that is called to it or served at it.
    pub current: Option<TicketNumber>,
    /// How many of its calls in a row have passed over somebody who came earlier, because of a class.
    pub passed: u8,
}

/// Whether a desk calls visitors.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DeskState {
    /// Nobody sits there.
    Closed,
    /// It calls and serves.
    Open,
    /// It calls nobody new; who is there is still served.
    Paused,
}

impl DeskNow {
    /// A desk at which nobody sits.
    pub const CLOSED: DeskNow =
        DeskNow { state: DeskState::Closed, languages: Vec::new(), services: Vec::new(), current: None, passed: 0 };
}
