//! The printers: what every one of them can do, and which one an address means.
//!
//! Promises: every method ends by itself within the time its documentation names, whatever the printer does; a slip is
//! sent once, and never sent again because no answer came. How it works: printers that take bytes over a wire
//! ([`tcp`], [`lp`]) share one [`dialogue`]; a [`file`](mod@file) only takes; a [`sim`] draws pictures and is as nasty as told.

pub mod address;
pub mod deadline;
pub mod dialogue;
pub mod file;
pub mod lp;
pub mod nonblocking;
pub mod sim;
pub mod tcp;

pub use address::{Address, AddressError};
pub use dialogue::Patience;

use super::canvas::Canvas;
use super::escpos::Profile;
use super::status::PrinterStatus;
use crate::domain::SlipOutcome;
use dialogue::Dialogue;

/// One slip on its way to one printer.
pub struct Job {
    /// The ticket's number, for those who keep pictures.
    pub number: String,
    /// The dots.
    pub canvas: Canvas,
    /// The same as commands for the printer.
    pub bytes: Vec<u8>,
}

/// A printer, wherever it is.
pub trait Device: Send {
    /// What is special about it.
    fn profile(&self) -> Profile;

    /// Asks how it is. Ends within 3 seconds.
    fn probe(&mut self) -> PrinterStatus;

    /// Sends one slip, once, and waits for proof that it is on paper. Ends within 20 seconds.
    fn print(&mut self, job: &Job) -> (SlipOutcome, PrinterStatus);
}

/// The printer at an address. Nothing is opened yet: a printer that is away now can come later.
pub fn at(address: &Address) -> Box<dyn Device> {
    at_with(address, Patience::default())
}

/// The same with more or less patience for those that are talked to.
pub fn at_with(address: &Address, patience: Patience) -> Box<dyn Device> {
    match address {
        Address::Sim { folder, profile } => Box::new(sim::Sim::new(folder.clone(), *profile)),
        Address::File { path, profile } => Box::new(file::File::new(path.clone(), *profile)),
        Address::Tcp { host, port, profile } => Box::new(Dialogue::new(tcp::Tcp::new(host, *port), *profile, patience)),
        Address::Lp { path, profile } => Box::new(Dialogue::new(lp::Lp::new(path.clone()), *profile, patience)),
    }
}
