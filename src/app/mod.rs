//! The composition root: what each command of `sportello` starts, and in which order it is stopped.
//!
//! Only this module sees all others. `run.rs` is the whole site in one process; the other files are the small commands.

mod arguments;
mod device;
mod fonts;
mod run;
mod simulate;
mod site;
mod slip;
mod staff;
mod sweep;
mod tally;
mod translate;

pub use arguments::Arguments;
pub use translate::{Judge, State, Verdict};

use arguments::{Action, Export, Import};
use std::io::Write;

/// Why a command failed: one line, or several for a site file, that say what is wrong and name the remedy.
#[derive(Debug)]
pub struct Failure(String);

impl<E: std::error::Error> From<E> for Failure {
    fn from(error: E) -> Failure {
        Failure(error.to_string())
    }
}

/// Does what the arguments say.
pub fn obey(arguments: Arguments) -> Result<(), Failure> {
    match arguments.action {
        Action::Run(options) => run::run(&options),
        Action::Check { file } => site::check(&file),
        Action::Export { what: Export::Locales(options) } => translate::export(&options),
        Action::Export { what: Export::Tally(options) } => tally::export(&options),
        Action::Simulate(options) => simulate::simulate(&options),
        Action::Import { what: Import::Locales(options) } => translate::import(&options),
        Action::Slip(options) => slip::slip(&options),
        Action::Staff { data, deed } => staff::staff(&data.folder()?, deed),
        Action::Device { data, deed } => device::device(&data.folder()?, deed),
    }
}

/// Tells people at the terminal why a command failed.
pub fn tell(failure: &Failure) {
    // When even the error stream is closed there is nobody to tell.
    let _ = writeln!(std::io::stderr(), "sportello: {}", failure.0);
}

/// Tells people at the terminal something they asked for.
fn say(text: &str) -> Result<(), Failure> {
    Ok(writeln!(std::io::stdout(), "{text}")?)
}
