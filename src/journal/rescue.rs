//! What the house does with its journal when the files under it are gone for good: as long as the process lives, the deleted
//! files can still be read, so everything is written once more to where the next start looks for it.

use super::check::{Checked, check};
use super::error::JournalError;
use super::files::folder_of;
use super::folder;
use super::log::Rescue;
use super::names::{SIDE_FILES, beside};
use super::read_only;
use crate::atomic_file::UNFINISHED;
use crate::domain::Sequence;
use rusqlite::Connection;
use std::fs::{self, File};
use std::io;
use std::path::Path;

/// Writes the whole database once more, from what the connection still has in memory and what can be read, if that is
/// everything up to `last`.
pub(super) fn rewrite(connection: &Connection, database: &Path, last: Sequence) -> Result<Rescue, JournalError> {
    let disk = |error: io::Error| JournalError::Disk(format!("{}: {error}", database.display()));
    let unfinished = beside(database, UNFINISHED);
    remove(&unfinished).map_err(disk)?;
    let written = copy(connection, &unfinished).and_then(|()| check(&read_only::connect_to_unchanging(&unfinished)?));
    if !written.is_ok_and(|Checked { said, .. }| said.last >= last) {
        remove_unfinished(&unfinished);
        return Ok(Rescue::LeftDamaged);
    }
    put_in_place(&unfinished, database).inspect_err(|_| remove_unfinished(&unfinished)).map_err(disk)?;
    Ok(Rescue::Written)
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
    folder::create(folder_of(database)).map_err(disk)?;
    let unfinished = beside(database, UNFINISHED);
    remove(&unfinished).map_err(disk)?;
    let written = copy(connection, &unfinished).and_then(|()| put_in_place(&unfinished, database).map_err(disk));
    written.inspect_err(|_| remove_unfinished(&unfinished))?;
    Ok(Rescue::Written)
}

fn copy(connection: &Connection, unfinished: &Path) -> Result<(), JournalError> {
    connection.execute("VACUUM INTO ?1", [unfinished.to_string_lossy()])?;
    Ok(())
}

fn put_in_place(unfinished: &Path, database: &Path) -> io::Result<()> {
    // No connection has this file open any more, so it may be opened here.
    File::open(unfinished)?.sync_all()?;
    // A log of another database would be taken for this one's.
    SIDE_FILES.iter().try_for_each(|ending| remove(&beside(database, ending)))?;
    // The power may fail in between, and a disk may keep the later change of the two alone.
    folder::sync(folder_of(database))?;
    fs::rename(unfinished, database)?;
    folder::sync(folder_of(database))
}

/// It holds tickets; when it can't be removed now, the next start does it.
fn remove_unfinished(unfinished: &Path) {
    ["", "-journal"].iter().for_each(|ending| drop(remove(&beside(unfinished, ending))));
}

fn remove(file: &Path) -> io::Result<()> {
    match fs::remove_file(file) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}
