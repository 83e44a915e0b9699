//! What becomes of a hub whose journal was deleted, moved or replaced on the disk.

use super::Writer;
use crate::clock::Deadline;
use crate::journal::{Journal, JournalError, Rescue};
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;

/// How long the files may be away, such as a folder that is moved and moved back. Nothing is saved meanwhile.
const GRACE: Duration = Duration::from_secs(3);

impl Writer {
    /// Tends the journal. When its files were deleted, moved or replaced and have not come back, what can be saved of it is
    /// saved, and the writer ends.
    pub(super) fn tend_the_journal(&mut self) {
        let error = match self.journal.tend() {
            Ok(()) => {
                self.gone = None;
                return;
            }
            Err(error @ JournalError::Replaced { .. }) => error,
            Err(error @ JournalError::Garbled(_)) => return self.is_garbled(error),
            // The next command meets it, and says so.
            Err(error) => {
                tracing::debug!(%error, "the journal can't be tended; it is tried again");
                return;
            }
        };
        self.is_gone(&error);
        if self.gone.is_some_and(|gone| gone.is_over()) {
            leave(self.journal.as_mut());
            self.journal_lost = Some(error);
        }
    }

    /// The files are there, and what was in them is not: waiting would only lose more.
    pub(super) fn is_garbled(&mut self, error: JournalError) {
        if self.journal_lost.is_some() {
            return;
        }
        self.saves.store(false, Ordering::Relaxed);
        self.published.send_replace(Arc::new(self.day.clone()));
        tracing::error!(%error, "nothing is saved any more");
        leave(self.journal.as_mut());
        self.journal_lost = Some(error);
    }

    /// Nothing is promised any more.
    pub(super) fn is_gone(&mut self, error: &JournalError) {
        if self.gone.is_none() {
            tracing::error!(%error, "the journal is not on its disk any more: nothing is saved until its files are back where they were");
            self.gone = Some(Deadline::after(GRACE));
        }
        if self.saves.swap(false, Ordering::Relaxed) {
            // Pages show that nothing is saved.
            self.published.send_replace(Arc::new(self.day.clone()));
        }
    }
}

/// Saves what can be saved. Then the hub ends, and the process with it: the next start takes what it finds on the disk.
fn leave(journal: &mut dyn Journal) {
    match journal.rescue() {
        Ok(Rescue::Written) => tracing::error!(
            "the journal was written once more to where it belongs, with everything that was saved; the house ends: start it again"
        ),
        Ok(Rescue::LeftToAnother) => tracing::error!(
            "another database stands where the journal was; the house ends: start it again, and it takes that one, with numbers above all that it knows of"
        ),
        Ok(Rescue::LeftDamaged) => tracing::error!(
            "the house ends: start it again, and it goes on with what can be read of the journal and of the newest backup, and says what is missing"
        ),
        Err(error) => tracing::error!(
            %error,
            "the journal can't be written once more; the house ends: mend the disk, bring a backup back with `sportello restore`, and start it again"
        ),
    }
}
