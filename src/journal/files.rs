//! Whether the files under the open database are still the files that their paths name.
//!
//! A folder can be deleted, moved, or covered by a mount while the house runs. SQLite then goes on writing to files that no
//! later start will find, so nothing that is written may be promised any more.

use super::error::JournalError;
use super::names::beside;
use std::fs;
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
}

/// A file in use keeps its inode, and no other file gets it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Identity {
    device: u64,
    inode: u64,
}

impl Identity {
    /// By path: to open the database beside SQLite would give up its locks.
    fn of(path: &Path) -> io::Result<Identity> {
        fs::metadata(path).map(|found| Identity { device: found.dev(), inode: found.ino() })
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
        let files = paths.map(|path| match Identity::of(&path) {
            Ok(identity) => Ok(OpenFile { path, identity }),
            Err(error) => Err(unreadable(&path, &error)),
        });
        files.collect::<Result<_, _>>().map(OpenFiles)
    }

    /// Whether the path of the database itself, the second one, names the open file.
    pub(super) fn has_database(&self) -> bool {
        self.0.get(1).is_some_and(|file| Identity::of(&file.path).is_ok_and(|found| found == file.identity))
    }

    /// An error when a path names another file by now, or none.
    pub(super) fn check(&self) -> Result<(), JournalError> {
        self.0.iter().try_for_each(|file| match Identity::of(&file.path) {
            Ok(found) if found == file.identity => Ok(()),
            Ok(_) => Err(JournalError::Replaced { path: file.path.clone() }),
            Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => {
                Err(JournalError::Replaced { path: file.path.clone() })
            }
            Err(error) => Err(unreadable(&file.path, &error)),
        })
    }
}

fn unreadable(path: &Path, error: &io::Error) -> JournalError {
    JournalError::Disk(format!("{}: {error}", path.display()))
}
