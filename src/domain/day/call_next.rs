//! Summoning whoever is next.

use super::{Day, Decision};
use crate::domain::call::CallNumber;
use crate::domain::code::DeskNumber;
use crate::domain::command::Outcome;
use crate::domain::desk::DeskState;
use crate::domain::event::Event;
use crate::domain::queue;
use crate::domain::refusal::Refusal;
use jiff::Timestamp;

impl Day {
    pub(super) fn call_next(&self, desk: DeskNumber, now: Timestamp) -> Result<Decision, Refusal> {
        self.must_know(desk)?;
        let at_desk = self.desk(desk);
        match at_desk.state {
            DeskState::Closed => return Err(Refusal::DeskClosed(desk)),
            DeskState::Paused => return Err(Refusal::DeskPaused(desk)),
            DeskState::Open => {}
        }
        if let Some(ticket) = at_desk.current {
            return Err(Refusal::DeskBusy { desk, ticket });
        }
        let next = self.queues.next(&at_desk.services).and_then(|place| self.tickets.get(usize::try_from(place).ok()?));
        let Some(ticket) = next else {
            return Ok(Decision { events: Vec::new(), outcome: Outcome::NobodyWaiting });
        };
        let (number, call) = (ticket.number, self.next_call());
        let called = Event::Called { ticket: number, desk, call, why: queue::why(ticket, now) };
        Ok(Decision { events: vec![called], outcome: Outcome::Called { desk, ticket: number, call } })
    }

    pub(super) fn next_call(&self) -> CallNumber {
        CallNumber(self.last_call.0 + 1)
    }
}
