//! Tallies: anonymous counts that outlive the day.
//!
//! Promises: they contain no ticket number, no token and no time of day but bands of two hours. A service is counted once
//! by language and once by hour band, never by both: crossing them would leave cells with a single person. Everything
//! published goes through [`suppress`](suppress::suppress).
//!
//! How it works: the tally of a day is a fold of its events, like the day itself. Answers of the voluntary survey are no
//! events and are counted apart ([`taps`]).

pub mod suppress;
pub mod taps;

use super::code::{LanguageTag, ServiceCode};
use super::day::Day;
use super::event::{Entry, Event, Sequence};
use super::site::Site;
use super::ticket::{Ticket, TicketState};
use jiff::Timestamp;
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// The counts of one business day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tally {
    pub date: Date,
    /// Issued tickets by first service and language.
    pub languages: BTreeMap<(ServiceCode, LanguageTag), u32>,
    /// The flow of tickets by service and hour band.
    pub hours: BTreeMap<(ServiceCode, HourBand), Flow>,
    /// Served tickets by the number of steps done.
    pub steps: BTreeMap<u8, u32>,
}

/// Two hours of the site's local time, named by the first: 0, 2, … 22.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct HourBand(u8);

/// Counts of what happened to the tickets of one service within one hour band.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Flow {
    /// Tickets whose first step it is.
    pub issued: u32,
    /// Finished visits.
    pub served: u32,
    pub no_shows: u32,
    /// Tickets withdrawn while they waited for it.
    pub withdrawn: u32,
    /// Waiting times until the call.
    pub waits: Histogram,
    /// Lengths of visits.
    pub visits: Histogram,
}

/// A histogram of durations: up to 5, 10, 15, 20, 30, 45, 60, 90, 120 minutes, and longer.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Histogram(pub [u32; Histogram::BINS]);

impl Histogram {
    pub const BINS: usize = 10;
    /// The upper limit of each bin but the last, in minutes, included.
    pub const REACH: [u32; Histogram::BINS - 1] = [5, 10, 15, 20, 30, 45, 60, 90, 120];

    /// Counts one duration.
    pub fn count(&mut self, minutes: u32) {
        let bin = Self::REACH.iter().position(|reach| minutes <= *reach).unwrap_or(Self::BINS - 1);
        self.0[bin] = self.0[bin].saturating_add(1);
    }

    fn add(&mut self, other: &Histogram) {
        self.0.iter_mut().zip(other.0).for_each(|(own, more)| *own = own.saturating_add(more));
    }
}

impl Flow {
    pub fn add(&mut self, more: &Flow) {
        self.issued += more.issued;
        self.served += more.served;
        self.no_shows += more.no_shows;
        self.withdrawn += more.withdrawn;
        self.waits.add(&more.waits);
        self.visits.add(&more.visits);
    }
}

impl HourBand {
    /// The band that contains an hour of the day.
    pub fn of_hour(hour: u8) -> HourBand {
        HourBand(hour.min(23) / 2 * 2)
    }

    pub fn first_hour(self) -> u8 {
        self.0
    }
}

impl Tally {
    /// The tally of a day without tickets.
    pub fn empty(date: Date) -> Tally {
        Tally { date, languages: BTreeMap::new(), hours: BTreeMap::new(), steps: BTreeMap::new() }
    }

    /// The tallies of these events, one for each date. Several days under one date (after a day was closed early) are added
    /// up.
    pub fn of(site: &Arc<Site>, entries: &[Entry]) -> Vec<Tally> {
        let (day, undone) = (Day::new(Arc::clone(site)), undone(site, entries));
        let mut counter = Counter { day, tallies: BTreeMap::new(), undone };
        for entry in entries {
            counter.apply(entry);
        }
        counter.close_day();
        counter.tallies.into_values().collect()
    }

    /// The number of issued tickets.
    pub fn issued(&self) -> u32 {
        self.languages.values().sum()
    }

    /// Adds another day's counts to these.
    pub fn add(&mut self, other: &Tally) {
        for (key, more) in &other.languages {
            *self.languages.entry(key.clone()).or_default() += more;
        }
        for (key, more) in &other.hours {
            self.hours.entry(key.clone()).or_default().add(more);
        }
        for (steps, more) in &other.steps {
            *self.steps.entry(*steps).or_default() += more;
        }
    }
}

/// The fold over the events: the day so far, and the tallies so far.
struct Counter {
    day: Day,
    tallies: BTreeMap<Date, Tally>,
    /// Events that were undone later: they do not count.
    undone: BTreeSet<Sequence>,
}

/// The events among these that later ones undo.
fn undone(site: &Arc<Site>, entries: &[Entry]) -> BTreeSet<Sequence> {
    let mut day = Day::new(Arc::clone(site));
    let mut undone = BTreeSet::new();
    for entry in entries {
        undone.extend(day.undone_by(&entry.event));
        day.apply(entry);
    }
    undone
}

impl Counter {
    fn apply(&mut self, entry: &Entry) {
        if matches!(entry.event, Event::DayOpened { .. }) {
            self.close_day();
        }
        if !self.undone.contains(&entry.sequence) {
            self.count(entry);
        }
        self.day.apply(entry);
    }

    /// Counts an event before it is applied: the day still has the ticket's state from before, with its waiting time.
    fn count(&mut self, entry: &Entry) {
        let at = entry.at;
        match &entry.event {
            Event::Issued { steps, language, .. } => {
                let Some(first) = steps.first() else { return };
                let key = (first.clone(), language.clone());
                if let Some(tally) = self.today() {
                    *tally.languages.entry(key).or_default() += 1;
                }
                self.flow(first, at, |flow| flow.issued += 1);
            }
            Event::Called { ticket, .. } => self.about(*ticket, at, |flow, ticket| {
                if let TicketState::Waiting { since, .. } = ticket.state {
                    flow.waits.count(minutes(since, at));
                }
            }),
            Event::Finished { ticket, .. } => self.about(*ticket, at, |flow, ticket| {
                flow.served += 1;
                if let TicketState::Serving { since, .. } = ticket.state {
                    flow.visits.count(minutes(since, at));
                }
            }),
            Event::MarkedNoShow { ticket, .. } => self.about(*ticket, at, |flow, _| flow.no_shows += 1),
            Event::Withdrawn { ticket, .. } => self.about(*ticket, at, |flow, _| flow.withdrawn += 1),
            _ => {}
        }
    }

    fn today(&mut self) -> Option<&mut Tally> {
        let date = self.day.date()?;
        Some(self.tallies.entry(date).or_insert_with(|| Tally::empty(date)))
    }

    fn flow(&mut self, service: &ServiceCode, at: Timestamp, count: impl FnOnce(&mut Flow)) {
        let hour = self.day.site().local(at).time().hour().unsigned_abs();
        let key = (service.clone(), HourBand::of_hour(hour));
        if let Some(tally) = self.today() {
            count(tally.hours.entry(key).or_default());
        }
    }

    fn about(&mut self, ticket: super::TicketNumber, at: Timestamp, count: impl FnOnce(&mut Flow, &Ticket)) {
        let Some(ticket) = self.day.ticket(ticket).cloned() else { return };
        if let Some(step) = ticket.current_step() {
            self.flow(&step.service, at, |flow| count(flow, &ticket));
        }
    }

    /// Counts the steps of served tickets and starts with an empty day.
    fn close_day(&mut self) {
        let served: Vec<u8> = self
            .day
            .tickets()
            .filter(|ticket| matches!(ticket.state, TicketState::Served { .. }))
            .map(|ticket| ticket.steps.iter().filter(|step| step.done_at().is_some()).count().min(255) as u8)
            .collect();
        for steps in served {
            if let Some(tally) = self.today() {
                *tally.steps.entry(steps).or_default() += 1;
            }
        }
        self.day = Day::new(Arc::clone(self.day.site()));
    }
}

fn minutes(from: Timestamp, to: Timestamp) -> u32 {
    super::time::minutes_between(from, to)
}
