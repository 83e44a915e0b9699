//! Notices when the files under the open database are others, or when another program has written over them.

use super::check::{Checked, check};
use super::error::JournalError;
use super::files::{OpenFiles, OutsideChange};
use super::read_only;
use crate::domain::Sequence;
use rusqlite::Connection;
use std::path::{Path, PathBuf};

/// The open files as this process knows them.
#[derive(Debug)]
pub(super) struct Guard {
    database: PathBuf,
    files: OpenFiles,
    /// By which SQLite shows that another connection has committed.
    version: i64,
    /// Whether the files were damaged: then nothing is written any more.
    is_garbled: bool,
}

/// What the guard has found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum GuardFinding {
    Untouched,
    /// Another program has written to the files, and everything can still be read.
    Sound,
}

impl Guard {
    /// Of a database that this connection has read from.
    pub(super) fn of(database: &Path, connection: &Connection) -> Result<Guard, JournalError> {
        let (files, version) = (OpenFiles::of(database)?, version(connection)?);
        Ok(Guard { database: database.to_owned(), files, version, is_garbled: false })
    }

    /// To be asked before each writing: whether the files still have everything up to `last`. Who writes to them through
    /// SQLite damages nothing; for all others the whole of them is read once more.
    pub(super) fn look(&mut self, connection: &Connection, last: Sequence) -> Result<GuardFinding, JournalError> {
        if self.is_garbled {
            return Err(JournalError::Garbled("it was seen before".to_owned()));
        }
        let change = self.files.check()?;
        if change == OutsideChange::None {
            return Ok(GuardFinding::Untouched);
        }
        let version = version(connection)?;
        let is_by_sqlite = std::mem::replace(&mut self.version, version) != version;
        if change == OutsideChange::Written && is_by_sqlite {
            return Ok(GuardFinding::Untouched);
        }
        match read_only::connect(&self.database).and_then(|connection| check(&connection)) {
            Ok(Checked { said, .. }) if said.last >= last => Ok(GuardFinding::Sound),
            Ok(_) => Err(JournalError::Garbled("entries are gone".to_owned())),
            // What was cut off can't be read.
            Err(JournalError::Disk(problem)) if change == OutsideChange::Cut => Err(JournalError::Garbled(problem)),
            Err(error) => Err(error),
        }
    }

    /// An error when the files are not those that were opened.
    pub(super) fn must_be_in_place(&self) -> Result<(), JournalError> {
        self.files.check().map(|_| ())
    }

    /// To be given the result of each writing: this process has changed the files, also when it has failed.
    pub(super) fn note<T>(&mut self, done: Result<T, JournalError>) -> Result<T, JournalError> {
        let done = done.map_err(|error| match error {
            JournalError::Damaged { problem, .. } => JournalError::Garbled(problem),
            other => other,
        });
        self.is_garbled |= matches!(done, Err(JournalError::Garbled(_)));
        self.files.note();
        done
    }

    pub(super) fn is_garbled(&self) -> bool {
        self.is_garbled
    }

    /// Whether the path of the database names the open file.
    pub(super) fn has_database(&self) -> bool {
        self.files.has_database()
    }
}

fn version(connection: &Connection) -> Result<i64, JournalError> {
    Ok(connection.pragma_query_value(None, "data_version", |row| row.get(0))?)
}
