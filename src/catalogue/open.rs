//! Files of a site on disk and as bytes.

use super::mistake::{FileMistake, line_and_column};
use super::translation::Translation;
use super::{Known, read};
use crate::domain::{LanguageTag, Site};
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;

/// The most bytes a site file may have: 1 MB, some ten times the largest site that fits the glass.
pub const MAX_BYTES: u64 = 1_000_000;

/// Reads the words of a site in one language from a file.
///
/// # Errors
/// Every mistake in it; one, when it can't be read at all.
pub fn open_translation(path: &Path, language: &LanguageTag) -> Result<Translation, Vec<FileMistake>> {
    let name = path.display().to_string();
    let bytes = bytes_of(path)?;
    Translation::read(text_of(&bytes, &name)?, &name, language)
}

pub(super) const READABLE: &str = "Give the path of a file that this user may read.";

pub(super) fn bytes_of(path: &Path) -> Result<Vec<u8>, Vec<FileMistake>> {
    let mut bytes = Vec::new();
    // Reading a pipe or a device could block for ever.
    let is_file = fs::metadata(path).map(|found| found.is_file());
    let outcome = is_file.and_then(|is_file| match is_file {
        true => File::open(path).and_then(|file| file.take(MAX_BYTES + 1).read_to_end(&mut bytes)),
        false => Err(io::Error::other("it is not a regular file")),
    });
    match outcome {
        Ok(_) => Ok(bytes),
        Err(error) => Err(vec![whole(&path.display().to_string(), format!("can't be read: {error}"), READABLE)]),
    }
}

/// Reads a site file's bytes; `file_name` is only for the messages.
///
/// # Errors
/// Every mistake in it; one, when it is not UTF-8 text.
pub fn read_bytes(bytes: &[u8], file_name: &str, known: &Known) -> Result<Site, Vec<FileMistake>> {
    text_of(bytes, file_name).and_then(|text| read(text, file_name, known))
}

pub(super) fn text_of<'b>(bytes: &'b [u8], file_name: &str) -> Result<&'b str, Vec<FileMistake>> {
    if let Some(mistake) = too_large(bytes.len() as u64, file_name) {
        return Err(vec![mistake]);
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(text),
        Err(error) => {
            let before = String::from_utf8_lossy(&bytes[..error.valid_up_to()]);
            let (line, column) = line_and_column(&before, before.len());
            let remedy = "Save the file with the encoding UTF-8.";
            Err(vec![FileMistake { line, column, ..whole(file_name, "is not UTF-8 text here".to_owned(), remedy) }])
        }
    }
}

pub(super) fn too_large(bytes: u64, file_name: &str) -> Option<FileMistake> {
    let problem = format!("is larger than {MAX_BYTES} bytes");
    (bytes > MAX_BYTES).then(|| whole(file_name, problem, "Check that this is the file you mean."))
}

pub(super) fn whole(file: &str, problem: String, remedy: &str) -> FileMistake {
    let (file, field, remedy) = (file.to_owned(), String::new(), remedy.to_owned());
    FileMistake { file, line: 0, column: 0, field, problem, remedy }
}
