//! What becomes of ended days: their tickets turn into counts, and are deleted.

use super::Writer;
use crate::domain::{Entry, Event, Sequence, Tally};

impl Writer {
    /// Turns the days before a new day into counts and deletes their events. A ticket outlives one night at most, and only
    /// one that went over.
    pub(super) fn forget(&mut self, entries: &[Entry]) {
        let opened = entries.iter().rev().find(|entry| matches!(entry.event, Event::DayOpened { .. }));
        if let Some(opened) = opened {
            self.forget_before(opened.sequence);
        }
    }

    pub(super) fn forget_before(&mut self, first: Sequence) {
        let forgotten = self.journal.before(first).and_then(|entries| match entries.is_empty() {
            true => Ok(()),
            false => self.journal.forget_before(first, &Tally::of(self.day.site(), &entries)),
        });
        let was_failing = self.unforgotten.is_some();
        self.unforgotten = forgotten.is_err().then_some(first);
        match forgotten {
            Ok(()) if was_failing => tracing::info!("the tickets of earlier days are deleted"),
            Err(error) if !was_failing => {
                tracing::error!(%error, "tickets of earlier days are still on disk; deleting them is tried again every few seconds");
            }
            _ => {}
        }
    }

    /// Tries again what could not be deleted.
    pub(super) fn forget_again(&mut self) {
        if let Some(first) = self.unforgotten {
            self.forget_before(first);
        }
    }
}
