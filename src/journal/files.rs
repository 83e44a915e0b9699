//! Whether the files under the open database are still the files that their paths name.
//!
//! A folder can be deleted, moved, or covered by a mount while the house runs. SQLite then goes on writing to files that no
//! later start will find, so nothing that is written may be promised any more. And whether others have written to them.

use super::error::JournalError;
use super::names::beside;
use std::fs::{self, Metadata};
use std::io;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

/// The data folder, the database and its side files, as they were when the database was opened.
#[derive(Debug)]
pub(super) struct OpenFiles(Vec<OpenFile>);

#[derive(Debug)]
struct OpenFile {
    path: PathBuf,
    identity: Identity,
    /// As this process has left it.
    stamp: Stamp,
}

/// What changes when a file is written to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Stamp {
    length: u64,
    written: (i64, i64),
}

/// What others have done to the database or its log since this process wrote to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum OutsideChange {
    None,
    Written,
    /// It is shorter.
    Cut,
    /// The index of the log is, which SQLite has in its memory: to touch what is gone ends the process at once.
    IndexCut,
}

/// A file in use keeps its inode, and no other file gets it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Identity {
    device: u64,
    inode: u64,
}

impl Identity {
    fn of(found: &Metadata) -> Identity {
        Identity { device: found.dev(), inode: found.ino() }
    }
}

impl Stamp {
    fn of(found: &Metadata) -> Stamp {
        Stamp { length: found.len(), written: (found.mtime(), found.mtime_nsec()) }
    }
}

impl OpenFile {
    /// By path: to open the database beside SQLite would give up its locks.
    fn of(path: PathBuf) -> Result<OpenFile, JournalError> {
        let found = fs::metadata(&path).map_err(|error| unreadable(&path, &error))?;
        Ok(OpenFile { path, identity: Identity::of(&found), stamp: Stamp::of(&found) })
    }

    /// An error when its path names another file by now, or none.
    fn look(&self) -> Result<Metadata, JournalError> {
        match fs::metadata(&self.path) {
            Ok(found) if Identity::of(&found) == self.identity => Ok(found),
            Ok(_) => Err(JournalError::Replaced { path: self.path.clone() }),
            Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => {
                Err(JournalError::Replaced { path: self.path.clone() })
            }
            Err(error) => Err(unreadable(&self.path, &error)),
        }
    }

    fn change(&self, found: &Metadata) -> OutsideChange {
        match Stamp::of(found) {
            found if found == self.stamp => OutsideChange::None,
            found if found.length < self.stamp.length => OutsideChange::Cut,
            _ => OutsideChange::Written,
        }
    }
}

/// The folder that a file is in.
pub(super) fn folder_of(file: &Path) -> &Path {
    file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

impl OpenFiles {
    /// Of a database that a connection has read from. SQLite keeps the side files as long as a connection lives.
    pub(super) fn of(database: &Path) -> Result<OpenFiles, JournalError> {
        let side_files = ["-wal", "-shm"].map(|ending| beside(database, ending));
        let paths = [folder_of(database).to_owned(), database.to_owned()].into_iter().chain(side_files);
        paths.map(OpenFile::of).collect::<Result<_, _>>().map(OpenFiles)
    }

    /// This process has written to them.
    pub(super) fn note(&mut self) {
        for file in &mut self.0 {
            if let Ok(found) = fs::metadata(&file.path) {
                file.stamp = Stamp::of(&found);
            }
        }
    }

    /// Whether the path of the database itself, the second one, names the open file.
    pub(super) fn has_database(&self) -> bool {
        self.0
            .get(1)
            .is_some_and(|file| fs::metadata(&file.path).is_ok_and(|found| Identity::of(&found) == file.identity))
    }

    /// The same, and an error when a path names another file by now, or none.
    pub(super) fn note_in_place(&mut self) -> Result<(), JournalError> {
        self.0.iter_mut().try_for_each(|file| {
            file.stamp = Stamp::of(&file.look()?);
            Ok(())
        })
    }

    /// What others have done to the database, its log and the index of that, the second to the fourth; an error when a path
    /// names another file by now, or none.
    pub(super) fn check(&self) -> Result<OutsideChange, JournalError> {
        let mut change = OutsideChange::None;
        for (place, file) in self.0.iter().enumerate() {
            let found = file.look()?;
            change = change.max(match (place, file.change(&found)) {
                (1 | 2, changed) => changed,
                (3, OutsideChange::Cut) => OutsideChange::IndexCut,
                _ => OutsideChange::None,
            });
        }
        Ok(change)
    }
}

fn unreadable(path: &Path, error: &io::Error) -> JournalError {
    JournalError::Disk(format!("{}: {error}", path.display()))
}
