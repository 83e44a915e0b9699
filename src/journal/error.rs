//! Why the journal can't be read or written.

use crate::domain::Sequence;
use rusqlite::ErrorCode;
use std::path::PathBuf;

/// Why the journal can't be read or written.
#[derive(Debug, thiserror::Error)]
pub enum JournalError {
    /// Another writer has appended; the caller's day is out of date.
    #[error("the journal is at entry {}, not at {}: another process has appended to it; end that process and start again", .found.0, .expected.0)]
    Moved { expected: Sequence, found: Sequence },
    /// The disk is full or can't be written, or something else is in the way. Nothing was changed; a later attempt may
    /// succeed.
    #[error("the disk can't be written ({0}): make room on the disk of the data folder, or replace it")]
    Disk(String),
    /// Another program has the database in use and lets no one write. Nothing was changed; a later attempt may succeed.
    #[error("another program holds the database: end it (such as a sqlite3 shell with an open transaction)")]
    Held,
    /// The path names another file than the one that is open, or none: what is written would be found by no later start.
    #[error(
        "{} was deleted, moved or replaced while the house runs: put it back; else the house ends, and has to be started again",
        .path.display()
    )]
    Replaced { path: PathBuf },
    /// Another program has written over the open files, or cut them.
    #[error(
        "the files of the journal were damaged while the house runs ({0}): the house ends, and the next start goes on with what can be read"
    )]
    Garbled(String),
    /// The data on disk are not what this program has written.
    #[error("the journal is damaged at entry {} ({problem}): start the house, which puts it aside and brings back what can be read, or bring a backup back with `sportello restore FILE`", .at.0)]
    Damaged {
        /// The first bad entry; 0 when it is not an entry.
        at: Sequence,
        problem: String,
    },
    /// SQLite refused a statement.
    #[error("the database refused a statement ({0}): this is a fault of the program, please report it")]
    Database(String),
    /// The data were written by a newer version of this program.
    #[error(
        "the data were written by a newer version (schema {found}, this version knows {known}): install that version"
    )]
    Newer { found: i64, known: i64 },
    /// The data were written by an older version, and may not be changed now.
    #[error(
        "the data were written by an older version (schema {found}, this version needs {known}): end the house that works on them, if one does, and start it with this version"
    )]
    Older { found: i64, known: i64 },
    /// A file of the database is a symbolic link: writing through it would change a file elsewhere, and its rights.
    #[error("{} is a symbolic link: move the file that it leads to into its place", .0.display())]
    Link(PathBuf),
    /// A restore has begun to replace the files of the folder.
    #[error("a restore was cut off: start the house, or restore again, and it is finished")]
    RestoreCutOff,
}

impl From<rusqlite::Error> for JournalError {
    fn from(error: rusqlite::Error) -> JournalError {
        let problem = error.to_string();
        let is_other_type = matches!(
            error,
            rusqlite::Error::FromSqlConversionFailure(..)
                | rusqlite::Error::InvalidColumnType(..)
                | rusqlite::Error::IntegralValueOutOfRange(..)
        );
        match error.sqlite_error_code() {
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => {
                JournalError::Damaged { at: Sequence::default(), problem }
            }
            None if is_other_type => JournalError::Damaged { at: Sequence::default(), problem },
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => JournalError::Held,
            Some(
                ErrorCode::DiskFull
                | ErrorCode::SystemIoFailure
                | ErrorCode::ReadOnly
                | ErrorCode::CannotOpen
                | ErrorCode::PermissionDenied
                | ErrorCode::FileLockingProtocolFailed
                | ErrorCode::NoLargeFileSupport
                | ErrorCode::OutOfMemory
                | ErrorCode::SchemaChanged
                | ErrorCode::OperationAborted
                | ErrorCode::OperationInterrupted,
            ) => JournalError::Disk(problem),
            _ => JournalError::Database(problem),
        }
    }
}
