//! What time it is. The only place that asks the machine, so that tests can turn the clock by hand.

use jiff::Timestamp;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{Duration, Instant};

/// A clock: the machine's own, or one that stands still until it is turned. Clones show the same time.
#[derive(Debug, Clone)]
pub struct Clock(Option<Arc<AtomicI64>>);

impl Clock {
    /// The machine's clock.
    pub fn real() -> Clock {
        Clock(None)
    }

    /// A clock that stands at this moment, to the millisecond.
    pub fn turned(at: Timestamp) -> Clock {
        Clock(Some(Arc::new(AtomicI64::new(at.as_millisecond()))))
    }

    /// What it shows, to the millisecond.
    #[expect(clippy::disallowed_methods, reason = "this is the clock that all others are to ask")]
    pub fn now(&self) -> Timestamp {
        let milliseconds = match &self.0 {
            Some(hands) => hands.load(Ordering::SeqCst),
            None => Timestamp::now().as_millisecond(),
        };
        Timestamp::from_millisecond(milliseconds).unwrap_or(Timestamp::UNIX_EPOCH)
    }

    /// Turns a clock that stands still to another moment, forwards or back; the machine's clock is left alone.
    pub fn turn_to(&self, at: Timestamp) {
        if let Some(hands) = &self.0 {
            hands.store(at.as_millisecond(), Ordering::SeqCst);
        }
    }

    /// Turns a clock that stands still forwards.
    pub fn advance(&self, by: Duration) {
        if let Some(hands) = &self.0 {
            hands.fetch_add(i64::try_from(by.as_millis()).unwrap_or(i64::MAX), Ordering::SeqCst);
        }
    }
}

/// A bound on how long something may take, by a clock that cannot be set.
#[derive(Debug, Clone, Copy)]
pub struct Deadline {
    begun: Instant,
    within: Duration,
}

impl Deadline {
    /// So long from now on.
    #[expect(clippy::disallowed_methods, reason = "real time, so that a clock turned back lengthens no wait")]
    pub fn after(within: Duration) -> Deadline {
        Deadline { begun: Instant::now(), within }
    }

    /// Whether the time is up.
    pub fn is_over(&self) -> bool {
        self.passed() >= self.within
    }

    /// How much time has passed.
    pub fn passed(&self) -> Duration {
        self.begun.elapsed()
    }
}
