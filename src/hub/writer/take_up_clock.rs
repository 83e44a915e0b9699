//! What becomes of the day when the machine's clock is set, or is found to be wrong.

use super::Writer;
use crate::clock::{ClockSet, TimeTrust};
use crate::domain::{ClockShift, Entry, Sequence};
use std::sync::Arc;

impl Writer {
    /// Takes up the time of a clock that was set, in a commit of its own: until that is on disk the old time goes on.
    pub(super) fn take_up_clock(&mut self) {
        if let Some(set) = self.clock.set_to_adopt() {
            let shift = ClockShift { by: set.by(), since: set.since };
            let events = self.day.set_clock(shift, set.to);
            let numbered = events.into_iter().zip(self.last.0 + 1..);
            let entries: Vec<Entry> =
                numbered.map(|(event, sequence)| Entry { sequence: Sequence(sequence), at: set.to, event }).collect();
            entries.iter().for_each(|entry| self.day.apply(entry));
            if self.commit(&entries) {
                self.clock.adopt(&set);
                log(&set);
            }
        }
        let trust = self.clock.trust();
        let (is_known, is_sure) = (trust != TimeTrust::Unknown, trust == TimeTrust::Synchronised);
        let is_news = is_known != self.day.is_time_known();
        if is_news || is_sure != self.day.is_date_sure() {
            self.day.know_time(is_known, is_sure);
            self.published.send_replace(Arc::new(self.day.clone()));
        }
        if is_news && !is_known {
            tracing::warn!(
                "the machine's clock is behind what has already happened, so opening hours are not judged and numbers go on from the last ones: set date and time, or connect a time server"
            );
        }
    }
}

fn log(set: &ClockSet) {
    let ClockSet { from, to, .. } = set;
    tracing::warn!(%from, %to, "the machine's clock was set: the day goes on, with its tickets and numbers; look whether date and time are right");
}
