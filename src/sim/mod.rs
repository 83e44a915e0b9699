//! A day of visitors and desks on a site, from a seed, through the real rules at full speed.
//!
//! Promises: the same site, plan and seed give the same day, to the millisecond; every command goes through
//! [`Day::decide`](crate::domain::Day::decide), so what is simulated is what would happen. How it works: a [`Plan`] says
//! how the day is made up, `visitors` makes up who comes, `world` lets desks work them off on a turned clock, [`Bounds`]
//! watches whether the rules keep what they promise, `report` counts.

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
