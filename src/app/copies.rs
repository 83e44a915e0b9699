//! Prints the slips of tickets that were not issued at a glass, and the copies of slips that staff ask for.
//!
//! Promises: each one that is recorded while the program runs goes to the printer once, a copy marked as such, and its
//! outcome is recorded; what is known of an original does not change with a copy. One that was recorded before is not
//! printed: whether it came out is unknown, which is recorded, so that staff see it and can ask for a copy. One that is
//! too old is not printed.

use crate::clock::Clock;
use crate::domain::{SlipCopy, SlipOutcome, TicketNumber, Token};
use crate::hub::Hub;
use crate::locale::Locales;
use crate::print::{Slip, Spooler};
use jiff::SignedDuration;
use std::sync::Arc;

/// A visitor who waited longer than this for a slip has gone by the number.
const TOO_OLD: SignedDuration = SignedDuration::from_mins(2);

/// Prints slips and copies, with the parts of the program that this takes.
pub struct CopyPrinter {
    pub hub: Hub,
    pub spooler: Spooler,
    pub locales: Arc<Locales>,
    pub clock: Clock,
    /// The address under which phones reach this site; empty when they can't.
    pub public_url: String,
}

impl CopyPrinter {
    /// Runs until the hub ends. What is asked for from this call on is printed, however late the future starts.
    pub fn run(self) -> impl Future<Output = ()> + Send {
        let mut days = self.hub.watch();
        let (mut seen, unfinished) = {
            let day = days.borrow_and_update();
            (day.sequence(), day.slips_in_print().collect::<Vec<_>>())
        };
        async move {
            self.note_unfinished(unfinished).await;
            while days.changed().await.is_ok() {
                let day = Arc::clone(&days.borrow_and_update());
                for slip in day.slips_after(seen) {
                    self.print_original(slip.ticket, day.ticket(slip.ticket).map(|ticket| ticket.token)).await;
                }
                for copy in day.copies_after(seen) {
                    let token = day.ticket(copy.ticket).map(|ticket| ticket.token);
                    self.print_copy(*copy, token).await;
                }
                seen = day.sequence();
            }
        }
    }

    /// The slips on whose way the program broke off are reported by no printer.
    async fn note_unfinished(&self, tickets: Vec<TicketNumber>) {
        if !tickets.is_empty() {
            tracing::warn!(
                count = tickets.len(),
                "slips were being printed when the program ended: the desks' pages mark them, and can print copies"
            );
        }
        for ticket in tickets {
            self.report_original(ticket, SlipOutcome::Unknown).await;
        }
    }

    async fn print_original(&self, ticket: TicketNumber, token: Option<Token>) {
        let issued = self.hub.day().ticket(ticket).map(|ticket| ticket.issued_at);
        let is_too_old = issued.is_none_or(|at| self.clock.now().duration_since(at) > TOO_OLD);
        let outcome = if is_too_old {
            tracing::warn!("a slip waited too long and is not printed: look after the printer");
            SlipOutcome::Failed
        } else {
            self.print(token, |slip| slip).await
        };
        self.report_original(ticket, outcome).await;
    }

    async fn report_original(&self, ticket: TicketNumber, outcome: SlipOutcome) {
        if let Err(error) = self.hub.report_slip(ticket, outcome).await {
            tracing::warn!(%error, "whether a slip was printed could not be recorded: look at the printer");
        }
    }

    async fn print_copy(&self, SlipCopy { request, ticket, .. }: SlipCopy, token: Option<Token>) {
        let outcome = self.print(token, |slip| slip.into_copy(&self.locales)).await;
        if let Err(error) = self.hub.report_copy(ticket, request, outcome).await {
            tracing::warn!(%error, "whether a copy was printed could not be recorded: look at the printer");
        }
    }

    /// One after another: the answer of the printer is awaited, so that these slips can't fill its queue.
    async fn print(&self, token: Option<Token>, mark: impl FnOnce(Slip) -> Slip) -> SlipOutcome {
        // Earlier ones may have taken a while, and in a new day the number may be another visitor's.
        let (day, now) = (self.hub.day(), self.clock.now());
        let Some(ticket) = token.and_then(|token| day.ticket_of(token)) else {
            tracing::warn!("a slip is not printed: its ticket has left with the day");
            return SlipOutcome::Failed;
        };
        let slip = mark(Slip::compose(day.site(), ticket, day.outlook(ticket, now), &self.locales, &self.public_url));
        match self.spooler.print(slip) {
            Ok(outcome) => outcome.await.unwrap_or(SlipOutcome::Unknown),
            Err(full) => {
                tracing::warn!(?full, "the printer's queue is full: a slip is not printed; see to the printer");
                SlipOutcome::Failed
            }
        }
    }
}
