//! Repeating the call of the current ticket.

use super::{Day, Decision};
use crate::domain::code::DeskNumber;
use crate::domain::command::{MAX_RECALLS, Outcome};
use crate::domain::event::Event;
use crate::domain::number::TicketNumber;
use crate::domain::refusal::Refusal;

impl Day {
    pub(super) fn recall(&self, desk: DeskNumber, expected: Option<TicketNumber>) -> Result<Decision, Refusal> {
        let ticket = self.must_be_called(desk, expected)?;
        if self.desk(desk).recalls >= MAX_RECALLS {
            return Err(Refusal::TooManyRecalls(ticket));
        }
        let call = self.next_call();
        let events = vec![Event::Recalled { ticket, desk, call }];
        Ok(Decision { events, outcome: Outcome::Called { desk, ticket, call } })
    }
}
