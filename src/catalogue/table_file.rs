//! Other TOML files that people write for this program. Like in site files, all mistakes are reported at once.

use super::check::{beside_syntax, report};
use super::mistake::FileMistake;
use super::open::{bytes_of, text_of};
use super::reader::{Complaints, Table};
use std::path::Path;
use toml::de::DeTable;

/// Reads a file from disk. `read` reads the fields of the table and complains about their values; this function
/// complains about fields that were not read.
///
/// # Errors
/// Every mistake in the file, in the order of its lines; one, when it can't be read at all.
pub fn open_table<T>(
    path: &Path,
    read: impl FnOnce(&mut Table<'_>, &mut Complaints) -> T,
) -> Result<T, Vec<FileMistake>> {
    let name = path.display().to_string();
    let bytes = bytes_of(path)?;
    let text = text_of(&bytes, &name)?;
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let (root, errors) = DeTable::parse_recoverable(text);
    let mut complaints = Complaints::new();
    let mut table = Table::root(&root);
    let found = read(&mut table, &mut complaints);
    table.finish(&mut complaints);
    match (errors.is_empty(), complaints.is_empty()) {
        (true, true) => Ok(found),
        (true, false) => Err(report(complaints, &root, text, &name)),
        (false, _) => Err(report(beside_syntax(&errors, complaints, text), &root, text, &name)),
    }
}
