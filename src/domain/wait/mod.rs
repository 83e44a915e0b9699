//! Expected waiting, as a range of minutes: neither falsely exact nor a guess by rule of thumb.
//!
//! How it works: the rest of the day is played through many times with the very rules that will decide it
//! ([`queue::next`]): the tickets that wait and those still on their way to a later step, who was put aside and will be
//! back, today's appointments, the desks that are open and those that will be, until their institutions leave, visits as
//! long as the day has shown them to be ([`Learned`](super::Learned)), some calls in vain. What lies between the 20th and the
//! 80th of a hundred outcomes is the range; nothing is told to whom too many rounds did not call.
//!
//! Pure: chance comes in as a seed, and the caller says after each round whether there is time for another.

mod play;
mod round;

use super::code::ServiceCode;
use super::day::Day;
use super::event::Sequence;
use super::number::TicketNumber;
use super::ticket::Ticket;
use jiff::Timestamp;
use play::Play;
use round::Outcomes;
use std::collections::HashMap;

/// A range of minutes within which the call is expected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wait {
    /// Hardly sooner than this, in minutes.
    pub low_min: u32,
    /// Hardly later than this, in minutes.
    pub high_min: u32,
}

/// What is expected of a day from one moment on.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Forecast {
    sequence: Sequence,
    tickets: HashMap<TicketNumber, Expected>,
    services: HashMap<ServiceCode, Expected>,
}

/// A wait as the rounds have shown it, in minutes from the forecast's moment on.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Expected {
    /// One in five was called sooner.
    pub low: f64,
    /// One in two.
    pub middle: f64,
    /// One in five was called later.
    pub high: f64,
}

/// As many rounds make a good forecast; more hardly change it.
pub const ROUNDS: usize = 100;
/// Fewer than these make none.
const FEWEST_ROUNDS: usize = 10;
/// In this share of the rounds at least somebody must have been called for a forecast to be made of it.
const SHARE_CALLED: f64 = 0.7;

impl Forecast {
    /// Plays the rest of a day through up to `rounds` times, as long as `has_time` says so after each.
    pub fn of(day: &Day, now: Timestamp, seed: u64, rounds: usize, mut has_time: impl FnMut() -> bool) -> Forecast {
        let play = Play::of(day, now);
        let mut outcomes = Outcomes::default();
        for round in 0..rounds {
            play.through(seed.wrapping_add(round as u64), &mut outcomes);
            if !has_time() {
                break;
            }
        }
        outcomes.forecast(day)
    }

    /// The newest event that it knows of.
    pub fn sequence(&self) -> Sequence {
        self.sequence
    }

    /// How long this ticket still waits from the forecast's moment on; `None` when it does not wait or nobody can tell.
    pub fn ticket(&self, number: TicketNumber) -> Option<Expected> {
        self.tickets.get(&number).copied()
    }

    /// How long a ticket still waits, as it is told: as somebody who just came for the same, where the forecast does not
    /// know the ticket yet.
    pub fn wait(&self, ticket: &Ticket) -> Option<Wait> {
        let step = ticket.current_step().filter(|_| ticket.is_waiting())?;
        self.ticket(ticket.number).or_else(|| self.newcomer(&step.service)).map(Expected::told)
    }

    /// How long somebody waits who comes for a service at the forecast's moment.
    pub fn newcomer(&self, service: &ServiceCode) -> Option<Expected> {
        self.services.get(service).copied()
    }
}

impl Expected {
    /// What one in five, one in two and four in five of these minutes are at most. `rounds` were played in all; in those
    /// that gave no minutes it took longer than anybody looked.
    fn of(mut minutes: Vec<f64>, rounds: usize) -> Option<Expected> {
        let is_known = rounds >= FEWEST_ROUNDS && minutes.len() as f64 >= rounds as f64 * SHARE_CALLED;
        minutes.sort_by(f64::total_cmp);
        let last = minutes.len().checked_sub(1).filter(|_| is_known)?;
        let at = |share: f64| minutes[((share * rounds as f64) as usize).min(last)];
        Some(Expected { low: at(0.2), middle: at(0.5), high: at(0.8) })
    }

    /// The same as it is told to people: in steps of five minutes, of a quarter of an hour where it takes long, outwards.
    pub fn told(self) -> Wait {
        let step = if self.high <= 90.0 { 5.0 } else { 15.0 };
        let low = (self.low / step).floor() * step;
        let high = ((self.high / step).ceil() * step).max(low + step);
        Wait { low_min: low as u32, high_min: high as u32 }
    }
}
