//! Simulates a day of visitors and desks at a site, from a seed, under the real rules.
//!
//! Promises: the same site, plan and seed give the same day, to the millisecond. Every command goes through
//! [`Day::decide`](crate::domain::Day::decide), so the simulated day follows the rules of a real one.
//!
//! How it works: a [`Plan`] holds the parameters, `visitors` generates the arrivals, `world` runs desks and visitors on a
//! simulated clock, [`Bounds`] checks whether the rules keep their promises, `report` collects the figures.

mod bounds;
mod hours;
mod plan;
mod report;
mod visitors;
mod weights;
mod world;

pub use bounds::{Bound, Bounds};
pub use hours::{DeskHours, HalfHour};
pub use plan::{Plan, Policy};
pub use report::{AtDesk, Group, Report, Visit};
pub use weights::{SeveralNeeds, Share, Spread, Weights};
pub use world::simulate;
