//! Whether the writer is well, for those who must not wait for it: since when the oldest request waits, when the writer's loop
//! turned last, and when something was last written to the disk.

use crate::clock::Deadline;
use crate::health::Beat;
use jiff::Timestamp;
use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// A writer that leaves a request waiting for so long, or does not turn, hangs. A commit on a slow disk takes two seconds.
const HANGS_AFTER: Duration = Duration::from_secs(3);
/// While somewhere health is looked at, the disk of an idle house is tried so often; else this seldom, to spare it.
const TRIED_EVERY: Duration = Duration::from_secs(3);
const TRIED_AT_LEAST: Duration = Duration::from_secs(60);
/// So long after a look at the health it counts as looked at.
const LOOKED_AT: Duration = Duration::from_secs(15);

/// Clones are of the same writer.
#[derive(Debug, Clone)]
pub(super) struct Pulse {
    /// When each request was sent that has no reply yet, oldest first; as many as the queue and one batch hold.
    waiting: Arc<Mutex<VecDeque<Deadline>>>,
    turns: Beat,
    looks: Beat,
    writes: Beat,
    last_write: Arc<Mutex<Option<Timestamp>>>,
}

impl Pulse {
    pub(super) fn start() -> Pulse {
        Pulse {
            waiting: Arc::default(),
            turns: Beat::start(),
            looks: Beat::start(),
            writes: Beat::start(),
            last_write: Arc::default(),
        }
    }

    /// Sends a request and notes when; the order is that of the queue.
    pub(super) fn noting<E>(&self, send: impl FnOnce() -> Result<(), E>) -> Result<(), E> {
        let mut waiting = lock(&self.waiting);
        send()?;
        waiting.push_back(Deadline::after(Duration::ZERO));
        Ok(())
    }

    /// The writer has replied to so many of the oldest requests.
    pub(super) fn replied(&self, count: usize) {
        let mut waiting = lock(&self.waiting);
        let count = count.min(waiting.len());
        waiting.drain(..count);
    }

    /// The writer's loop turns.
    pub(super) fn turn(&self) {
        self.turns.beat();
    }

    /// Beats with each turn.
    pub(super) fn turns(&self) -> Beat {
        self.turns.clone()
    }

    /// Something is on the disk now.
    pub(super) fn written(&self, at: Timestamp) {
        self.writes.beat();
        *lock(&self.last_write) = Some(at);
    }

    /// Health is looked at: the disk is tried more often for a while.
    pub(super) fn look(&self) {
        self.looks.beat();
    }

    pub(super) fn hangs(&self) -> bool {
        let oldest = lock(&self.waiting).front().map(Deadline::passed).unwrap_or_default();
        oldest.max(self.turns.age()) > HANGS_AFTER
    }

    pub(super) fn last_write(&self) -> Option<Timestamp> {
        *lock(&self.last_write)
    }

    /// Whether an idle writer has to find out if the disk can be written.
    pub(super) fn is_trial_due(&self) -> bool {
        let is_looked_at = self.looks.count() > 0 && self.looks.age() < LOOKED_AT;
        self.writes.age() >= if is_looked_at { TRIED_EVERY } else { TRIED_AT_LEAST }
    }
}

fn lock<T>(shared: &Mutex<T>) -> MutexGuard<'_, T> {
    shared.lock().unwrap_or_else(PoisonError::into_inner)
}
