//! The spooler: one thread that owns the printers and prints one slip after another.
//!
//! Promises: [`Spooler::print`] never waits; every slip that was taken gets exactly one outcome, within [`TOO_OLD`] and
//! the time of one slip; one whose visitor asked for it [`SLIP_TOO_OLD`] ago is not printed; a slip is sent to one
//! printer, once. Between slips the printers are asked for their status, so
//! that a missing roll is known before a visitor needs it; each change of a printer is logged, once. When the thread
//! dies, the status is off line.
//!
//! How it works: a bounded queue leads to the thread. For each slip the first printer that is ready is chosen; the slip
//! is drawn for the width of its head and sent; the outcome is reported from this thread, which outlives the tasks of
//! the program and its window, and goes back on the slip's own channel. A panic in the code of a printer or of a font is
//! caught and counts as an error of that printer or a failure of that slip. If the thread dies all the same, dropping
//! what it owns publishes the status and answers pending slips.

use super::device::{self, Address, Device, Job};
use super::font::FontError;
use super::hang::HangWatch;
use super::paper::Paper;
use super::report::{PrinterReport, PrinterReports};
use super::status::PrinterStatus;
use super::text::TextEngine;
use super::{draw, escpos};
use crate::clock::{Clock, Deadline};
use crate::domain::{SLIP_TOO_OLD, SlipOutcome};
use crate::health::{self, Beat, Life, Lifeline};
use std::convert::Infallible;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, TrySendError, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::Duration;
use tokio::sync::{oneshot, watch};

/// How many slips may wait. A printer that falls behind further is a fault, and the glass shows it.
pub const MAX_WAITING: usize = 32;
/// A slip that has waited so long is not printed any more: its visitor has read the number on the glass and gone.
pub const TOO_OLD: Duration = Duration::from_secs(60);
/// One slip takes less than this, from the choice of its printer to the last byte, and is given up beyond it.
const LONGEST_SLIP: Duration = Duration::from_secs(30);
/// How long [`Spooler::end`] waits for the slip that is being printed.
const LAST_SLIP: Duration = Duration::from_secs(25);
/// How often [`Spooler::end_within`] looks whether there still is a thread to wait for.
const LOOK: Duration = Duration::from_millis(100);
/// How often the printers are asked for their status between slips.
const BETWEEN_PROBES: Duration = Duration::from_millis(800);

/// Starts a spooler for the printers at these addresses.
pub fn start(addresses: &[Address], clock: Clock) -> Result<Spooler, SpoolerError> {
    Spooler::start_named(addresses.iter().map(|address| (address.to_string(), device::at(address))).collect(), clock)
}

/// A handle to the printers. Cheap to clone.
#[derive(Clone)]
pub struct Spooler {
    queue: SyncSender<Task>,
    clock: Clock,
    status: watch::Receiver<PrinterStatus>,
    reports: watch::Receiver<Vec<PrinterReport>>,
    stopping: Arc<AtomicBool>,
    thread: Arc<Mutex<Option<Thread>>>,
    hang: HangWatch,
}

/// Why there is no spooler.
#[derive(Debug, thiserror::Error)]
pub enum SpoolerError {
    #[error(transparent)]
    Font(#[from] FontError),
    #[error("the operating system gives no thread for the printer ({0}): end other programs, or restart the machine")]
    Thread(#[from] std::io::Error),
}

/// A message to the thread.
enum Task {
    Print(PrintJob),
    /// Look whether to stop.
    WakeUp,
}

/// A slip on its way through the queue.
struct PrintJob {
    paper: Box<Paper>,
    answer: PendingOutcome,
    /// By the steady clock: from then on it is not begun any more.
    too_old_at: Duration,
}

/// What hears a slip's outcome first, on the printer's thread.
type OutcomeReport = Box<dyn FnOnce(SlipOutcome) + Send>;

/// Where a slip's outcome goes. When it is dropped it sends `when_dropped`, so that a dead thread blocks no caller.
struct PendingOutcome {
    report: Option<OutcomeReport>,
    to: Option<oneshot::Sender<SlipOutcome>>,
    when_dropped: SlipOutcome,
}

impl PendingOutcome {
    fn send(mut self, outcome: SlipOutcome) {
        self.when_dropped = outcome;
    }
}

impl Drop for PendingOutcome {
    fn drop(&mut self) {
        if let Some(report) = self.report.take() {
            report(self.when_dropped);
        }
        if let Some(to) = self.to.take() {
            // The caller may have stopped waiting; the slip was printed all the same.
            let _ = to.send(self.when_dropped);
        }
    }
}

struct Thread {
    handle: JoinHandle<()>,
    /// Disconnected when the thread has ended.
    ended: Receiver<Infallible>,
}

impl Spooler {
    /// Starts the thread for these printers; the first that is ready gets a slip. The thread ends when every clone of
    /// the spooler is dropped, or with [`Spooler::end`].
    pub fn start(devices: Vec<Box<dyn Device>>) -> Result<Spooler, SpoolerError> {
        let named = devices.into_iter().zip(1..).map(|(device, number)| (format!("printer {number}"), device));
        Spooler::start_named(named.collect(), Clock::real())
    }

    /// The same; staff and log know the printers by these names, and slips age by this clock.
    pub fn start_named(printers: Vec<(String, Box<dyn Device>)>, clock: Clock) -> Result<Spooler, SpoolerError> {
        let engine = TextEngine::open()?;
        let (names, devices): (Vec<_>, Vec<_>) = printers.into_iter().unzip();
        let (printers, reports) = PrinterReports::new(names.into_iter(), clock.clone());
        let (queue, tasks) = sync_channel(MAX_WAITING);
        let (publish, status) = watch::channel(PrinterStatus::Unknown);
        let (alive, ended) = sync_channel(0);
        let stopping = Arc::new(AtomicBool::new(false));
        let (own, life) = Life::begin();
        let beat = Beat::start();
        let hang = HangWatch { beat: beat.clone(), life, reports: printers.clone(), status: publish.clone() };
        let worker = Worker {
            beat,
            devices,
            engine,
            tasks,
            clock: clock.clone(),
            status: publish,
            printers,
            stopping: stopping.clone(),
            _alive: alive,
        };
        let handle = thread::Builder::new().name("printer".to_owned()).spawn(move || worker.run(own))?;
        let thread = Arc::new(Mutex::new(Some(Thread { handle, ended })));
        Ok(Spooler { queue, clock, status, reports, stopping, thread, hang })
    }

    /// Takes a slip or a note that was asked for so long ago. The outcome is reported whatever becomes of the caller, and comes
    /// on the channel as well; dropping that does not cancel the slip. With a full queue or without a thread it is *failed*, at
    /// once.
    pub fn print(
        &self,
        paper: impl Into<Paper>,
        age: Duration,
        report: impl FnOnce(SlipOutcome) + Send + 'static,
    ) -> oneshot::Receiver<SlipOutcome> {
        let (to, outcome) = oneshot::channel();
        let answer = PendingOutcome { report: Some(Box::new(report)), to: Some(to), when_dropped: SlipOutcome::Failed };
        let last_start = SLIP_TOO_OLD.saturating_sub(LONGEST_SLIP);
        let too_old_at = self.clock.steady() + TOO_OLD.min(last_start.saturating_sub(age));
        let job = PrintJob { paper: Box::new(paper.into()), answer, too_old_at };
        // A job that is not taken is dropped here, which sends its outcome.
        if self.stopping.load(Ordering::Acquire) {
            tracing::warn!("a slip is not printed: the program ends");
        } else if let Err(TrySendError::Full(_)) = self.queue.try_send(Task::Print(job)) {
            tracing::warn!("the printer's queue is full: a slip is not printed; see to the printer");
        }
        outcome
    }

    /// The status of the best printer, as of the last probe.
    pub fn status(&self) -> watch::Receiver<PrinterStatus> {
        self.status.clone()
    }

    /// What is known of each printer.
    pub fn printers(&self) -> watch::Receiver<Vec<PrinterReport>> {
        self.reports.clone()
    }

    /// Cut when the thread has ended; before [`Spooler::end`] that is by a fault.
    pub fn life(&self) -> Lifeline {
        self.hang.life.clone()
    }

    /// What the thread does again and again, also while it waits for a printer.
    pub fn beat(&self) -> Beat {
        self.hang.beat.clone()
    }

    /// Reports all printers as off line while the thread shows no life for so long; to be polled beside it.
    pub fn watch_for_hangs(&self, within: Duration) -> impl Future<Output = ()> + Send + 'static {
        self.hang.clone().run(within)
    }

    /// [`Spooler::end_within`] the time of one slip.
    pub fn end(&self) {
        self.end_within(LAST_SLIP);
    }

    /// Lets the current slip finish, for as long as this, gives up the waiting ones, ends the thread, and returns when
    /// that is done. Further slips are refused.
    pub fn end_within(&self, within: Duration) {
        self.stopping.store(true, Ordering::Release);
        // When the queue is full the thread is awake anyway.
        let _ = self.queue.try_send(Task::WakeUp);
        let thread = self.thread.lock().unwrap_or_else(PoisonError::into_inner).take();
        let Some(Thread { handle, ended }) = thread else { return };
        let end = Deadline::after(within);
        let is_late = loop {
            let is_ended =
                ended.recv_timeout(LOOK.min(end.left().unwrap_or_default())) != Err(RecvTimeoutError::Timeout);
            if is_ended || end.is_over() {
                break !is_ended;
            }
            if self.hang.life.has_vanished() {
                // It can't be joined; that it is gone was said.
                return;
            }
        };
        if is_late {
            tracing::warn!("the printer did not finish its last slip in time; the program ends without it");
        } else if handle.join().is_err() {
            tracing::error!("the printer thread had panicked; slips since then failed: report this as a bug");
        }
    }
}

/// Which printers are asked for their status.
#[derive(Clone, Copy, PartialEq, Eq)]
enum ProbeExtent {
    /// One after the other until one is ready, because a slip waits.
    FirstReady,
    All,
}

struct Worker {
    beat: Beat,
    devices: Vec<Box<dyn Device>>,
    engine: TextEngine,
    tasks: Receiver<Task>,
    clock: Clock,
    status: watch::Sender<PrinterStatus>,
    printers: PrinterReports,
    stopping: Arc<AtomicBool>,
    _alive: SyncSender<Infallible>,
}

impl Worker {
    fn run(mut self, life: Life) {
        let _life = life.in_this_thread();
        health::keep_own_beat(&self.beat);
        self.choose(ProbeExtent::All);
        while !self.stopping.load(Ordering::Acquire) {
            self.beat.beat();
            match self.tasks.recv_timeout(BETWEEN_PROBES) {
                Ok(Task::Print(PrintJob { paper, mut answer, too_old_at })) => {
                    // If the thread dies from here on, some of the slip may be on paper.
                    answer.when_dropped = SlipOutcome::Unknown;
                    answer.send(self.print(&paper, too_old_at));
                }
                Ok(Task::WakeUp) => {}
                Err(RecvTimeoutError::Timeout) => {
                    self.choose(ProbeExtent::All);
                }
                Err(RecvTimeoutError::Disconnected) => return,
            }
        }
    }

    fn print(&mut self, paper: &Paper, too_old_at: Duration) -> SlipOutcome {
        let is_too_old = |worker: &Worker| worker.clock.steady() >= too_old_at;
        let chosen = if is_too_old(self) { None } else { self.choose(ProbeExtent::FirstReady) };
        // To ask a slow printer takes a while.
        if is_too_old(self) {
            tracing::warn!("a slip waited too long and is not printed: look after the printer");
            return SlipOutcome::Failed;
        }
        let Some(chosen) = chosen else {
            tracing::warn!("a slip is not printed, no printer is ready: look after paper, cover, cable and power");
            return SlipOutcome::Failed;
        };
        let Some(job) = self.prepare(paper, chosen) else { return SlipOutcome::Failed };
        let device = &mut self.devices[chosen];
        let (outcome, status) = catch_panic("the code of a printer", || device.print(&job))
            // Some of it may be on paper.
            .unwrap_or((SlipOutcome::Unknown, PrinterStatus::Error));
        tracing::debug!(?outcome, ?status, printer = chosen, bytes = job.bytes.len(), "a slip was sent");
        self.printers.note(chosen, status, self.devices[chosen].cause());
        self.publish(status);
        outcome
    }

    /// Draws the slip. A panic of the shaper or of a font costs this slip only.
    fn prepare(&mut self, paper: &Paper, chosen: usize) -> Option<Job> {
        let drawn = catch_panic("the code that draws slips", || {
            let profile = self.devices[chosen].profile();
            let canvas = draw::draw(paper, profile.dots, &mut self.engine)?;
            let bytes = escpos::encode(&canvas, profile);
            Ok::<_, FontError>(Job { number: paper.number().to_owned(), bytes, canvas })
        });
        match drawn {
            Some(Ok(job)) => return Some(job),
            Some(Err(error)) => {
                tracing::error!(%error, "a slip could not be drawn: install the fonts again (provisioning/start)")
            }
            None => self.renew_engine(),
        }
        None
    }

    /// After a panic the engine may be in any state.
    fn renew_engine(&mut self) {
        match TextEngine::open() {
            Ok(engine) => self.engine = engine,
            Err(error) => {
                tracing::error!(%error, "the fonts of the paper could not be opened again: install them (provisioning/start)")
            }
        }
    }

    /// The first printer that is ready, else the first without a known status; `None` when none can print. Publishes
    /// the status of that one, else of the first.
    fn choose(&mut self, extent: ProbeExtent) -> Option<usize> {
        let mut chosen: Option<(usize, PrinterStatus)> = None;
        let mut first = None;
        for (place, device) in self.devices.iter_mut().enumerate() {
            health::show_life();
            let probed = catch_panic("the code of a printer", || (device.probe(), device.cause()));
            let (status, cause) = probed.unwrap_or((PrinterStatus::Error, None));
            self.printers.note(place, status, cause);
            first.get_or_insert(status);
            let is_better = chosen.is_none_or(|(_, other)| status.is_ready() && !other.is_ready());
            if status.can_print() && is_better {
                chosen = Some((place, status));
            }
            if status.is_ready() && extent == ProbeExtent::FirstReady {
                break;
            }
        }
        self.publish(chosen.map(|(_, status)| status).or(first).unwrap_or(PrinterStatus::Offline));
        chosen.map(|(place, _)| place)
    }

    fn publish(&self, status: PrinterStatus) {
        self.status.send_if_modified(|known| std::mem::replace(known, status) != status);
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        if thread::panicking() {
            tracing::error!(
                "the printer thread panicked, so no slips are printed: restart the program and report this as a bug"
            );
            self.printers.note_all(None);
        }
        self.publish(PrinterStatus::Offline);
        // Waiting slips are given up; dropping a job sends its outcome.
        while self.tasks.try_recv().is_ok() {}
    }
}

/// The task's result, or `None` when it panicked.
fn catch_panic<T>(what: &str, task: impl FnOnce() -> T) -> Option<T> {
    let result = catch_unwind(AssertUnwindSafe(task));
    result.inspect_err(|_| tracing::error!("{what} panicked, this slip may be lost: report this as a bug")).ok()
}
