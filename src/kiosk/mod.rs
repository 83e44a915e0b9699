//! The glass: what a visitor sees and touches.
//!
//! Promises: the glass never waits for hub or printer; whatever they do, it says in the visitor's language what to do next;
//! one confirmation is one ticket. It knows the hub's and the spooler's handles and nothing behind them.
//!
//! How it works. `session` is a pure state machine, [`Input`] → [`Effect`]; `compose` puts its state into words, a
//! [`Screen`](screen::Screen); `glass.rs` draws that with Slint and tells what is touched. This file drives them: it runs
//! Slint's event loop on the main thread, ticks four times a second, and sends effects out to the runtime. Answers come
//! back through one bounded channel, which the loop is woken for.

mod compose;
mod driver;
mod glass;
mod input;
mod models;
mod page;
mod pictures;
pub mod screen;
pub mod session;

pub use compose::compose;
pub use glass::{Glass, Window};
pub use page::{Asked, Errand, Page, Shown, SlipProgress, Trouble, Wish};
pub use session::{Effect, Input, Session};

use crate::clock::Clock;
use crate::fonts::{self, MissingFont};
use crate::hub::Hub;
use crate::locale::Locales;
use crate::print::Spooler;
use std::path::Path;
use std::sync::Arc;

/// What the glass is made of.
pub struct Parts {
    /// Where numbers come from.
    pub hub: Hub,
    /// The words.
    pub locales: Arc<Locales>,
    /// Where slips go.
    pub spooler: Spooler,
    /// What time it is.
    pub clock: Clock,
    /// Where questions to hub and printer are waited for.
    pub runtime: tokio::runtime::Handle,
    /// The address under which phones reach this site.
    pub public_url: String,
    /// The window's size in pixels; `None` for the whole screen.
    pub size: Option<(u32, u32)>,
}

/// Why there is no glass. Each message names the remedy.
#[derive(Debug, thiserror::Error)]
pub enum GlassError {
    /// No window can be opened.
    #[error("there is no display for the glass ({0}); start inside a graphical session, or use --screen none")]
    NoDisplay(String),
    /// A font is missing; without it words would be blank.
    #[error(transparent)]
    NoFont(#[from] MissingFont),
}

/// Runs the glass on this thread, which must be the main one, until `stop` ends or its window is closed.
pub fn run(parts: Parts, stop: impl Future<Output = ()> + Send + 'static) -> Result<(), GlassError> {
    fonts::check(Path::new(fonts::FOLDER), parts.locales.fonts_of(parts.hub.day().site().languages()))?;
    driver::run(parts, stop)
}
