//! Printing a slip once more, for a visitor who has lost it or never got it.

use super::{Day, Decision};
use crate::domain::command::{MAX_COPIES, Outcome};
use crate::domain::event::Event;
use crate::domain::number::TicketNumber;
use crate::domain::refusal::Refusal;

impl Day {
    /// The tickets of which copies were asked for, in that order; a ticket stands there once for each copy.
    pub fn copies(&self) -> impl ExactSizeIterator<Item = TicketNumber> {
        self.copies.iter().copied()
    }

    pub(super) fn reprint(&self, ticket: TicketNumber) -> Result<Decision, Refusal> {
        let found = self.ticket(ticket).ok_or(Refusal::UnknownTicket)?;
        if !found.state.is_in_the_day() {
            return Err(Refusal::HasLeft(ticket));
        }
        if self.copies().filter(|copied| *copied == ticket).count() >= MAX_COPIES {
            return Err(Refusal::TooManyCopies(ticket));
        }
        Ok(Decision { events: vec![Event::CopyRequested { ticket }], outcome: Outcome::Changed(ticket) })
    }
}
