//! Entries that a damaged disk has lost: the day says so, and numbers go on above those that may have been given.

use super::Writer;
use crate::domain::{Entry, Event};

impl Writer {
    /// Adds to the batch what was found missing when the journal was opened, together with the day that it belongs to: no
    /// number of that day is given before. A day that is over needs no continuing.
    pub(super) fn note_missing(&mut self, entries: &mut Vec<Entry>) {
        let (Some(missing), Some(date)) = (&self.missing, self.day.date()) else { return };
        if missing.date < date {
            tracing::error!(
                "entries of an earlier day are lost with a damaged disk, and with them a part of its counts: look at the disk"
            );
            self.missing = None;
            return;
        }
        let mut numbers = missing.numbers.clone();
        let is_used = |letter| self.day.site().services().iter().any(|service| service.letter == letter);
        numbers.retain(|(letter, _)| is_used(*letter));
        let lost = missing.entries;
        self.record(vec![Event::EntriesLost { entries: lost, numbers }], entries);
    }

    /// The batch is on disk.
    pub(super) fn has_noted_missing(&mut self, entries: &[Entry]) {
        let lost = entries.iter().find_map(|entry| match &entry.event {
            Event::EntriesLost { entries, .. } => Some(*entries),
            _ => None,
        });
        let Some(entries) = lost else { return };
        self.missing = None;
        tracing::error!(
            entries,
            "entries of today are lost with a damaged disk: visitors with the numbers that the desks' pages name have to ask for a new one, and those who wait may have been served already; look at the disk"
        );
    }
}
