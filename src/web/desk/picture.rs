//! What the event streams of a desk send: made once for all streams of a desk and a language, as long as nothing changes.

use crate::clock::Deadline;
use crate::domain::{Day, DeskNumber, LanguageTag};
use crate::print::PrinterReport;
use jiff::{SignedDuration, Timestamp};
use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

/// How long a picture may be shown again, in the time of the house and in real time: minutes of waiting and the health of
/// the house change without the day.
const FRESH: SignedDuration = SignedDuration::from_millis(200);
const FRESH_MOST: Duration = Duration::from_millis(200);

/// The newest picture of each desk in each language that is asked for: as many as the site has desks, by the few languages
/// of staff.
#[derive(Default)]
pub(in crate::web) struct DeskPictures {
    newest: Mutex<BTreeMap<(DeskNumber, LanguageTag), NewestPicture>>,
    made: AtomicU64,
}

type NewestPicture = Arc<Mutex<Option<DeskPicture>>>;

/// What a picture is made from, as far as its streams are notified of changes.
pub(in crate::web) struct DeskMoment {
    pub(in crate::web) day: Arc<Day>,
    pub(in crate::web) staff: Vec<String>,
    pub(in crate::web) printers: Vec<PrinterReport>,
    pub(in crate::web) at: Timestamp,
}

struct DeskPicture {
    shown: DeskMoment,
    until: Deadline,
    json: Option<Arc<str>>,
}

impl DeskPictures {
    /// The picture of a desk as JSON, made anew if need be; `None` when it can't be written.
    pub(in crate::web) fn of(
        &self,
        desk: DeskNumber,
        language: &LanguageTag,
        state: DeskMoment,
        make: impl FnOnce() -> Option<Arc<str>>,
    ) -> Option<Arc<str>> {
        let newest = {
            let mut all = self.newest.lock().unwrap_or_else(PoisonError::into_inner);
            Arc::clone(all.entry((desk, language.clone())).or_default())
        };
        // Made under the lock: its streams ask for the same picture at the same moment.
        let mut newest = newest.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(picture) = newest.as_ref().filter(|picture| picture.is_of(&state)) {
            return picture.json.clone();
        }
        self.made.fetch_add(1, Ordering::Relaxed);
        let json = make();
        *newest = Some(DeskPicture { shown: state, until: Deadline::after(FRESH_MOST), json: json.clone() });
        json
    }

    /// How many were made since the start.
    pub(in crate::web) fn made(&self) -> u64 {
        self.made.load(Ordering::Relaxed)
    }
}

impl DeskPicture {
    fn is_of(&self, now: &DeskMoment) -> bool {
        let DeskMoment { day, staff, printers, at } = &self.shown;
        let is_fresh = now.at.duration_since(*at).abs() <= FRESH && !self.until.is_over();
        is_fresh && Arc::ptr_eq(day, &now.day) && *staff == now.staff && *printers == now.printers
    }
}
