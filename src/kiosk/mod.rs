//! The glass: what a visitor sees and touches.
//!
//! Promises: the glass never waits for hub or printer; whatever they do, it tells the visitor in their language what to do
//! next; one confirmation is one ticket. It knows only the handles of hub and spooler.
//!
//! How it works. `session` is a pure state machine from [`Input`] to [`Effect`]; its state is a [`Page`]. `screens` has one
//! file for each screen: [`compose`] turns a page into a [`screen::Screen`], plain data with every text final, and `glass`
//! draws it with Slint and reports each [`Touch`]. `driver` runs them in Slint's event loop on the main thread, with four
//! ticks a second, and hands effects to `effects`, which runs them on the tokio runtime. Answers come back through one
//! bounded channel, which wakes the event loop.

mod composer;
mod driver;
mod effects;
pub mod frame;
mod glass;
mod input;
mod kiosk_parts;
mod page;
pub mod parts;
mod request;
pub mod screen;
pub mod screens;
pub mod session;
mod tokens;
mod ui;

pub use glass::{DisplayError, Glass};
pub use kiosk_parts::KioskParts;
pub use page::{Page, ShownTicket, SlipProgress, Touch};
pub use request::{Errand, IssueError, IssueRequest, Selection};
pub use screen::compose;
pub use session::{Effect, Input, Moment, Session};
pub use ui::Window;

use crate::fonts::{self, MissingFont};
use std::path::Path;

/// Why the glass can't start. Each message names the remedy.
#[derive(Debug, thiserror::Error)]
pub enum GlassError {
    /// No window can be opened.
    #[error(transparent)]
    NoDisplay(#[from] DisplayError),
    /// Without this font, texts would be blank.
    #[error(transparent)]
    NoFont(#[from] MissingFont),
}

/// Runs the glass on this thread, which must be the main one, until it has to close or its window is closed.
pub fn run(parts: KioskParts) -> Result<(), GlassError> {
    fonts::check(Path::new(fonts::FOLDER), parts.locales.fonts_of(parts.hub.day().site().languages()))?;
    Ok(driver::run(parts)?)
}
