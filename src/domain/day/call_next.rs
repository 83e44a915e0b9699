//! Calling the next ticket by the rules, or one that the staff choose.

use super::{Day, Decision};
use crate::domain::call::{CallNumber, Reason};
use crate::domain::code::DeskNumber;
use crate::domain::command::Outcome;
use crate::domain::desk::{DeskNow, DeskState};
use crate::domain::event::Event;
use crate::domain::number::TicketNumber;
use crate::domain::queue::{self, Match, Pick, Seat, Waiter};
use crate::domain::refusal::Refusal;
use crate::domain::ticket::{Ticket, TicketState};
use crate::domain::time::minutes_between;
use jiff::Timestamp;
use std::sync::Arc;

impl Day {
    pub(super) fn call_next(&self, desk: DeskNumber, now: Timestamp) -> Result<Decision, Refusal> {
        let seat = self.seat_of(desk, self.must_be_free(desk)?);
        let candidates = self.candidates(&seat, 1, now);
        match self.pick(&candidates, &seat, &self.seats(), &[], now) {
            Some((pick, ticket)) => Ok(self.called(desk, ticket, queue::why(&pick, ticket, now))),
            None => Ok(Decision { events: Vec::new(), outcome: Outcome::QueueEmpty }),
        }
    }

    /// The next tickets that a desk would call at this moment, at most so many: the first is the one that
    /// [`Command::CallNext`](crate::domain::Command::CallNext) calls. Empty for a closed desk; a paused or busy desk is
    /// treated as if it were free.
    pub fn would_call(&self, desk: DeskNumber, most: usize, now: Timestamp) -> Vec<&Arc<Ticket>> {
        let at_desk = self.desk(desk);
        if at_desk.state == DeskState::Closed {
            return Vec::new();
        }
        let (mut seat, seats) = (self.seat_of(desk, at_desk), self.seats());
        let candidates = self.candidates(&seat, most, now);
        let (mut line, mut called) = (Vec::new(), Vec::new());
        while line.len() < most {
            let Some((pick, ticket)) = self.pick(&candidates, &seat, &seats, &called, now) else { break };
            seat.passed = queue::passed_after(seat.passed, pick.passes);
            called.push(pick.place);
            line.push(ticket);
        }
        line
    }

    /// Waiting tickets among which are the first so many that a desk would call.
    fn candidates(&self, seat: &Seat, most: usize, now: Timestamp) -> Vec<&Waiter> {
        self.queues.candidates(seat, most, self.site.rules(), now.as_millisecond())
    }

    /// The next ticket for a desk among the candidates, other than those at these places.
    fn pick(
        &self,
        candidates: &[&Waiter],
        seat: &Seat,
        seats: &[Seat],
        but: &[u64],
        now: Timestamp,
    ) -> Option<(Pick, &Arc<Ticket>)> {
        let waiters = candidates.iter().copied().filter(|waiter| !but.contains(&waiter.place));
        let pick = queue::next(waiters, seat, seats, self.site.rules(), now)?;
        Some((pick, self.ticket_at(pick.place)?))
    }

    pub(super) fn call_chosen(
        &self,
        desk: DeskNumber,
        ticket: TicketNumber,
        now: Timestamp,
    ) -> Result<Decision, Refusal> {
        self.must_be_free(desk)?;
        let found = self.ticket(ticket).ok_or(Refusal::UnknownTicket)?;
        match found.state {
            TicketState::Waiting { since, .. } if self.is_on_the_way(since, now) => Err(Refusal::OnTheWay(ticket)),
            TicketState::Waiting { .. } => {
                let mut decision = self.summon(desk, found, Reason::Chosen)?;
                if let Some(Event::Called { why, .. }) = decision.events.first_mut() {
                    why.insert(1, Reason::Waited { minutes: minutes_between(found.issued_at, now) });
                }
                Ok(decision)
            }
            _ => Err(Refusal::NotWaiting(ticket)),
        }
    }

    fn is_on_the_way(&self, since: Timestamp, now: Timestamp) -> bool {
        queue::is_on_the_way(since.as_millisecond(), self.site.rules(), now.as_millisecond())
    }

    /// Calls a ticket that the staff have chosen. The desk must do its service now, or be able to by the site file; a ticket
    /// without a place may be called to any desk.
    pub(super) fn summon(&self, desk: DeskNumber, ticket: &Ticket, reason: Reason) -> Result<Decision, Refusal> {
        let at_desk = self.desk(desk);
        let step = ticket.current_step().ok_or(Refusal::HasLeft(ticket.number))?;
        let can = self.site.desk(desk).is_some_and(|known| known.services.contains(&step.service));
        if !can && !at_desk.services.contains(&step.service) && self.has_place(ticket) {
            return Err(Refusal::ServiceNotAtDesk { desk, service: step.service.clone() });
        }
        let language =
            if at_desk.languages.contains(&ticket.language) { Match::SpokenEverywhere } else { Match::Foreign };
        let why = std::iter::once(reason).chain(queue::more_reasons(language, ticket)).collect();
        Ok(self.called(desk, ticket, why))
    }

    /// A desk that may call: open and without a ticket.
    pub(super) fn must_be_free(&self, desk: DeskNumber) -> Result<&DeskNow, Refusal> {
        let at_desk = self.must_be_seated(desk)?;
        match at_desk.current {
            Some(ticket) => Err(Refusal::DeskBusy { desk, ticket }),
            None if at_desk.state == DeskState::Paused => Err(Refusal::DeskPaused(desk)),
            None => Ok(at_desk),
        }
    }

    /// A desk that is open or paused.
    pub(super) fn must_be_seated(&self, desk: DeskNumber) -> Result<&DeskNow, Refusal> {
        self.must_know(desk)?;
        let at_desk = self.desk(desk);
        if at_desk.state == DeskState::Closed { Err(Refusal::DeskClosed(desk)) } else { Ok(at_desk) }
    }

    fn called(&self, desk: DeskNumber, ticket: &Ticket, why: Vec<Reason>) -> Decision {
        let (number, call) = (ticket.number, self.next_call());
        let is_quiet = self.is_quiet(ticket);
        let called = Event::Called { ticket: number, desk, call, why, is_quiet, finished: None };
        Decision { events: vec![called], outcome: Outcome::Called { desk, ticket: number, call } }
    }

    pub(super) fn next_call(&self) -> CallNumber {
        CallNumber(self.last_call.0 + 1)
    }
}
