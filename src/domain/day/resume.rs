//! Resuming a parked ticket at any desk of its service.

use super::{Day, Decision};
use crate::domain::call::Reason;
use crate::domain::code::DeskNumber;
use crate::domain::number::TicketNumber;
use crate::domain::refusal::Refusal;
use crate::domain::ticket::TicketState;

impl Day {
    pub(super) fn resume(&self, desk: DeskNumber, ticket: TicketNumber) -> Result<Decision, Refusal> {
        self.must_be_free(desk)?;
        let found = self.ticket(ticket).ok_or(Refusal::UnknownTicket)?;
        match found.state {
            TicketState::Parked { .. } => self.summon(desk, found, Reason::Resumed),
            _ => Err(Refusal::NotParked(ticket)),
        }
    }
}
