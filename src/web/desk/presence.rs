//! The names of the staff at each desk: who has its page open, and who gave its last commands.
//!
//! In memory only: no journal and no log has them. Two people at one desk see each other by it.

use crate::domain::DeskNumber;
use jiff::{SignedDuration, Timestamp};
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// How long a page without a stream, which asks every few seconds, counts as open.
const ASKING_COUNTS: SignedDuration = SignedDuration::from_secs(20);
/// How long a command tells that its giver is at the desk.
const ACT_COUNTS: SignedDuration = SignedDuration::from_mins(10);
/// The most names at one desk; further ones are not shown.
const NAMES_MOST: usize = 12;

/// The names of the staff at each desk. Cheap to clone.
#[derive(Clone, Default)]
pub(in crate::web) struct StaffAtDesks(Arc<Mutex<BTreeMap<DeskNumber, Vec<Seen>>>>);

/// Counts an open page of a desk until it is dropped.
pub(in crate::web) struct OpenPage {
    presence: StaffAtDesks,
    desk: DeskNumber,
    name: String,
}

#[derive(Default)]
struct Seen {
    name: String,
    pages: usize,
    asked_at: Option<Timestamp>,
    acted_at: Option<Timestamp>,
}

impl StaffAtDesks {
    /// Notes that a staff member has the page of a desk open.
    pub(in crate::web) fn open_page(&self, desk: DeskNumber, name: &str) -> OpenPage {
        self.change(desk, name, |seen| seen.pages += 1);
        OpenPage { presence: self.clone(), desk, name: name.to_owned() }
    }

    /// Notes that a page of a desk has asked for one event.
    pub(in crate::web) fn note_asking(&self, desk: DeskNumber, name: &str, now: Timestamp) {
        self.change(desk, name, |seen| seen.asked_at = Some(now));
    }

    /// Notes that a staff member gave a command at a desk, and so is at no other one.
    pub(in crate::web) fn note_act(&self, desk: DeskNumber, name: &str, now: Timestamp) {
        for seen in self.lock().values_mut().flatten().filter(|seen| seen.name == name) {
            seen.acted_at = None;
        }
        self.change(desk, name, |seen| seen.acted_at = Some(now));
    }

    /// The names at a desk, in their order.
    pub(in crate::web) fn names(&self, desk: DeskNumber, now: Timestamp) -> Vec<String> {
        let desks = self.lock();
        let is_within = |at: Option<Timestamp>, most| at.is_some_and(|at| now.duration_since(at).abs() <= most);
        let is_there = |seen: &&Seen| {
            seen.pages > 0 || is_within(seen.asked_at, ASKING_COUNTS) || is_within(seen.acted_at, ACT_COUNTS)
        };
        let mut names: Vec<String> =
            desks.get(&desk).into_iter().flatten().filter(is_there).map(|seen| seen.name.clone()).collect();
        names.sort();
        names
    }

    fn change(&self, desk: DeskNumber, name: &str, change: impl FnOnce(&mut Seen)) {
        let mut desks = self.lock();
        let all = desks.entry(desk).or_default();
        let place = match all.iter().position(|seen| seen.name == name) {
            Some(place) => place,
            None => {
                all.retain(|seen| seen.pages > 0 || seen.asked_at.is_some() || seen.acted_at.is_some());
                if all.len() >= NAMES_MOST {
                    all.sort_by_key(|seen| (seen.pages > 0, seen.asked_at.max(seen.acted_at)));
                    all.remove(0);
                }
                all.push(Seen { name: name.to_owned(), ..Seen::default() });
                all.len() - 1
            }
        };
        change(&mut all[place]);
    }

    fn lock(&self) -> MutexGuard<'_, BTreeMap<DeskNumber, Vec<Seen>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for OpenPage {
    fn drop(&mut self) {
        let mut desks = self.presence.lock();
        let all = desks.get_mut(&self.desk).into_iter().flatten();
        for seen in all.filter(|seen| seen.name == self.name) {
            seen.pages = seen.pages.saturating_sub(1);
        }
    }
}
