//! A no-show who came after all: back into the queue, in the old place.

use super::{Day, Decision};
use crate::domain::code::DeskNumber;
use crate::domain::command::Outcome;
use crate::domain::event::Event;
use crate::domain::refusal::Refusal;
use crate::domain::ticket::{TicketNumber, TicketState};

impl Day {
    pub(super) fn take_back(&self, desk: DeskNumber, ticket: TicketNumber) -> Result<Decision, Refusal> {
        self.must_know(desk)?;
        match self.ticket(ticket).ok_or(Refusal::UnknownTicket)?.state {
            TicketState::NoShow { .. } => {
                Ok(Decision { events: vec![Event::TakenBack { ticket }], outcome: Outcome::Changed(ticket) })
            }
            _ => Err(Refusal::NotNoShow(ticket)),
        }
    }
}
