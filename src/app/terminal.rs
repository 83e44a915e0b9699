//! What the commands print. What comes from elsewhere, such as the name of a file, must not steer the terminal.

use super::failure::{Context, Failure};
use super::process::log;
use std::borrow::Cow;
use std::io::Write;
use std::process::ExitCode;

/// Prints why a command failed to standard error.
pub fn print_error(failure: &Failure) {
    // Through the log, behind its last lines. When nothing can be written there, the exit code still says it.
    log::line(&harmless(&format!("sportello: {failure}")));
}

/// Prints what is wrong with the arguments, or the help that they ask for.
pub fn print_usage(error: &clap::Error) -> ExitCode {
    // Nothing is left to be done about a failure.
    let _ = if error.use_stderr() {
        log::line(harmless(&error.to_string()).trim_end());
        Ok(())
    } else {
        error.print()
    };
    u8::try_from(error.exit_code()).map_or(ExitCode::FAILURE, ExitCode::from)
}

/// Prints what was asked for to standard output.
pub(super) fn print_line(text: &str) -> Result<(), Failure> {
    let text = harmless(text);
    writeln!(std::io::stdout(), "{text}").or_fail("nothing can be printed", "check where standard output leads")
}

/// A text for a terminal: what would move its cursor, change its settings or turn the direction of what follows is
/// written as an escape.
pub fn harmless(text: &str) -> Cow<'_, str> {
    let steers = |sign: char| {
        sign.is_control() && !matches!(sign, '\n' | '\t')
            || matches!(sign, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
    };
    if !text.contains(steers) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + 16);
    for sign in text.chars() {
        if steers(sign) { shown.extend(sign.escape_unicode()) } else { shown.push(sign) }
    }
    Cow::Owned(shown)
}
