//! Printing a slip once more, for a visitor who has lost it or never got it.

use super::{Day, Decision};
use crate::domain::command::{MAX_COPIES, MAX_COPY_REQUESTS, Outcome};
use crate::domain::event::{Event, Sequence};
use crate::domain::number::TicketNumber;
use crate::domain::refusal::Refusal;
use crate::domain::slip::SlipOutcome;
use crate::domain::slip_copy::SlipCopy;

impl Day {
    /// The copies that were asked for after an event, in that order.
    pub fn copies_after(&self, event: Sequence) -> impl Iterator<Item = &SlipCopy> {
        self.copies.iter().skip_while(move |copy| copy.request <= event)
    }

    /// The copy that was asked for with an event.
    pub fn copy(&self, request: Sequence) -> Option<&SlipCopy> {
        self.copies.iter().rfind(|copy| copy.request == request)
    }

    /// The copies of which no printer has reported.
    pub fn copies_in_print(&self) -> impl Iterator<Item = &SlipCopy> {
        self.copies.iter().filter(|copy| copy.outcome.is_none())
    }

    /// The newest copy of a ticket's slip.
    pub fn newest_copy(&self, ticket: TicketNumber) -> Option<&SlipCopy> {
        self.copies.iter().rfind(|copy| copy.ticket == ticket)
    }

    /// Whether a copy of a ticket's slip came out.
    pub(super) fn has_printed_copy(&self, ticket: TicketNumber) -> bool {
        self.copies.iter().any(|copy| copy.ticket == ticket && copy.outcome.is_some_and(SlipOutcome::is_proven))
    }

    pub(super) fn reprint(&self, ticket: TicketNumber) -> Result<Decision, Refusal> {
        let found = self.ticket(ticket).ok_or(Refusal::UnknownTicket)?;
        if !found.state.is_in_the_day() {
            return Err(Refusal::HasLeft(ticket));
        }
        let requested = self.copies.iter().filter(|copy| copy.ticket == ticket);
        // Only what has certainly not come out is no copy.
        let printed = requested.clone().filter(|copy| copy.outcome.is_none_or(SlipOutcome::may_be_on_paper));
        if printed.count() >= MAX_COPIES || requested.count() >= MAX_COPY_REQUESTS {
            return Err(Refusal::TooManyCopies(ticket));
        }
        Ok(Decision { events: vec![Event::CopyRequested { ticket }], outcome: Outcome::Changed(ticket) })
    }

    pub(super) fn report_copy(
        &self,
        ticket: TicketNumber,
        request: Sequence,
        outcome: SlipOutcome,
    ) -> Result<Decision, Refusal> {
        let copy = self.copy(request).filter(|copy| copy.ticket == ticket).ok_or(Refusal::UnknownTicket)?;
        let outcome = outcome.after(copy.outcome);
        let is_known = copy.outcome == Some(outcome);
        let events = if is_known { Vec::new() } else { vec![Event::CopyReported { ticket, request, outcome }] };
        Ok(Decision { events, outcome: Outcome::Changed(ticket) })
    }

    /// Applies that the printer reported a copy.
    pub(super) fn note_copy(&mut self, request: Sequence, outcome: SlipOutcome) {
        if let Some(copy) = self.copies.iter_mut().find(|copy| copy.request == request) {
            copy.outcome = Some(outcome);
        }
    }
}
