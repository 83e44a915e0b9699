//! What is known of each printer, for staff, monitoring and the log.

use super::change_log::{ChangeLog, DueLine};
use super::device::OfflineCause;
use super::status::PrinterStatus;
use crate::clock::Clock;
use jiff::Timestamp;
use std::sync::{Arc, Mutex, PoisonError};
use tokio::sync::watch;

/// What is known of one printer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PrinterReport {
    /// Its address.
    pub name: String,
    pub status: PrinterStatus,
    /// Why it is off line, if this is known.
    pub cause: Option<OfflineCause>,
    /// Since when it has been so.
    pub since: Timestamp,
}

impl PrinterReport {
    /// The one that would get a slip now: the first that is ready, else the first that can print; else the first.
    pub fn best(reports: &[PrinterReport]) -> Option<&PrinterReport> {
        let ready = reports.iter().find(|report| report.status.is_ready());
        ready.or_else(|| reports.iter().find(|report| report.status.can_print())).or(reports.first())
    }
}

/// The reports of all printers. Each change is logged, once, as far as the log has room. Clones are of the same printers.
#[derive(Clone)]
pub struct PrinterReports {
    clock: Clock,
    publish: watch::Sender<Vec<PrinterReport>>,
    /// Of each printer.
    changes: Arc<Mutex<Vec<ChangeLog>>>,
}

impl PrinterReports {
    /// Printers of which nothing is known yet, and where to read what becomes known.
    pub fn new(
        names: impl Iterator<Item = String>,
        clock: Clock,
    ) -> (PrinterReports, watch::Receiver<Vec<PrinterReport>>) {
        let since = clock.now();
        let unknown = |name| PrinterReport { name, status: PrinterStatus::Unknown, cause: None, since };
        let reports: Vec<_> = names.map(unknown).collect();
        let changes = Arc::new(Mutex::new(vec![ChangeLog::default(); reports.len()]));
        let (publish, reports) = watch::channel(reports);
        (PrinterReports { clock, publish, changes }, reports)
    }

    /// Notes what a printer is like now.
    pub fn note(&self, place: usize, status: PrinterStatus, cause: Option<OfflineCause>) {
        let cause = cause.filter(|_| status == PrinterStatus::Offline);
        self.publish.send_if_modified(|reports| {
            let Some(report) = reports.get_mut(place) else { return false };
            let has_changed = (report.status, report.cause) != (status, cause);
            if has_changed {
                (report.status, report.cause, report.since) = (status, cause, self.clock.now());
            }
            if let Some(line) = self.line(place, has_changed) {
                log(report, line);
            }
            has_changed
        });
    }

    fn line(&self, place: usize, has_changed: bool) -> Option<DueLine> {
        let mut changes = self.changes.lock().unwrap_or_else(PoisonError::into_inner);
        changes.get_mut(place)?.note(has_changed, self.clock.steady())
    }

    /// All printers are out of reach, because nothing talks to them any more.
    pub fn note_all(&self, cause: Option<OfflineCause>) {
        let count = self.publish.borrow().len();
        for place in 0..count {
            self.note(place, PrinterStatus::Offline, cause);
        }
    }
}

fn log(report: &PrinterReport, line: DueLine) {
    let printer = &report.name;
    let DueLine::State { left_out } = line else {
        let said =
            "the printer changes again and again, and is not logged until it stays as it is: check cable and power";
        return tracing::warn!(%printer, "{said}");
    };
    let changes_left_out = (left_out > 0).then_some(left_out);
    match (report.status, report.cause) {
        (PrinterStatus::Ready, _) => tracing::info!(%printer, changes_left_out, "the printer is ready"),
        (PrinterStatus::Unknown, _) => {
            let said = "slips go to the printer, which can't say whether it prints them";
            tracing::info!(%printer, changes_left_out, "{said}");
        }
        (PrinterStatus::Offline, Some(cause)) => {
            tracing::warn!(%printer, changes_left_out, "the printer is off line: {cause}");
        }
        (status, _) => tracing::warn!(%printer, changes_left_out, "{}", trouble(status)),
    }
}

/// What is wrong, and what to do.
fn trouble(status: PrinterStatus) -> &'static str {
    match status {
        PrinterStatus::NearEnd => "the printer's paper is about to run out: have a new roll at hand",
        PrinterStatus::PaperOut => "the printer has no paper: put in a new roll",
        PrinterStatus::CoverOpen => "the printer's cover is open: close it",
        PrinterStatus::Error => "the printer is jammed or broken: open it, take out torn paper, switch it off and on",
        PrinterStatus::Mute => {
            "the printer takes slips and does not say whether it prints them: look whether they come out"
        }
        PrinterStatus::Garbled => {
            "what the printer sends makes no sense: check its cable and its address, switch it off and on"
        }
        PrinterStatus::Offline | PrinterStatus::Ready | PrinterStatus::Unknown => {
            "the printer is off line: check cable and power"
        }
    }
}
