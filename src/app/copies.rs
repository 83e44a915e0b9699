//! Prints the slips of tickets that were not issued at a glass, and the copies of slips that staff ask for.
//!
//! Promises: each one that is recorded while the program runs goes to the printer once, a copy marked as such, and its
//! outcome is recorded; what is known of an original does not change with a copy. One that was recorded before is not
//! printed: whether it came out is unknown, which is recorded, so that staff see it and can ask for a copy. So is a slip
//! or a copy of which no printer says anything in time; what a printer has said of it by then stays. One that is too old, or
//! that too many wait before, is not printed.

use crate::clock::Clock;
use crate::domain::{Day, SLIP_TOO_OLD, Sequence, SlipCopy, SlipOutcome, TicketNumber, Token};
use crate::hub::Hub;
use crate::locale::Locales;
use crate::print::{Slip, Spooler};
use jiff::Timestamp;
use std::collections::VecDeque;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

/// How many slips and copies may wait: more than a printer does in the time in which they grow too old.
const MAX_WAITING: usize = 512;
/// How many slips, and as many copies, are given up in one commit.
const MAX_GIVEN_UP: usize = 256;
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

/// Slips and copies of which no printer has reported; a bounded number, the others come later.
struct SilentSlips {
    tickets: Vec<Token>,
    copies: Vec<Sequence>,
}

impl SilentSlips {
    /// Those that were asked for at such moments.
    fn of(day: &Day, is_one: impl Fn(Timestamp) -> bool) -> SilentSlips {
        let tickets = day.slips_in_print().filter_map(|number| day.ticket(number));
        let tickets = tickets.filter(|ticket| is_one(ticket.issued_at)).map(|ticket| ticket.token);
        let copies = day.copies_in_print().filter(|copy| is_one(copy.asked_at)).map(|copy| copy.request);
        SilentSlips { tickets: tickets.take(MAX_GIVEN_UP).collect(), copies: copies.take(MAX_GIVEN_UP).collect() }
    }

    fn count(&self) -> usize {
        self.tickets.len() + self.copies.len()
    }
}

impl CopyPrinter {
    /// Runs until the hub ends. What is asked for from this call on is printed, however late the future starts.
    pub fn run(self) -> impl Future<Output = ()> + Send {
        let mut days = self.hub.watch();
        let (mut seen, unfinished) = {
            let day = days.borrow_and_update();
            (day.sequence(), SilentSlips::of(&day, |_| true))
        };
        async move {
            // One after another as well, so that they can't fill the hub's queue.
            let mut giving_up = self.give_up_unfinished(unfinished);
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
                    _ = looks.tick() => if giving_up.as_ref().is_none_or(JoinHandle::is_finished) {
                        giving_up = self.give_up_silent();
                    },
                }
            }
        }
    }

    /// The slips on whose way the program broke off are reported by no printer.
    fn give_up_unfinished(&self, unfinished: SilentSlips) -> Option<JoinHandle<()>> {
        let count = unfinished.count();
        if count == 0 {
            return None;
        }
        tracing::warn!(
            count,
            "slips were being printed when the program ended: the desks' pages mark them, and can print copies"
        );
        Some(self.give_up(unfinished))
    }

    /// A report may be lost with a glass that never sent its slip, or on a full disk. While nothing can be saved, this
    /// can't be either.
    fn give_up_silent(&self) -> Option<JoinHandle<()>> {
        let (day, now) = (self.hub.day(), self.clock.now());
        let is_silent =
            |since: Timestamp| Duration::try_from(now.duration_since(since)).is_ok_and(|it| it > SILENT_AFTER);
        let silent = SilentSlips::of(&day, is_silent);
        let count = silent.count();
        if count == 0 || !self.hub.is_saving() {
            return None;
        }
        tracing::warn!(
            count,
            "nothing was heard of slips: the desks' pages mark them, and can print copies; look after the printer"
        );
        Some(self.give_up(silent))
    }

    /// What can't be recorded now is found silent again.
    fn give_up(&self, SilentSlips { tickets, copies }: SilentSlips) -> JoinHandle<()> {
        let hub = self.hub.clone();
        tokio::spawn(async move {
            if let Err(error) = hub.give_up_slips(tickets, copies).await {
                tracing::debug!(%error, "silent slips are not marked yet");
            }
        })
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
