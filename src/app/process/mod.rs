//! The process itself: its log, its signals, its supervision and its end.
//!
//! Promises: the process is either alive or ended. A thread that must live and has died ends it; a log that can't be written
//! does not; the end has a deadline, and its exit code says what a supervisor can do.

pub mod log;
mod memory;
mod panics;

/// Starts the log; panics are reported there too.
pub fn start_log() {
    memory::share_arenas();
    log::start();
    panics::report_in_log();
}
