//! A day of visitors and desks on a site, from a seed, through the real rules at full speed.
//!
//! Promises: the same site, plan and seed give the same day, to the millisecond; every command goes through
//! [`Day::decide`](crate::domain::Day::decide), so what is simulated is what would happen. How it works: `visitors` makes
//! up who comes, `world` lets desks work them off on a turned clock, `report` counts.

mod report;
mod visitors;
mod world;

pub use report::{Group, Report};
pub use world::simulate;

use crate::domain::Rules;
use jiff::civil::{Date, Time};

/// How a day is made up.
#[derive(Debug, Clone, PartialEq)]
pub struct Plan {
    /// The date, in the site's own time.
    pub date: Date,
    /// How many visitors come.
    pub visitors: usize,
    /// When the house opens, and when the last visitor comes.
    pub open: (Time, Time),
    /// The share of visitors with two needs, and with three.
    pub several_needs: (f64, f64),
    /// The share of visitors who ask for priority.
    pub priority: f64,
    /// The share of calls to which nobody comes.
    pub no_show: f64,
    /// How differently visits of one service take, as the standard deviation of their logarithm.
    pub spread: f64,
    /// How far off the site file's minutes are, as the standard deviation of the logarithm.
    pub misjudged: f64,
    /// How the queue is worked off.
    pub policy: Policy,
}

/// How the queue is worked off.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Policy {
    /// By the site's own rules.
    OwnRules,
    /// By other rules.
    Rules(Rules),
    /// First come, first served, whatever the language and the class; for each need a ticket of its own, taken when the one before is
    /// done.
    SeparateTickets,
}

impl Plan {
    /// An ordinary day with so many visitors.
    pub fn usual(date: Date, visitors: usize) -> Plan {
        Plan {
            date,
            visitors,
            open: (Time::constant(8, 30, 0, 0), Time::constant(15, 30, 0, 0)),
            several_needs: (0.12, 0.06),
            priority: 0.08,
            no_show: 0.06,
            spread: 0.4,
            misjudged: 0.2,
            policy: Policy::OwnRules,
        }
    }
}
