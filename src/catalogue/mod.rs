//! Site files: TOML in, a checked [`Site`] out, or every mistake with its place and its remedy.
//!
//! Promises: all mistakes of a file are reported at once, each with line, column, field and remedy, and each only once:
//! a mistake that follows from another one is left out. Any input gives a bounded answer, never a panic. A site without
//! mistakes can be shown: every text is clean, every colour has contrast to white, every pictogram exists.
//!
//! How it works: a derived deserializer would stop at the first mistake, so `reader` walks the parsed TOML and
//! complains; `file` reads the fields of a site file into a draft, with stand-ins for unreadable values, so that
//! positions agree with the file; [`Site::check`](crate::domain::Site::check) checks the draft as a whole; `check`
//! reports both lists of mistakes with their places. The languages and pictograms of the program come in as [`Known`].
//! Translations of a site lie in files beside the site file: [`Translation`]. Other files that people write are read in
//! the same way: [`open_table`]. [`placed_texts`] lists what a file shows to people, for judges of letters and lengths.

mod address;
mod check;
mod demo;
mod file;
mod hours;
mod hours_warnings;
mod mistake;
mod open;
mod placed_text;
mod placement;
mod reader;
mod remedy;
mod rules;
mod similar;
mod site_files;
mod summary;
mod syntax;
mod table_file;
mod translation;
mod value;
mod warnings;
mod week;
mod zones;

pub use address::is_this_machine;
pub use demo::{DEMO, demo, demo_parts};
pub use hours::stretches;
pub use mistake::{FileMistake, quoted};
pub use open::{MAX_BYTES, open_translation, read_bytes};
pub use placed_text::{PlacedText, TextKind, placed_texts};
pub use reader::{Complaint, Complaints, Node, Table};
pub use similar::did_you_mean;
pub use site_files::{Opened, SiteFiles, SourceFile, open};
pub use summary::summary;
pub use table_file::open_table;
pub use translation::{Translation, translated};
pub use value::unshowable;
pub use warnings::warnings;

use crate::domain::{LanguageTag, Site};
use check::Admitted;

/// The names that a site file may use although it does not define them.
#[derive(Debug, Clone)]
pub struct Known {
    /// The languages of this program.
    pub languages: Vec<LanguageTag>,
    /// The names of its pictograms.
    pub pictograms: Vec<&'static str>,
}

/// Reads a site file's text; `file_name` is only for the messages.
///
/// # Errors
/// Every mistake in it, in the order of its lines.
pub fn read(text: &str, file_name: &str, known: &Known) -> Result<Site, Vec<FileMistake>> {
    let Admitted { site, mistakes } = admit(text, file_name, known)?;
    if mistakes.is_empty() { Ok(site) } else { Err(mistakes) }
}

fn admit(text: &str, file_name: &str, known: &Known) -> Result<Admitted, Vec<FileMistake>> {
    if let Some(mistake) = open::too_large(text.len() as u64, file_name) {
        return Err(vec![mistake]);
    }
    // Some editors begin a file with this mark; it means nothing.
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    check::check(text, file_name, known)
}
