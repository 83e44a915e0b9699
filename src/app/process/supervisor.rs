//! The thread that ends the process: at a signal, when a part that must live has died or hangs, and when the end takes too long.
//!
//! It waits for nothing but signals, so nothing that hangs elsewhere keeps it from that. When a part has died, the end is
//! requested first and logged afterwards. Should this thread itself die, the process ends with it.

use super::end_code::EndCode;
use super::kernel::{self, Signal};
use super::log;
use super::shutdown::{LAST_LINES, Shutdown};
use crate::app::failure::Failure;
use crate::clock::Deadline;
use crate::health::{Beat, Life, Lifeline, Stillness, Threads};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

/// A terminal that closes sends `SIGHUP` twice within this time, by its shell and by the kernel.
const HANG_UP_REPEATS: Duration = Duration::from_millis(500);
/// How often the parts are checked.
const CHECK: Duration = Duration::from_millis(250);
/// After so long without a beat the pages count as dead.
const PAGES_STILL: Duration = Duration::from_secs(20);
const HOUSE_DIED: &str =
    "the thread that runs the house has died, so the program ends: start it again, and the journal restores the day";
const SUPERVISOR_DIED: &str = "the supervisor has died, so the program ends: start it again";

/// The running thread. Clones watch with the same one.
#[derive(Clone)]
pub struct Supervisor(Arc<Supervision>);

struct Supervision {
    watched: Mutex<Watched>,
    threads: Threads,
    own: Lifeline,
}

#[derive(Default)]
struct Watched {
    lives: Vec<(&'static str, Lifeline)>,
    house: Option<Lifeline>,
    pulses: Vec<PartPulse>,
}

/// A part with a beat.
struct PartPulse {
    name: &'static str,
    /// Of its thread, if it has one of its own.
    life: Option<Lifeline>,
    stillness: Stillness,
}

impl Supervisor {
    /// Takes the signals from now on.
    pub fn start(shutdown: Shutdown) -> std::io::Result<Supervisor> {
        let (life, own) = Life::begin();
        let supervision = Supervision { watched: Mutex::default(), threads: Threads::default(), own };
        let supervisor = Supervisor(Arc::new(supervision));
        if let Some(log) = log::lifeline() {
            supervisor.watch("the log's thread", log);
        }
        let own = supervisor.clone();
        let run = move || {
            let end = EndOfProcess;
            let life = life.in_this_thread();
            own.run(&shutdown);
            drop(life);
            drop(end);
        };
        std::thread::Builder::new().name("supervisor".to_owned()).spawn(run)?;
        Ok(supervisor)
    }

    /// Ends the process when this part ends before it was asked to.
    pub fn watch(&self, name: &'static str, life: Lifeline) {
        self.watched().lives.push((name, life));
    }

    /// The same for a part with a thread of its own, and also when it stands still for so long. The time in which the kernel
    /// holds its thread does not count: no end would free it, and an end must not cut its work off.
    pub fn watch_beat(&self, name: &'static str, life: Lifeline, beat: Beat, most: Duration) {
        self.watch(name, life.clone());
        self.watched().pulses.push(PartPulse::new(name, beat, Some(life), most));
    }

    /// Ends the process when the threads that serve pages stand still.
    pub fn watch_pages(&self, beat: Beat) {
        self.watched().pulses.push(PartPulse::new("what serves the pages", beat, None, PAGES_STILL));
    }

    /// Ends the process at once when the thread that stops the parts is dead: nothing else would stop them.
    pub fn watch_house(&self, life: Lifeline) {
        self.watched().house = Some(life);
    }

    /// Threads whose vanishing ends the process.
    pub fn threads(&self) -> Threads {
        self.0.threads.clone()
    }

    /// For others, who look after the supervisor itself.
    pub fn end_process_if_dead(&self) {
        if self.0.own.is_cut() {
            log_and_exit(EndCode::Fault as u8, SUPERVISOR_DIED);
        }
    }

    fn run(&self, shutdown: &Shutdown) {
        let mut first = None;
        loop {
            let rest = shutdown.until_overdue().unwrap_or(CHECK).min(CHECK);
            if let Some(signal) = kernel::next_signal(rest) {
                shutdown.request();
                end_at_second(&mut first, signal);
            }
            if shutdown.until_overdue().is_some_and(|left| left.is_zero()) {
                break_off(shutdown);
            }
            if self.watched().house.as_ref().is_some_and(Lifeline::is_cut) {
                log_and_exit(EndCode::Fault as u8, HOUSE_DIED);
            }
            if !shutdown.is_requested()
                && let Some(fault) = self.fault()
            {
                let message = fault.to_string();
                shutdown.request_for(fault);
                tracing::error!("{message}");
                if log::lifeline().is_some_and(|log| log.is_cut()) {
                    log::last_words(&format!("{} {message}", log::prefix("ERROR")));
                }
            }
        }
    }

    /// What makes it impossible to go on.
    fn fault(&self) -> Option<Failure> {
        let mut watched = self.watched();
        let cut = watched.lives.iter().find(|(_, life)| life.is_cut()).map(|(name, _)| *name);
        let dead = cut.or_else(|| self.0.threads.vanished());
        // Each of them counts its checks.
        let hanging = watched.pulses.iter_mut().fold(None, |found, pulse| pulse.hangs().or(found));
        let (name, what) = dead.map(|name| (name, "has died")).or(hanging.map(|name| (name, "hangs")))?;
        let message = format!("{name} {what}, so the program ends: start it again, and the journal restores the day");
        Some(Failure::new(message).with_code(EndCode::Fault))
    }

    fn watched(&self) -> std::sync::MutexGuard<'_, Watched> {
        self.0.watched.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl PartPulse {
    fn new(name: &'static str, beat: Beat, life: Option<Lifeline>, most: Duration) -> PartPulse {
        let most = u32::try_from(most.as_millis() / CHECK.as_millis()).unwrap_or(u32::MAX);
        PartPulse { name, life, stillness: Stillness::of(beat, most) }
    }

    /// Its name, if it has not beaten for too many checks; this is one.
    fn hangs(&mut self) -> Option<&'static str> {
        let is_held = || self.life.as_ref().is_some_and(Lifeline::is_held_by_kernel);
        self.stillness.look(is_held).then_some(self.name)
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

/// An end that began with a fault has the exit code of that.
fn break_off(shutdown: &Shutdown) -> ! {
    let code = shutdown.fault().map_or(EndCode::BrokenOff as u8, Failure::exit_code);
    log_and_exit(code, "the end took too long and was broken off: what was confirmed is on disk")
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
        log_and_exit(EndCode::Fault as u8, SUPERVISOR_DIED);
    }
}
