//! `sportello run`: the whole site in one process.
//!
//! A thread of its own starts and stops the parts ([`House`]). The main thread has the glass, where there is one: a window
//! system may hold that thread up for ever, and the desks, the board and the end of the process must not depend on it.
//! Signals, dead parts and an end that takes too long are the supervisor's.

use super::arguments::{RunOptions, ScreenMode};
use super::failure::{Context, Failure};
use super::glass::GlassState;
use super::house::House;
use super::process::end_code::EndCode;
use super::process::shutdown::{LAST_LINES, MAIN_ENDS_WITHIN, Shutdown};
use super::process::supervisor::Supervisor;
use super::process::{kernel, log};
use super::{fonts, glass, terminal};
use crate::health::Life;
use crate::journal::DataFolder;
use crate::kiosk::KioskParts;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::mpsc::{SyncSender, sync_channel};

/// Runs until the process is asked to end.
pub(super) fn run(options: RunOptions) -> Result<(), Failure> {
    let shutdown = Shutdown::new();
    let supervisor = no_thread(Supervisor::start(shutdown.clone()))?;
    supervisor.threads().enter("the main thread");
    // A disk that does not answer holds this up, and no signal.
    let data = DataFolder::hold(&options.data.folder()?)?;
    let has_glass = options.screen == ScreenMode::Auto && has_display();
    if has_glass {
        fonts::use_own(data.path());
    }
    let glass_state = GlassState::new(has_glass);
    let (for_glass, parts) = sync_channel(1);
    let (result, ended) = sync_channel(1);
    let thread = HouseThread { options, data, shutdown: shutdown.clone(), supervisor, glass: glass_state.clone() };
    no_thread(std::thread::Builder::new().name("house".to_owned()).spawn(move || thread.run(for_glass, &result)))?;
    if let Ok(parts) = parts.recv() {
        glass::show(&parts, &shutdown, &glass_state);
    }
    ended.recv().unwrap_or_else(|_| Err(died()))
}

/// What the thread that starts and stops the parts begins with.
struct HouseThread {
    options: RunOptions,
    data: DataFolder,
    shutdown: Shutdown,
    supervisor: Supervisor,
    glass: GlassState,
}

impl HouseThread {
    fn run(self, for_glass: SyncSender<KioskParts>, ended: &SyncSender<Result<(), Failure>>) {
        let (shutdown, glass) = (self.shutdown.clone(), self.glass.clone());
        let (life, lifeline) = Life::begin();
        // As long as the process: it ends in this thread, or while this one still waits.
        let _life = life.in_this_thread();
        self.supervisor.watch_house(lifeline);
        let lived = catch_unwind(AssertUnwindSafe(|| self.live(for_glass))).unwrap_or_else(|_| Err(died()));
        shutdown.request();
        let result = match (lived, shutdown.fault()) {
            (Err(failure), _) => Err(failure),
            (Ok(()), Some(fault)) => Err(fault.clone()),
            (Ok(()), None) => Ok(()),
        };
        let _ = ended.send(result.clone());
        if !glass.is_lost() {
            std::thread::sleep(MAIN_ENDS_WITHIN);
        }
        // The window system holds the main thread.
        let code = result.inspect_err(terminal::print_error).map_or_else(|failure| failure.exit_code(), |()| 0);
        log::flush(LAST_LINES);
        kernel::exit_at_once(code)
    }

    /// `for_glass` is dropped once it is clear whether there is a glass: the main thread waits for that.
    fn live(self, for_glass: SyncSender<KioskParts>) -> Result<(), Failure> {
        let HouseThread { options, data, shutdown, supervisor, glass } = self;
        let Some(house) = House::start(&options, data.path(), &shutdown, &supervisor, &glass)? else { return Ok(()) };
        if glass.is_wanted() {
            let _ = for_glass.send(house.parts_of_glass(options.window, &glass));
        } else {
            let reason = if options.screen == ScreenMode::None { "--screen none" } else { "there is no display" };
            tracing::info!("no glass: {reason}");
        }
        drop(for_glass);
        house.stop_when_requested()
    }
}

fn died() -> Failure {
    let message = "the thread that runs the house has died: start again, and the journal restores the day";
    Failure::new(message).with_code(EndCode::Fault)
}

fn no_thread<T>(started: std::io::Result<T>) -> Result<T, Failure> {
    let failed = started.or_fail("the operating system gives no thread", "end other programs, or restart the machine");
    failed.map_err(|failure| failure.with_code(EndCode::Fault))
}

/// Whether there is a screen for the glass: a desktop, or with the feature `appliance` a bare one.
fn has_display() -> bool {
    let is_set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    let has_desktop = is_set("DISPLAY") || is_set("WAYLAND_DISPLAY");
    has_desktop || (cfg!(feature = "appliance") && Path::new("/dev/dri").exists())
}
