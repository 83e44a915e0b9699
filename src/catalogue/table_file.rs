//! Other TOML files that people write for this program, read as site files are: every mistake at once, each with its place
//! and its remedy.

use super::check::{beside_syntax, tell};
use super::mistake::FileMistake;
use super::open::{bytes_of, text_of};
use super::reader::{Complaints, Table};
use std::path::Path;
use toml::de::DeTable;

/// Reads a file from disk. `read` asks the table for its fields and complains of what is wrong in them; of fields that it
/// did not ask for, this function complains.
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
        (true, false) => Err(tell(complaints, &root, text, &name)),
        (false, _) => Err(tell(beside_syntax(&errors, complaints, text), &root, text, &name)),
    }
}
