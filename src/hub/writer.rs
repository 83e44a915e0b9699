//! The thread that owns the day and the journal.
//!
//! For each batch of commands: begin a new business day if it is due, decide and apply each command, append the events to
//! the journal, publish the day, reply. When the disk can't be written, the day goes back to the published one; an idle writer
//! then tries the disk again and again, so that the site comes back without a command.

mod forget_days;
mod lose_files;
mod note_missing;
mod site_changes;
mod take_back;
mod take_up_clock;
mod try_disk;

use super::forecaster;
use super::handle::{Hub, HubError, Reply, Request};
use super::ledger::{self, ANSWERS_KEPT, Carried, Ledger};
use super::pending::{MIN_BATCH, Pending};
use super::pulse::Pulse;
use super::thread::HubThread;
use crate::clock::{Clock, Deadline};
use crate::domain::command::{Command, Outcome};
use crate::domain::{Day, Entry, Event, IdempotencyKey, Refusal, Sequence, Site, Ticket};
use crate::health::Life;
use crate::journal::{Answered, CommandDigest, Journal, JournalError, Missing};
use site_changes::{log_settling, warn_of_lost_places};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;
use take_back::{Asked, Unclaimed};
use tokio::sync::{mpsc, oneshot, watch};

/// Capacity of the queue of commands. A full house with thirteen desks stays far below it.
const QUEUE_CAPACITY: usize = 1024;
/// The most commands in one commit.
const MAX_BATCH: usize = 256;
/// How often an idle writer checks whether the business day has ended, and its journal is still on the disk.
const CHECK_CLOCK_EVERY: Duration = Duration::from_secs(1);

/// Why the hub can't start.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    #[error(transparent)]
    Journal(#[from] JournalError),
    /// The events contradict each other.
    #[error(
        "the journal contradicts itself ({0}): bring a backup back with `sportello restore FILE`, or name another folder with --data"
    )]
    Inconsistent(String),
    #[error(
        "the operating system gives no thread ({0}): raise the limit of threads of this user, or restart the machine"
    )]
    Thread(#[from] std::io::Error),
}

/// Restores the day from the journal and starts the writer.
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
    let set = today.iter().rev().find(|entry| matches!(entry.event, Event::ClockSet(_)));
    clock.begin(today.last().map(|entry| entry.at), set.map(|entry| entry.at));
    day.verify().map_err(StartError::Inconsistent)?;
    let (requests, inbox) = mpsc::channel(QUEUE_CAPACITY);
    let (published, watched) = watch::channel(Arc::new(day.clone()));
    let (forecast, forecaster, forecasts) = forecaster::start(watched.clone(), clock.clone())?;
    let (stop, stopping) = watch::channel(false);
    let (last, ledger) = (journal.last(), Ledger::restored(journal.answers(ANSWERS_KEPT)?));
    let is_saving = Arc::new(AtomicBool::new(true));
    let saves = Arc::clone(&is_saving);
    let pending = Pending::default();
    let pulse = Pulse::start();
    let missing = journal.missing();
    let mut writer = Writer {
        day,
        last,
        ledger,
        journal: Box::new(journal),
        clock,
        published,
        saves,
        pending: pending.clone(),
        is_settled: false,
        retry: try_disk::FIRST_RETRY,
        gone: None,
        missing,
        journal_lost: None,
        unforgotten: None,
        unclaimed: Unclaimed::default(),
        pulse: pulse.clone(),
    };
    // A power cut may have come between opening the day and deleting the one before.
    if let Some(first) = today.first() {
        writer.forget_before(first.sequence);
    }
    writer.begin_day_when_idle();
    writer.settle();
    warn_of_lost_places(&writer.day);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build()?;
    let (life, lifeline) = Life::begin();
    let run = move || {
        let life = life.in_this_thread();
        let journal_lost = runtime.block_on(writer.run(inbox, stopping));
        drop(life);
        journal_lost
    };
    let thread = std::thread::Builder::new().name("hub".to_owned()).spawn(run)?;
    let thread = HubThread::new(stop, thread, [lifeline, forecaster], [pulse.turns(), forecasts]);
    Ok((Hub::new(requests, watched, forecast, is_saving, pending, pulse), thread))
}

struct Writer {
    /// Everything that is on disk, and within a batch also what is about to be.
    day: Day,
    last: Sequence,
    ledger: Ledger,
    journal: Box<dyn Journal>,
    clock: Clock,
    published: watch::Sender<Arc<Day>>,
    saves: Arc<AtomicBool>,
    pending: Pending,
    /// Whether the desks of the day fit the site file.
    is_settled: bool,
    /// How long an idle writer waits after the newest failed save.
    retry: Duration,
    /// Since the files of the journal are not where they were: until when they may come back.
    gone: Option<Deadline>,
    /// What was found missing in the journal, until the day says so.
    missing: Option<Missing>,
    /// Why the writer can't go on: another one has appended, so this day is not the one on disk, or the files are gone or
    /// damaged.
    journal_lost: Option<JournalError>,
    /// The entries before this one could not be deleted yet.
    unforgotten: Option<Sequence>,
    unclaimed: Unclaimed,
    pulse: Pulse,
}

/// A reply that is held back until its batch is on disk.
struct PendingReply {
    to: oneshot::Sender<Result<Reply, HubError>>,
    outcome: Result<Outcome, Refusal>,
    /// For a visitor who asked for a number, and got a new one.
    asked: Option<Asked>,
}

impl Writer {
    /// Runs until it is stopped, every handle is gone, or another process has written to the journal: then it gives that.
    async fn run(
        mut self,
        mut inbox: mpsc::Receiver<Request>,
        mut stopping: watch::Receiver<bool>,
    ) -> Option<JournalError> {
        let mut batch = Vec::new();
        while self.journal_lost.is_none() {
            tokio::select! {
                _ = stopping.changed() => break,
                taken = inbox.recv_many(&mut batch, MAX_BATCH) => if taken == 0 { break },
                () = tokio::time::sleep(self.rest()) => {}
            }
            self.pulse.turn();
            let is_idle = batch.is_empty();
            if is_idle {
                let is_tried = self.begin_day_when_idle() | self.settle();
                self.forget_again();
                self.try_the_disk(is_tried);
            } else {
                self.settle();
                self.serve(&mut batch);
            }
            if self.journal_lost.is_some() {
                break;
            }
            self.take_back_unclaimed();
            self.write_taps(MIN_BATCH);
            if is_idle || self.gone.is_some() || self.journal.wants_tending() {
                self.tend_the_journal();
            }
        }
        self.serve_the_last(&mut inbox);
        if self.journal_lost.is_none() {
            self.take_back_all();
            self.write_taps(MIN_BATCH);
        }
        self.journal_lost
    }

    /// What was sent before the end: the printer reports its last slip just then.
    fn serve_the_last(&mut self, inbox: &mut mpsc::Receiver<Request>) {
        inbox.close();
        let mut batch: Vec<Request> = std::iter::from_fn(|| inbox.try_recv().ok()).collect();
        if self.journal_lost.is_none() && !batch.is_empty() {
            self.serve(&mut batch);
        }
    }

    /// How long the writer does nothing when no command comes.
    fn rest(&self) -> Duration {
        if self.saves.load(Ordering::Relaxed) || self.gone.is_some() { CHECK_CLOCK_EVERY } else { self.retry }
    }

    /// Writes the survey answers, if there are enough of them.
    fn write_taps(&mut self, least: u32) {
        let Some(taps) = self.day.date().and_then(|date| self.pending.take(least, date)) else { return };
        if let Err(error) = self.journal.add_taps(&taps) {
            tracing::warn!(%error, "the survey answers could not be written; the next batch includes them");
            self.pending.put_back(&taps);
        }
    }

    /// Opens a new business day when it is time; returns whether there was something to save.
    fn begin_day_when_idle(&mut self) -> bool {
        let mut entries = Vec::new();
        self.begin_day_if_due(&mut entries);
        if !entries.is_empty() {
            self.commit(&entries);
        }
        !entries.is_empty()
    }

    /// Makes the desks of the day fit the site file, which may have changed since the day began; once, when it can be saved.
    /// Returns whether there was something to save.
    fn settle(&mut self) -> bool {
        if self.is_settled {
            return false;
        }
        let mut entries = Vec::new();
        let events = self.day.settle();
        self.record(events.clone(), &mut entries);
        self.is_settled = entries.is_empty() || self.commit(&entries);
        if self.is_settled {
            log_settling(&events);
        }
        !entries.is_empty()
    }

    /// Decides a batch of commands, makes their events durable together, publishes the day, and replies.
    fn serve(&mut self, batch: &mut Vec<Request>) {
        let taken = batch.len();
        // What no caller waits for any more is not carried out.
        batch.retain(|request| request.command.is_report() || !request.reply.is_closed());
        let mut entries = Vec::new();
        self.begin_day_if_due(&mut entries);
        let replies: Vec<PendingReply> = batch
            .drain(..)
            .map(|Request { command, key, reply }| {
                let asked = command.issues_by_reply().then(|| Asked::by(&command, key.clone()));
                let request = key.map(|key| (key, ledger::digest(&command)));
                let known = entries.len();
                let outcome = self.carry_out(&command, request, &mut entries);
                let asked = asked.filter(|_| entries.len() > known);
                PendingReply { to: reply, outcome, asked }
            })
            .collect();
        let is_saved = entries.is_empty() || self.commit(&entries);
        for reply in replies {
            self.reply(reply, is_saved);
        }
        self.pulse.replied(taken);
    }

    fn reply(&mut self, PendingReply { to, outcome, asked }: PendingReply, is_saved: bool) {
        let answer = match &outcome {
            // A refusal may rest on an event that was not saved.
            _ if !is_saved => Err(HubError::NotSaved),
            Ok(outcome) => Ok(Reply { outcome: *outcome, ticket: self.ticket_of(*outcome) }),
            Err(refusal) => Err(HubError::Refused(refusal.clone())),
        };
        let is_taken = to.send(answer).is_ok();
        let Ok(Outcome::Issued(number)) = outcome else { return };
        match (is_taken, asked, self.day.ticket(number)) {
            (true, ..) => self.unclaimed.claim(number),
            (false, Some(asked), Some(ticket)) if is_saved => self.unclaimed.add(ticket, asked),
            (false, ..) => {}
        }
    }

    fn carry_out(
        &mut self,
        command: &Command,
        request: Option<(IdempotencyKey, CommandDigest)>,
        entries: &mut Vec<Entry>,
    ) -> Result<Outcome, Refusal> {
        if let Some((key, digest)) = &request
            && let Some(outcome) = self.ledger.answer(key, *digest)?
        {
            return Ok(outcome);
        }
        if let Some(number) = command.appointment().and_then(|code| self.unclaimed.of_appointment(code)) {
            return Ok(Outcome::Issued(number));
        }
        let decided = self.day.decide(command, self.clock.now());
        let decided = decided.map(|decision| (self.record(decision.events, entries), decision.outcome));
        match (request, &decided) {
            (Some((key, digest)), Ok((Some(sequence), outcome))) => {
                let (sequence, outcome) = (*sequence, *outcome);
                self.ledger.stage(Answered { sequence, key, digest: Some(digest), outcome });
            }
            (Some((key, digest)), Ok((None, _)) | Err(_)) => self.ledger.note_unanswered(key, digest),
            (None, _) => {}
        }
        decided.map(|(_, outcome)| outcome)
    }

    fn ticket_of(&self, outcome: Outcome) -> Option<Arc<Ticket>> {
        self.day.ticket(outcome.ticket()?).cloned()
    }

    /// Ends a business day that is over and begins the next, before any command of the new day is decided.
    fn begin_day_if_due(&mut self, entries: &mut Vec<Entry>) {
        self.take_up_clock();
        let has_to_wait = self.day.date().is_some() && self.clock.may_be_corrected();
        let events = if has_to_wait { Vec::new() } else { self.day.turn(self.clock.now()) };
        if events.iter().any(|event| matches!(event, Event::DayOpened { .. })) {
            // The answers that are still pending belong to the week of the day that ends.
            self.write_taps(1);
            self.ledger.stage_new_day(Carried::of(&events));
        }
        self.record(events, entries);
        self.note_missing(entries);
    }

    /// Applies events to the day and adds them to the batch; returns the sequence number of the last one, `None` without events.
    fn record(&mut self, events: Vec<Event>, entries: &mut Vec<Entry>) -> Option<Sequence> {
        let at = self.clock.now();
        let mut last = None;
        for event in events {
            let sequence = Sequence(self.last.0 + entries.len() as u64 + 1);
            let entry = Entry { sequence, at, event };
            self.day.apply(&entry);
            entries.push(entry);
            last = Some(sequence);
        }
        last
    }

    /// Makes a batch durable and publishes the day. `false` when the disk can't be written; nothing has happened then.
    fn commit(&mut self, entries: &[Entry]) -> bool {
        match self.journal.append(self.last, entries, self.ledger.staged()) {
            Ok(()) => {
                self.last = Sequence(self.last.0 + entries.len() as u64);
                self.ledger.commit();
                self.pulse.written(self.clock.now());
                self.is_saving_again();
                self.published.send_replace(Arc::new(self.day.clone()));
                self.has_noted_missing(entries);
                self.forget(entries);
                true
            }
            // The batch was not appended, so the published day is still the one on disk and can go on being answered from.
            Err(error) => {
                self.ledger.roll_back();
                self.day = Day::clone(&self.published.borrow());
                if matches!(error, JournalError::Replaced { .. }) {
                    self.is_gone(&error);
                }
                if self.saves.swap(false, Ordering::Relaxed) {
                    tracing::error!(%error, "commands were not saved; saving is tried again with the next ones");
                }
                match error {
                    // This day is not the one on disk, so no further answer from it would be true.
                    JournalError::Moved { .. } => self.journal_lost = Some(error),
                    JournalError::Garbled(_) => self.is_garbled(error),
                    _ => {}
                }
                false
            }
        }
    }
}
