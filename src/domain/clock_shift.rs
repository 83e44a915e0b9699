//! The correction of times when the machine's clock is set.

use jiff::{SignedDuration, Timestamp};

/// By how much times of the day were wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ClockShift {
    /// Negative when the clock was ahead. Whole milliseconds.
    pub by: SignedDuration,
    /// Earlier times were right; `None` when none was.
    pub since: Option<Timestamp>,
}

impl ClockShift {
    /// A time as it should have been.
    pub fn corrected(&self, at: Timestamp) -> Timestamp {
        let is_wrong = self.since.is_none_or(|since| at >= since);
        if is_wrong { at.saturating_add(self.by).unwrap_or(at) } else { at }
    }
}
