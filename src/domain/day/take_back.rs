//! Putting a no-show back into the queue; within the grace time at its old place.

use super::{Day, Decision};
use crate::domain::code::DeskNumber;
use crate::domain::command::Outcome;
use crate::domain::event::Event;
use crate::domain::number::TicketNumber;
use crate::domain::refusal::Refusal;
use crate::domain::ticket::TicketState;
use jiff::{SignedDuration, Timestamp};

impl Day {
    pub(super) fn take_back(
        &self,
        desk: DeskNumber,
        ticket: TicketNumber,
        now: Timestamp,
    ) -> Result<Decision, Refusal> {
        self.must_know(desk)?;
        let TicketState::NoShow { at, .. } = self.ticket(ticket).ok_or(Refusal::UnknownTicket)?.state else {
            return Err(Refusal::NotNoShow(ticket));
        };
        let grace = SignedDuration::from_mins(i64::from(self.site.rules().grace_minutes));
        let keeps_age = now.duration_since(at) <= grace;
        let taken_back = Event::TakenBack { ticket, keeps_age, desk: Some(desk) };
        Ok(Decision { events: vec![taken_back], outcome: Outcome::Changed(ticket) })
    }
}
