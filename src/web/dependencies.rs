//! The services that pages and calls need; made by `app`.

use crate::clock::Clock;
use crate::hub::Hub;
use crate::journal::StaffBook;
use crate::locale::Locales;
use crate::print::PrinterStatus;
use jiff::Timestamp;
use std::sync::Arc;

/// The services that pages and calls need.
#[derive(Clone)]
pub struct WebDependencies {
    /// Commands, and the published day.
    pub hub: Hub,
    /// All texts.
    pub locales: Arc<Locales>,
    /// Accounts of staff and keys of devices.
    pub staff: Arc<StaffBook>,
    /// Shown to staff, who can bring paper; `None` without a printer.
    pub printer: Option<tokio::sync::watch::Receiver<PrinterStatus>>,
    /// The source of the time.
    pub clock: Clock,
    /// The address under which phones reach this site, without a trailing slash.
    pub public_url: String,
    /// Shown to staff when the site is not the one of its file.
    pub site_fault: Option<SiteFault>,
}

/// The site file can't be used, and an earlier version of the site is served.
#[derive(Debug, Clone, Copy)]
pub struct SiteFault {
    /// When the file was changed last; without a file, the start of the program.
    pub since: Timestamp,
    /// When the version that is served was new.
    pub version: Timestamp,
}
