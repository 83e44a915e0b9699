//! Finds out whether the disk can be written while no command does.

use super::Writer;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;

/// After a failed save an idle writer tries the disk again after this time, then after twice as much, up to the longest,
/// which is shorter than what counts as hanging.
pub(super) const FIRST_RETRY: Duration = Duration::from_secs(1);
const LONGEST_RETRY: Duration = Duration::from_secs(2);

impl Writer {
    /// Looks whether the disk can be written, so that a site without commands comes back after a failed save, and knows when
    /// it can't save any more. When something was due and could not be saved, that was the trial: a disk may have room for a
    /// small one only.
    pub(super) fn try_the_disk(&mut self, is_tried: bool) {
        let was_saving = self.saves.load(Ordering::Relaxed);
        if is_tried || (was_saving && !self.pulse.is_trial_due()) {
            if !was_saving {
                self.rest_longer();
            }
            return;
        }
        match self.journal.probe() {
            Ok(()) => {
                self.pulse.written(self.clock.now());
                self.is_saving_again();
            }
            Err(error) if was_saving => {
                self.saves.store(false, Ordering::Relaxed);
                tracing::error!(%error, "nothing can be saved; it is tried again and again");
            }
            Err(_) => self.rest_longer(),
        }
        if self.saves.load(Ordering::Relaxed) != was_saving {
            // Pages show whether commands are saved.
            self.published.send_replace(Arc::new(self.day.clone()));
        }
    }

    fn rest_longer(&mut self) {
        self.retry = (self.retry * 2).min(LONGEST_RETRY);
    }

    pub(super) fn is_saving_again(&mut self) {
        self.retry = FIRST_RETRY;
        if !self.saves.swap(true, Ordering::Relaxed) {
            tracing::info!("commands are saved again");
        }
    }
}
