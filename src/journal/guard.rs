//! Notices when the files under the open database are others, or when another program has written over them.

use super::check::{Checked, check};
use super::error::JournalError;
use super::files::{OpenFiles, OutsideChange};
use super::read_only;
use crate::domain::Sequence;
use rusqlite::{Connection, Transaction, TransactionBehavior};
use std::path::{Path, PathBuf};

/// After everything was read, it is not read again for so many idle seconds, whatever is committed meanwhile.
const REST: u32 = 60;

/// The open files as this process knows them.
#[derive(Debug)]
pub(super) struct Guard {
    database: PathBuf,
    files: OpenFiles,
    /// By which SQLite shows that another connection has committed.
    version: i64,
    /// What was damaged, as it was found first: then nothing is written any more.
    garbled: Option<String>,
    /// Whether another connection has committed since everything was read: what a program past SQLite has written at the
    /// same time looks the same.
    is_unread: bool,
    /// How many idle seconds have to pass before everything is read again.
    rest: u32,
}

/// What the guard has found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum GuardFinding {
    /// By others than this process and SQLite.
    Untouched,
    /// Another program has written to the files, and everything can still be read.
    Sound,
}

impl Guard {
    /// Of a database that this connection has read from.
    pub(super) fn of(database: &Path, connection: &Connection) -> Result<Guard, JournalError> {
        let (files, version) = (OpenFiles::of(database)?, version(connection)?);
        Ok(Guard { database: database.to_owned(), files, version, garbled: None, is_unread: false, rest: 0 })
    }

    /// To be asked before each writing: whether the files still have everything up to `last`. Who writes to them through
    /// SQLite damages nothing; for all others the whole of them is read once more. After an error nothing is to be written,
    /// and the next look sees the same change.
    pub(super) fn look(&mut self, connection: &Connection, last: Sequence) -> Result<GuardFinding, JournalError> {
        let found = match &self.garbled {
            Some(problem) => Err(JournalError::Garbled(problem.clone())),
            None => self.look_at_files(connection, last),
        };
        self.latch(found)
    }

    fn look_at_files(&mut self, connection: &Connection, last: Sequence) -> Result<GuardFinding, JournalError> {
        let change = self.files.check()?;
        match change {
            OutsideChange::None => return Ok(GuardFinding::Untouched),
            OutsideChange::IndexCut => {
                return Err(JournalError::Garbled("the index of the log was cut".to_owned()));
            }
            OutsideChange::Written | OutsideChange::Cut => {}
        }
        let mut is_by_sqlite = self.has_moved(version(connection)?);
        if change == OutsideChange::Written && !is_by_sqlite {
            // The pages of a commit are in the log before its version is: with this lock no other connection is in the midst
            // of one.
            let locked = Transaction::new_unchecked(connection, TransactionBehavior::Immediate)?;
            is_by_sqlite = self.has_moved(version(&locked)?);
        }
        if change == OutsideChange::Written && is_by_sqlite {
            return Ok(GuardFinding::Untouched);
        }
        match self.read(last) {
            Ok(()) => Ok(GuardFinding::Sound),
            // What was cut off can't be read.
            Err(JournalError::Disk(problem)) if change == OutsideChange::Cut => Err(JournalError::Garbled(problem)),
            Err(error) => Err(error),
        }
    }

    /// While no command waits: reads everything once after another connection has committed, and not too often.
    pub(super) fn read_if_due(&mut self, last: Sequence) -> Result<(), JournalError> {
        self.rest = self.rest.saturating_sub(1);
        if !self.is_unread || self.rest > 0 {
            return Ok(());
        }
        self.rest = REST;
        self.read(last)?;
        self.is_unread = false;
        Ok(())
    }

    fn read(&self, last: Sequence) -> Result<(), JournalError> {
        let Checked { said, .. } = check(&read_only::connect(&self.database)?)?;
        if said.last >= last { Ok(()) } else { Err(JournalError::Garbled("entries are gone".to_owned())) }
    }

    /// Whether another connection has committed since this was asked last.
    fn has_moved(&mut self, version: i64) -> bool {
        let has_moved = std::mem::replace(&mut self.version, version) != version;
        self.is_unread |= has_moved;
        has_moved
    }

    /// An error when the files are not those that were opened.
    pub(super) fn must_be_in_place(&self) -> Result<(), JournalError> {
        self.files.check().map(|_| ())
    }

    /// The same as [`Guard::note`] after a writing that has succeeded and is about to be promised: an error when the files
    /// are not those that were opened.
    pub(super) fn note_in_place(&mut self, connection: &Connection) -> Result<(), JournalError> {
        // Before the files: what another connection commits in between is seen at the next look.
        if let Ok(version) = version(connection) {
            self.has_moved(version);
        }
        self.files.note_in_place()
    }

    /// To be given the result of each writing: this process has changed the files, also when it has failed.
    pub(super) fn note<T>(
        &mut self,
        connection: &Connection,
        done: Result<T, JournalError>,
    ) -> Result<T, JournalError> {
        let done = self.latch(done);
        if self.garbled.is_none()
            && let Ok(version) = version(connection)
        {
            // Another connection may have committed in between.
            self.has_moved(version);
        }
        self.files.note();
        done
    }

    fn latch<T>(&mut self, done: Result<T, JournalError>) -> Result<T, JournalError> {
        let done = done.map_err(|error| match error {
            JournalError::Damaged { problem, .. } => JournalError::Garbled(problem),
            other => other,
        });
        if let Err(JournalError::Garbled(problem)) = &done
            && self.garbled.is_none()
        {
            self.garbled = Some(problem.clone());
        }
        done
    }

    /// Whether the index of the log, which SQLite has in its memory, was cut: it must not touch it then.
    pub(super) fn has_no_index(&self) -> bool {
        matches!(self.files.check(), Ok(OutsideChange::IndexCut))
    }

    pub(super) fn is_garbled(&self) -> bool {
        self.garbled.is_some()
    }

    /// Whether the path of the database names the open file.
    pub(super) fn has_database(&self) -> bool {
        self.files.has_database()
    }
}

fn version(connection: &Connection) -> Result<i64, JournalError> {
    Ok(connection.prepare_cached("PRAGMA data_version")?.query_row([], |row| row.get(0))?)
}
