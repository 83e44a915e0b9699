//! Expected waiting times, as ranges of minutes, by Monte Carlo simulation.
//!
//! How it works: the rest of the day is simulated many times with the rules that will decide it
//! ([`queue::next`](super::queue::next)): waiting tickets and those that will come back for a later step, parked tickets,
//! today's appointments, the desks that are open or will open until their institutions leave, visits as long as today's
//! were ([`Learned`](super::Learned)), some no-shows. The range reaches from the 20th to the 80th percentile of a hundred
//! rounds. A ticket that too many rounds did not call gets no forecast.
//!
//! Pure: the seed is an argument, and the caller decides after each round whether there is time for another.

mod outcomes;
mod rest;
mod round;

use super::code::ServiceCode;
use super::day::Day;
use super::event::Sequence;
use super::number::TicketNumber;
use super::rng::Rng;
use super::ticket::Ticket;
use jiff::Timestamp;
use outcomes::Outcomes;
use rest::RestOfDay;
use round::Round;
use std::collections::HashMap;

/// A range of minutes within which the call is expected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wait {
    pub low_min: u32,
    pub high_min: u32,
}

/// Expected waiting times of a day, from one moment on.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Forecast {
    sequence: Sequence,
    tickets: HashMap<TicketNumber, Expected>,
    services: HashMap<ServiceCode, Expected>,
}

/// Percentiles of a simulated wait, in minutes from the forecast's moment on.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Expected {
    /// The 20th percentile.
    pub low: f64,
    /// The median.
    pub middle: f64,
    /// The 80th percentile.
    pub high: f64,
}

/// Rounds of a good forecast; more hardly change the percentiles.
pub const ROUNDS: usize = 100;
/// Fewer rounds give no forecast.
const MIN_ROUNDS: usize = 10;
/// A ticket must be called in at least this share of the rounds to get a forecast.
const SHARE_CALLED: f64 = 0.7;

impl Forecast {
    /// Simulates the rest of a day up to `rounds` times; stops after a round when `has_time` says no.
    pub fn of(day: &Day, now: Timestamp, seed: u64, rounds: usize, mut has_time: impl FnMut() -> bool) -> Forecast {
        let rest = RestOfDay::of(day, now);
        let mut outcomes = Outcomes::default();
        for round in 0..rounds {
            let rng = Rng::new(seed.wrapping_add(round as u64));
            Round::begin(&rest, rng).run(&mut outcomes);
            if !has_time() {
                break;
            }
        }
        outcomes.forecast(day)
    }

    /// The newest event that the forecast takes into account.
    pub fn sequence(&self) -> Sequence {
        self.sequence
    }

    /// How long a ticket still waits from the forecast's moment on; `None` when it does not wait or has no forecast.
    pub fn ticket(&self, number: TicketNumber) -> Option<Expected> {
        self.tickets.get(&number).copied()
    }

    /// How long a ticket still waits, as a range for visitors. A ticket that is newer than the forecast gets the range of a
    /// newcomer for its service.
    pub fn wait(&self, ticket: &Ticket) -> Option<Wait> {
        let step = ticket.current_step().filter(|_| ticket.is_waiting())?;
        self.ticket(ticket.number).or_else(|| self.newcomer(&step.service)).map(Expected::rounded)
    }

    /// How long a ticket waits that is issued for a service at the forecast's moment.
    pub fn newcomer(&self, service: &ServiceCode) -> Option<Expected> {
        self.services.get(service).copied()
    }
}

impl Expected {
    /// The percentiles of these minutes. Rounds without a call count as longer than all others.
    fn of(mut minutes: Vec<f64>, rounds: usize) -> Option<Expected> {
        let is_known = rounds >= MIN_ROUNDS && minutes.len() as f64 >= rounds as f64 * SHARE_CALLED;
        minutes.sort_by(f64::total_cmp);
        let last = minutes.len().checked_sub(1).filter(|_| is_known)?;
        let at = |share: f64| minutes[((share * rounds as f64) as usize).min(last)];
        Some(Expected { low: at(0.2), middle: at(0.5), high: at(0.8) })
    }

    /// The range for visitors, rounded outwards to steps of 5 minutes, or of 15 minutes above an hour and a half.
    pub fn rounded(self) -> Wait {
        let step = if self.high <= 90.0 { 5.0 } else { 15.0 };
        let low = (self.low / step).floor() * step;
        let high = ((self.high / step).ceil() * step).max(low + step);
        Wait { low_min: low as u32, high_min: high as u32 }
    }
}
