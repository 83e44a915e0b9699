//! The paper: from a ticket to a slip in the visitor's hand.
//!
//! Promises: a slip looks the same on every printer, in every script, because it goes out as dots; text that staff or
//! managers type can't become a printer command; a slip counts as *printed* only when the printer confirms it; a slow
//! or broken printer blocks only the one thread that talks to it.
//!
//! How it works, in order: [`slip`] chooses the words ([`Slip::compose`]), or [`note`] where there is no number;
//! [`draw`](mod@draw) puts them on a [`canvas`], with [`text`] in the fonts of [`font`], pictograms and a [`qr`] code,
//! by the measures of [`sheet`]; [`escpos`] makes bytes of the canvas; a [`device`] takes them and reports its
//! [`status`] by its [`responses`], and [`proof`] that a slip is printed; the [`spooler`] runs all this in a thread of its
//! own. [`preview`](fn@preview) does the same without a printer.

pub mod canvas;
mod change_log;
pub mod device;
pub mod draw;
pub mod escpos;
pub mod font;
mod hang;
mod letters;
pub mod note;
mod paper;
mod pictogram;
mod preview;
pub mod proof;
pub mod qr;
mod report;
pub mod responses;
mod ruler;
pub mod sheet;
pub mod slip;
pub mod spooler;
pub mod status;
pub mod text;

pub use canvas::Canvas;
pub use device::{Address, AddressError, OfflineCause};
pub use font::FontError;
pub use note::Note;
pub use paper::Paper;
pub use preview::preview;
pub use report::{PrinterReport, PrinterReports};
pub use ruler::Ruler;
pub use slip::Slip;
pub use spooler::{Spooler, SpoolerError, start};
pub use status::PrinterStatus;

/// Deletes the slips in a simulated printer's folder, or those from before a moment.
///
/// # Errors
/// When the folder can't be read or a slip can't be deleted.
pub fn delete_simulated_slips(folder: &std::path::Path, before: Option<std::time::SystemTime>) -> std::io::Result<()> {
    device::sim::delete_slips(folder, before)
}
