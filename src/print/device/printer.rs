//! What every printer can do.

use super::cause::OfflineCause;
use crate::domain::SlipOutcome;
use crate::print::canvas::Canvas;
use crate::print::escpos::Profile;
use crate::print::status::PrinterStatus;

/// One slip on its way to one printer.
pub struct Job {
    /// The ticket's number, for the names of pictures.
    pub number: String,
    pub canvas: Canvas,
    /// The same as commands for the printer.
    pub bytes: Vec<u8>,
}

/// A printer, whatever its transport.
pub trait Device: Send {
    /// What is special about this printer.
    fn profile(&self) -> Profile;

    /// Asks for the printer's status. Ends within 5 seconds.
    fn probe(&mut self) -> PrinterStatus;

    /// Why it was off line when it was so last, if this is known.
    fn cause(&self) -> Option<OfflineCause> {
        None
    }

    /// Sends one slip, once, and waits for proof that it is on paper. Ends within 25 seconds.
    fn print(&mut self, job: &Job) -> (SlipOutcome, PrinterStatus);
}
