//! Opens the database for a command. The house that works on it may be of another version: its tables stay as they are then.

use super::error::JournalError;
use super::files::folder_of;
use super::lock::{DataFolder, DataFolderError};
use super::{read_only, schema};
use rusqlite::Connection;
use std::path::Path;

/// The same as [`schema::connect`], but tables of an older version are brought up to date only when no house works on them.
pub(super) fn connect(file: &Path) -> Result<Connection, JournalError> {
    let known = schema::version();
    let found = version_of(file).filter(|found| (1..known).contains(found));
    let _held = found.map(|found| hold(file, JournalError::Older { found, known })).transpose()?;
    schema::connect(file)
}

/// `None` when it can't be read: connecting says why.
fn version_of(file: &Path) -> Option<i64> {
    let connection = read_only::connect(file).ok()?;
    connection.pragma_query_value(None, "user_version", |row| row.get(0)).ok()
}

fn hold(file: &Path, is_older: JournalError) -> Result<DataFolder, JournalError> {
    DataFolder::hold(folder_of(file)).map_err(|error| match error {
        DataFolderError::Taken(_) => is_older,
        DataFolderError::NotWritable { path, problem } => JournalError::Disk(format!("{}: {problem}", path.display())),
    })
}
