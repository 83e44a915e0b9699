//! Making an event true. Total: an event that does not fit changes as little as it can, and [`Day::verify`] tells.

use super::Day;
use super::remembered::Remembered;
use crate::domain::call::Call;
use crate::domain::code::DeskNumber;
use crate::domain::desk::{DeskNow, DeskState};
use crate::domain::event::{Entry, Event};
use crate::domain::step::Step;
use crate::domain::ticket::{Ticket, TicketNumber, TicketState};
use jiff::Timestamp;
use std::sync::Arc;

/// How many calls a day remembers for the board; the room has fewer desks, and each has one open call at most, but a desk
/// may recall many times.
const CALLS_KEPT: usize = 256;

impl Day {
    /// Makes an event true.
    pub fn apply(&mut self, entry: &Entry) {
        self.sequence = entry.sequence;
        if let Some(key) = &entry.key {
            self.keys.insert(key.clone(), Remembered::of(&entry.event));
        }
        let at = entry.at;
        match &entry.event {
            Event::DayOpened { date, last_call } => {
                *self = Day { sequence: entry.sequence, date: Some(*date), last_call: *last_call, ..self.emptied() };
            }
            Event::DayClosed => self.calls.clear(),
            Event::DeskOpened { desk, languages, services } => {
                let current = self.desk(*desk).current;
                let (languages, services) = (languages.clone(), services.clone());
                self.desks.insert(*desk, DeskNow { state: DeskState::Open, languages, services, current });
            }
            Event::DeskPaused { desk } => {
                if let Some(desk) = self.desks.get_mut(desk) {
                    desk.state = DeskState::Paused;
                }
            }
            Event::DeskClosed { desk } => {
                self.desks.insert(*desk, DeskNow::CLOSED);
            }
            Event::Issued { number, token, needs, steps, language } => {
                let place = self.tickets.len() as u64;
                let steps: Vec<Step> = steps.iter().cloned().map(Step::to_come).collect();
                let state = TicketState::Waiting { since: at };
                let (needs, language) = (needs.clone(), language.clone());
                let ticket = Ticket {
                    number: *number,
                    token: *token,
                    needs,
                    steps,
                    language,
                    place,
                    issued_at: at,
                    state,
                    why: Vec::new(),
                    slip: None,
                };
                self.add(ticket);
            }
            Event::SlipReported { ticket, outcome } => self.change(*ticket, |ticket| ticket.slip = Some(*outcome)),
            Event::Called { ticket, desk, call, why } => {
                self.call(Call { number: *call, ticket: *ticket, desk: *desk, at, is_recall: false });
                let state = TicketState::Called { desk: *desk, call: *call, at };
                self.change(*ticket, |ticket| {
                    ticket.state = state;
                    ticket.why = why.clone();
                });
                self.seat(*desk, Some(*ticket));
            }
            Event::Recalled { ticket, desk, call } => {
                self.call(Call { number: *call, ticket: *ticket, desk: *desk, at, is_recall: true });
                self.change(*ticket, |ticket| {
                    if let TicketState::Called { call: counted, .. } = &mut ticket.state {
                        *counted = *call;
                    }
                });
            }
            Event::Started { ticket, desk } => {
                let state = TicketState::Serving { desk: *desk, since: at };
                self.change(*ticket, |ticket| ticket.state = state);
            }
            Event::MarkedNoShow { ticket, desk } => {
                let state = TicketState::NoShow { desk: *desk, at };
                self.change(*ticket, |ticket| ticket.state = state);
                self.seat(*desk, None);
            }
            Event::TakenBack { ticket } => {
                self.change(*ticket, |ticket| ticket.state = TicketState::Waiting { since: at });
            }
            Event::Finished { ticket, desk } => {
                self.change(*ticket, |ticket| finish_step(ticket, *desk, at));
                self.seat(*desk, None);
            }
            Event::Withdrawn { ticket } => {
                if let Some(desk) = self.ticket(*ticket).and_then(|ticket| ticket.state.desk()) {
                    self.seat(desk, None);
                }
                self.change(*ticket, |ticket| ticket.state = TicketState::Withdrawn { at });
            }
        }
    }

    fn emptied(&self) -> Day {
        Day::new(Arc::clone(&self.site))
    }

    fn add(&mut self, ticket: Ticket) {
        let place = ticket.place;
        self.by_number.insert(ticket.number, place);
        self.by_token.insert(ticket.token, place);
        let count = self.counts.entry(ticket.number.letter).or_default();
        *count = (*count).max(ticket.number.count);
        if let Some(step) = ticket.current_step() {
            self.queues.join(&step.service, place);
        }
        self.tickets.push(Arc::new(ticket));
    }

    /// Changes a ticket and keeps the queues in step with it.
    fn change(&mut self, number: TicketNumber, change: impl FnOnce(&mut Ticket)) {
        let Some(place) = self.by_number.get(&number).and_then(|place| usize::try_from(*place).ok()) else { return };
        let Some(shared) = self.tickets.get_mut(place) else { return };
        let ticket = Arc::make_mut(shared);
        if let Some(step) = ticket.current_step() {
            self.queues.leave(&step.service, ticket.place);
        }
        change(ticket);
        if ticket.is_waiting()
            && let Some(step) = ticket.current_step()
        {
            self.queues.join(&step.service, ticket.place);
        }
    }

    fn seat(&mut self, desk: DeskNumber, current: Option<TicketNumber>) {
        self.desks.entry(desk).or_insert(DeskNow::CLOSED).current = current;
    }

    fn call(&mut self, call: Call) {
        self.last_call = self.last_call.max(call.number);
        if self.calls.len() == CALLS_KEPT {
            self.calls.remove(0);
        }
        self.calls.push(call);
    }
}

fn finish_step(ticket: &mut Ticket, desk: DeskNumber, at: Timestamp) {
    if let Some(step) = ticket.steps.iter_mut().find(|step| step.done_at.is_none()) {
        step.done_at = Some(desk);
    }
    ticket.state = match ticket.current_step() {
        Some(_) => TicketState::Waiting { since: at },
        None => TicketState::Served { at },
    };
}
