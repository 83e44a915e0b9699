//! What a panic says. That a thread which must live has ended by one is seen by its supervisor.

use super::log;
use std::backtrace::{Backtrace, BacktraceStatus};
use std::panic::PanicHookInfo;

/// Sends the report of each panic through the log, which can't fail: a panic while one is reported would end the process
/// before its visitors have their answers.
pub fn report_in_log() {
    std::panic::set_hook(Box::new(|panic| log::line(&report(panic))));
}

fn report(panic: &PanicHookInfo<'_>) -> String {
    let thread = std::thread::current();
    let place = panic.location().map(ToString::to_string).unwrap_or_default();
    let message = panic.payload_as_str().unwrap_or("no message");
    let backtrace = Backtrace::capture();
    let backtrace = match backtrace.status() {
        BacktraceStatus::Captured => format!("\n{backtrace}"),
        _ => String::new(),
    };
    format!(
        "{} the thread {} panicked at {place}: {message}: this is a fault of the program, please report it{backtrace}",
        log::prefix("ERROR"),
        thread.name().unwrap_or("without a name"),
    )
}
