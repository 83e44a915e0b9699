//! The current time and deadlines. The only module that asks the machine for the time, so that tests can set the clock.

use jiff::Timestamp;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{Duration, Instant};

/// A clock: the machine's own, or one that stands still until it is set. Clones show the same time.
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

    /// The current time, to the millisecond.
    #[expect(clippy::disallowed_methods, reason = "this is the clock that all others are to ask")]
    pub fn now(&self) -> Timestamp {
        let milliseconds = match &self.0 {
            Some(hands) => hands.load(Ordering::SeqCst),
            None => Timestamp::now().as_millisecond(),
        };
        Timestamp::from_millisecond(milliseconds).unwrap_or(Timestamp::UNIX_EPOCH)
    }

    /// Sets a clock that stands still, forwards or back. Does nothing to the machine's clock.
    pub fn turn_to(&self, at: Timestamp) {
        if let Some(hands) = &self.0 {
            hands.store(at.as_millisecond(), Ordering::SeqCst);
        }
    }

    /// Sets a clock that stands still forwards.
    pub fn advance(&self, by: Duration) {
        if let Some(hands) = &self.0 {
            hands.fetch_add(i64::try_from(by.as_millis()).unwrap_or(i64::MAX), Ordering::SeqCst);
        }
    }
}

/// A bound on how long something may take. It runs in real time, also when the [`Clock`] is set by hand.
#[derive(Debug, Clone, Copy)]
pub struct Deadline {
    start: Instant,
    limit: Duration,
}

impl Deadline {
    /// A deadline so long from now.
    #[expect(clippy::disallowed_methods, reason = "real time, so that a clock turned back lengthens no wait")]
    pub fn after(limit: Duration) -> Deadline {
        Deadline { start: Instant::now(), limit }
    }

    /// Whether the time is up.
    pub fn is_over(&self) -> bool {
        self.left().is_none()
    }

    /// The time since the start.
    pub fn passed(&self) -> Duration {
        self.start.elapsed()
    }

    /// The remaining time; `None` when the time is up.
    pub fn left(&self) -> Option<Duration> {
        self.limit.checked_sub(self.passed()).filter(|left| !left.is_zero())
    }

    /// The remaining time, but not more than this.
    pub fn left_up_to(&self, most: Duration) -> Option<Duration> {
        self.left().map(|left| left.min(most))
    }
}
