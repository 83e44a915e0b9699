//! What the event streams of a desk send: made once for all streams of a desk, a language and a reach, as long as nothing
//! changes.

use crate::clock::Deadline;
use crate::domain::{Day, DeskNumber, LanguageTag};
use crate::print::PrinterReport;
use crate::web::sign_in::reach::Reach;
use jiff::{SignedDuration, Timestamp};
use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

/// How long a picture may be shown again, in the time of the house and in real time: minutes of waiting and the health of
/// the house change without the day.
const FRESH: SignedDuration = SignedDuration::from_millis(200);
const FRESH_MOST: Duration = Duration::from_millis(200);

/// The most pictures that are kept: more than desks that are heard at the same time. A picture that is not kept is made anew.
const MOST_KEPT: usize = 512;

/// The newest picture for each kind of reader that asks.
#[derive(Default)]
pub(in crate::web) struct DeskPictures {
    newest: Mutex<BTreeMap<DeskReader, NewestPicture>>,
    made: AtomicU64,
}

/// For whom a picture is made.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::web) struct DeskReader {
    pub(in crate::web) desk: DeskNumber,
    pub(in crate::web) language: LanguageTag,
    pub(in crate::web) reach: Reach,
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
        reader: DeskReader,
        state: DeskMoment,
        make: impl FnOnce() -> Option<Arc<str>>,
    ) -> Option<Arc<str>> {
        let newest = {
            let mut all = self.newest.lock().unwrap_or_else(PoisonError::into_inner);
            if all.len() >= MOST_KEPT && !all.contains_key(&reader) {
                all.clear();
            }
            Arc::clone(all.entry(reader).or_default())
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
