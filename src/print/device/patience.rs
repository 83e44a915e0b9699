//! How long a printer may take.

use std::time::Duration;

/// Time limits for a printer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Patience {
    /// For an answer; USB and network printers are late by up to a second.
    pub answer: Duration,
    /// For taking all bytes of a slip, beyond the time of the slowest paper.
    pub accept: Duration,
    /// For the proof that a slip is printed, beyond the time of the slowest paper.
    pub proof: Duration,
}

impl Default for Patience {
    fn default() -> Patience {
        Patience { answer: Duration::from_secs(1), accept: Duration::from_secs(6), proof: Duration::from_secs(3) }
    }
}
