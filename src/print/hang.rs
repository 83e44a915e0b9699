//! The thread that prints may hang, in a driver or on a disk: then what it has said of its printers is so no more.

use super::device::OfflineCause;
use super::report::PrinterReports;
use super::status::PrinterStatus;
use crate::health::{Beat, Lifeline, Stillness};
use std::time::Duration;
use tokio::sync::watch;

/// How often the thread's beat is looked at.
const LOOK: Duration = Duration::from_millis(500);

/// Says of all printers that they are off line while their thread hangs. Once it goes on, it says itself how they are.
#[derive(Clone)]
pub struct HangWatch {
    pub beat: Beat,
    pub life: Lifeline,
    pub reports: PrinterReports,
    pub status: watch::Sender<PrinterStatus>,
}

impl HangWatch {
    /// Looks for as long as it is polled. A thread that shows no life within this time hangs, whatever holds it.
    pub async fn run(self, within: Duration) {
        let most = u32::try_from(within.as_millis() / LOOK.as_millis()).unwrap_or(u32::MAX);
        let mut stillness = Stillness::of(self.beat.clone(), most);
        loop {
            tokio::time::sleep(LOOK).await;
            if stillness.look(|| false) && !self.life.is_cut() {
                self.reports.note_all(Some(OfflineCause::Hangs));
                self.status.send_if_modified(|known| {
                    std::mem::replace(known, PrinterStatus::Offline) != PrinterStatus::Offline
                });
            }
        }
    }
}
