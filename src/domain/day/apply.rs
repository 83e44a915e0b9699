//! Applies events to the day. Never fails: an event that does not fit changes as little as possible, and
//! [`Day::verify`] reports the contradiction.

use super::Day;
use crate::domain::appointment::Appointment;
use crate::domain::call::{Call, Reason};
use crate::domain::class::Class;
use crate::domain::code::{DeskNumber, ServiceCode};
use crate::domain::desk::{DeskNow, DeskState};
use crate::domain::event::{Entry, Event};
use crate::domain::learned::Learned;
use crate::domain::number::TicketNumber;
use crate::domain::promise::Promise;
use crate::domain::queue;
use crate::domain::slip::SlipPrinter;
use crate::domain::slip_copy::SlipCopy;
use crate::domain::slip_request::SlipRequest;
use crate::domain::step::{Step, StepState};
use crate::domain::ticket::{Ticket, TicketState};
use crate::domain::transfer::Target;
use jiff::Timestamp;
use std::sync::Arc;

/// How many calls are kept for the board. A room has far fewer desks, and each has one open call at most, but a call may be
/// repeated many times.
const CALLS_KEPT: usize = 256;

impl Day {
    /// Applies an event.
    pub fn apply(&mut self, entry: &Entry) {
        let before = self.before_act(&entry.event);
        self.fold(entry);
        self.remember_act(before, entry);
    }

    fn fold(&mut self, entry: &Entry) {
        self.sequence = entry.sequence;
        let at = entry.at;
        match &entry.event {
            Event::DayOpened { date, last_call, numbers, earlier, anchor } => {
                let (date, anchor, last_call) = (Some(*date), Some(*anchor), *last_call);
                let earlier = earlier.iter().copied().collect();
                let counts = numbers.iter().copied().collect();
                let (sequence, opened_at) = (entry.sequence, Some(at));
                let began_at = opened_at;
                *self =
                    Day { sequence, date, opened_at, began_at, anchor, last_call, counts, earlier, ..self.emptied() };
            }
            Event::DayClosed => self.calls.clear(),
            Event::DayRedated { date } => {
                self.date = Some(*date);
                for (letter, given) in &self.earlier {
                    let count = self.counts.entry(*letter).or_default();
                    *count = (*count).max(*given);
                }
            }
            Event::ClockSet(shift) => self.correct_times(shift),
            Event::EntriesLost { entries, numbers } => self.lose(at, *entries, numbers),
            Event::Booked { code, service, at } => {
                self.appointments.insert(*code, Appointment { service: service.clone(), at: *at });
            }
            Event::Unbooked { code } => {
                self.appointments.remove(code);
            }
            Event::DeskOpened { desk, languages, services, offered } => {
                let before = self.desk(*desk);
                let DeskNow { current, recalls, passed, .. } = *before;
                // A changed site file opens an open desk once more: that is no sign of people.
                let opened_at = if before.state == DeskState::Closed { Some(at) } else { before.opened_at };
                let (languages, services, offered) = (languages.clone(), services.clone(), offered.clone());
                let state = DeskState::Open;
                let opened = DeskNow { state, opened_at, languages, services, offered, current, recalls, passed };
                self.desks.insert(*desk, opened);
            }
            Event::DeskPaused { desk } => {
                if let Some(desk) = self.desks.get_mut(desk) {
                    desk.state = DeskState::Paused;
                }
            }
            Event::DeskClosed { desk } => {
                // Closing and opening again must not reset the bound on passing over.
                let passed = self.desk(*desk).passed;
                self.desks.insert(*desk, DeskNow { passed, ..DeskNow::CLOSED });
            }
            Event::Issued { number, token, needs, steps, language, class, appointment, promise } => {
                let today = || Promise::of(&self.site, needs, steps, language);
                let promise = promise.clone().unwrap_or_else(|| Arc::new(today()));
                let place = self.tickets.len() as u64;
                let steps: Vec<Step> = steps.iter().cloned().map(Step::to_come).collect();
                let booked = appointment.and_then(|code| self.appointments.remove(&code));
                let state = TicketState::Waiting { since: at, only: None };
                let (needs, language) = (needs.clone(), language.clone());
                let ticket = Ticket {
                    number: *number,
                    token: *token,
                    needs,
                    steps,
                    language,
                    promise,
                    place,
                    issued_at: at,
                    // A visitor who checks in early gains nothing before the hour of the appointment.
                    aged_since: booked.map_or(at, |booked| booked.at.max(at)),
                    class: *class,
                    issued_class: *class,
                    urgency: None,
                    state,
                    why: Vec::new(),
                    is_call_undone: false,
                    is_slip_requested: false,
                    slip: None,
                };
                self.add(ticket);
            }
            Event::CarriedOver { ticket } => {
                let place = self.tickets.len() as u64;
                if let Some(desk) = ticket.state.desk() {
                    self.seat(desk, Some(ticket.number));
                }
                self.add(Ticket { place, ..Ticket::clone(ticket) });
            }
            Event::SlipReported { ticket, outcome } => self.change(*ticket, |ticket| ticket.slip = Some(*outcome)),
            Event::SlipRequested { ticket, printer } => {
                if *printer == SlipPrinter::Site {
                    self.slips.push_back(SlipRequest { request: entry.sequence, ticket: *ticket });
                }
                self.change(*ticket, |ticket| ticket.is_slip_requested = true);
            }
            Event::CopyRequested { ticket } => {
                self.copies.push_back(SlipCopy {
                    request: entry.sequence,
                    ticket: *ticket,
                    asked_at: at,
                    outcome: None,
                });
            }
            Event::CopyReported { request, outcome, .. } => self.note_copy(*request, *outcome),
            Event::ClassSet { ticket, class, reason } => self.change(*ticket, |ticket| {
                ticket.class = *class;
                ticket.urgency = *reason;
            }),
            Event::Called { ticket, desk, call, why, is_quiet, .. } => {
                let heard = self.hear(*is_quiet);
                self.call(Call { number: *call, ticket: *ticket, desk: *desk, at, is_recall: false, heard });
                let state = TicketState::Called { desk: *desk, call: *call, at };
                self.change(*ticket, |ticket| {
                    ticket.state = state;
                    ticket.why = why.clone();
                    ticket.is_call_undone = false;
                });
                self.seat(*desk, Some(*ticket));
                self.count_pass(*desk, why);
            }
            Event::Recalled { ticket, desk, call } => {
                let is_quiet = self.ticket(*ticket).is_some_and(|ticket| self.is_quiet(ticket));
                let heard = self.hear(is_quiet);
                self.call(Call { number: *call, ticket: *ticket, desk: *desk, at, is_recall: true, heard });
                let at_desk = self.desks.entry(*desk).or_insert(DeskNow::CLOSED);
                at_desk.recalls = at_desk.recalls.saturating_add(1);
                self.change(*ticket, |ticket| {
                    if let TicketState::Called { call: counted, .. } = &mut ticket.state {
                        *counted = *call;
                    }
                });
            }
            Event::Started { ticket, desk } => {
                let state = TicketState::Serving { desk: *desk, since: at };
                self.learn(*ticket, |learned, _, ticket| learned.came(ticket));
                self.change(*ticket, |ticket| ticket.state = state);
                self.seat(*desk, Some(*ticket));
            }
            Event::MarkedNoShow { ticket, desk } => {
                self.learned.did_not_come();
                let state = TicketState::NoShow { desk: *desk, at };
                self.change(*ticket, |ticket| ticket.state = state);
                self.seat(*desk, None);
            }
            Event::TakenBack { ticket, keeps_age, .. } => {
                self.change(*ticket, |ticket| {
                    ticket.state = TicketState::Waiting { since: at, only: None };
                    if !keeps_age {
                        ticket.aged_since = match ticket.class {
                            Class::Appointment(hour) => hour.max(at),
                            _ => at,
                        };
                    }
                });
            }
            Event::Finished { ticket, desk, next_from } => {
                self.learn(*ticket, |learned, service, ticket| learned.served(service, ticket, at));
                self.change(*ticket, |ticket| {
                    end_step(ticket, StepState::Done(*desk));
                    go_on(ticket, *next_from, at);
                });
                self.seat(*desk, None);
            }
            Event::Parked { ticket, desk } => {
                self.change(*ticket, |ticket| ticket.state = TicketState::Parked { desk: *desk, at });
                self.seat(*desk, None);
            }
            Event::Transferred { ticket, desk, to, next_from, promise, .. } => {
                if let Target::Service(service) = to {
                    self.promise(*ticket, service, promise.as_ref());
                }
                self.change(*ticket, |ticket| hand_on(ticket, to, *next_from));
                self.seat(*desk, None);
            }
            Event::StepAdded { ticket, service, promise } => {
                self.promise(*ticket, service, promise.as_ref());
                self.change(*ticket, |ticket| ticket.steps.push(Step::to_come(service.clone())));
            }
            Event::StepDropped { ticket, service, desk } => self.change(*ticket, |ticket| {
                let step = ticket.steps.iter_mut().rfind(|step| step.is_to_come() && step.service == *service);
                if let Some(step) = step {
                    step.state = StepState::Dropped(*desk);
                }
                let was_somewhere = ticket.steps.iter().any(|step| step.done_at().is_some());
                match ticket.current_step() {
                    Some(_) => {}
                    None if was_somewhere => ticket.state = TicketState::Served { at },
                    None => ticket.state = TicketState::Withdrawn { at },
                }
            }),
            Event::StepsOrdered { ticket, services } => self.change(*ticket, |ticket| {
                ticket.steps.retain(|step| !step.is_to_come());
                ticket.steps.extend(services.iter().cloned().map(Step::to_come));
            }),
            Event::Withdrawn { ticket, .. } => {
                self.leave_desk(*ticket);
                self.change(*ticket, |ticket| ticket.state = TicketState::Withdrawn { at });
            }
            Event::Undone { ticket, desk, act } => self.undo_act(*ticket, *desk, *act),
        }
    }

    /// Adds a further service to what a ticket was promised.
    fn promise(&mut self, ticket: TicketNumber, service: &ServiceCode, promise: Option<&Promise>) {
        let site = Arc::clone(&self.site);
        self.change(ticket, |ticket| {
            let today = || Promise::of_service(&site, service, &ticket.language);
            let more = promise.cloned().unwrap_or_else(today);
            Arc::make_mut(&mut ticket.promise).add(more);
        });
    }

    fn emptied(&self) -> Day {
        Day { is_date_sure: self.is_date_sure, ..Day::new(Arc::clone(&self.site)) }
    }

    fn add(&mut self, ticket: Ticket) {
        let place = ticket.place;
        self.by_number.insert(ticket.number, place);
        self.by_token.insert(ticket.token, place);
        let count = self.counts.entry(ticket.number.letter).or_default();
        *count = (*count).max(ticket.number.count);
        self.queues.join(&ticket, self.standings.of_ticket(&self.site, &ticket));
        self.tickets.push_back(Arc::new(ticket));
    }

    /// Changes a ticket and keeps the queues in step with it.
    pub(super) fn change(&mut self, number: TicketNumber, change: impl FnOnce(&mut Ticket)) {
        let Some(place) = self.by_number.get(&number).and_then(|place| usize::try_from(*place).ok()) else { return };
        let Some(before) = self.tickets.get(place) else { return };
        self.queues.leave(before, self.standings.of_ticket(&self.site, before));
        let Some(shared) = self.tickets.get_mut(place) else { return };
        change(Arc::make_mut(shared));
        self.queues.join(shared, self.standings.of_ticket(&self.site, shared));
    }

    pub(super) fn learn(&mut self, ticket: TicketNumber, learn: impl FnOnce(&mut Learned, &ServiceCode, &Ticket)) {
        let Some(ticket) = self.ticket(ticket).cloned() else { return };
        if let Some(step) = ticket.current_step() {
            learn(&mut self.learned, &step.service, &ticket);
        }
    }

    fn count_pass(&mut self, desk: DeskNumber, why: &[Reason]) {
        let passes = why.iter().any(|reason| matches!(reason, Reason::GoesFirst { .. }));
        // Calls that the staff choose do not count towards the bound on the rules.
        let is_chosen = why.iter().any(|reason| matches!(reason, Reason::Chosen | Reason::Resumed));
        if let Some(desk) = self.desks.get_mut(&desk).filter(|_| !is_chosen) {
            desk.passed = queue::passed_after(desk.passed, passes);
        }
    }

    fn leave_desk(&mut self, ticket: TicketNumber) {
        if let Some(desk) = self.ticket(ticket).and_then(|ticket| ticket.state.desk()) {
            self.seat(desk, None);
        }
    }

    fn seat(&mut self, desk: DeskNumber, current: Option<TicketNumber>) {
        let at_desk = self.desks.entry(desk).or_insert(DeskNow::CLOSED);
        if at_desk.current != current {
            at_desk.recalls = 0;
        }
        at_desk.current = current;
    }

    /// Counts a call that the room hears.
    fn hear(&mut self, is_quiet: bool) -> Option<u64> {
        self.heard += u64::from(!is_quiet);
        (!is_quiet).then_some(self.heard)
    }

    fn call(&mut self, call: Call) {
        self.last_call = self.last_call.max(call.number);
        if self.calls.len() == CALLS_KEPT {
            self.calls.pop_front();
        }
        self.calls.push_back(call);
    }
}

/// Ends the current step.
fn end_step(ticket: &mut Ticket, state: StepState) {
    if let Some(step) = ticket.steps.iter_mut().find(|step| step.is_to_come()) {
        step.state = state;
    }
}

/// Moves a ticket to its next step, or out of the day.
fn go_on(ticket: &mut Ticket, next_from: Timestamp, at: Timestamp) {
    ticket.state = match ticket.current_step() {
        Some(_) => TicketState::Waiting { since: next_from, only: None },
        None => TicketState::Served { at },
    };
}

fn hand_on(ticket: &mut Ticket, to: &Target, next_from: Timestamp) {
    let only = match to {
        Target::Desk(desk) => Some(*desk),
        Target::Service(service) => {
            // The service may be one of the later steps already.
            ticket.steps.retain(|step| !(step.is_to_come() && step.service == *service));
            match ticket.steps.iter_mut().find(|step| step.is_to_come()) {
                Some(step) => step.service = service.clone(),
                None => ticket.steps.push(Step::to_come(service.clone())),
            }
            None
        }
    };
    ticket.state = TicketState::Waiting { since: next_from, only };
}
