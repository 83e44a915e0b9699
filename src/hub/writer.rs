//! The thread that owns the day and the journal.

use super::forecaster;
use super::handle::{Hub, HubError, Reply, Request};
use super::pending::{LEAST_LUMP, Pending};
use crate::clock::Clock;
use crate::domain::command::Outcome;
use crate::domain::{Day, Entry, Event, IdempotencyKey, Sequence, ServiceCode, Site, Tally, Ticket};
use crate::journal::{Journal, JournalError};
use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::JoinHandle;
use std::time::Duration;
use tokio::sync::{mpsc, oneshot, watch};

/// How many commands may wait. A room of visitors and thirteen desks stay far below it.
const WAITING_MOST: usize = 1024;
/// How many commands share a commit at most.
const BATCH_MOST: usize = 256;
/// How often the writer looks whether the business day has ended while nobody asks for anything.
const LOOK_AT_CLOCK: Duration = Duration::from_secs(5);

/// Why the hub can't start.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// The journal can't be read or written.
    #[error(transparent)]
    Journal(#[from] JournalError),
    /// The journal tells a day that can't be.
    #[error("the journal tells a day that can't be ({0}): move the data folder aside, or restore a backup")]
    Impossible(String),
    /// The machine gives no thread.
    #[error("the machine gives no thread: {0}")]
    Thread(#[from] std::io::Error),
}

/// The running writer; [`HubThread::stop`] ends it.
#[derive(Debug)]
pub struct HubThread {
    stop: watch::Sender<bool>,
    thread: JoinHandle<()>,
}

impl HubThread {
    /// Lets the writer finish what it has begun and waits for its end.
    pub fn stop(self) {
        let _ = self.stop.send(true);
        if self.thread.join().is_err() {
            tracing::error!("the hub's thread had died");
        }
    }

    /// Whether the writer has died: then the process has to end, because the journal brings the day back.
    pub fn is_dead(&self) -> bool {
        self.thread.is_finished()
    }
}

/// Brings the day back from its journal and starts the writer.
pub fn open(
    site: Arc<Site>,
    mut journal: impl Journal + 'static,
    clock: Clock,
) -> Result<(Hub, HubThread), StartError> {
    let mut day = Day::new(site);
    let today = journal.today()?;
    for entry in &today {
        day.apply(entry);
    }
    day.verify().map_err(StartError::Impossible)?;
    tell_of_lost_services(&day);
    let (requests, inbox) = mpsc::channel(WAITING_MOST);
    let (published, watched) = watch::channel(Arc::new(day.clone()));
    let forecast = forecaster::start(watched.clone(), clock.clone())?;
    let (stop, stopping) = watch::channel(false);
    let last = journal.last();
    let is_saving = Arc::new(AtomicBool::new(true));
    let saves = Arc::clone(&is_saving);
    let pending = Pending::default();
    let mut writer =
        Writer { day, last, journal: Box::new(journal), clock, published, saves, pending: pending.clone() };
    // A power cut may have come between a new day and the forgetting of the one before.
    if let Some(first) = today.first() {
        writer.forget_before(first.sequence);
    }
    writer.turn();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build()?;
    let run = move || runtime.block_on(writer.run(inbox, stopping));
    let thread = std::thread::Builder::new().name("hub".to_owned()).spawn(run)?;
    Ok((Hub::new(requests, watched, forecast, is_saving, pending), HubThread { stop, thread }))
}

/// Tickets may wait for what the site file no longer has; nobody can call them, so somebody has to know.
fn tell_of_lost_services(day: &Day) {
    let steps = day.tickets().filter(|ticket| ticket.is_waiting()).filter_map(|ticket| ticket.current_step());
    let mut lost: BTreeMap<&ServiceCode, u32> = BTreeMap::new();
    for step in steps.filter(|step| day.site().service(&step.service).is_none()) {
        *lost.entry(&step.service).or_default() += 1;
    }
    for (service, tickets) in lost {
        tracing::warn!(%service, tickets, "tickets wait for a service that the site file no longer has: put it back until the day is over");
    }
}

struct Writer {
    /// The day with everything that is on disk, and within a batch also what is about to be.
    day: Day,
    last: Sequence,
    journal: Box<dyn Journal>,
    clock: Clock,
    published: watch::Sender<Arc<Day>>,
    saves: Arc<AtomicBool>,
    pending: Pending,
}

/// A reply that waits for its commit.
type Waiting = (oneshot::Sender<Result<Reply, HubError>>, Result<Outcome, HubError>);

impl Writer {
    async fn run(mut self, mut inbox: mpsc::Receiver<Request>, mut stopping: watch::Receiver<bool>) {
        let mut batch = Vec::new();
        loop {
            tokio::select! {
                _ = stopping.changed() => break,
                taken = inbox.recv_many(&mut batch, BATCH_MOST) => if taken == 0 { break },
                () = tokio::time::sleep(LOOK_AT_CLOCK) => {}
            }
            if batch.is_empty() {
                self.turn();
            } else {
                self.serve(&mut batch);
            }
            self.write_taps(LEAST_LUMP);
        }
        self.write_taps(LEAST_LUMP);
    }

    /// Writes down what visitors told of themselves, if so many have at least.
    fn write_taps(&mut self, least: u32) {
        let Some(taps) = self.day.date().and_then(|date| self.pending.take(least, date)) else { return };
        if let Err(error) = self.journal.add_taps(&taps) {
            tracing::warn!(%error, "what visitors told of themselves could not be written; tried again later");
            self.pending.put_back(&taps);
        }
    }

    /// Opens a new business day when it is time.
    fn turn(&mut self) {
        let mut entries = Vec::new();
        self.take_turn(&mut entries);
        if !entries.is_empty() && !self.commit(&entries) {
            self.go_back();
        }
    }

    /// Decides a batch of commands, makes their events durable together, publishes the day, and replies.
    fn serve(&mut self, batch: &mut Vec<Request>) {
        let mut entries = Vec::new();
        self.take_turn(&mut entries);
        let waiting: Vec<Waiting> = batch.drain(..).map(|request| self.decide(request, &mut entries)).collect();
        let is_saved = entries.is_empty() || self.commit(&entries);
        if !is_saved {
            self.go_back();
        }
        for (reply, outcome) in waiting {
            let answer = match outcome {
                // What was refused may have been refused because of something that was not saved.
                _ if !is_saved => Err(HubError::NotSaved),
                Ok(outcome) => Ok(Reply { outcome, ticket: self.ticket_of(outcome) }),
                Err(error) => Err(error),
            };
            // Whoever asked may have left; what happened stays.
            let _ = reply.send(answer);
        }
    }

    fn decide(&mut self, request: Request, entries: &mut Vec<Entry>) -> Waiting {
        let Request { order, reply } = request;
        match self.day.decide(&order, self.clock.now()) {
            Ok(decision) => {
                self.record(decision.events, order.key, entries);
                (reply, Ok(decision.outcome))
            }
            Err(refusal) => (reply, Err(HubError::Refused(refusal))),
        }
    }

    fn ticket_of(&self, outcome: Outcome) -> Option<Arc<Ticket>> {
        match outcome {
            Outcome::Issued(ticket) | Outcome::Called { ticket, .. } | Outcome::Changed(ticket) => {
                self.day.ticket(ticket).cloned()
            }
            Outcome::NobodyWaiting | Outcome::Done | Outcome::Booked(_) => None,
        }
    }

    fn take_turn(&mut self, entries: &mut Vec<Entry>) {
        let events = self.day.turn(self.clock.now());
        if events.iter().any(|event| matches!(event, Event::DayOpened { .. })) {
            // Of the week of the day that ends.
            self.write_taps(1);
        }
        self.record(events, None, entries);
    }

    /// Applies events to the day in hand and notes them for the commit; the key goes with the last one.
    fn record(&mut self, events: Vec<Event>, key: Option<IdempotencyKey>, entries: &mut Vec<Entry>) {
        let at = self.clock.now();
        let count = events.len();
        for (i, event) in events.into_iter().enumerate() {
            let sequence = Sequence(self.last.0 + entries.len() as u64 + 1);
            let key = if i + 1 == count { key.clone() } else { None };
            let entry = Entry { sequence, at, key, event };
            self.day.apply(&entry);
            entries.push(entry);
        }
    }

    /// Back to the day that was published last: what came after was not saved.
    fn go_back(&mut self) {
        let published = Arc::clone(&self.published.borrow());
        self.day = Day::clone(&published);
    }

    /// When a new day is open, the days before become counts and leave the journal: nobody's tickets outlive the night.
    fn forget(&mut self, entries: &[Entry]) {
        let opened = entries.iter().rev().find(|entry| matches!(entry.event, Event::DayOpened { .. }));
        if let Some(opened) = opened {
            self.forget_before(opened.sequence);
        }
    }

    fn forget_before(&mut self, first: Sequence) {
        let forgotten = self.journal.before(first).and_then(|entries| match entries.is_empty() {
            true => Ok(()),
            false => self.journal.forget_before(first, &Tally::of(self.day.site(), &entries)),
        });
        if let Err(error) = forgotten {
            tracing::error!(%error, "the days before could not be forgotten; tried again at the next start, and tomorrow");
        }
    }

    /// Makes entries durable and publishes the day; `false` when the disk can't be written.
    fn commit(&mut self, entries: &[Entry]) -> bool {
        match self.journal.append(self.last, entries) {
            Ok(()) => {
                self.last = Sequence(self.last.0 + entries.len() as u64);
                self.saves.store(true, Ordering::Relaxed);
                self.published.send_replace(Arc::new(self.day.clone()));
                self.forget(entries);
                true
            }
            Err(JournalError::Disk(problem)) => {
                self.saves.store(false, Ordering::Relaxed);
                tracing::error!(problem, "nothing was saved: make room on the disk of the data folder, or mend it");
                false
            }
            Err(error) => {
                // Going on would mean to answer from a day that is not the one on disk.
                tracing::error!(%error, "the hub stops");
                panic!("{error}");
            }
        }
    }
}
