//! Arguments, logging, exit codes; nothing else.

use clap::Parser;
use sportello::app::{self, Arguments};
use std::process::ExitCode;
use std::time::Duration;

/// How long the end waits for a log that is slow.
const LAST_LINES: Duration = Duration::from_secs(1);

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    app::start_log();
    let code = match app::run(arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            app::print_error(&failure);
            ExitCode::FAILURE
        }
    };
    app::flush_log(LAST_LINES);
    code
}
