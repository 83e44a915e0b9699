//! A copy of a slip.

use super::event::Sequence;
use super::number::TicketNumber;
use super::slip::SlipOutcome;

/// A copy of a slip that staff asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SlipCopy {
    /// The event with which it was asked for.
    pub request: Sequence,
    pub ticket: TicketNumber,
    /// `None` until the printer has reported.
    pub outcome: Option<SlipOutcome>,
}
