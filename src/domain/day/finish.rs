//! The current step is done: on to the next one, or served.

use super::{Day, Decision};
use crate::domain::code::DeskNumber;
use crate::domain::command::Outcome;
use crate::domain::event::Event;
use crate::domain::refusal::Refusal;
use crate::domain::ticket::{TicketNumber, TicketState};

impl Day {
    pub(super) fn finish(&self, desk: DeskNumber, expected: Option<TicketNumber>) -> Result<Decision, Refusal> {
        let ticket = self.must_be_at(desk, expected)?;
        match ticket.state {
            TicketState::Serving { .. } => {
                let finished = Event::Finished { ticket: ticket.number, desk };
                Ok(Decision { events: vec![finished], outcome: Outcome::Changed(ticket.number) })
            }
            _ => Err(Refusal::NotServing(ticket.number)),
        }
    }
}
