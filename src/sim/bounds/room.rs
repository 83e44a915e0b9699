//! The record of the bounds' check: waiting tickets, open desks, and the calls that may come before others.

use super::{Bound, minutes};
use crate::domain::{
    Day, DeskNow, DeskNumber, DeskState, Entry, Event, Rules, ServiceCode, Ticket, TicketNumber, TicketState,
};
use jiff::{SignedDuration, Timestamp};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// The waiting room and its desks before an event.
#[derive(Debug, Default)]
pub(super) struct Room {
    pub(super) waiting: BTreeMap<TicketNumber, WatchedTicket>,
    desks: BTreeMap<DeskNumber, WatchedDesk>,
}

/// A ticket while it waits for one step.
#[derive(Debug)]
pub(super) struct WatchedTicket {
    pub(super) ticket: Arc<Ticket>,
    service: ServiceCode,
    /// From when on it may be called.
    since: Timestamp,
    only: Option<DeskNumber>,
    /// By service: the calls still needed by tickets that came before it, or within the language bound after it.
    ahead: BTreeMap<ServiceCode, usize>,
    /// By desk: its calls of other tickets while it could have called this one.
    pub(super) passes: BTreeMap<DeskNumber, usize>,
    /// Bounds already counted as violated for this wait.
    violated: BTreeSet<Bound>,
}

#[derive(Debug)]
struct WatchedDesk {
    now: DeskNow,
    idle_since: Option<Timestamp>,
}

impl WatchedTicket {
    /// Records a violation; false when it was counted for this wait before.
    pub(super) fn is_first_violation(&mut self, bound: Bound) -> bool {
        self.violated.insert(bound)
    }
}

impl Room {
    /// Whether a desk could have called a ticket by the rules: service, walk, language.
    pub(super) fn could_call(&self, desk: DeskNumber, waiting: &WatchedTicket, rules: &Rules, now: Timestamp) -> bool {
        let Some(WatchedDesk { now: at_desk, .. }) = self.desks.get(&desk) else { return false };
        let language = &waiting.ticket.language;
        let is_elsewhere = || self.others(desk, waiting).any(|other| other.languages.contains(language));
        let is_left = || now.duration_since(waiting.since) < minutes(rules.language_minutes) && is_elsewhere();
        let is_here = waiting.since <= now && waiting.only.is_none_or(|only| only == desk);
        is_here && at_desk.services.contains(&waiting.service) && (at_desk.languages.contains(language) || !is_left())
    }

    /// Whether a desk speaks a ticket's language and another desk for the service does not.
    pub(super) fn prefers(&self, desk: DeskNumber, waiting: &WatchedTicket) -> bool {
        let speaks = |desk: &DeskNow| desk.languages.contains(&waiting.ticket.language);
        self.desks.get(&desk).is_some_and(|seated| speaks(&seated.now))
            && self.others(desk, waiting).any(|other| !speaks(other))
    }

    fn others<'r>(&'r self, desk: DeskNumber, waiting: &'r WatchedTicket) -> impl Iterator<Item = &'r DeskNow> {
        let others = self.desks.iter().filter(move |(number, _)| **number != desk).map(|(_, seated)| &seated.now);
        others.filter(|other| other.state == DeskState::Open && other.services.contains(&waiting.service))
    }

    /// How many calls of this desk may precede that of a ticket by age and language.
    pub(super) fn calls_ahead(&self, number: TicketNumber, desk: DeskNumber) -> usize {
        let (Some(waiting), Some(seated)) = (self.waiting.get(&number), self.desks.get(&desk)) else { return 0 };
        let at_desk = waiting.ahead.iter().filter(|(service, _)| seated.now.services.contains(service));
        at_desk.map(|(_, calls)| calls).sum()
    }

    pub(super) fn idle_since(&self, desk: DeskNumber) -> Option<Timestamp> {
        self.desks.get(&desk)?.idle_since
    }

    pub(super) fn idle_desks(&self) -> impl Iterator<Item = DeskNumber> {
        self.desks.iter().filter(|(_, seated)| seated.idle_since.is_some()).map(|(number, _)| *number)
    }

    /// Whether a ticket has waited longer than `patience` while this desk was idle and could have called it.
    pub(super) fn was_left_beside(
        &self,
        desk: DeskNumber,
        waiting: &WatchedTicket,
        rules: &Rules,
        now: Timestamp,
        patience: SignedDuration,
    ) -> bool {
        let Some(WatchedDesk { now: at_desk, idle_since: Some(idle_since) }) = self.desks.get(&desk) else {
            return false;
        };
        let speaks = at_desk.languages.contains(&waiting.ticket.language);
        let language = minutes(if speaks { 0 } else { rules.language_minutes });
        let could_since = (waiting.since + language).max(*idle_since);
        let is_for_it = at_desk.services.contains(&waiting.service) && waiting.only.is_none_or(|only| only == desk);
        is_for_it && now.duration_since(could_since) > patience
    }

    /// The tickets and desks that an event concerns.
    pub(super) fn touched(&self, event: &Event) -> (Vec<TicketNumber>, Vec<DeskNumber>) {
        let (ticket, desk) = about(event);
        let left = self.desks.iter().filter(|(_, seated)| ticket.is_some() && seated.now.current == ticket);
        let mut desks: Vec<DeskNumber> = left.map(|(number, _)| *number).chain(desk).collect();
        desks.dedup();
        (ticket.into_iter().collect(), desks)
    }

    /// Updates the record with an event.
    pub(super) fn change(&mut self, day: &Day, entry: &Entry) {
        let (tickets, desks) = self.touched(&entry.event);
        for desk in desks {
            self.change_desk(day, desk, entry);
        }
        for number in tickets {
            let Some(ticket) = day.ticket(number) else { continue };
            self.lengthen(day, ticket, entry);
            self.change_ticket(day, ticket, entry.at);
        }
    }

    fn change_desk(&mut self, day: &Day, desk: DeskNumber, entry: &Entry) {
        let now = day.desk(desk).clone();
        let before = self.idle_since(desk).filter(|_| !matches!(entry.event, Event::DeskOpened { .. }));
        let idle_since = is_idle(&now).then(|| before.unwrap_or(entry.at));
        if matches!(entry.event, Event::DeskOpened { .. }) {
            // Other services or languages give another order, so earlier passes no longer count.
            for waiting in self.waiting.values_mut() {
                waiting.passes.remove(&desk);
            }
        }
        self.desks.insert(desk, WatchedDesk { now, idle_since });
    }

    fn change_ticket(&mut self, day: &Day, ticket: &Arc<Ticket>, now: Timestamp) {
        let (TicketState::Waiting { since, only }, Some(step)) = (ticket.state, ticket.current_step()) else {
            self.waiting.remove(&ticket.number);
            return;
        };
        let service = &step.service;
        let known = self.waiting.get_mut(&ticket.number);
        if let Some(known) = known.filter(|known| known.since == since && known.service == *service) {
            (known.ticket, known.only) = (Arc::clone(ticket), only);
            return;
        }
        let language = minutes(day.site().rules().language_minutes);
        let mut ahead = BTreeMap::new();
        for other in day.tickets().filter(|other| other.number != ticket.number) {
            if other.state.is_in_the_day() && other.aged_since.min(now) <= ticket.aged_since + language {
                let is_called = usize::from(!other.is_waiting());
                for step in other.steps.iter().filter(|step| step.is_to_come()).skip(is_called) {
                    *ahead.entry(step.service.clone()).or_default() += 1;
                }
            }
        }
        let (passes, violated) = Default::default();
        let (ticket, service) = (Arc::clone(ticket), service.clone());
        self.waiting.insert(ticket.number, WatchedTicket { ticket, service, since, only, ahead, passes, violated });
    }

    /// A ticket needs more calls than before, which may precede those of others.
    fn lengthen(&mut self, day: &Day, ticket: &Ticket, entry: &Entry) {
        let current = || ticket.current_step().map(|step| step.service.clone());
        let more: Vec<ServiceCode> = match &entry.event {
            Event::Issued { steps, .. } => steps.clone(),
            Event::StepAdded { service, .. } => vec![service.clone()],
            Event::TakenBack { .. } | Event::Transferred { .. } => current().into_iter().collect(),
            _ => return,
        };
        let language = minutes(day.site().rules().language_minutes);
        let came = ticket.aged_since.min(entry.at);
        let later = self.waiting.values_mut().filter(|waiting| waiting.ticket.number != ticket.number);
        for waiting in later.filter(|waiting| came <= waiting.ticket.aged_since + language) {
            for service in &more {
                *waiting.ahead.entry(service.clone()).or_default() += 1;
            }
        }
    }
}

/// Whether a desk is open without a ticket.
pub(super) fn is_idle(desk: &DeskNow) -> bool {
    desk.state == DeskState::Open && desk.current.is_none()
}

fn about(event: &Event) -> (Option<TicketNumber>, Option<DeskNumber>) {
    match event {
        Event::DeskOpened { desk, .. } | Event::DeskPaused { desk } | Event::DeskClosed { desk } => (None, Some(*desk)),
        Event::Called { ticket, desk, .. }
        | Event::Recalled { ticket, desk, .. }
        | Event::Started { ticket, desk }
        | Event::MarkedNoShow { ticket, desk }
        | Event::Finished { ticket, desk, .. }
        | Event::Parked { ticket, desk }
        | Event::Transferred { ticket, desk, .. }
        | Event::StepDropped { ticket, desk, .. } => (Some(*ticket), Some(*desk)),
        Event::Undone { ticket, desk, .. } => (Some(*ticket), *desk),
        Event::Issued { number, .. } => (Some(*number), None),
        Event::CarriedOver { ticket } => (Some(ticket.number), None),
        Event::ClassSet { ticket, .. }
        | Event::TakenBack { ticket, .. }
        | Event::StepAdded { ticket, .. }
        | Event::StepsOrdered { ticket, .. }
        | Event::CopyRequested { ticket }
        | Event::SlipRequested { ticket, .. }
        | Event::CopyReported { ticket, .. }
        | Event::Withdrawn { ticket, .. }
        | Event::SlipReported { ticket, .. } => (Some(*ticket), None),
        Event::DayOpened { .. }
        | Event::DayClosed
        | Event::DayRedated { .. }
        | Event::ClockSet(_)
        | Event::EntriesLost { .. }
        | Event::Booked { .. }
        | Event::Unbooked { .. } => (None, None),
    }
}
