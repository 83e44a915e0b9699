//! A disk has lost entries of the day: the day goes on with what is left, and above every number that may be out there.

use super::Day;
use crate::domain::loss::{Loss, LostNumbers};
use crate::domain::number::Letter;
use jiff::Timestamp;

/// How many losses are kept; a disk that loses more often is replaced.
const LOSSES_KEPT: usize = 8;

impl Day {
    /// What was lost today, oldest first.
    pub fn losses(&self) -> impl ExactSizeIterator<Item = &Loss> {
        self.losses.iter()
    }

    pub(super) fn lose(&mut self, at: Timestamp, entries: u64, numbers: &[(Letter, u32)]) {
        let mut lost = Vec::new();
        for (letter, last) in numbers {
            let given = self.counts.entry(*letter).or_default();
            if *last > *given {
                lost.push(LostNumbers { letter: *letter, first: *given + 1, last: *last });
                *given = *last;
            }
        }
        if self.losses.len() == LOSSES_KEPT {
            self.losses.pop_front();
        }
        self.losses.push_back(Loss { at, entries, numbers: lost });
    }
}
