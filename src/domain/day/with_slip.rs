//! Issuing a ticket whose slip is to be printed: both are recorded in one, so that a crash between the number and the
//! paper leaves a trace.

use super::{Day, Decision};
use crate::domain::command::{Command, Outcome};
use crate::domain::event::{Event, Sequence};
use crate::domain::number::{TicketNumber, Token};
use crate::domain::refusal::Refusal;
use crate::domain::slip::{SlipOutcome, SlipPrinter, SlipState};
use crate::domain::slip_request::SlipRequest;
use crate::domain::ticket::Ticket;
use jiff::Timestamp;

impl Day {
    /// The slips that the site's printer was asked for after an event, in that order.
    pub fn slips_after(&self, event: Sequence) -> Vec<SlipRequest> {
        let newest_first = self.slips.iter().rev().take_while(|slip| slip.request > event);
        let mut slips: Vec<_> = newest_first.copied().collect();
        slips.reverse();
        slips
    }

    /// What is known of a ticket's slip; `None` when none was to be printed.
    pub fn slip_state(&self, ticket: &Ticket) -> Option<SlipState> {
        match ticket.slip {
            Some(outcome) if outcome.is_proven() => Some(SlipState::Reported(outcome)),
            _ if self.has_printed_copy(ticket.number) => Some(SlipState::Copied),
            Some(outcome) => Some(SlipState::Reported(outcome)),
            None => ticket.is_slip_requested.then_some(SlipState::Printing),
        }
    }

    /// The tickets whose slip was asked for, and whose printer has not reported.
    pub fn slips_in_print(&self) -> impl Iterator<Item = TicketNumber> + '_ {
        self.tickets.iter().filter(|ticket| ticket.is_slip_requested && ticket.slip.is_none()).map(|it| it.number)
    }

    /// Of what has been reported meanwhile more is known, and it stays.
    pub(super) fn give_up_slips(&self, tickets: &[Token], copies: &[Sequence]) -> Decision {
        let outcome = SlipOutcome::Unknown;
        let slips = tickets.iter().filter_map(|token| self.ticket_of(*token)).filter(|ticket| ticket.slip.is_none());
        let slips = slips.map(|slip| Event::SlipReported { ticket: slip.number, outcome });
        let copies = copies.iter().filter_map(|request| self.copy(*request)).filter(|copy| copy.outcome.is_none());
        let copies = copies.map(|copy| Event::CopyReported { ticket: copy.ticket, request: copy.request, outcome });
        Decision { events: slips.chain(copies).collect(), outcome: Outcome::Done }
    }

    pub(super) fn with_slip(
        &self,
        command: &Command,
        printer: SlipPrinter,
        now: Timestamp,
    ) -> Result<Decision, Refusal> {
        let mut decision = self.decide(command, now)?;
        let issued = decision.events.iter().find_map(|event| match event {
            Event::Issued { number, .. } => Some(*number),
            _ => None,
        });
        decision.events.extend(issued.map(|ticket| Event::SlipRequested { ticket, printer }));
        Ok(decision)
    }
}
