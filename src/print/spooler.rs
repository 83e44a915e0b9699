//! The spooler: one thread that owns the printers and prints one slip after another.
//!
//! Promises: [`Spooler::print`] never waits; every slip that was taken gets exactly one outcome, within
//! [`TOO_OLD`] and the time of one slip; a slip is sent to one printer, once. Between slips the printers are asked how they
//! are, so that a missing roll is known before a visitor needs it. Should the thread die, the printer is off line.
//!
//! How it works: a bounded queue leads to the thread. For each slip the first printer that is ready is chosen, the slip is
//! drawn for the width of its head and sent; what the printer says goes back on the slip's own channel. A panic in the
//! code of a printer or of a font is caught and makes an error of that printer or a failure of that slip; were the thread
//! to die all the same, dropping what it owns publishes the status and answers whoever waits.

use super::device::deadline::Deadline;
use super::device::{AddressError, Device, Job};
use super::font::FontError;
use super::status::PrinterStatus;
use super::text::TextEngine;
use super::{Paper, draw, escpos};
use crate::domain::SlipOutcome;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, TrySendError, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::Duration;
use tokio::sync::{oneshot, watch};

/// How many slips may wait; a printer that is slower than that many visitors is a fault that the glass must tell.
pub const MOST_WAITING: usize = 32;
/// After waiting so long a slip is not printed any more: its visitor has read the number on the glass and gone.
pub const TOO_OLD: Duration = Duration::from_secs(60);
/// The longest that one slip can keep the end of the program waiting.
const LAST_SLIP: Duration = Duration::from_secs(25);
/// How often the printers are asked how they are when nothing is to be printed.
const BETWEEN_PROBES: Duration = Duration::from_secs(2);

/// The way to the printers. Cheap to clone.
#[derive(Clone)]
pub struct Spooler {
    queue: SyncSender<Order>,
    status: watch::Receiver<PrinterStatus>,
    stopping: Arc<AtomicBool>,
    thread: Arc<Mutex<Option<JoinHandle<()>>>>,
}

/// Too many slips are waiting, or [`Spooler::end`] was called; this one was not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("too many slips are waiting for the printer, or it has been ended")]
pub struct SpoolerFull;

/// Why there is no spooler.
#[derive(Debug, thiserror::Error)]
pub enum SpoolerError {
    /// A printer's address can't be read.
    #[error(transparent)]
    Address(#[from] AddressError),
    /// The paper's fonts are not all there.
    #[error(transparent)]
    Font(#[from] FontError),
    /// The system gave no thread.
    #[error("no thread for the printer: {0}")]
    Thread(#[from] std::io::Error),
}

enum Order {
    Print { paper: Box<Paper>, answer: Answer, too_old: Deadline },
    LookUp,
}

/// Where a slip's outcome goes. Dropped without one, it answers as it was told to, so nobody waits for a dead thread.
struct Answer {
    to: Option<oneshot::Sender<SlipOutcome>>,
    when_dropped: SlipOutcome,
}

impl Answer {
    fn give(mut self, outcome: SlipOutcome) {
        self.when_dropped = outcome;
    }
}

impl Drop for Answer {
    fn drop(&mut self) {
        if let Some(to) = self.to.take() {
            // Whoever asked may have gone; the slip was printed all the same.
            let _ = to.send(self.when_dropped);
        }
    }
}

impl Spooler {
    /// Starts the thread for these printers; the first that is ready gets a slip. It ends when every clone of the spooler
    /// is dropped, or with [`Spooler::end`].
    pub fn start(devices: Vec<Box<dyn Device>>) -> Result<Spooler, SpoolerError> {
        let engine = TextEngine::open()?;
        let (queue, orders) = sync_channel(MOST_WAITING);
        let (publish, status) = watch::channel(PrinterStatus::Unknown);
        let stopping = Arc::new(AtomicBool::new(false));
        let worker = Worker { devices, engine, orders, publish, stopping: stopping.clone() };
        let thread = thread::Builder::new().name("printer".to_owned()).spawn(move || worker.run())?;
        Ok(Spooler { queue, status, stopping, thread: Arc::new(Mutex::new(Some(thread))) })
    }

    /// Takes a slip or a note, or says at once that it can't. What became of it comes on the channel; dropping that changes nothing.
    /// When the thread has died, that is *failed*, at once.
    pub fn print(&self, paper: impl Into<Paper>) -> Result<oneshot::Receiver<SlipOutcome>, SpoolerFull> {
        if self.stopping.load(Ordering::Acquire) {
            return Err(SpoolerFull);
        }
        let (to, outcome) = oneshot::channel();
        let answer = Answer { to: Some(to), when_dropped: SlipOutcome::Failed };
        let order = Order::Print { paper: Box::new(paper.into()), answer, too_old: Deadline::after(TOO_OLD) };
        match self.queue.try_send(order) {
            Err(TrySendError::Full(_)) => Err(SpoolerFull),
            // Without a thread the order is dropped here, and has answered.
            Ok(()) | Err(TrySendError::Disconnected(_)) => Ok(outcome),
        }
    }

    /// How the best of the printers is, as it was found when one was asked last.
    pub fn status(&self) -> watch::Receiver<PrinterStatus> {
        self.status.clone()
    }

    /// Lets the slip that is being printed finish, gives up those that wait, and ends the thread; comes back when that is
    /// done. Nothing is taken any more.
    pub fn end(&self) {
        self.stopping.store(true, Ordering::Release);
        // A full queue wakes the thread as well.
        let _ = self.queue.try_send(Order::LookUp);
        let thread = self.thread.lock().unwrap_or_else(PoisonError::into_inner).take();
        let Some(thread) = thread else { return };
        let deadline = Deadline::after(LAST_SLIP);
        while !thread.is_finished() && deadline.left().is_some() {
            thread::sleep(Duration::from_millis(5));
        }
        match thread.is_finished().then(|| thread.join()) {
            Some(Ok(())) => {}
            Some(Err(_)) => tracing::error!("the printer's thread broke down"),
            None => tracing::warn!("the printer's thread did not end in time"),
        }
    }
}

struct Worker {
    devices: Vec<Box<dyn Device>>,
    engine: TextEngine,
    orders: Receiver<Order>,
    publish: watch::Sender<PrinterStatus>,
    stopping: Arc<AtomicBool>,
}

impl Worker {
    fn run(mut self) {
        self.choose();
        while !self.stopping.load(Ordering::Acquire) {
            match self.orders.recv_timeout(BETWEEN_PROBES) {
                Ok(Order::Print { paper, mut answer, too_old }) => {
                    // Should the thread die over this slip, nobody knows how far it came.
                    answer.when_dropped = SlipOutcome::Unknown;
                    answer.give(self.print(&paper, too_old));
                }
                Ok(Order::LookUp) => {}
                Err(RecvTimeoutError::Timeout) => {
                    self.choose();
                }
                Err(RecvTimeoutError::Disconnected) => return,
            }
        }
    }

    fn print(&mut self, paper: &Paper, too_old: Deadline) -> SlipOutcome {
        if too_old.left().is_none() {
            tracing::warn!(number = paper.number(), "a slip waited too long for the printer and was given up");
            return SlipOutcome::Failed;
        }
        let Some(chosen) = self.choose() else {
            tracing::warn!(number = paper.number(), "no printer can print");
            return SlipOutcome::Failed;
        };
        let Some(job) = self.prepare(paper, chosen) else { return SlipOutcome::Failed };
        let device = &mut self.devices[chosen];
        let (outcome, status) = survive("a printer's code", || device.print(&job))
            // Some of it may be on paper.
            .unwrap_or((SlipOutcome::Unknown, PrinterStatus::Error));
        tracing::info!(number = paper.number(), ?outcome, ?status, printer = chosen, bytes = job.bytes.len(), "slip");
        self.tell(status);
        outcome
    }

    /// Draws, and survives whatever a shaper or a font may do with a text that nobody has thought of.
    fn prepare(&mut self, paper: &Paper, chosen: usize) -> Option<Job> {
        let drawn = survive("drawing a slip", || {
            let profile = self.devices[chosen].profile();
            let canvas = draw::draw(paper, profile.dots, &mut self.engine)?;
            Ok::<_, FontError>(Job {
                number: paper.number().to_owned(),
                bytes: escpos::encode(&canvas, profile),
                canvas,
            })
        });
        match drawn {
            Some(Ok(job)) => return Some(job),
            Some(Err(problem)) => tracing::error!(%problem, "a slip could not be drawn"),
            None => match TextEngine::open() {
                Ok(engine) => self.engine = engine,
                Err(problem) => tracing::error!(%problem, "the fonts can't be opened again"),
            },
        }
        None
    }

    /// The first printer that says it is ready, else the first that can't say; `None` when none can print. Publishes how
    /// that one is, or else the first.
    fn choose(&mut self) -> Option<usize> {
        let mut chosen: Option<(usize, PrinterStatus)> = None;
        let mut first = None;
        for (place, device) in self.devices.iter_mut().enumerate() {
            let status = survive("a printer's code", || device.probe()).unwrap_or(PrinterStatus::Error);
            first.get_or_insert(status);
            if !status.can_print() {
                continue;
            }
            if status != PrinterStatus::Unknown {
                chosen = Some((place, status));
                break;
            }
            chosen.get_or_insert((place, status));
        }
        self.tell(chosen.map(|(_, status)| status).or(first).unwrap_or(PrinterStatus::Offline));
        chosen.map(|(place, _)| place)
    }

    fn tell(&self, status: PrinterStatus) {
        self.publish.send_if_modified(|known| std::mem::replace(known, status) != status);
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        if thread::panicking() {
            tracing::error!("the printer's thread dies");
        }
        self.tell(PrinterStatus::Offline);
        // Those that wait are given up; dropping an order answers it.
        while self.orders.try_recv().is_ok() {}
    }
}

/// What the task gives, or `None` when it panicked.
fn survive<T>(what: &str, task: impl FnOnce() -> T) -> Option<T> {
    catch_unwind(AssertUnwindSafe(task)).inspect_err(|_| tracing::error!("{what} broke down")).ok()
}
