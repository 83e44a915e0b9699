//! Prints the copies of slips that staff ask for.
//!
//! Promises: each copy that is recorded while the program runs goes to the printer once, marked as a copy, and its outcome
//! is recorded; what is known of the original stays. One that was recorded before is not printed: whether it came out is
//! unknown, and staff can ask again.

use crate::clock::Clock;
use crate::domain::{SlipCopy, SlipOutcome, Token};
use crate::hub::Hub;
use crate::locale::Locales;
use crate::print::{Slip, Spooler};
use std::sync::Arc;

/// Prints copies, with the parts of the program that this takes.
pub struct CopyPrinter {
    pub hub: Hub,
    pub spooler: Spooler,
    pub locales: Arc<Locales>,
    pub clock: Clock,
    /// The address under which phones reach this site; empty when they can't.
    pub public_url: String,
}

impl CopyPrinter {
    /// Runs until the hub ends. Copies that are asked for from this call on are printed, however late the future starts.
    pub fn run(self) -> impl Future<Output = ()> + Send {
        let mut days = self.hub.watch();
        let mut seen = days.borrow_and_update().sequence();
        async move {
            while days.changed().await.is_ok() {
                let day = Arc::clone(&days.borrow_and_update());
                for copy in day.copies_after(seen) {
                    let token = day.ticket(copy.ticket).map(|ticket| ticket.token);
                    self.print(*copy, token).await;
                }
                seen = day.sequence();
            }
        }
    }

    /// One after another: the answer of the printer is awaited, so that copies can't fill its queue.
    async fn print(&self, SlipCopy { request, ticket: number, .. }: SlipCopy, token: Option<Token>) {
        // Earlier copies may have taken a while, and in a new day the number may be another visitor's.
        let day = self.hub.day();
        let Some(ticket) = token.and_then(|token| day.ticket_of(token)) else {
            tracing::warn!("a copy is not printed: its ticket has left with the day");
            return;
        };
        let outlook = day.outlook(ticket, self.clock.now());
        let slip = Slip::compose(day.site(), ticket, outlook, &self.locales, &self.public_url);
        let outcome = match self.spooler.print(slip.into_copy(&self.locales)) {
            Ok(outcome) => outcome.await.unwrap_or(SlipOutcome::Unknown),
            Err(full) => {
                tracing::warn!(?full, "the printer's queue is full: a copy is not printed; see to the printer");
                SlipOutcome::Failed
            }
        };
        if let Err(error) = self.hub.report_copy(number, request, outcome).await {
            tracing::warn!(%error, "whether a copy was printed could not be recorded: look at the printer");
        }
    }
}
