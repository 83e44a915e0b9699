//! What a day has lost with a damaged disk.

use super::number::{Letter, TicketNumber};
use jiff::Timestamp;

/// Entries that were lost: what they said of visitors is not known any more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Loss {
    /// When it was noticed.
    pub at: Timestamp,
    /// How many entries are known to be missing; 0 when that can't be known.
    pub entries: u64,
    /// Tickets with these numbers may be in visitors' hands, and the day does not know them.
    pub numbers: Vec<LostNumbers>,
}

/// Numbers of one letter, from the first to the last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LostNumbers {
    pub letter: Letter,
    pub first: u32,
    pub last: u32,
}

impl LostNumbers {
    pub fn first_number(self) -> TicketNumber {
        TicketNumber { letter: self.letter, count: self.first }
    }

    pub fn last_number(self) -> TicketNumber {
        TicketNumber { letter: self.letter, count: self.last }
    }
}
