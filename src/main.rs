//! Arguments, logging, exit codes; nothing else.

use clap::Parser;
use sportello::app::{self, Arguments};
use std::io::IsTerminal;
use std::process::ExitCode;
use tracing_subscriber::EnvFilter;

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let directives = std::env::var("RUST_LOG").unwrap_or_default();
    let filter = EnvFilter::try_new(if directives.is_empty() { "sportello=info,warn" } else { &directives });
    let filter = filter.unwrap_or_else(|_| EnvFilter::new("info"));
    tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        .with_target(false)
        .with_ansi(std::io::stderr().is_terminal())
        .init();
    match app::run(arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            app::print_error(&failure);
            ExitCode::FAILURE
        }
    }
}
