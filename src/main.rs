//! Arguments, logging, exit codes; nothing else.

use clap::Parser;
use sportello::app::{self, Arguments};
use std::process::ExitCode;
use std::time::Duration;

/// How long the end waits for a log that is slow.
const LAST_LINES: Duration = Duration::from_millis(300);

fn main() -> ExitCode {
    app::hold_signals();
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => return app::print_usage(&error),
    };
    app::start_log();
    let code = match app::run(arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            app::print_error(&failure);
            failure.exit_code().into()
        }
    };
    app::flush_log(LAST_LINES);
    code
}
