//! Checks from outside whether the bounds that the rules promise were kept.
//!
//! It is an independent oracle: it sees every event and the day after it, keeps its own record of tickets and desks, and
//! counts violations. It uses neither the queue's reasons nor a desk's counter of passes. In doubt it counts nothing, so
//! every violation it counts is real.

mod room;

use crate::domain::call::Reason;
use crate::domain::queue::passes_at_most;
use crate::domain::{Day, DeskNumber, Entry, Event, Rules, TicketNumber};
use jiff::{SignedDuration, Timestamp};
use room::{Room, WatchedTicket};
use std::collections::BTreeMap;

/// An idle desk calls within this time after it could.
const CALLS_WITHIN: SignedDuration = SignedDuration::from_secs(60);

/// A bound that the rules promise; `domain/queue.rs` says why it holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Bound {
    /// A desk was idle although it could call a waiting ticket: one in a language spoken there, or one beyond the time for
    /// which tickets are reserved for desks that speak their language. Counted once for each wait.
    IdleDesk,
    /// One desk called other tickets by the rules more often than [`passes_at_most`] while it could have called this one.
    /// Counted once for each wait.
    PassedOver,
    /// More calls in a row at one desk passed over an earlier ticket than the class allows. Every such call is counted.
    InARow,
}

/// Counts the violations of each bound over a day.
#[derive(Debug, Default)]
pub struct Bounds {
    broken: BTreeMap<Bound, usize>,
    room: Room,
    /// By desk: how many of its last calls in a row passed over an earlier ticket.
    in_a_row: BTreeMap<DeskNumber, usize>,
}

impl Bound {
    pub const ALL: [Bound; 3] = [Bound::IdleDesk, Bound::PassedOver, Bound::InARow];

    /// Its name in CSV files.
    pub fn code(self) -> &'static str {
        match self {
            Bound::IdleDesk => "idle-desk",
            Bound::PassedOver => "passed-over",
            Bound::InARow => "in-a-row",
        }
    }

    /// A description of the violation, for a table.
    pub fn label(self) -> &'static str {
        match self {
            Bound::IdleDesk => "left waiting beside an idle desk",
            Bound::PassedOver => "passed over too often",
            Bound::InARow => "too many in a row passed others",
        }
    }
}

impl Bounds {
    /// Checks one event, with the day after it. It must get every event in order, from the first one of the day on.
    pub fn check(&mut self, day: &Day, entry: &Entry) {
        if matches!(entry.event, Event::DayOpened { .. }) {
            (self.room, self.in_a_row) = Default::default();
            return;
        }
        let rules = day.site().rules();
        if let Event::Called { ticket, desk, why, .. } = &entry.event
            && !why.iter().any(|reason| matches!(reason, Reason::Chosen | Reason::Resumed))
        {
            self.check_in_a_row(*desk, *ticket, rules, entry.at);
            self.check_passed(*desk, *ticket, rules, entry.at);
        }
        self.check_idle(day, entry, rules);
        self.room.change(day, entry);
    }

    /// The number of violations of a bound.
    pub fn broken(&self, bound: Bound) -> usize {
        self.broken.get(&bound).copied().unwrap_or(0)
    }

    fn count(&mut self, bound: Bound, more: usize) {
        *self.broken.entry(bound).or_default() += more;
    }

    fn check_in_a_row(&mut self, desk: DeskNumber, called: TicketNumber, rules: &Rules, now: Timestamp) {
        let Some(waiting) = self.room.waiting.get(&called) else { return };
        // A desk that alone speaks the language adds the language bound to the ticket's age.
        let is_favoured = self.room.prefers(desk, waiting);
        let language = minutes(if is_favoured { rules.language_minutes } else { 0 });
        let counts_since = waiting.ticket.aged_since.min(now) - language;
        let could_call = |other: &&WatchedTicket| self.room.could_call(desk, other, rules, now);
        let mut others = self.room.waiting.values().filter(could_call);
        let passes = others.any(|other| other.ticket.aged_since.min(now) < counts_since);
        let cap = waiting.ticket.class.privilege(rules).map_or(0, |privilege| usize::from(privilege.in_a_row));
        let in_a_row = self.in_a_row.entry(desk).or_default();
        *in_a_row = if passes { *in_a_row + 1 } else { 0 };
        if *in_a_row > cap {
            self.count(Bound::InARow, 1);
        }
    }

    fn check_passed(&mut self, desk: DeskNumber, called: TicketNumber, rules: &Rules, now: Timestamp) {
        let could = |(number, waiting): (&TicketNumber, &WatchedTicket)| {
            (*number != called && self.room.could_call(desk, waiting, rules, now)).then_some(*number)
        };
        let passed: Vec<TicketNumber> = self.room.waiting.iter().filter_map(could).collect();
        for number in passed {
            let ahead = self.room.calls_ahead(number, desk);
            let Some(waiting) = self.room.waiting.get_mut(&number) else { continue };
            let passes = waiting.passes.entry(desk).or_default();
            *passes += 1;
            let is_broken = *passes > passes_at_most(ahead, 0, rules);
            if is_broken && waiting.is_first_violation(Bound::PassedOver) {
                self.count(Bound::PassedOver, 1);
            }
        }
    }

    /// Must be called before the event changes the record: compares waiting tickets with desks that were idle until now.
    fn check_idle(&mut self, day: &Day, entry: &Entry, rules: &Rules) {
        let (tickets, desks) = self.room.touched(&entry.event);
        let ends_idle = |desk: &DeskNumber| self.room.idle_since(*desk).is_some() && !room::is_idle(day.desk(*desk));
        let desks: Vec<DeskNumber> = desks.into_iter().filter(ends_idle).collect();
        let mut left = Vec::new();
        for (number, waiting) in &self.room.waiting {
            let was_left = |desk: DeskNumber| self.room.was_left_beside(desk, waiting, rules, entry.at, CALLS_WITHIN);
            let is_left = match tickets.contains(number) {
                true => self.room.idle_desks().any(was_left),
                false => desks.iter().copied().any(was_left),
            };
            if is_left {
                left.push(*number);
            }
        }
        for number in left {
            if self.room.waiting.get_mut(&number).is_some_and(|waiting| waiting.is_first_violation(Bound::IdleDesk)) {
                self.count(Bound::IdleDesk, 1);
            }
        }
    }
}

fn minutes(minutes: u16) -> SignedDuration {
    SignedDuration::from_mins(i64::from(minutes))
}
