//! The paper: from a ticket to a slip in the visitor's hand.
//!
//! Promises: a slip looks the same on every printer, in every script, because it goes out as dots; nothing that staff or
//! managers type can become a printer command; a slip is *printed* only when the printer says so; no printer, however
//! slow or broken, keeps anybody waiting but the one thread that talks to it.
//!
//! How it works, in the order in which it happens: [`slip`] chooses the words ([`Slip::compose`]), or [`note`] where there is
//! no number; [`draw`](mod@draw) puts them on a
//! [`canvas`], with [`text`] in the fonts of [`font`], pictograms and a [`qr`] code, by the measures of [`sheet`];
//! [`escpos`] makes bytes of the canvas; a [`device`] takes them and tells its [`status`]; the [`spooler`] runs all this
//! in a thread of its own. [`preview`] does the same without a printer.

pub mod canvas;
pub mod device;
pub mod draw;
pub mod escpos;
pub mod font;
pub mod note;
mod pictogram;
pub mod qr;
mod ruler;
pub mod sheet;
pub mod slip;
pub mod spooler;
pub mod status;
pub mod text;

pub use canvas::Canvas;
pub use device::{Address, AddressError};
pub use font::FontError;
pub use note::Note;
pub use ruler::Ruler;
pub use slip::Slip;
pub use spooler::{Spooler, SpoolerError, SpoolerFull};
pub use status::PrinterStatus;

/// Starts the spooler for the printers at these addresses, as `--printer` takes them; see [`Address`].
pub fn start(addresses: &[String]) -> Result<Spooler, SpoolerError> {
    let addresses: Vec<Address> = addresses.iter().map(|text| text.parse()).collect::<Result<_, _>>()?;
    Spooler::start(addresses.iter().map(device::at).collect())
}

/// Throws away the slips in a simulated printer's folder; for the night.
///
/// # Errors
/// When the folder can't be read or a slip can't be deleted.
pub fn forget_simulated(folder: &std::path::Path) -> std::io::Result<()> {
    device::sim::forget(folder)
}

/// Something for a visitor to take along.
#[derive(Debug, Clone, PartialEq)]
pub enum Paper {
    /// With a number.
    Slip(Slip),
    /// Without one: when to come again.
    Note(Note),
}

impl Paper {
    /// The number on it, for logs and file names; `note` where there is none.
    pub fn number(&self) -> &str {
        match self {
            Paper::Slip(slip) => &slip.number,
            Paper::Note(_) => "note",
        }
    }
}

impl From<Slip> for Paper {
    fn from(slip: Slip) -> Paper {
        Paper::Slip(slip)
    }
}

impl From<Note> for Paper {
    fn from(note: Note) -> Paper {
        Paper::Note(note)
    }
}

/// A slip or a note as it would be printed on a head of so many dots: the picture, and the bytes for the printer.
pub fn preview(paper: &Paper, dots: u32) -> Result<(Canvas, Vec<u8>), FontError> {
    let canvas = draw::draw(paper, dots, &mut text::TextEngine::open()?)?;
    let profile = escpos::Profile { dots: canvas.width(), ..escpos::Profile::default() };
    let bytes = escpos::encode(&canvas, profile);
    Ok((canvas, bytes))
}
