//! A moment by which something must have ended. Together with the clock the only place that asks the system for time: how
//! long a printer may keep silent is measured in real time, also when the day's clock is turned by hand.

use std::time::{Duration, Instant};

/// A moment by which something must have ended.
#[derive(Debug, Clone, Copy)]
pub struct Deadline(Instant);

impl Deadline {
    /// So long from now.
    #[expect(clippy::disallowed_methods, reason = "a printer is waited for in real time")]
    pub fn after(time: Duration) -> Deadline {
        Deadline(Instant::now() + time)
    }

    /// What is left of it; `None` when it is over.
    #[expect(clippy::disallowed_methods, reason = "a printer is waited for in real time")]
    pub fn left(self) -> Option<Duration> {
        self.0.checked_duration_since(Instant::now()).filter(|left| !left.is_zero())
    }

    /// What is left of it, but not more than this.
    pub fn left_up_to(self, most: Duration) -> Option<Duration> {
        self.left().map(|left| left.min(most))
    }
}
