//! What the house does with its journal when the files under it are gone for good: as long as the process lives, the deleted
//! files can still be read, so everything is written once more to where the next start looks for it.

use super::error::JournalError;
use super::files::folder_of;
use super::names::{SIDE_FILES, beside};
use crate::atomic_file::UNFINISHED;
use rusqlite::Connection;
use std::fs::{self, File};
use std::io;
use std::os::unix::fs::DirBuilderExt;
use std::path::Path;

/// What became of the journal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rescue {
    /// The next start finds everything.
    Written,
    /// Another database stands at the path: it was put there on purpose, so the next start takes it.
    LeftToAnother,
}

/// Writes the whole database to its path, unless another one stands there.
pub(super) fn rescue(connection: &Connection, database: &Path, is_in_place: bool) -> Result<Rescue, JournalError> {
    if is_in_place {
        // Only a side file is gone: what it held still has to reach the database.
        let is_busy: i64 = connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0))?;
        return match is_busy {
            0 => Ok(Rescue::Written),
            _ => Err(JournalError::Held),
        };
    }
    let disk = |error: io::Error| JournalError::Disk(format!("{}: {error}", database.display()));
    if fs::metadata(database).is_ok_and(|found| found.len() > 0) {
        return Ok(Rescue::LeftToAnother);
    }
    fs::DirBuilder::new().recursive(true).mode(0o700).create(folder_of(database)).map_err(disk)?;
    let unfinished = beside(database, UNFINISHED);
    remove(&unfinished).map_err(disk)?;
    write(connection, &unfinished, database).inspect_err(|_| {
        // It holds tickets; when it can't be removed now, the next start does it.
        ["", "-journal"].iter().for_each(|ending| drop(remove(&beside(&unfinished, ending))));
    })?;
    Ok(Rescue::Written)
}

fn write(connection: &Connection, unfinished: &Path, database: &Path) -> Result<(), JournalError> {
    let disk = |error: io::Error| JournalError::Disk(format!("{}: {error}", database.display()));
    connection.execute("VACUUM INTO ?1", [unfinished.to_string_lossy()])?;
    // No connection has this file open any more, so it may be opened here.
    File::open(unfinished).and_then(|file| file.sync_all()).map_err(disk)?;
    // A log of another database would be taken for this one's.
    SIDE_FILES.iter().try_for_each(|ending| remove(&beside(database, ending))).map_err(disk)?;
    fs::rename(unfinished, database).map_err(disk)?;
    File::open(folder_of(database)).and_then(|folder| folder.sync_all()).map_err(disk)
}

fn remove(file: &Path) -> io::Result<()> {
    match fs::remove_file(file) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}
