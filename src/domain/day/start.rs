//! The visitor has come to the desk.

use super::{Day, Decision};
use crate::domain::code::DeskNumber;
use crate::domain::command::Outcome;
use crate::domain::event::Event;
use crate::domain::number::TicketNumber;
use crate::domain::refusal::Refusal;
use crate::domain::ticket::{Ticket, TicketState};

impl Day {
    pub(super) fn start(&self, desk: DeskNumber, expected: Option<TicketNumber>) -> Result<Decision, Refusal> {
        let ticket = self.must_be_called(desk, expected)?;
        Ok(Decision { events: vec![Event::Started { ticket, desk }], outcome: Outcome::Changed(ticket) })
    }

    /// The ticket that is called to a desk and not served yet.
    pub(super) fn must_be_called(
        &self,
        desk: DeskNumber,
        expected: Option<TicketNumber>,
    ) -> Result<TicketNumber, Refusal> {
        let ticket = self.must_be_at(desk, expected)?;
        match ticket.state {
            TicketState::Called { .. } => Ok(ticket.number),
            _ => Err(Refusal::AlreadyServing(ticket.number)),
        }
    }

    /// The ticket that is called to a desk or served there, if it is the expected one.
    pub(super) fn must_be_at(&self, desk: DeskNumber, expected: Option<TicketNumber>) -> Result<&Ticket, Refusal> {
        self.must_know(desk)?;
        match (self.current(desk), expected) {
            (Some(ticket), Some(expected)) if ticket.number != expected => Err(Refusal::MovedOn(desk)),
            (Some(ticket), _) => Ok(ticket),
            (None, Some(_)) => Err(Refusal::MovedOn(desk)),
            (None, None) => Err(Refusal::DeskHasNoTicket(desk)),
        }
    }
}
