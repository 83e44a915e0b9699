//! A slip that is to be printed for a ticket.

use super::event::Sequence;
use super::number::TicketNumber;

/// A slip that the site's printer is to print.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SlipRequest {
    /// The event with which it was asked for.
    pub request: Sequence,
    pub ticket: TicketNumber,
}
