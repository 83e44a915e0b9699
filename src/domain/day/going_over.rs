//! Who goes over into the next business day: a house may be at work when the day ends.
//!
//! A visitor who waits may not be lost, and no forgotten ticket may outlive the night. Hours alone can't tell the two
//! apart, as many sites give none, so a sign of people is needed as well: a visitor at the desk, a desk that was opened, or
//! a new ticket, in the last hours of the day. Where the date is not sure, that sign is enough: the clock may be hours slow,
//! and the end of its day in the middle of the morning. A ticket goes over once.

use super::Day;
use crate::domain::code::{DeskNumber, ServiceCode};
use crate::domain::desk::{DeskNow, DeskState};
use crate::domain::event::Event;
use crate::domain::number::{Letter, TicketNumber};
use crate::domain::ticket::{Ticket, TicketState};
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// How long before the end of the day an act, an opened desk or a new ticket still shows that people are in the house.
const SIGN_OF_PEOPLE: SignedDuration = SignedDuration::from_hours(3);

/// The desks and tickets that go over.
#[derive(Debug, Default)]
pub(super) struct GoingOver {
    desks: BTreeSet<DeskNumber>,
    tickets: BTreeMap<TicketNumber, Arc<Ticket>>,
}

/// The end of a business day, seen from a moment after it.
struct EndOfDay {
    end: Timestamp,
    now: Timestamp,
}

impl GoingOver {
    pub(super) fn has_desk(&self, desk: DeskNumber) -> bool {
        self.desks.contains(&desk)
    }

    pub(super) fn has_ticket(&self, ticket: TicketNumber) -> bool {
        self.tickets.contains_key(&ticket)
    }
}

impl Day {
    /// Who goes over into the day with this date.
    pub(super) fn going_over(&self, date: Date, now: Timestamp) -> GoingOver {
        let mut over = self.staying_on(date, now);
        for ticket in self.tickets.iter().filter(|it| it.state.is_in_the_day() && self.is_of(it.newest_time(), date)) {
            over.tickets.insert(ticket.number, Arc::clone(ticket));
        }
        let opened = self.desks.iter().filter_map(|(number, desk)| Some((*number, desk.opened_at?)));
        let signs = opened.chain(self.tickets.iter().filter_map(|ticket| sign_at_a_desk(ticket)));
        let used: BTreeSet<DeskNumber> =
            signs.filter(|(_, at)| self.is_of(*at, date)).map(|(number, _)| number).collect();
        over.desks.extend(used.into_iter().filter(|number| self.desk(*number).state != DeskState::Closed));
        over
    }

    /// Whether a moment belongs to the date that begins, or to a later one: only after the clock was set.
    fn is_of(&self, at: Timestamp, date: Date) -> bool {
        self.site.business_date(at) >= date
    }

    /// Who goes over because the house is at work at the end of the day.
    fn staying_on(&self, date: Date, now: Timestamp) -> GoingOver {
        let end = self.date.filter(|_| self.is_next(date)).and_then(|open| self.site.end_of_date(open));
        let Some(end) = end.and_then(|end| self.site.moment(end)) else { return GoingOver::default() };
        let day_end = EndOfDay { end, now };
        let opened = self.desks.iter().filter_map(|(number, desk)| Some((*number, desk.opened_at?)));
        let moved = self.tickets.iter().filter_map(|ticket| sign_at_a_desk(ticket));
        let staying = |signs: BTreeSet<DeskNumber>| -> BTreeSet<DeskNumber> {
            let seated =
                self.desks.iter().filter(|(number, desk)| signs.contains(number) && self.stays(desk, &day_end));
            seated.map(|(number, _)| *number).collect()
        };
        let at_work = staying(day_end.desks_of(opened.chain(moved)));
        let over = self.tickets.iter().filter(|ticket| self.goes_over(ticket, &at_work, &day_end));
        let tickets = over.map(|ticket| (ticket.number, Arc::clone(ticket))).collect();
        // A desk that only a newcomer waits for stays open, and takes nothing else with it.
        let expecting = staying(day_end.desks_of(self.expecting()));
        GoingOver { desks: at_work.union(&expecting).copied().collect(), tickets }
    }

    /// The newest numbers of the letters that go on being called, or were given to people who may still be in the house:
    /// another ticket must not get such a number minutes later. All go on when the clock was set within the day, and
    /// when the house is at work and it is not sure that the date ends now.
    pub(super) fn numbers_going_on(&self, over: &GoingOver) -> Vec<(Letter, u32)> {
        let is_at_work = !over.tickets.is_empty() || !over.desks.is_empty();
        let is_unsure = !self.is_time_known() || is_at_work && !self.is_date_sure();
        let all_go_on = is_unsure || self.was_clock_set;
        let letters = self.letters_going_on(over);
        let counts = self.counts.iter().filter(|(letter, _)| all_go_on || letters.contains(letter));
        counts.map(|(letter, count)| (*letter, *count)).collect()
    }

    fn letters_going_on(&self, over: &GoingOver) -> BTreeSet<Letter> {
        let end = self.date.and_then(|open| self.site.end_of_date(open)).and_then(|end| self.site.moment(end));
        let is_recent = |at: Timestamp| end.is_some_and(|end| end.duration_since(at) <= SIGN_OF_PEOPLE);
        let is_at_work = !over.tickets.is_empty() || !over.desks.is_empty();
        let recent = self.tickets.iter().filter(|ticket| is_at_work && is_recent(ticket.issued_at));
        recent.map(|ticket| ticket.number.letter).chain(over.tickets.keys().map(|number| number.letter)).collect()
    }

    /// The events with which they arrive in the new day, tickets in the order of their places.
    pub(super) fn arriving(&self, over: &GoingOver) -> Vec<Event> {
        let desks = self.desks.iter().filter(|(number, _)| over.has_desk(**number));
        let opened = desks.flat_map(|(number, now)| {
            let DeskNow { languages, services, offered, .. } = now.clone();
            let opened = Event::DeskOpened { desk: *number, languages, services, offered };
            let paused = (now.state == DeskState::Paused).then_some(Event::DeskPaused { desk: *number });
            std::iter::once(opened).chain(paused)
        });
        let tickets = self.tickets.iter().filter(|ticket| over.has_ticket(ticket.number));
        opened.chain(tickets.map(|ticket| Event::CarriedOver { ticket: Arc::clone(ticket) })).collect()
    }

    /// The desks for whose services a ticket waits, and since when it has been there.
    fn expecting(&self) -> impl Iterator<Item = (DeskNumber, Timestamp)> {
        let waiting = self.tickets.iter().filter(|ticket| ticket.is_waiting());
        waiting.flat_map(|ticket| {
            let service = ticket.current_step().map(|step| &step.service);
            let desks = self.desks.iter().filter(move |(_, desk)| service.is_some_and(|it| desk.services.contains(it)));
            desks.map(|(number, _)| (*number, ticket.issued_at))
        })
    }

    fn stays(&self, desk: &DeskNow, day_end: &EndOfDay) -> bool {
        let is_overtime = desk.current.is_some() && day_end.is_just_over();
        desk.state != DeskState::Closed
            && (!self.is_date_sure() || is_overtime || desk.services.iter().any(|it| self.is_here_through(it, day_end)))
    }

    fn goes_over(&self, ticket: &Ticket, desks: &BTreeSet<DeskNumber>, day_end: &EndOfDay) -> bool {
        let has_gone_over = self.began_at.is_some_and(|began| ticket.issued_at < began);
        let Some(step) = ticket.current_step().filter(|_| !has_gone_over) else { return false };
        let is_in_the_house = || {
            let mut services = desks.iter().flat_map(|desk| &self.desk(*desk).services);
            let may_stay = !self.is_date_sure() || self.is_here_through(&step.service, day_end);
            let is_new = day_end.is_recent(ticket.issued_at) && may_stay;
            is_new || services.any(|it| *it == step.service) || !desks.is_empty() && !self.has_place(ticket)
        };
        match ticket.state {
            TicketState::Called { desk, .. } | TicketState::Serving { desk, .. } => desks.contains(&desk),
            TicketState::Waiting { .. } | TicketState::Parked { .. } => is_in_the_house(),
            TicketState::NoShow { at, .. } => {
                let grace = SignedDuration::from_mins(i64::from(self.site.rules().grace_minutes));
                day_end.now.duration_since(at) <= grace && is_in_the_house()
            }
            TicketState::Served { .. } | TicketState::Withdrawn { .. } => false,
        }
    }

    fn is_here_through(&self, service: &ServiceCode, day_end: &EndOfDay) -> bool {
        let institution = self.site.institution_of(service);
        institution.is_some_and(|institution| self.site.is_here_through(institution, day_end.end, day_end.now))
    }
}

impl EndOfDay {
    /// The desks with a recent sign of people.
    fn desks_of(&self, signs: impl Iterator<Item = (DeskNumber, Timestamp)>) -> BTreeSet<DeskNumber> {
        signs.filter(|(_, at)| self.is_recent(*at)).map(|(desk, _)| desk).collect()
    }

    fn is_recent(&self, at: Timestamp) -> bool {
        (SignedDuration::ZERO..=SIGN_OF_PEOPLE).contains(&self.end.duration_since(at))
    }

    fn is_just_over(&self) -> bool {
        self.now.duration_since(self.end) <= SIGN_OF_PEOPLE
    }
}

/// The desk that moved this ticket last, and when.
fn sign_at_a_desk(ticket: &Ticket) -> Option<(DeskNumber, Timestamp)> {
    let done_at = || ticket.steps.iter().rev().find_map(|step| step.done_at());
    match ticket.state {
        TicketState::Called { desk, at, .. } | TicketState::Parked { desk, at } | TicketState::NoShow { desk, at } => {
            Some((desk, at))
        }
        TicketState::Serving { desk, since } => Some((desk, since)),
        TicketState::Served { at } | TicketState::Waiting { since: at, .. } => Some((done_at()?, at)),
        TicketState::Withdrawn { .. } => None,
    }
}
