//! Site files: TOML in, a checked [`Site`] out, or every mistake with its place and its remedy.
//!
//! Promises: all mistakes of a file are told at once, each with line, column, field and what to do; none is told twice
//! or only because of another one. Any bytes whatsoever give an answer, never a panic, and the answer is bounded. A site
//! that comes out can be shown: every text is clean, every colour can carry white words, every pictogram is there.
//!
//! How it works: a derived deserializer would stop at the first mistake, so `reader` walks the parsed TOML and
//! complains; `file` knows the shape of a site file and makes a draft, in which something stands even for what
//! could not be read, so that positions agree with the file; [`Site::check`] looks at the draft as a whole;
//! `check` puts both lists of mistakes into the file's words. What languages and pictograms there are comes in
//! as [`Known`]. Words in further languages may stand in files of their own, beside the site file: [`Translation`]. Other files
//! that people write are read in the same way: [`open_table`].

mod check;
mod demo;
mod file;
mod hours;
mod mistake;
mod open;
mod reader;
mod remedy;
mod rules;
mod similar;
mod summary;
mod table_file;
mod translation;
mod value;

pub use demo::{DEMO, demo, demo_parts};
pub use hours::stretches;
pub use mistake::{FileMistake, quoted};
pub use open::{MOST_BYTES, Opened, open, open_translation, read_bytes};
pub use reader::{Complaint, Complaints, Node, Table};
pub use similar::did_you_mean;
pub use summary::summary;
pub use table_file::open_table;
pub use translation::{Translation, translated};
pub use value::unshowable;

use crate::domain::{LanguageTag, Site};

/// What a site file may name although it stands elsewhere.
#[derive(Debug, Clone)]
pub struct Known {
    /// The languages in which this program can speak.
    pub languages: Vec<LanguageTag>,
    /// The names of its pictograms.
    pub pictograms: Vec<&'static str>,
}

/// Reads a site file's text; `file_name` is only for the messages.
///
/// # Errors
/// Every mistake in it, in the order of its lines.
pub fn read(text: &str, file_name: &str, known: &Known) -> Result<Site, Vec<FileMistake>> {
    if let Some(mistake) = open::too_large(text.len() as u64, file_name) {
        return Err(vec![mistake]);
    }
    // Some editors begin a file with this mark; it means nothing.
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    check::check(text, file_name, known)
}
