//! Site files on disk and as bytes.

use super::mistake::{FileMistake, line_and_column};
use super::{Known, read};
use crate::domain::Site;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;

/// The most bytes a site file may have: 1 MB, some ten times the largest site that fits the glass.
pub const MOST_BYTES: u64 = 1_000_000;

/// Reads a site file from disk.
///
/// # Errors
/// Every mistake in it; one, when it can't be read at all.
pub fn open(path: &Path, known: &Known) -> Result<Site, Vec<FileMistake>> {
    let name = path.display().to_string();
    let mut bytes = Vec::new();
    // A pipe may never begin and a device never end; neither is a site file.
    let is_file = fs::metadata(path).map(|found| found.is_file());
    let outcome = is_file.and_then(|is_file| match is_file {
        true => File::open(path).and_then(|file| file.take(MOST_BYTES + 1).read_to_end(&mut bytes)),
        false => Err(io::Error::other("it is no regular file")),
    });
    match outcome {
        Ok(_) => read_bytes(&bytes, &name, known),
        Err(error) => {
            let remedy = "Give the path of a site file that this user may read.";
            Err(vec![whole(&name, format!("can't be read: {error}"), remedy)])
        }
    }
}

/// Reads a site file's bytes; `file_name` is only for the messages.
///
/// # Errors
/// Every mistake in it; one, when it is no UTF-8 text.
pub fn read_bytes(bytes: &[u8], file_name: &str, known: &Known) -> Result<Site, Vec<FileMistake>> {
    if let Some(mistake) = too_large(bytes.len() as u64, file_name) {
        return Err(vec![mistake]);
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => read(text, file_name, known),
        Err(error) => {
            let before = String::from_utf8_lossy(&bytes[..error.valid_up_to()]);
            let (line, column) = line_and_column(&before, before.len());
            let remedy = "Save the file with the encoding UTF-8.";
            Err(vec![FileMistake { line, column, ..whole(file_name, "is no UTF-8 text here".to_owned(), remedy) }])
        }
    }
}

pub(super) fn too_large(bytes: u64, file_name: &str) -> Option<FileMistake> {
    let problem = format!("is larger than {MOST_BYTES} bytes");
    (bytes > MOST_BYTES).then(|| whole(file_name, problem, "Check that this is a site file."))
}

fn whole(file: &str, problem: String, remedy: &str) -> FileMistake {
    let (file, field, remedy) = (file.to_owned(), String::new(), remedy.to_owned());
    FileMistake { file, line: 0, column: 0, field, problem, remedy }
}
