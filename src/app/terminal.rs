//! What the commands print.

use super::failure::{Context, Failure};
use super::process::log;
use std::io::Write;

/// Prints why a command failed to standard error.
pub fn print_error(failure: &Failure) {
    // Through the log, behind its last lines. When nothing can be written there, the exit code still says it.
    log::line(&format!("sportello: {failure}"));
}

/// Prints what was asked for to standard output.
pub(super) fn print_line(text: &str) -> Result<(), Failure> {
    writeln!(std::io::stdout(), "{text}").or_fail("nothing can be printed", "check where standard output leads")
}
