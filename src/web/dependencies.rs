//! The services that pages and calls need; `app` puts them together.

use crate::clock::Clock;
use crate::hub::Hub;
use crate::journal::StaffBook;
use crate::locale::Locales;
use crate::print::PrinterStatus;
use std::sync::Arc;

/// The services that pages and calls need.
#[derive(Clone)]
pub struct WebDependencies {
    /// The one door to the day.
    pub hub: Hub,
    /// All words.
    pub locales: Arc<Locales>,
    /// Who may sign in, and which devices have a key.
    pub staff: Arc<StaffBook>,
    /// How the printer is, for those who can bring paper; `None` without a printer.
    pub printer: Option<tokio::sync::watch::Receiver<PrinterStatus>>,
    /// What time it is.
    pub clock: Clock,
    /// The address under which phones reach this site, without a slash at its end.
    pub public_url: String,
}
