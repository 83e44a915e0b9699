//! The visitor has come to the desk.

use super::{Day, Decision};
use crate::domain::code::DeskNumber;
use crate::domain::command::Outcome;
use crate::domain::event::Event;
use crate::domain::refusal::Refusal;
use crate::domain::ticket::{Ticket, TicketNumber, TicketState};

impl Day {
    pub(super) fn start(&self, desk: DeskNumber) -> Result<Decision, Refusal> {
        let ticket = self.must_be_called(desk)?;
        Ok(Decision { events: vec![Event::Started { ticket, desk }], outcome: Outcome::Changed(ticket) })
    }

    /// The ticket that is called to a desk and not served yet.
    pub(super) fn must_be_called(&self, desk: DeskNumber) -> Result<TicketNumber, Refusal> {
        let ticket = self.must_be_at(desk)?;
        match ticket.state {
            TicketState::Called { .. } => Ok(ticket.number),
            _ => Err(Refusal::AlreadyServing(ticket.number)),
        }
    }

    /// The ticket that is called to a desk or served there.
    pub(super) fn must_be_at(&self, desk: DeskNumber) -> Result<&Ticket, Refusal> {
        self.must_know(desk)?;
        match self.current(desk) {
            Some(ticket) => Ok(ticket),
            None => Err(Refusal::DeskHasNobody(desk)),
        }
    }
}
