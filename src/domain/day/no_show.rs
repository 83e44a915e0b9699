//! Marking a called ticket as a no-show.

use super::{Day, Decision};
use crate::domain::code::DeskNumber;
use crate::domain::command::Outcome;
use crate::domain::event::Event;
use crate::domain::number::TicketNumber;
use crate::domain::refusal::Refusal;

impl Day {
    pub(super) fn no_show(&self, desk: DeskNumber, expected: Option<TicketNumber>) -> Result<Decision, Refusal> {
        let ticket = self.must_be_called(desk, expected)?;
        Ok(Decision { events: vec![Event::MarkedNoShow { ticket, desk }], outcome: Outcome::Changed(ticket) })
    }
}
