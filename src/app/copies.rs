//! Prints the slips of tickets that were not issued at a glass, and the copies of slips that staff ask for.
//!
//! Promises: each one that is recorded while the program runs goes to the printer once, a copy marked as such, and its
//! outcome is recorded; what is known of an original does not change with a copy. One that was recorded before is not
//! printed: whether it came out is unknown, which is recorded, so that staff see it and can ask for a copy. So is a slip
//! of which no printer says anything in time. One that is too old, or that too many wait before, is not printed.

use crate::clock::Clock;
use crate::domain::{Day, SLIP_TOO_OLD, Sequence, SlipCopy, SlipOutcome, TicketNumber, Token};
use crate::hub::Hub;
use crate::locale::Locales;
use crate::print::{Slip, Spooler};
use std::collections::VecDeque;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::oneshot;

/// How many slips and copies may wait: more than a printer does in the time in which they grow too old.
const MAX_WAITING: usize = 512;
/// How often slips are looked for of which nothing is heard.
const LOOK_EVERY: Duration = Duration::from_secs(5);
/// A printer has reported so long after the ticket, or its report is lost.
const SILENT_AFTER: Duration = SLIP_TOO_OLD.saturating_add(Duration::from_secs(60));

/// Prints slips and copies, with the parts of the program that this takes.
pub struct CopyPrinter {
    pub hub: Hub,
    pub spooler: Spooler,
    pub locales: Arc<Locales>,
    pub clock: Clock,
    /// The address under which phones reach this site; empty when they can't.
    pub public_url: String,
}

/// A slip or a copy that waits for the printer.
struct WaitingSlip {
    kind: SlipKind,
    ticket: TicketNumber,
    token: Option<Token>,
}

#[derive(Clone, Copy)]
enum SlipKind {
    Original,
    /// With the event that asks for it.
    Copy(Sequence),
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
            self.note_unfinished(unfinished);
            let (mut waiting, mut looks) = (VecDeque::new(), tokio::time::interval(LOOK_EVERY));
            // One after another: the answer of the printer is awaited, so that these slips can't fill its queue.
            let mut printing: Option<oneshot::Receiver<SlipOutcome>> = None;
            loop {
                while printing.is_none() {
                    let Some(next) = waiting.pop_front() else { break };
                    printing = self.print(next);
                }
                tokio::select! {
                    changed = days.changed() => {
                        let Ok(()) = changed else { return };
                        let day = Arc::clone(&days.borrow_and_update());
                        self.collect(&day, seen, &mut waiting);
                        seen = day.sequence();
                    }
                    () = end_of(&mut printing) => printing = None,
                    _ = looks.tick() => self.note_silent(),
                }
            }
        }
    }

    /// The slips on whose way the program broke off are reported by no printer.
    fn note_unfinished(&self, tickets: Vec<TicketNumber>) {
        if !tickets.is_empty() {
            tracing::warn!(
                count = tickets.len(),
                "slips were being printed when the program ended: the desks' pages mark them, and can print copies"
            );
        }
        tickets.into_iter().for_each(|ticket| self.hub.note_slip(ticket, SlipOutcome::Unknown));
    }

    /// A report may be lost with a glass that never sent its slip, or on a full disk.
    fn note_silent(&self) {
        let (day, now) = (self.hub.day(), self.clock.now());
        let is_silent = |ticket: &TicketNumber| {
            let issued = day.ticket(*ticket).map(|ticket| now.duration_since(ticket.issued_at));
            issued.is_some_and(|age| Duration::try_from(age).is_ok_and(|age| age > SILENT_AFTER))
        };
        for ticket in day.slips_in_print().filter(is_silent) {
            tracing::warn!(
                "nothing was heard of a slip: the desks' pages mark it, and can print a copy; look after the printer"
            );
            self.hub.note_slip(ticket, SlipOutcome::Unknown);
        }
    }

    /// Adds what the day asks for after an event. What finds no room has failed.
    fn collect(&self, day: &Day, seen: Sequence, waiting: &mut VecDeque<WaitingSlip>) {
        let originals = day.slips_after(seen).into_iter().map(|slip| (SlipKind::Original, slip.ticket));
        let copy = |copy: &SlipCopy| (SlipKind::Copy(copy.request), copy.ticket);
        for (kind, ticket) in originals.chain(day.copies_after(seen).map(copy)) {
            let token = day.ticket(ticket).map(|ticket| ticket.token);
            let slip = WaitingSlip { kind, ticket, token };
            if waiting.len() < MAX_WAITING {
                waiting.push_back(slip);
            } else {
                tracing::warn!("too many slips wait for the printer: one is not printed; see to the printer");
                self.reporter(&slip)(SlipOutcome::Failed);
            }
        }
    }

    /// Sends a slip to the printer; `None` when it can't be composed any more.
    fn print(&self, waiting: WaitingSlip) -> Option<oneshot::Receiver<SlipOutcome>> {
        let (day, now) = (self.hub.day(), self.clock.now());
        let report = self.reporter(&waiting);
        // In a new day the number may be another visitor's.
        let Some(ticket) = waiting.token.and_then(|token| day.ticket_of(token)) else {
            tracing::warn!("a slip is not printed: its ticket has left with the day");
            report(SlipOutcome::Failed);
            return None;
        };
        let slip = Slip::compose(day.site(), ticket, day.outlook(ticket, now), &self.locales, &self.public_url);
        let (slip, asked_at) = match waiting.kind {
            SlipKind::Original => (slip, Some(ticket.issued_at)),
            SlipKind::Copy(request) => (slip.into_copy(&self.locales), day.copy(request).map(|copy| copy.asked_at)),
        };
        let age = Duration::try_from(now.duration_since(asked_at.unwrap_or(now))).unwrap_or_default();
        Some(self.spooler.print(slip, age, report))
    }

    /// Records the outcome of a slip or of a copy.
    fn reporter(&self, slip: &WaitingSlip) -> impl FnOnce(SlipOutcome) + Send + 'static {
        let (hub, kind, ticket) = (self.hub.clone(), slip.kind, slip.ticket);
        move |outcome| match kind {
            SlipKind::Original => hub.note_slip(ticket, outcome),
            SlipKind::Copy(request) => hub.note_copy(ticket, request, outcome),
        }
    }
}

/// Ends when the slip that is being printed has its outcome, which is reported already; without one, never.
async fn end_of(printing: &mut Option<oneshot::Receiver<SlipOutcome>>) {
    match printing {
        Some(outcome) => _ = outcome.await,
        None => std::future::pending().await,
    }
}
