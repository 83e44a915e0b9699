//! The tickets that wait, and those that are aside, kept in such an order that what is asked of them again and again costs
//! little, however many they are.
//!
//! Promises: who is next, how many are ahead, and what the board shows take a time that hardly grows with the queue; a clone
//! shares its parts with the original.

use super::class::Class;
use super::code::{DeskNumber, ServiceCode};
use super::number::Letter;
use super::queue::{self, Seat, Waiter};
use super::rules::Rules;
use super::ticket::{Ticket, TicketState};
use imbl::{OrdMap, OrdSet};
use std::collections::BTreeMap;
use std::ops::Bound::{Excluded, Included, Unbounded};

/// The tickets of a queue are counted in blocks of so many places of the day.
const BLOCK: u64 = 128;

/// The waiting tickets by service, the ones aside, and how many later steps each service will have.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Queues {
    waiters: OrdMap<u64, Waiter>,
    by_service: BTreeMap<ServiceCode, Queue>,
    /// All waiting tickets once more, in the order in which the rules take those of one kind.
    by_age: OrdSet<(WaiterKind, i64, u64)>,
    /// Those that the board counts, by its lines; without a line when nothing is next for them.
    on_board: BTreeMap<Option<BoardLine>, OrdSet<u64>>,
    parked: OrdSet<u64>,
    missed: OrdSet<u64>,
    /// Waiting, parked or missed tickets whose service no desk does any more.
    lost: OrdSet<u64>,
    promised: BTreeMap<ServiceCode, usize>,
}

/// A line of the board: the tickets of a letter, apart for each institution that shares it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct BoardLine {
    pub letter: Letter,
    /// Its position in the site.
    pub institution: Option<usize>,
}

/// What the site makes of a ticket.
#[derive(Debug, Clone, Copy)]
pub(super) struct Standing {
    /// The position of its current step's service in the site.
    pub(super) service: u16,
    /// The position of the visitor's language in the site.
    pub(super) language: u8,
    /// Whether a desk of the site does that service.
    pub(super) has_place: bool,
    /// Its line, should it wait; only where it has a place.
    pub(super) line: Option<BoardLine>,
}

/// The places of the tickets that wait for one service, and how many there are in each block of places.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Queue {
    places: OrdSet<u64>,
    counts: OrdMap<u64, usize>,
}

/// What the rules treat alike: of two such tickets the one that is older goes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct WaiterKind {
    service: u16,
    class: Rank,
    language: u8,
    only: Option<DeskNumber>,
    /// Whether its age began before it waited for this step.
    has_moved: bool,
}

/// A class without the time of an appointment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    Standard,
    Priority,
    Urgent,
    Appointment,
}

impl WaiterKind {
    /// Before all others of a service.
    fn first_of(service: u16) -> WaiterKind {
        WaiterKind { service, class: Rank::Standard, language: 0, only: None, has_moved: false }
    }

    fn of(waiter: &Waiter) -> WaiterKind {
        let class = match waiter.class {
            Class::Standard => Rank::Standard,
            Class::Priority => Rank::Priority,
            Class::Urgent => Rank::Urgent,
            Class::Appointment(_) => Rank::Appointment,
        };
        let Waiter { service, language, only, .. } = *waiter;
        WaiterKind { service, class, language, only, has_moved: waiter.since_ms != waiter.aged_since_ms }
    }
}

impl Queues {
    /// Takes in a ticket as it is now; [`Queues::leave`] is the opposite.
    pub(super) fn join(&mut self, ticket: &Ticket, standing: Standing) {
        for service in ticket.promised() {
            *self.promised.entry(service.clone()).or_default() += 1;
        }
        let place = ticket.place;
        let is_lost = !standing.has_place;
        match ticket.state {
            TicketState::Waiting { since, only } => {
                let Some(step) = ticket.current_step() else { return };
                let waiter = Waiter {
                    place,
                    service: standing.service,
                    language: standing.language,
                    class: ticket.class,
                    aged_since_ms: ticket.aged_since.as_millisecond(),
                    since_ms: since.as_millisecond(),
                    only,
                };
                self.by_service.entry(step.service.clone()).or_default().insert(place);
                self.by_age.insert((WaiterKind::of(&waiter), waiter.aged_since_ms, place));
                self.waiters.insert(place, waiter);
                if !ticket.is_quiet() {
                    self.on_board.entry(standing.line).or_default().insert(place);
                }
                self.note_lost(place, is_lost);
            }
            TicketState::Parked { .. } => {
                self.parked.insert(place);
                self.note_lost(place, is_lost);
            }
            TicketState::NoShow { .. } => {
                self.missed.insert(place);
                self.note_lost(place, is_lost);
            }
            TicketState::Called { .. }
            | TicketState::Serving { .. }
            | TicketState::Served { .. }
            | TicketState::Withdrawn { .. } => {}
        }
    }

    fn note_lost(&mut self, place: u64, is_lost: bool) {
        if is_lost {
            self.lost.insert(place);
        }
    }

    /// Gives up a ticket as it was when it joined.
    pub(super) fn leave(&mut self, ticket: &Ticket, standing: Standing) {
        for service in ticket.promised() {
            if let Some(count) = self.promised.get_mut(service) {
                *count = count.saturating_sub(1);
            }
        }
        let place = ticket.place;
        match ticket.state {
            TicketState::Waiting { .. } => {
                if let Some(queue) = ticket.current_step().and_then(|step| self.by_service.get_mut(&step.service)) {
                    queue.remove(place);
                }
                if let Some(waiter) = self.waiters.remove(&place) {
                    self.by_age.remove(&(WaiterKind::of(&waiter), waiter.aged_since_ms, place));
                }
                if let Some(line) = self.on_board.get_mut(&standing.line) {
                    line.remove(&place);
                }
            }
            TicketState::Parked { .. } => drop(self.parked.remove(&place)),
            TicketState::NoShow { .. } => drop(self.missed.remove(&place)),
            TicketState::Called { .. }
            | TicketState::Serving { .. }
            | TicketState::Served { .. }
            | TicketState::Withdrawn { .. } => {}
        }
        self.lost.remove(&place);
    }

    /// How many tickets need a service later: as a later step, or because they are parked.
    pub fn promised(&self, service: &ServiceCode) -> usize {
        self.promised.get(service).copied().unwrap_or(0)
    }

    /// All waiting tickets, in order of their places.
    pub fn waiters(&self) -> impl Iterator<Item = &Waiter> {
        self.waiters.values()
    }

    /// Waiting tickets among which are all that a desk may be the first `most` to call, by the rules: the oldest of each
    /// kind that it does.
    pub fn candidates(&self, seat: &Seat, most: usize, rules: &Rules, now: i64) -> Vec<&Waiter> {
        let mut found = Vec::new();
        for service in (0..=255).filter(|service| seat.services.has(usize::from(*service))) {
            let mut from = Included((WaiterKind::first_of(service), i64::MIN, 0));
            while let Some((kind, ..)) =
                self.by_age.range((from, Unbounded)).next().filter(|it| it.0.service == service)
            {
                self.add_oldest(*kind, most, rules, now, &mut found);
                from = Excluded((*kind, i64::MAX, u64::MAX));
            }
        }
        found
    }

    /// Adds the oldest tickets of a kind, until so many are there that nothing keeps from being called.
    fn add_oldest<'q>(&'q self, kind: WaiterKind, most: usize, rules: &Rules, now: i64, found: &mut Vec<&'q Waiter>) {
        // The rank of an appointment changes at its hour, and that of a ticket from the future with each moment: these are
        // few, and all of them count.
        let end_of_past = if kind.class == Rank::Appointment { i64::MIN } else { now };
        let past = self.by_age.range((Included((kind, i64::MIN, 0)), Included((kind, end_of_past, u64::MAX))));
        let mut certain = 0;
        for waiter in past.filter_map(|(.., place)| self.waiters.get(place)) {
            found.push(waiter);
            // Of tickets that have not moved those that wait longest are the oldest, so none is kept back before a younger.
            let may_be_kept = kind.has_moved
                && (queue::is_on_the_way(waiter.since_ms, rules, now) || queue::is_left(waiter, rules, now));
            certain += usize::from(!may_be_kept);
            if certain == most {
                break;
            }
        }
        let future = self.by_age.range((Excluded((kind, end_of_past, u64::MAX)), Included((kind, i64::MAX, u64::MAX))));
        found.extend(future.filter_map(|(.., place)| self.waiters.get(place)));
    }

    /// The places of the tickets that wait for a service, oldest first.
    pub fn waiting(&self, service: &ServiceCode) -> impl Iterator<Item = u64> {
        self.by_service.get(service).into_iter().flat_map(|queue| &queue.places).copied()
    }

    pub fn len(&self, service: &ServiceCode) -> usize {
        self.by_service.get(service).map_or(0, |queue| queue.places.len())
    }

    /// How many tickets before this place wait for a service.
    pub fn ahead(&self, service: &ServiceCode, place: u64) -> usize {
        self.by_service.get(service).map_or(0, |queue| queue.before(place))
    }

    pub fn total(&self) -> usize {
        self.waiters.len()
    }

    /// How many waiting tickets the board counts.
    pub fn on_board(&self) -> usize {
        self.on_board.values().map(OrdSet::len).sum()
    }

    /// The lines of the board that have tickets, each with their number and places, oldest first.
    pub fn board_lines(&self) -> impl Iterator<Item = (BoardLine, usize, impl Iterator<Item = u64>)> {
        let lines = self.on_board.iter().filter(|(_, places)| !places.is_empty());
        lines.filter_map(|(line, places)| Some(((*line)?, places.len(), places.iter().copied())))
    }

    /// The places of the parked tickets.
    pub fn parked(&self) -> impl Iterator<Item = u64> {
        self.parked.iter().copied()
    }

    /// The places of the tickets that were called in vain.
    pub fn missed(&self) -> impl Iterator<Item = u64> {
        self.missed.iter().copied()
    }

    /// The places of waiting, parked or missed tickets whose service no desk of the site does.
    pub fn lost(&self) -> impl ExactSizeIterator<Item = u64> {
        self.lost.iter().copied()
    }

    pub fn contains(&self, service: &ServiceCode, place: u64) -> bool {
        let is_queued = self.by_service.get(service).is_some_and(|queue| queue.places.contains(&place));
        is_queued && self.waiters.contains_key(&place)
    }

    /// Whether no ticket is in two queues, and each that waits is in every order.
    pub(super) fn are_disjoint(&self) -> bool {
        let queued: usize = self.by_service.values().map(|queue| queue.places.len()).sum();
        let counted: usize = self.by_service.values().flat_map(|queue| queue.counts.values()).sum();
        [queued, counted, self.by_age.len()] == [self.waiters.len(); 3]
    }
}

impl Queue {
    fn insert(&mut self, place: u64) {
        if self.places.insert(place).is_none() {
            *self.counts.entry(place / BLOCK).or_default() += 1;
        }
    }

    fn remove(&mut self, place: u64) {
        if self.places.remove(&place).is_none() {
            return;
        }
        let block = place / BLOCK;
        match self.counts.get_mut(&block) {
            Some(count) if *count > 1 => *count -= 1,
            _ => drop(self.counts.remove(&block)),
        }
    }

    /// How many places before this one are in it.
    fn before(&self, place: u64) -> usize {
        let block = place / BLOCK;
        let blocks: usize = self.counts.range(..block).map(|(_, count)| count).sum();
        blocks + self.places.range(block * BLOCK..place).count()
    }
}
