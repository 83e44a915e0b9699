//! Making a ticket urgent, with a reason.

use super::{Day, Decision};
use crate::domain::class::{Class, UrgencyReason};
use crate::domain::command::Outcome;
use crate::domain::event::Event;
use crate::domain::number::TicketNumber;
use crate::domain::refusal::Refusal;

impl Day {
    pub(super) fn set_urgent(&self, ticket: TicketNumber, reason: Option<UrgencyReason>) -> Result<Decision, Refusal> {
        let found = self.ticket(ticket).ok_or(Refusal::UnknownTicket)?;
        if !found.is_waiting() {
            return Err(Refusal::NotWaiting(ticket));
        }
        let class = if reason.is_some() { Class::Urgent } else { found.issued_class };
        let is_so = found.class == class;
        let events = if is_so { Vec::new() } else { vec![Event::ClassSet { ticket, class, reason }] };
        Ok(Decision { events, outcome: Outcome::Changed(ticket) })
    }
}
