//! What is missing in a journal, as far as its witness can tell.

use crate::domain::Letter;
use jiff::civil::Date;

/// Entries that were on disk and are there no more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Missing {
    /// The newest business day that they may belong to.
    pub date: Date,
    /// How many are known to be missing; 0 when that can't be known.
    pub entries: u64,
    /// Up to these, numbers of the day may be in visitors' hands.
    pub numbers: Vec<(Letter, u32)>,
}
