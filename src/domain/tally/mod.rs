//! What may be counted: numbers without people, which outlive the day.
//!
//! Promises: no ticket number, no secret and no moment gets in; hours only as bands of two. A service is counted once by
//! language and once by band of hours, never by both, so that no count is of one person only because it asks too much at
//! once. What is published goes through [`suppress`](suppress::suppress).
//!
//! How it works: the tally of a day is a fold of its events, like the day itself. What visitors tell of themselves is no
//! event and is counted apart ([`taps`]).

pub mod suppress;
pub mod taps;

use super::code::{LanguageTag, ServiceCode};
use super::day::Day;
use super::event::{Entry, Event};
use super::site::Site;
use super::ticket::{Ticket, TicketState};
use jiff::Timestamp;
use jiff::civil::Date;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The counts of one business day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tally {
    /// Which day.
    pub date: Date,
    /// How many tickets began with a service, by language.
    pub languages: BTreeMap<(ServiceCode, LanguageTag), u32>,
    /// What became of those who waited for a service, by band of hours.
    pub hours: BTreeMap<(ServiceCode, HourBand), Flow>,
    /// How many tickets were served at so many desks.
    pub steps: BTreeMap<u8, u32>,
}

/// Two hours of the site's own time, named by the first: 0, 2, … 22.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct HourBand(u8);

/// What became of those who waited for one service within one band of hours.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Flow {
    /// Numbers given that began with it.
    pub issued: u32,
    /// Visits that were ended.
    pub served: u32,
    /// Calls to which nobody came.
    pub no_shows: u32,
    /// Tickets that left while they waited for it.
    pub withdrawn: u32,
    /// Waits until the call.
    pub waits: Histogram,
    /// Lengths of visits.
    pub visits: Histogram,
}

/// How many took so long: up to 5, 10, 15, 20, 30, 45, 60, 90, 120 minutes, and longer.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Histogram(pub [u32; Histogram::BINS]);

impl Histogram {
    /// How many bins there are.
    pub const BINS: usize = 10;
    /// Up to, and including, how many minutes each bin but the last reaches.
    pub const REACH: [u32; Histogram::BINS - 1] = [5, 10, 15, 20, 30, 45, 60, 90, 120];

    /// Counts one more.
    pub fn count(&mut self, minutes: u32) {
        let bin = Self::REACH.iter().position(|reach| minutes <= *reach).unwrap_or(Self::BINS - 1);
        self.0[bin] = self.0[bin].saturating_add(1);
    }

    fn add(&mut self, other: &Histogram) {
        self.0.iter_mut().zip(other.0).for_each(|(own, more)| *own = own.saturating_add(more));
    }
}

impl Flow {
    /// Adds what became of others.
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
    /// The band in which an hour of the day lies.
    pub fn of_hour(hour: u8) -> HourBand {
        HourBand(hour.min(23) / 2 * 2)
    }

    /// Its first hour.
    pub fn first_hour(self) -> u8 {
        self.0
    }
}

impl Tally {
    /// A day without anybody.
    pub fn empty(date: Date) -> Tally {
        Tally { date, languages: BTreeMap::new(), hours: BTreeMap::new(), steps: BTreeMap::new() }
    }

    /// The tallies of the days that these events tell, one for each date; a day that ended early counts with what follows
    /// under the same date.
    pub fn of(site: &Arc<Site>, entries: &[Entry]) -> Vec<Tally> {
        let mut count = Count { day: Day::new(Arc::clone(site)), tallies: BTreeMap::new() };
        for entry in entries {
            count.take(entry);
        }
        count.close();
        count.tallies.into_values().collect()
    }

    /// How many numbers were given.
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

struct Count {
    day: Day,
    tallies: BTreeMap<Date, Tally>,
}

impl Count {
    fn take(&mut self, entry: &Entry) {
        if matches!(entry.event, Event::DayOpened { .. }) {
            self.close();
        }
        self.look(entry);
        self.day.apply(entry);
    }

    /// Counts what an event means, before it is true.
    fn look(&mut self, entry: &Entry) {
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
            Event::Withdrawn { ticket } => self.about(*ticket, at, |flow, _| flow.withdrawn += 1),
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

    /// The day in hand ends.
    fn close(&mut self) {
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
