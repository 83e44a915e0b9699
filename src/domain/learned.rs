//! What a day shows of how long things take, and how often nobody comes: shrunk towards what the site file guesses, so that
//! three quick visits in the morning do not promise a quick day.

use super::code::ServiceCode;
use super::ticket::{Ticket, TicketState};
use jiff::Timestamp;
use std::collections::BTreeMap;

/// What was learned today.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Learned {
    visits: BTreeMap<ServiceCode, Visits>,
    came: u32,
    did_not_come: u32,
}

/// The visits of one service, by the logarithms of their minutes: a few long ones should not count for many.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
struct Visits {
    count: u32,
    sum: f64,
    squares: f64,
}

/// How long a visit takes: its logarithm is spread normally around `middle` (natural logarithm of minutes) by `spread`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct VisitTime {
    /// The logarithm of the median, in minutes.
    pub middle: f64,
    /// The standard deviation of the logarithm.
    pub spread: f64,
    /// The standard deviation of `middle` itself: how little is known yet.
    pub doubt: f64,
}

/// For how many visits the site file's guess counts.
const GUESS_COUNTS_FOR: f64 = 4.0;
/// How much visits differ before anything is known: half as long to nearly twice as long, for two in three.
const USUAL_SPREAD: f64 = 0.45;
/// Of how many calls one is in vain before anything is known, and for how many calls that counts.
const USUAL_NO_SHOW: (f64, f64) = (0.06, 20.0);
/// Visits shorter or longer than this tell more of a button than of a visit, in minutes.
const BELIEVED: std::ops::RangeInclusive<f64> = 0.5..=240.0;

impl Learned {
    /// Somebody who was called has come.
    pub(super) fn came(&mut self, ticket: &Ticket) {
        if matches!(ticket.state, TicketState::Called { .. }) {
            self.came += 1;
        }
    }

    pub(super) fn did_not_come(&mut self) {
        self.did_not_come += 1;
    }

    /// A visit has ended.
    pub(super) fn served(&mut self, service: &ServiceCode, ticket: &Ticket, at: Timestamp) {
        let TicketState::Serving { since, .. } = ticket.state else { return };
        let minutes = at.duration_since(since).as_secs_f64() / 60.0;
        if BELIEVED.contains(&minutes) {
            let logarithm = minutes.ln();
            let visits = self.visits.entry(service.clone()).or_default();
            visits.count += 1;
            visits.sum += logarithm;
            visits.squares += logarithm * logarithm;
        }
    }

    /// How long a visit takes, where the site file guesses `minutes` on average.
    pub fn visit_time(&self, service: &ServiceCode, minutes: u16) -> VisitTime {
        let guess = f64::from(minutes.max(1)).ln() - USUAL_SPREAD * USUAL_SPREAD / 2.0;
        let Visits { count, sum, squares } = self.visits.get(service).copied().unwrap_or_default();
        let count = f64::from(count);
        let weight = GUESS_COUNTS_FOR + count;
        let middle = (GUESS_COUNTS_FOR * guess + sum) / weight;
        let seen = squares - 2.0 * middle * sum + count * middle * middle;
        let spread = ((GUESS_COUNTS_FOR * USUAL_SPREAD * USUAL_SPREAD + seen.max(0.0)) / weight).sqrt();
        VisitTime { middle, spread, doubt: spread / weight.sqrt() }
    }

    /// The average visit in whole minutes, where the site file guesses `minutes`.
    pub fn minutes(&self, service: &ServiceCode, minutes: u16) -> u32 {
        self.visit_time(service, minutes).average().round() as u32
    }

    /// The share of calls to which nobody comes.
    pub fn no_show_share(&self) -> f64 {
        let (share, counts_for) = USUAL_NO_SHOW;
        let calls = f64::from(self.came) + f64::from(self.did_not_come);
        (share * counts_for + f64::from(self.did_not_come)) / (counts_for + calls)
    }
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
