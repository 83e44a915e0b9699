//! The composition root: what each command of `sportello` starts, and in which order it is stopped.
//!
//! Only this module sees all others. `run.rs` is the whole site in one process; the other files are the small commands.

mod arguments;
pub mod backup;
mod changes;
pub mod copies;
mod data_option;
mod device;
mod doctor;
mod failure;
mod fonts;
mod glass;
mod house;
mod https;
mod lost_accounts;
mod network;
mod process;
mod run;
mod simulate;
mod site;
mod slip;
mod staff;
mod sweep;
mod tally;
mod terminal;
mod tls_options;
mod translate;
mod words;

pub use arguments::Arguments;
pub use failure::Failure;
pub use process::kernel::hold_signals;
pub use process::log::flush as flush_log;
pub use process::{masked, start_log};
pub use site::drawable;
pub use terminal::{harmless, print_error, print_usage};
pub use translate::{Judge, TextState, Verdict};

use arguments::{Action, ExportAction, ImportAction};
use changes::BookChange;
use process::end_code::EndCode;
use process::kernel;

/// Runs the command that the arguments name.
pub fn run(arguments: Arguments) -> Result<(), Failure> {
    std::panic::catch_unwind(|| run_command(arguments)).unwrap_or_else(|_| {
        Err(Failure::new("the program has a fault; its log says where: start again").with_code(EndCode::Fault))
    })
}

fn run_command(arguments: Arguments) -> Result<(), Failure> {
    if !matches!(arguments.action, Action::Run(_)) {
        // Only the house has something to end in order.
        kernel::release_signals();
    }
    match arguments.action {
        Action::Run(options) => run::run(options),
        Action::Backup { file, data } => backup::backup(&file, &data.folder()?),
        Action::Restore { file, data } => backup::restore(&file, &data.folder()?),
        Action::Doctor(options) => doctor::doctor(&options),
        Action::Check { file, data } => site::check(&file, data.as_deref()),
        Action::Export { action: ExportAction::Locales(options) } => translate::export(&options),
        Action::Export { action: ExportAction::Tally(options) } => tally::export(&options),
        Action::Simulate(options) => simulate::simulate(&options),
        Action::Import { action: ImportAction::Locales(options) } => translate::import(&options),
        Action::Certificate(options) => https::certificate(&options),
        Action::Slip(options) => slip::slip(&options),
        Action::Staff { data, action } => logged(BookChange::of_staff(&action), staff::staff(&data.folder()?, action)),
        Action::Device { data, action } => {
            logged(BookChange::of_devices(&action), device::device(&data.folder()?, action))
        }
    }
}

/// Logs a change that was made.
fn logged(change: Option<BookChange>, done: Result<(), Failure>) -> Result<(), Failure> {
    if let (Some(change), Ok(())) = (change, &done) {
        change.log();
    }
    done
}
