//! Finishing the current step.

use super::{Day, Decision};
use crate::domain::code::{DeskNumber, ServiceCode};
use crate::domain::command::Outcome;
use crate::domain::event::{Entry, Event, Sequence};
use crate::domain::number::TicketNumber;
use crate::domain::refusal::Refusal;
use crate::domain::ticket::{Ticket, TicketState};
use jiff::{SignedDuration, Timestamp};

impl Day {
    pub(super) fn finish(
        &self,
        desk: DeskNumber,
        expected: Option<TicketNumber>,
        now: Timestamp,
    ) -> Result<Decision, Refusal> {
        let ticket = self.must_be_at(desk, expected)?;
        match ticket.state {
            TicketState::Serving { .. } => {
                let another_order = self.another_order(ticket, now);
                let next = match &another_order {
                    Some(Event::StepsOrdered { services, .. }) => services.first(),
                    _ => ticket.steps.iter().filter(|step| step.is_to_come()).map(|step| &step.service).nth(1),
                };
                let next_from = next.map_or(now, |next| self.callable_from(desk, next, now));
                let finished = Event::Finished { ticket: ticket.number, desk, next_from };
                let events = std::iter::once(finished).chain(another_order).collect();
                Ok(Decision { events, outcome: Outcome::Changed(ticket.number) })
            }
            _ => Err(Refusal::NotServing(ticket.number)),
        }
    }

    /// Finishes the current step and calls the next ticket, as the desk would after it; a paused desk calls none.
    pub(super) fn finish_and_call_next(
        &self,
        desk: DeskNumber,
        expected: Option<TicketNumber>,
        now: Timestamp,
    ) -> Result<Decision, Refusal> {
        let Decision { mut events, outcome } = self.finish(desk, expected, now)?;
        let mut after = self.clone();
        for event in &events {
            let sequence = Sequence(after.sequence.0 + 1);
            after.apply(&Entry { sequence, at: now, event: event.clone() });
        }
        let call = match after.call_next(desk, now) {
            Err(Refusal::DeskPaused(_)) => return Ok(Decision { events, outcome: Outcome::QueueEmpty }),
            decided => decided?,
        };
        let number = match outcome {
            Outcome::Changed(number) => Some(number),
            _ => None,
        };
        events.extend(call.events.into_iter().map(|event| match event {
            Event::Called { ticket, desk, call, why, is_quiet, .. } => {
                Event::Called { ticket, desk, call, why, is_quiet, finished: number }
            }
            other => other,
        }));
        Ok(Decision { events, outcome: call.outcome })
    }

    /// The earliest call for a service to a visitor who leaves a desk now: at once, if this very desk does it.
    pub(super) fn callable_from(&self, desk: DeskNumber, service: &ServiceCode, now: Timestamp) -> Timestamp {
        if self.desk(desk).services.contains(service) { now } else { self.after_walk(now) }
    }

    /// The earliest call at another desk for a visitor who leaves a desk now.
    pub(super) fn after_walk(&self, now: Timestamp) -> Timestamp {
        let walk = SignedDuration::from_mins(i64::from(self.site.rules().walk_minutes));
        now.saturating_add(walk).unwrap_or(now)
    }

    /// Another order for the later steps, when the next institution has left by now and another one is present. Otherwise
    /// the printed order stays: a slip that is wrong costs the visitor more than it saves.
    fn another_order(&self, ticket: &Ticket, now: Timestamp) -> Option<Event> {
        let to_come = ticket.steps.iter().filter(|step| step.is_to_come()).skip(1);
        let services: Vec<ServiceCode> = to_come.map(|step| step.service.clone()).collect();
        let next = services.first()?;
        if self.must_come_in_time(next, now).is_ok() && self.is_here_now(next, now) {
            return None;
        }
        let planned = self.planned(services.clone(), &ticket.needs, now);
        let is_better = planned.first().is_some_and(|first| first != next && self.is_here_now(first, now));
        is_better.then_some(Event::StepsOrdered { ticket: ticket.number, services: planned })
    }

    fn is_here_now(&self, service: &ServiceCode, now: Timestamp) -> bool {
        self.open_desks(service) > 0 || self.site.institution_of(service).is_some_and(|it| self.site.is_here(it, now))
    }
}
