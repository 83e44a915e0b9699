//! Reads a translator's table, as export writes it and spreadsheets save it. Other files are refused, because an import
//! without complaints must mean that every row was read.

use super::row::{COLUMNS, TranslationRow};
use crate::app::failure::Failure;
use std::path::Path;

/// The largest table that is read: ten times what all languages together have.
const MAX_BYTES: u64 = 10_000_000;

/// The rows of a table, each with its row number (the header is row 1, blank lines do not count); separated by commas or, as some spreadsheets save it, by semicolons or
/// tabs.
pub(super) fn read(path: &Path) -> Result<Vec<(usize, TranslationRow)>, Failure> {
    let text = text_of(path).map_err(|reason| unreadable(path, &reason))?;
    rows_of(text.trim_start_matches('\u{FEFF}')).map_err(|reason| unreadable(path, &reason))
}

fn unreadable(path: &Path, reason: &str) -> Failure {
    Failure::new(format!("{} can't be read ({reason}): give a table that export wrote", path.display()))
}

fn text_of(path: &Path) -> Result<String, String> {
    let found = std::fs::metadata(path).map_err(|error| error.to_string())?;
    if !found.is_file() {
        return Err("it is not a regular file".to_owned());
    }
    if found.len() > MAX_BYTES {
        return Err(format!("it has more than {MAX_BYTES} bytes"));
    }
    let text = std::fs::read(path).map_err(|error| error.to_string())?;
    String::from_utf8(text).map_err(|_| "it is not UTF-8 text".to_owned())
}

fn rows_of(text: &str) -> Result<Vec<(usize, TranslationRow)>, String> {
    if text.trim().is_empty() {
        return Err("it is empty".to_owned());
    }
    let mut table = csv::ReaderBuilder::new();
    table.delimiter(separator_of(text)).trim(csv::Trim::All);
    let mut reader = table.from_reader(text.as_bytes());
    let header = reader.headers().map_err(|error| error.to_string())?;
    let lacks = COLUMNS.into_iter().filter(|column| !header.iter().any(|known| known == *column)).collect::<Vec<_>>();
    if !lacks.is_empty() {
        return Err(format!("its first line lacks the columns {}", lacks.join(", ")));
    }
    let mut rows = Vec::new();
    for (position, row) in reader.deserialize().enumerate() {
        let row: TranslationRow = row.map_err(|error: csv::Error| error.to_string())?;
        rows.push((position + 2, row));
    }
    if rows.is_empty() { Err("it has no rows".to_owned()) } else { Ok(rows) }
}

/// The separator of the columns in the first line.
fn separator_of(text: &str) -> u8 {
    let header = text.lines().next().unwrap_or_default();
    let count = |mark: &u8| header.bytes().filter(|byte| byte == mark).count();
    [b',', b';', b'\t'].into_iter().max_by_key(count).unwrap_or(b',')
}
