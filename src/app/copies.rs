//! Prints the copies of slips that staff ask for.
//!
//! Promises: each copy that is recorded while the program runs goes to the printer once, marked as a copy, and its outcome
//! is recorded. One that was recorded before is not printed: whether it came out is unknown, and staff can ask again.

use crate::domain::{Day, SlipOutcome, TicketNumber, Token};
use crate::hub::Hub;
use crate::locale::Locales;
use crate::print::{Slip, Spooler};
use std::sync::Arc;

/// Prints copies, with the parts of the program that this takes.
pub struct CopyPrinter {
    pub hub: Hub,
    pub spooler: Spooler,
    pub locales: Arc<Locales>,
    /// The address under which phones reach this site; empty when they can't.
    pub public_url: String,
}

/// How many copies of which day have been printed.
#[derive(Debug, PartialEq)]
struct Progress {
    /// Of the day's first ticket: unlike a date it belongs to one day, even when the clock was wrong.
    first: Option<Token>,
    count: usize,
}

impl CopyPrinter {
    /// Runs until the hub ends.
    pub async fn run(self) {
        let mut days = self.hub.watch();
        let mut progress = Progress::of(&days.borrow_and_update());
        while days.changed().await.is_ok() {
            let day = Arc::clone(&days.borrow_and_update());
            for ticket in progress.advance(&day) {
                self.print(&day, ticket).await;
            }
        }
    }

    /// One after another: the answer of the printer is awaited, so that copies can't fill its queue.
    async fn print(&self, day: &Day, number: TicketNumber) {
        let Some(ticket) = day.ticket(number) else { return };
        let slip = Slip::compose(day.site(), ticket, day.ahead(ticket), &self.locales, &self.public_url);
        let outcome = match self.spooler.print(slip.into_copy(&self.locales)) {
            Ok(outcome) => outcome.await.unwrap_or(SlipOutcome::Unknown),
            Err(full) => {
                tracing::warn!(?full, ticket = %number, "the printer's queue is full: a copy is not printed; see to the printer");
                SlipOutcome::Failed
            }
        };
        if let Err(error) = self.hub.report_slip(number, outcome).await {
            tracing::warn!(%error, ticket = %number, "whether a copy was printed could not be recorded: look at the printer");
        }
    }
}

impl Progress {
    fn of(day: &Day) -> Progress {
        Progress { first: day.tickets().next().map(|ticket| ticket.token), count: day.copies().len() }
    }

    /// The copies of this day that are still to print; from now on they count as printed.
    fn advance(&mut self, day: &Day) -> Vec<TicketNumber> {
        let newest = Progress::of(day);
        let printed = if self.first == newest.first { self.count } else { 0 };
        *self = newest;
        day.copies().skip(printed).collect()
    }
}
