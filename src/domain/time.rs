//! Spans of time as people count them.

use jiff::Timestamp;

/// A minute in milliseconds.
pub const MINUTE: i64 = 60_000;

/// Whole minutes from one moment to a later one; 0 when the clock was set back between them.
pub fn minutes_between(earlier: Timestamp, later: Timestamp) -> u32 {
    let seconds = later.as_second().saturating_sub(earlier.as_second());
    u32::try_from(seconds.max(0) / 60).unwrap_or(u32::MAX)
}
