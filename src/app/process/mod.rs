//! The process itself: its log, its signals, its supervision and its end.
//!
//! Promises: the process is either alive or ended. A thread that must live and has died ends it; a log that can't be written
//! does not; the end has a deadline, and its exit code says what a supervisor can do.

pub mod end_code;
#[expect(unsafe_code, reason = "signals and the end of the process have no safe form; each call says why it is sound")]
pub mod kernel;
pub mod log;
mod mask;
mod memory;
mod panics;
pub mod shutdown;
pub mod supervisor;

pub use mask::masked;

/// Starts the log; panics are reported there too.
pub fn start_log() {
    memory::share_arenas();
    log::start();
    panics::report_in_log();
}
