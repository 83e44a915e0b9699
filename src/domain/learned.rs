//! Service times and no-show rate as observed today, shrunk towards the estimates of the site file, so that three short
//! visits in the morning do not promise a quick day.

use super::code::ServiceCode;
use super::ticket::{Ticket, TicketState};
use jiff::Timestamp;
use std::collections::BTreeMap;

/// Today's observations.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Learned {
    visits: BTreeMap<ServiceCode, Visits>,
    came: u32,
    did_not_come: u32,
}

/// The visits of one service: sums over the logarithms of their minutes, so that a few long ones do not dominate.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
struct Visits {
    count: u32,
    sum: i128,
    squares: i128,
}

/// The sums are whole multiples of one over this: adding and taking away again is exact.
const PARTS_OF_ONE: f64 = 1e15;

/// The distribution of a visit's length: log-normal, in minutes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct VisitTime {
    /// The natural logarithm of the median.
    pub middle: f64,
    /// The standard deviation of the logarithm.
    pub spread: f64,
    /// The standard error of `middle`; it shrinks with every visit.
    pub doubt: f64,
}

/// The weight of the site file's estimate, in visits.
const GUESS_COUNTS_FOR: f64 = 4.0;
/// The prior of `spread`: two in three visits take between 0.64 and 1.57 times the median.
const USUAL_SPREAD: f64 = 0.45;
/// The prior of the no-show rate, and its weight in calls.
const USUAL_NO_SHOW: (f64, f64) = (0.06, 20.0);
/// Visits shorter or longer than this (in minutes) are ignored: "start" or "finish" was pressed late or by mistake.
const BELIEVED: std::ops::RangeInclusive<f64> = 0.5..=240.0;

impl Learned {
    /// Counts a ticket that was called and whose visitor came.
    pub(super) fn came(&mut self, ticket: &Ticket) {
        if matches!(ticket.state, TicketState::Called { .. }) {
            self.came += 1;
        }
    }

    pub(super) fn did_not_come(&mut self) {
        self.did_not_come += 1;
    }

    /// Counts a visit that has ended.
    pub(super) fn served(&mut self, service: &ServiceCode, ticket: &Ticket, at: Timestamp) {
        let Some(logarithm) = logarithm(ticket, at) else { return };
        let visits = self.visits.entry(service.clone()).or_default();
        visits.count += 1;
        visits.sum += parts(logarithm);
        visits.squares += parts(logarithm * logarithm);
    }

    /// Forgets what [`Learned::came`] has counted for this ticket.
    pub(super) fn forget_came(&mut self, ticket: &Ticket) {
        if matches!(ticket.state, TicketState::Called { .. }) {
            self.came = self.came.saturating_sub(1);
        }
    }

    /// Forgets one no-show.
    pub(super) fn forget_no_show(&mut self) {
        self.did_not_come = self.did_not_come.saturating_sub(1);
    }

    /// Forgets what [`Learned::served`] has counted with the same values.
    pub(super) fn forget_served(&mut self, service: &ServiceCode, ticket: &Ticket, at: Timestamp) {
        let Some(logarithm) = logarithm(ticket, at) else { return };
        let Some(visits) = self.visits.get_mut(service) else { return };
        visits.count = visits.count.saturating_sub(1);
        visits.sum -= parts(logarithm);
        visits.squares -= parts(logarithm * logarithm);
        if visits.count == 0 {
            self.visits.remove(service);
        }
    }

    /// The distribution of visit lengths, where the site file estimates an average of `minutes`.
    pub fn visit_time(&self, service: &ServiceCode, minutes: u16) -> VisitTime {
        let guess = f64::from(minutes.max(1)).ln() - USUAL_SPREAD * USUAL_SPREAD / 2.0;
        let Visits { count, sum, squares } = self.visits.get(service).copied().unwrap_or_default();
        let count = f64::from(count);
        let (sum, squares) = (sum as f64 / PARTS_OF_ONE, squares as f64 / PARTS_OF_ONE);
        let weight = GUESS_COUNTS_FOR + count;
        let middle = (GUESS_COUNTS_FOR * guess + sum) / weight;
        let seen = squares - 2.0 * middle * sum + count * middle * middle;
        let spread = ((GUESS_COUNTS_FOR * USUAL_SPREAD * USUAL_SPREAD + seen.max(0.0)) / weight).sqrt();
        VisitTime { middle, spread, doubt: spread / weight.sqrt() }
    }

    /// The average visit in whole minutes, where the site file estimates `minutes`.
    pub fn minutes(&self, service: &ServiceCode, minutes: u16) -> u32 {
        self.visit_time(service, minutes).average().round() as u32
    }

    /// The share of calls that end as a no-show.
    pub fn no_show_share(&self) -> f64 {
        let (share, counts_for) = USUAL_NO_SHOW;
        let calls = f64::from(self.came) + f64::from(self.did_not_come);
        (share * counts_for + f64::from(self.did_not_come)) / (counts_for + calls)
    }
}

/// The logarithm of a visit's minutes; `None` for a visit of a length that is ignored.
fn logarithm(ticket: &Ticket, at: Timestamp) -> Option<f64> {
    let TicketState::Serving { since, .. } = ticket.state else { return None };
    let minutes = at.duration_since(since).as_secs_f64() / 60.0;
    BELIEVED.contains(&minutes).then(|| minutes.ln())
}

fn parts(value: f64) -> i128 {
    (value * PARTS_OF_ONE).round() as i128
}

impl VisitTime {
    /// The average, in minutes.
    pub fn average(&self) -> f64 {
        (self.middle + self.spread * self.spread / 2.0).exp()
    }

    /// A visit's minutes, `deviations` standard deviations off the middle.
    pub fn minutes_at(&self, deviations: f64) -> f64 {
        (self.middle + deviations * self.spread).exp()
    }
}
