//! How long something may take, in real time.

use std::time::{Duration, Instant};

/// A bound on how long something may take. It runs in real time, also when the [`Clock`](super::Clock) is set by hand.
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
