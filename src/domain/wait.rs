//! Expected waiting, as a range of minutes.
//!
//! For now a plain estimate: the people ahead share the open desks, each takes what the site says the service takes,
//! give or take a third. A range that is honest about how little it knows, rounded outwards to five minutes.

use jiff::Timestamp;

/// A range of minutes within which the call is expected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wait {
    /// Hardly sooner than this, in minutes.
    pub low_min: u32,
    /// Hardly later than this, in minutes.
    pub high_min: u32,
}

impl Wait {
    /// What to expect with so many people ahead, so many open desks and so many minutes for each visitor; `None` while
    /// no desk is open, since nobody can tell then.
    pub fn expect(ahead: usize, open_desks: usize, minutes_each: u16) -> Option<Wait> {
        if open_desks == 0 {
            return None;
        }
        let middle = ahead as u64 * u64::from(minutes_each) / open_desks as u64;
        let low = middle * 2 / 3 / 5 * 5;
        let high = (middle * 4 / 3).max(u64::from(minutes_each) / 2).div_ceil(5) * 5;
        let minutes = |value: u64| u32::try_from(value).unwrap_or(u32::MAX);
        Some(Wait { low_min: minutes(low), high_min: minutes(high) })
    }
}

/// Whole minutes from one moment to a later one; 0 when the clock was set back between them.
pub fn minutes_between(earlier: Timestamp, later: Timestamp) -> u32 {
    let seconds = later.as_second().saturating_sub(earlier.as_second());
    u32::try_from(seconds.max(0) / 60).unwrap_or(u32::MAX)
}
