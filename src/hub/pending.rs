//! What visitors told of themselves and is not on disk yet.
//!
//! Promises: written only in a lump, so that no picture of the disk can pair a ticket's moment with an answer: with the
//! night, when the tickets go, and before that only what [`LEAST_LUMP`] people have told of one topic. Less than that is
//! lost when the hub is stopped, and all that waits when the power fails: privacy comes before exactness. Nobody waits for
//! anybody here: sixteen counters, held for an addition.

use crate::domain::tally::taps::{Tap, Taps, Topic};
use jiff::civil::Date;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// What fewer people than this have told is not written while the day goes on.
pub const LEAST_LUMP: u32 = 20;

/// The answers that wait, by what they say: neither in order nor with a moment.
#[derive(Debug, Clone, Default)]
pub(super) struct Pending(Arc<Mutex<BTreeMap<Tap, u32>>>);

impl Pending {
    pub(super) fn count(&self, tap: Tap) {
        let mut counts = self.counts();
        let count = counts.entry(tap).or_default();
        *count = count.saturating_add(1);
    }

    /// All that waits, as answers of this date's week, if so many have told of one topic at least; it waits no longer then.
    pub(super) fn take(&self, least: u32, date: Date) -> Option<Taps> {
        let mut counts = self.counts();
        let mut taps = Taps::of_week(date);
        counts.iter().for_each(|(tap, count)| taps.add(*tap, *count));
        // Each visitor tells of a topic once, so this is how many people there are at least.
        let people = Topic::ALL.iter().map(|topic| taps.answered(*topic)).max().unwrap_or(0);
        (people >= least.max(1)).then(|| {
            counts.clear();
            taps
        })
    }

    /// What could not be written waits on.
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
