//! A copy of a slip.

use super::event::Sequence;
use super::number::TicketNumber;
use super::slip::SlipOutcome;
use jiff::Timestamp;

/// A copy of a slip that staff asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SlipCopy {
    /// The event with which it was asked for.
    pub request: Sequence,
    pub ticket: TicketNumber,
    pub asked_at: Timestamp,
    /// `None` until the printer has reported.
    pub outcome: Option<SlipOutcome>,
}
