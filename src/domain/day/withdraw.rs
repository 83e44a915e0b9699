//! A visitor who leaves before being called.

use super::{Day, Decision};
use crate::domain::command::Outcome;
use crate::domain::event::Event;
use crate::domain::refusal::Refusal;
use crate::domain::ticket::{TicketState, Token};

impl Day {
    pub(super) fn withdraw(&self, token: Token) -> Result<Decision, Refusal> {
        let ticket = self.ticket_of(token).ok_or(Refusal::UnknownTicket)?;
        let events = match ticket.state {
            TicketState::Withdrawn { .. } => Vec::new(),
            TicketState::Waiting { .. } => vec![Event::Withdrawn { ticket: ticket.number }],
            _ => return Err(Refusal::NotWaiting(ticket.number)),
        };
        Ok(Decision { events, outcome: Outcome::Changed(ticket.number) })
    }
}
