//! Why a backup can't be made, read or restored.

use crate::journal::JournalError;
use std::io;
use std::path::PathBuf;

/// Why a backup can't be made, read or restored. Each message names the place and the remedy.
#[derive(Debug, thiserror::Error)]
pub enum BackupError {
    /// The file is something else.
    #[error("{} is not a backup of this program: name one that `sportello backup` or the house has made", .0.display())]
    NotABackup(PathBuf),
    /// It has changed since it was made, or was never whole.
    #[error("the backup {} is damaged ({problem}), and nothing was changed: use another one", .file.display())]
    Damaged { file: PathBuf, problem: String },
    /// The database is damaged, so no copy of it is a backup.
    #[error("the database {} is damaged and can't be backed up ({problem}): see `sportello doctor`, and restore the newest backup", .file.display())]
    DamagedDatabase { file: PathBuf, problem: String },
    #[error("the backup {} was made by a newer version (schema {found}, this version knows {known}), and nothing was changed: install that version", .file.display())]
    NewerBackup { file: PathBuf, found: i64, known: i64 },
    /// A file could not be read or written.
    #[error("{} can't be read or written ({problem}): mend its rights, or make room on the disk", .file.display())]
    File { file: PathBuf, problem: io::Error },
    /// The database can't be read.
    #[error("{}: {problem}", .file.display())]
    Database { file: PathBuf, problem: JournalError },
}

impl BackupError {
    /// Gives an error of a file its place.
    pub(in crate::journal) fn at(file: impl Into<PathBuf>) -> impl FnOnce(io::Error) -> BackupError {
        let file = file.into();
        move |problem| BackupError::File { file, problem }
    }

    /// Gives an error of a database its place.
    pub(in crate::journal) fn of(file: impl Into<PathBuf>) -> impl FnOnce(rusqlite::Error) -> BackupError {
        let file = file.into();
        move |problem| BackupError::Database { file, problem: problem.into() }
    }
}
