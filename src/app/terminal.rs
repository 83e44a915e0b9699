//! What the commands print.

use super::failure::{Context, Failure};
use std::io::Write;

/// Prints why a command failed to standard error.
pub fn print_error(failure: &Failure) {
    // When standard error is closed too, the exit code still tells.
    let _ = writeln!(std::io::stderr(), "sportello: {failure}");
}

/// Prints what was asked for to standard output.
pub(super) fn print_line(text: &str) -> Result<(), Failure> {
    writeln!(std::io::stdout(), "{text}").or_fail("nothing can be printed", "check where standard output leads")
}
