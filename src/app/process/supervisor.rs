//! The thread that ends the process: at a signal, when a part that must live has died, and when the end takes too long.
//!
//! It waits for nothing but signals, so nothing that hangs elsewhere keeps it from that. When a part has died, the end is
//! requested first and logged afterwards. Should this thread itself die, the process ends with it.

use super::end_code::EndCode;
use super::kernel::{self, Signal};
use super::log;
use super::shutdown::Shutdown;
use crate::app::failure::Failure;
use crate::clock::Deadline;
use crate::health::{Beat, Lifeline};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

/// A terminal that closes sends `SIGHUP` twice within this time, by its shell and by the kernel.
const HANG_UP_REPEATS: Duration = Duration::from_millis(500);
/// How often the parts are checked.
const CHECK: Duration = Duration::from_millis(250);
/// After so many checks without a beat the pages count as dead. Checks and not seconds: a process that was stopped and
/// goes on has not hung.
const STILL_CHECKS: u32 = 80;
/// How long an end that is broken off waits for the log.
const LAST_LINES: Duration = Duration::from_millis(300);

/// The running thread. Clones watch with the same one.
#[derive(Clone)]
pub struct Supervisor(Arc<Mutex<Watched>>);

#[derive(Default)]
struct Watched {
    lives: Vec<(&'static str, Lifeline)>,
    pages: Option<PagesPulse>,
}

/// A beat and since how many checks it has stood still.
struct PagesPulse {
    beat: Beat,
    seen: u64,
    still: u32,
}

impl Supervisor {
    /// Takes the signals from now on.
    pub fn start(shutdown: Shutdown) -> std::io::Result<Supervisor> {
        let supervisor = Supervisor(Arc::default());
        let own = supervisor.clone();
        let run = move || {
            let end = EndOfProcess;
            own.run(&shutdown);
            drop(end);
        };
        std::thread::Builder::new().name("supervisor".to_owned()).spawn(run)?;
        Ok(supervisor)
    }

    /// Ends the process when this part ends before it was asked to.
    pub fn watch(&self, name: &'static str, life: Lifeline) {
        self.watched().lives.push((name, life));
    }

    /// Ends the process when the threads that serve pages stand still.
    pub fn watch_pages(&self, beat: Beat) {
        let seen = beat.count();
        self.watched().pages = Some(PagesPulse { beat, seen, still: 0 });
    }

    fn run(&self, shutdown: &Shutdown) {
        let mut first = None;
        loop {
            if let Some(signal) = kernel::next_signal(CHECK) {
                shutdown.request();
                end_at_second(&mut first, signal);
            }
            if shutdown.is_overdue() {
                log_and_exit(
                    EndCode::BrokenOff as u8,
                    "the end took too long and was broken off: what was confirmed is on disk",
                );
            }
            if !shutdown.is_requested()
                && let Some(fault) = self.fault()
            {
                let message = fault.to_string();
                shutdown.request_for(fault);
                tracing::error!("{message}");
            }
        }
    }

    /// What makes it impossible to go on.
    fn fault(&self) -> Option<Failure> {
        let mut watched = self.watched();
        let dead = watched.lives.iter().find(|(_, life)| life.is_cut()).map(|(name, _)| *name);
        if let Some(name) = dead {
            let message =
                format!("{name} has died, so the program ends: start it again, and the journal restores the day");
            return Some(Failure::new(message).with_code(EndCode::Fault));
        }
        let pages = watched.pages.as_mut()?;
        let count = pages.beat.count();
        pages.still = if count == pages.seen { pages.still + 1 } else { 0 };
        pages.seen = count;
        let message = "the threads that serve pages hang, so the program ends: start it again";
        (pages.still >= STILL_CHECKS).then(|| Failure::new(message).with_code(EndCode::Fault))
    }

    fn watched(&self) -> std::sync::MutexGuard<'_, Watched> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn end_at_second(first: &mut Option<(Signal, Deadline)>, signal: Signal) {
    let is_repeated =
        |(earlier, repeats): &(Signal, Deadline)| signal.is_hang_up() && earlier.is_hang_up() && !repeats.is_over();
    if first.as_ref().is_some_and(is_repeated) {
        return;
    }
    if first.replace((signal, Deadline::after(HANG_UP_REPEATS))).is_some() {
        log_and_exit(signal.exit_code(), "a second signal ends the program at once: what was confirmed is on disk");
    }
    tracing::info!("{}: the program ends", signal.name());
}

fn log_and_exit(code: u8, message: &str) -> ! {
    tracing::error!("{message}");
    log::flush(LAST_LINES);
    kernel::exit_at_once(code)
}

/// Ends the process when it is dropped.
struct EndOfProcess;

impl Drop for EndOfProcess {
    fn drop(&mut self) {
        log_and_exit(EndCode::Fault as u8, "the supervisor has died, so the program ends: start it again");
    }
}
