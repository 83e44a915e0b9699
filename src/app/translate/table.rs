//! Reads a translator's table, as export writes it and spreadsheets save it. Other files are refused, because an import
//! without complaints must mean that every row was read.

use super::row::{COLUMNS, TranslationRow};
use crate::app::failure::Failure;
use crate::spreadsheet;
use std::path::Path;

/// The largest table that is read: ten times what all languages together have.
const MAX_BYTES: u64 = 10_000_000;

/// The rows of a table, each with its row number (the header is row 1, blank lines do not count); separated by commas or, as some spreadsheets save it, by semicolons or
/// tabs.
pub(super) fn read(path: &Path) -> Result<Vec<(usize, TranslationRow)>, Failure> {
    let text = text_of(path)?;
    rows_of(text.trim_start_matches('\u{FEFF}')).map_err(|reason| unreadable(path, &reason))
}

fn unreadable(path: &Path, reason: &str) -> Failure {
    Failure::new(format!("{} can't be read ({reason}): give a table that export wrote", path.display()))
}

fn text_of(path: &Path) -> Result<String, Failure> {
    let bytes = bytes_of(path).map_err(|reason| unreadable(path, &reason))?;
    let decoded = match bytes.as_slice() {
        [0xFF, 0xFE, rest @ ..] => utf_16(rest, u16::from_le_bytes),
        [0xFE, 0xFF, rest @ ..] => utf_16(rest, u16::from_be_bytes),
        _ => String::from_utf8(bytes).ok(),
    };
    decoded.ok_or_else(|| {
        let (file, remedy) = (path.display(), "save it in the spreadsheet as \"CSV UTF-8\"");
        Failure::new(format!("{file} can't be read (it is not UTF-8 text): {remedy}"))
    })
}

fn bytes_of(path: &Path) -> Result<Vec<u8>, String> {
    let found = std::fs::metadata(path).map_err(|error| error.to_string())?;
    if !found.is_file() {
        return Err("it is not a regular file".to_owned());
    }
    if found.len() > MAX_BYTES {
        return Err(format!("it has more than {MAX_BYTES} bytes"));
    }
    std::fs::read(path).map_err(|error| error.to_string())
}

/// What spreadsheets call "Unicode text".
fn utf_16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Option<String> {
    let pairs = bytes.chunks_exact(2);
    let is_whole = pairs.remainder().is_empty();
    let units: Vec<u16> = pairs.filter_map(|pair| Some(unit(pair.try_into().ok()?))).collect();
    String::from_utf16(&units).ok().filter(|_| is_whole)
}

fn rows_of(text: &str) -> Result<Vec<(usize, TranslationRow)>, String> {
    if text.trim().is_empty() {
        return Err("it is empty".to_owned());
    }
    // Some spreadsheets tell the separator in a line before the table.
    let (separator, text) = match text.strip_prefix("sep=").and_then(|rest| rest.split_once('\n')) {
        Some((named, table)) => (named.bytes().next().unwrap_or(b','), table),
        None => (separator_of(text), text),
    };
    let mut table = csv::ReaderBuilder::new();
    table.delimiter(separator).trim(csv::Trim::All);
    let mut reader = table.from_reader(text.as_bytes());
    let header = reader.headers().map_err(|error| error.to_string())?;
    let lacks = COLUMNS.into_iter().filter(|column| !header.iter().any(|known| known == *column)).collect::<Vec<_>>();
    if !lacks.is_empty() {
        return Err(format!("its first line lacks the columns {}", lacks.join(", ")));
    }
    let mut rows = Vec::new();
    for (position, row) in reader.deserialize().enumerate() {
        let row: TranslationRow = row.map_err(|error: csv::Error| error.to_string())?;
        // Spreadsheets write rows of separators below the last one.
        if row.is_blank() {
            continue;
        }
        rows.push((position + 2, row.each_cell(|cell| spreadsheet::without_escape(cell).to_owned())));
    }
    if rows.is_empty() { Err("it has no rows".to_owned()) } else { Ok(rows) }
}

/// The separator of the columns in the first line.
fn separator_of(text: &str) -> u8 {
    let header = text.lines().next().unwrap_or_default();
    let count = |mark: &u8| header.bytes().filter(|byte| byte == mark).count();
    [b',', b';', b'\t'].into_iter().max_by_key(count).unwrap_or(b',')
}
