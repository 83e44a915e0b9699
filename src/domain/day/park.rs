//! Parking the current ticket, for instance because a paper is missing.

use super::{Day, Decision};
use crate::domain::code::DeskNumber;
use crate::domain::command::Outcome;
use crate::domain::event::Event;
use crate::domain::number::TicketNumber;
use crate::domain::refusal::Refusal;

impl Day {
    pub(super) fn park(&self, desk: DeskNumber, expected: Option<TicketNumber>) -> Result<Decision, Refusal> {
        let ticket = self.must_be_at(desk, expected)?.number;
        Ok(Decision { events: vec![Event::Parked { ticket, desk }], outcome: Outcome::Changed(ticket) })
    }
}
