//! The services that pages and calls need; made by `app`.

use crate::clock::Clock;
use crate::health::{Check, Threads};
use crate::hub::Hub;
use crate::journal::StaffBook;
use crate::locale::Locales;
use crate::print::PrinterReport;
use crate::tls::Https;
use jiff::Timestamp;
use std::net::IpAddr;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

/// The services that pages and calls need.
#[derive(Clone)]
pub struct WebDependencies {
    /// Commands, and the published day.
    pub hub: Hub,
    /// All texts.
    pub locales: Arc<Locales>,
    /// Accounts of staff and keys of devices.
    pub staff: Arc<StaffBook>,
    /// What is known of each printer, for staff, who can bring paper; `None` without a printer.
    pub printers: Option<tokio::sync::watch::Receiver<Vec<PrinterReport>>>,
    /// The source of the time.
    pub clock: Clock,
    /// The address under which phones reach this site, without a trailing slash.
    pub public_url: String,
    /// The certificate of the doors that speak https: the site answers to its names.
    pub https: Option<Https>,
    /// The proxies that are trusted to name their clients.
    pub proxies: Vec<IpAddr>,
    /// Shown to staff.
    pub site_faults: Vec<SiteFault>,
    /// Whether something that the night deleted may still be readable on the disk.
    pub traces: Arc<AtomicBool>,
    /// Since when the house can't be backed up.
    pub backup_fault: tokio::sync::watch::Receiver<Option<Timestamp>>,
    /// What else is measured: each part of the program by a check of its own.
    pub checks: Arc<[Box<dyn Check>]>,
    /// Where its threads are entered.
    pub threads: Threads,
}

/// What is wrong with the site that is served.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SiteFault {
    /// The site file can't be used, and an earlier version of the site is served.
    Unusable {
        /// When the file was changed last; without a file, the start of the program.
        since: Timestamp,
        /// When the version that is served was new.
        version: Timestamp,
    },
    /// The site file is used, and has mistakes.
    Mistakes,
    /// Some of its words have letters that no font of this machine has; other languages are shown instead.
    Letters,
}
