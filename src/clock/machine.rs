//! What the kernel knows of the time: the wall clock, the clock since boot, the boot's id, whether a time server is followed.

use jiff::Timestamp;
use std::fmt::Debug;
use std::fs;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicI64, AtomicU32, Ordering};
use std::time::Duration;

/// Where a clock reads the time, in milliseconds.
pub trait TimeSource: Debug + Send + Sync {
    /// Since 1970. It may be wrong, and may be set at any time.
    fn wall_ms(&self) -> i64;
    /// Since the machine booted, time asleep included. It can't be set.
    fn boot_ms(&self) -> i64;
    /// Differs between two boots.
    fn boot_id(&self) -> String;
    /// Whether the wall clock follows a time server.
    fn is_synchronised(&self) -> bool;
}

/// The machine that this program runs on.
#[derive(Debug, Clone, Copy)]
pub(super) struct Machine;

impl TimeSource for Machine {
    fn wall_ms(&self) -> i64 {
        wall_ms()
    }

    fn boot_ms(&self) -> i64 {
        boot_ms()
    }

    fn boot_id(&self) -> String {
        let id = fs::read_to_string("/proc/sys/kernel/random/boot_id");
        id.map(|id| id.trim().to_owned()).unwrap_or_default()
    }

    fn is_synchronised(&self) -> bool {
        is_synchronised()
    }
}

#[expect(clippy::disallowed_methods, reason = "this is the clock that all others are to ask")]
pub(super) fn wall_ms() -> i64 {
    Timestamp::now().as_millisecond()
}

/// By the C library, so that a test can put a clock of its own before it, as it can for the wall clock.
pub(super) fn boot_ms() -> i64 {
    let mut time = libc::timespec { tv_sec: 0, tv_nsec: 0 };
    #[expect(unsafe_code, reason = "the C library writes into a struct of its own type")]
    let state = unsafe { libc::clock_gettime(libc::CLOCK_BOOTTIME, &raw mut time) };
    if state == 0 { time.tv_sec.saturating_mul(1000).saturating_add(time.tv_nsec / 1_000_000) } else { 0 }
}

/// `adjtimex` with nothing to change only reads.
fn is_synchronised() -> bool {
    #[expect(unsafe_code, reason = "the kernel writes into a struct of its own size, for which zeros are valid")]
    let state = unsafe {
        let mut request: libc::timex = std::mem::zeroed();
        libc::adjtimex(&raw mut request)
    };
    // -1 where a sandbox forbids the call.
    state >= 0 && state != libc::TIME_ERROR
}

/// A machine whose clocks are set by hand. Clones are the same machine.
#[derive(Debug, Clone)]
pub struct Hands(Arc<HandsState>);

#[derive(Debug)]
struct HandsState {
    wall_ms: AtomicI64,
    boot_ms: AtomicI64,
    boots: AtomicU32,
    is_synchronised: AtomicBool,
}

impl Hands {
    /// A machine that has just booted with this wall clock.
    pub fn at(wall: Timestamp) -> Hands {
        Hands(Arc::new(HandsState {
            wall_ms: AtomicI64::new(wall.as_millisecond()),
            boot_ms: AtomicI64::new(20_000),
            boots: AtomicU32::new(1),
            is_synchronised: AtomicBool::new(false),
        }))
    }

    /// Time goes by.
    pub fn pass(&self, time: Duration) {
        let milliseconds = i64::try_from(time.as_millis()).unwrap_or(i64::MAX);
        self.0.wall_ms.fetch_add(milliseconds, Ordering::SeqCst);
        self.0.boot_ms.fetch_add(milliseconds, Ordering::SeqCst);
    }

    /// A person, a time server or a fault sets the wall clock.
    pub fn set_wall(&self, at: Timestamp) {
        self.0.wall_ms.store(at.as_millisecond(), Ordering::SeqCst);
    }

    /// Whether a time server is followed.
    pub fn synchronise(&self, is_synchronised: bool) {
        self.0.is_synchronised.store(is_synchronised, Ordering::SeqCst);
    }

    /// The power fails and comes back; the wall clock then shows this.
    pub fn boot(&self, wall: Timestamp) {
        self.0.boots.fetch_add(1, Ordering::SeqCst);
        self.0.boot_ms.store(20_000, Ordering::SeqCst);
        self.synchronise(false);
        self.set_wall(wall);
    }
}

impl TimeSource for Hands {
    fn wall_ms(&self) -> i64 {
        self.0.wall_ms.load(Ordering::SeqCst)
    }

    fn boot_ms(&self) -> i64 {
        self.0.boot_ms.load(Ordering::SeqCst)
    }

    fn boot_id(&self) -> String {
        self.0.boots.load(Ordering::SeqCst).to_string()
    }

    fn is_synchronised(&self) -> bool {
        self.0.is_synchronised.load(Ordering::SeqCst)
    }
}
