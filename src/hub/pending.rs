//! Survey answers that are not on disk yet.
//!
//! Promises: answers are written only in batches, so that no copy of the disk can match a ticket's moment with an answer:
//! with the night, when the tickets are deleted, and before that only when [`MIN_BATCH`] visitors have answered one topic.
//! A smaller number is lost when the hub stops, and all pending answers when the power fails: privacy comes before
//! exactness. Counting never waits: sixteen counters, locked for an addition.

use crate::domain::tally::taps::{Tap, Taps, Topic};
use jiff::civil::Date;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// Answers of fewer visitors than this are not written while the day goes on (k-anonymity).
pub const MIN_BATCH: u32 = 20;

/// The pending answers, counted: neither in order nor with a moment.
#[derive(Debug, Clone, Default)]
pub(super) struct Pending(Arc<Mutex<BTreeMap<Tap, u32>>>);

impl Pending {
    pub(super) fn count(&self, tap: Tap) {
        let mut counts = self.counts();
        let count = counts.entry(tap).or_default();
        *count = count.saturating_add(1);
    }

    /// Takes all pending answers, as those of this date's week, if at least so many visitors have answered one topic.
    pub(super) fn take(&self, least: u32, date: Date) -> Option<Taps> {
        let mut counts = self.counts();
        let mut taps = Taps::of_week(date);
        counts.iter().for_each(|(tap, count)| taps.add(*tap, *count));
        // Each visitor answers a topic once, so there are at least so many visitors.
        let visitors = Topic::ALL.iter().map(|topic| taps.answered(*topic)).max().unwrap_or(0);
        (visitors >= least.max(1)).then(|| {
            counts.clear();
            taps
        })
    }

    /// Adds the counts of a batch that could not be written.
    pub(super) fn put_back(&self, taps: &Taps) {
        let mut counts = self.counts();
        for (tap, more) in taps.counts() {
            let count = counts.entry(tap).or_default();
            *count = count.saturating_add(more);
        }
    }

    fn counts(&self) -> MutexGuard<'_, BTreeMap<Tap, u32>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
