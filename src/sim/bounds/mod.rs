//! Whether the bounds that the rules promise were kept, seen from outside.
//!
//! A watcher sees every event and the day after it, remembers who waited and who sat where, and counts what should not have
//! been. It asks neither the queue why it called somebody nor a desk how often it has passed somebody over. Where it can't
//! be sure it counts nothing: what it does count was broken.

mod room;

use crate::domain::call::Reason;
use crate::domain::queue::passes_at_most;
use crate::domain::{Day, DeskNumber, Entry, Event, Rules, TicketNumber};
use jiff::{SignedDuration, Timestamp};
use room::{Room, Waiting};
use std::collections::BTreeMap;

/// Within this an idle desk has looked round, so nobody was left waiting beside it.
const LOOKS_ROUND: SignedDuration = SignedDuration::from_secs(60);

/// A bound that the rules promise; `domain/queue.rs` says why they keep it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Bound {
    /// A desk had nothing to do, although somebody waited whom it could call: in a language that is spoken there, or beyond
    /// the time for which a ticket is left to others. Counted once for each wait.
    IdleDesk,
    /// One desk called others by its own choice more often than [`passes_at_most`], while it could have called this ticket.
    /// Counted once for each wait.
    PassedOver,
    /// A call passed somebody who came earlier, and so did those before it at this desk: more in a row than its class may.
    /// Every such call is counted.
    InARow,
}

/// Watches a day, and counts which bounds were broken.
#[derive(Debug, Default)]
pub struct Bounds {
    broken: BTreeMap<Bound, usize>,
    room: Room,
    /// For each desk: how many of its calls in a row have passed somebody who came earlier.
    in_a_row: BTreeMap<DeskNumber, usize>,
}

impl Bound {
    /// All of them.
    pub const ALL: [Bound; 3] = [Bound::IdleDesk, Bound::PassedOver, Bound::InARow];

    /// Its name in CSV files.
    pub fn code(self) -> &'static str {
        match self {
            Bound::IdleDesk => "idle-desk",
            Bound::PassedOver => "passed-over",
            Bound::InARow => "in-a-row",
        }
    }

    /// What it means that it was broken, for a table.
    pub fn told(self) -> &'static str {
        match self {
            Bound::IdleDesk => "left waiting beside an idle desk",
            Bound::PassedOver => "passed over too often",
            Bound::InARow => "too many in a row passed others",
        }
    }
}

impl Bounds {
    /// Looks at one event, and at the day after it. Every event must be shown, in order, from the day's first one on.
    pub fn look(&mut self, day: &Day, entry: &Entry) {
        if matches!(entry.event, Event::DayOpened { .. }) {
            (self.room, self.in_a_row) = Default::default();
            return;
        }
        let rules = day.site().rules();
        if let Event::Called { ticket, desk, why, .. } = &entry.event
            && !why.iter().any(|reason| matches!(reason, Reason::Chosen | Reason::Resumed))
        {
            self.look_in_a_row(*desk, *ticket, rules, entry.at);
            self.look_at_passed(*desk, *ticket, rules, entry.at);
        }
        self.look_at_idle(day, entry, rules);
        self.room.change(day, entry);
    }

    /// How often a bound was broken.
    pub fn broken(&self, bound: Bound) -> usize {
        self.broken.get(&bound).copied().unwrap_or(0)
    }

    fn count(&mut self, bound: Bound, more: usize) {
        *self.broken.entry(bound).or_default() += more;
    }

    fn look_in_a_row(&mut self, desk: DeskNumber, called: TicketNumber, rules: &Rules, now: Timestamp) {
        let Some(waiting) = self.room.waiting.get(&called) else { return };
        // A desk that alone speaks the language counts the ticket as having come so much earlier.
        let is_favoured = self.room.prefers(desk, waiting);
        let language = minutes(if is_favoured { rules.language_minutes } else { 0 });
        let counts_since = waiting.ticket.aged_since.min(now) - language;
        let could_call = |other: &&Waiting| self.room.could_call(desk, other, rules, now);
        let mut others = self.room.waiting.values().filter(could_call);
        let passes = others.any(|other| other.ticket.aged_since.min(now) < counts_since);
        let cap = waiting.ticket.class.privilege(rules).map_or(0, |privilege| usize::from(privilege.in_a_row));
        let in_a_row = self.in_a_row.entry(desk).or_default();
        *in_a_row = if passes { *in_a_row + 1 } else { 0 };
        if *in_a_row > cap {
            self.count(Bound::InARow, 1);
        }
    }

    fn look_at_passed(&mut self, desk: DeskNumber, called: TicketNumber, rules: &Rules, now: Timestamp) {
        let could = |(number, waiting): (&TicketNumber, &Waiting)| {
            (*number != called && self.room.could_call(desk, waiting, rules, now)).then_some(*number)
        };
        let passed: Vec<TicketNumber> = self.room.waiting.iter().filter_map(could).collect();
        for number in passed {
            let ahead = self.room.calls_ahead(number, desk);
            let Some(waiting) = self.room.waiting.get_mut(&number) else { continue };
            let passes = waiting.passes.entry(desk).or_default();
            *passes += 1;
            let is_broken = *passes > passes_at_most(ahead, 0, rules);
            if is_broken && waiting.is_new(Bound::PassedOver) {
                self.count(Bound::PassedOver, 1);
            }
        }
    }

    /// Before the event is remembered: whether somebody waited beside a desk that was idle until now.
    fn look_at_idle(&mut self, day: &Day, entry: &Entry, rules: &Rules) {
        let (tickets, desks) = self.room.touched(&entry.event);
        let ends_idle = |desk: &DeskNumber| self.room.idle_since(*desk).is_some() && !room::is_idle(day.desk(*desk));
        let desks: Vec<DeskNumber> = desks.into_iter().filter(ends_idle).collect();
        let mut left = Vec::new();
        for (number, waiting) in &self.room.waiting {
            let was_left = |desk: DeskNumber| self.room.was_left_beside(desk, waiting, rules, entry.at, LOOKS_ROUND);
            let is_left = match tickets.contains(number) {
                true => self.room.idle_desks().any(was_left),
                false => desks.iter().copied().any(was_left),
            };
            if is_left {
                left.push(*number);
            }
        }
        for number in left {
            if self.room.waiting.get_mut(&number).is_some_and(|waiting| waiting.is_new(Bound::IdleDesk)) {
                self.count(Bound::IdleDesk, 1);
            }
        }
    }
}

fn minutes(minutes: u16) -> SignedDuration {
    SignedDuration::from_mins(i64::from(minutes))
}
