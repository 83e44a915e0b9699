//! Keeps the glass open on the main thread for as long as the house runs.
//!
//! Promises: a window that was closed or can't be opened is opened again, with longer and longer rests; a display that is
//! lost ends neither desks nor board. The X library ends the process when its display is lost, and the window system can't
//! be started twice in one process: the end is caught, the main thread rests, and the glass comes back with the next start.
//! It is the same when the window system fails at its start.

use super::process::kernel;
use super::process::shutdown::Shutdown;
use crate::clock::Deadline;
use crate::health::{Beat, Check, PartFault};
use crate::kiosk::{self, KioskParts};
use std::os::unix::net::UnixStream;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicU8, AtomicU64, Ordering};
use std::sync::{Arc, OnceLock};
use std::time::Duration;

/// The rest before the glass is opened again: nearly none at first, then twice as much each time.
const FIRST_REST: Duration = Duration::from_millis(500);
const LONGEST_REST: Duration = Duration::from_secs(30);
/// A glass that is opened may take so long.
const OPENS_WITHIN: Duration = Duration::from_secs(3);
/// An open glass ticks four times a second; without a tick for so long it is frozen.
const MOVES_WITHIN: Duration = Duration::from_secs(4);
/// A glass that was open for so long begins with the first rest again.
const STABLE: Duration = Duration::from_secs(60);
/// After so many attempts in a row that opened no window, although the display answers, the glass is lost: the window
/// system has failed at its start, and has no second one.
const VAIN_MOST: u32 = 3;

/// How the glass is, for all threads. Clones are of the same glass.
#[derive(Clone)]
pub(super) struct GlassState(Arc<State>);

struct State {
    is_wanted: bool,
    phase: AtomicU8,
    beat: Beat,
    /// The beats when the phase began.
    ticks_before: AtomicU64,
}

/// Where the glass is between its start and its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum GlassPhase {
    /// It is opened, or opened again.
    Closed,
    Open,
    /// It can't come back in this process.
    Lost,
}

/// The glass of this process, for the end that a library asks for.
static GLASS: OnceLock<GlassState> = OnceLock::new();
/// Whether the process may end.
static IS_ENDING: AtomicBool = AtomicBool::new(false);

impl GlassState {
    pub(super) fn new(is_wanted: bool) -> GlassState {
        let phase = AtomicU8::new(GlassPhase::Closed as u8);
        GlassState(Arc::new(State { is_wanted, phase, beat: Beat::start(), ticks_before: AtomicU64::new(0) }))
    }

    /// Whether there is to be a glass.
    pub(super) fn is_wanted(&self) -> bool {
        self.0.is_wanted
    }

    pub(super) fn is_lost(&self) -> bool {
        self.phase() == GlassPhase::Lost
    }

    pub(super) fn phase(&self) -> GlassPhase {
        match self.0.phase.load(Ordering::SeqCst) {
            phase if phase == GlassPhase::Open as u8 => GlassPhase::Open,
            phase if phase == GlassPhase::Lost as u8 => GlassPhase::Lost,
            _ => GlassPhase::Closed,
        }
    }

    /// Beats with each tick of the open glass.
    pub(super) fn beat(&self) -> Beat {
        self.0.beat.clone()
    }

    /// Whether it has moved since the phase began: a window that is still being opened has not.
    fn has_ticked(&self) -> bool {
        self.0.beat.count() != self.0.ticks_before.load(Ordering::SeqCst)
    }

    fn set(&self, phase: GlassPhase) {
        self.0.ticks_before.store(self.0.beat.count(), Ordering::SeqCst);
        self.0.phase.store(phase as u8, Ordering::SeqCst);
    }
}

impl Check for GlassState {
    fn name(&self) -> &'static str {
        "glass"
    }

    fn fault(&self) -> Option<PartFault> {
        if !self.is_wanted() {
            return None;
        }
        match self.phase() {
            GlassPhase::Lost => Some(PartFault::GlassLost),
            GlassPhase::Open if self.has_ticked() => {
                Some(PartFault::GlassFrozen).filter(|_| self.0.beat.age() > MOVES_WITHIN)
            }
            GlassPhase::Open | GlassPhase::Closed => {
                Some(PartFault::GlassClosed).filter(|_| self.0.beat.age() > OPENS_WITHIN)
            }
        }
    }
}

/// Shows the glass until the end is requested. It may never return: see above.
pub(super) fn show(parts: &KioskParts, shutdown: &Shutdown, state: &GlassState) {
    if GLASS.set(state.clone()).is_ok() {
        kernel::at_exit(rest_unless_ending);
        parts.runtime.spawn(log_loss(state.clone()));
    }
    let mut rest = FIRST_REST;
    let mut last_trouble = String::new();
    let mut in_vain = 0;
    while !shutdown.is_requested() {
        let trouble = match display_in_vain() {
            Some(display) => format!("the display {display} does not answer"),
            None => {
                let opened = Deadline::after(STABLE);
                state.set(GlassPhase::Open);
                let trouble = run(parts);
                in_vain = if state.has_ticked() { 0 } else { in_vain + 1 };
                state.set(GlassPhase::Closed);
                if opened.is_over() {
                    (rest, last_trouble) = (FIRST_REST, String::new());
                }
                trouble
            }
        };
        if shutdown.is_requested() {
            break;
        }
        // Once for each trouble, not for each attempt.
        if trouble != last_trouble {
            tracing::error!(
                "{trouble}: the desks and the board go on, and the glass is opened again; if it stays away, restart the program"
            );
            last_trouble = trouble;
        }
        let requested = shutdown.requested();
        if in_vain >= VAIN_MOST {
            state.set(GlassPhase::Lost);
            parts.runtime.block_on(requested);
            break;
        }
        parts.runtime.block_on(async { _ = tokio::time::timeout(rest, requested).await });
        rest = (rest * 2).min(LONGEST_REST);
    }
    IS_ENDING.store(true, Ordering::SeqCst);
}

/// Why the glass ended.
fn run(parts: &KioskParts) -> String {
    match catch_unwind(AssertUnwindSafe(|| kiosk::run(parts.clone()))) {
        Ok(Ok(())) => "the window of the glass was closed".to_owned(),
        Ok(Err(error)) => format!("the glass has stopped ({error})"),
        Err(_) => "the glass has a fault".to_owned(),
    }
}

/// Called when the process ends by `exit`: by `main`, or by a library that has lost its display. Then this thread rests,
/// and the others go on. Nothing here may need what is local to the thread: that is gone already.
extern "C" fn rest_unless_ending() {
    if IS_ENDING.load(Ordering::SeqCst) {
        return;
    }
    if let Some(glass) = GLASS.get() {
        glass.set(GlassPhase::Lost);
    }
    loop {
        std::thread::sleep(LONGEST_REST);
    }
}

/// Logs the loss of the display: the thread that meets it can't.
async fn log_loss(state: GlassState) {
    while !state.is_lost() {
        tokio::time::sleep(FIRST_REST).await;
    }
    tracing::error!(
        "the display of the glass is lost: the desks and the board go on; restart the program once there is a display again"
    );
}

/// The display that is named and does not answer. Asked before the window system is started, which works once only.
fn display_in_vain() -> Option<String> {
    let variable = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
    if let Some(name) = variable("WAYLAND_DISPLAY") {
        let folder = variable("XDG_RUNTIME_DIR").map(PathBuf::from).unwrap_or_default();
        return (!answers(&folder.join(&name))).then_some(name);
    }
    let display = variable("DISPLAY")?;
    // Only displays of this machine are asked: `:1` or `:1.0`.
    let number = display.strip_prefix(':')?.split('.').next()?.to_owned();
    (!answers(&Path::new("/tmp/.X11-unix").join(format!("X{number}")))).then_some(display)
}

fn answers(socket: &Path) -> bool {
    UnixStream::connect(socket).is_ok()
}
