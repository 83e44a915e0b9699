//! The parts of the program that the glass uses.

use crate::clock::Clock;
use crate::health::Beat;
use crate::hub::Hub;
use crate::locale::Locales;
use crate::print::Spooler;
use std::sync::Arc;
use tokio::sync::watch;

/// The parts of the program that the glass uses. A glass that is opened again gets the same ones.
#[derive(Clone)]
pub struct KioskParts {
    /// Issues numbers.
    pub hub: Hub,
    /// The messages.
    pub locales: Arc<Locales>,
    /// Prints slips.
    pub spooler: Spooler,
    /// The time.
    pub clock: Clock,
    /// Runs effects.
    pub runtime: tokio::runtime::Handle,
    /// The address under which phones reach this site; empty when they can't.
    pub public_url: String,
    /// The window's size in pixels; `None` for the whole screen.
    pub size: Option<(u32, u32)>,
    /// `true` once the glass has to close.
    pub stop: watch::Receiver<bool>,
    /// Beats with each tick, so that a frozen glass is noticed.
    pub beat: Beat,
}
