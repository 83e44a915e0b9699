//! The data folder, held by one process at a time.

use super::names::DATABASE;
use super::{folder, half_restored, links};
use std::fs::{self, File, OpenOptions};
use std::io;
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};

/// The locked file in a data folder.
pub const LOCK: &str = "lock";

/// A data folder that this process has locked. The lock ends with this value, and with the process.
#[derive(Debug)]
pub struct DataFolder {
    path: PathBuf,
    _lock: File,
}

/// Why the folder can't be locked. Each message is one line and names the remedy.
#[derive(Debug, thiserror::Error)]
pub enum DataFolderError {
    #[error("the data folder {} can't be written ({problem}): choose another one with --data, or mend its owner and rights", .path.display())]
    NotWritable { path: PathBuf, problem: io::Error },
    /// Another process holds it.
    #[error("another sportello works on {}: stop that one first, or choose another folder with --data", .0.display())]
    Taken(PathBuf),
}

impl DataFolder {
    /// Creates the folder if necessary. Tickets and secrets are for this user only.
    pub fn make(path: &Path) -> Result<(), DataFolderError> {
        folder::create(path).map_err(|problem| DataFolderError::NotWritable { path: path.to_owned(), problem })
    }

    /// Creates the folder if necessary, locks it, and finishes a restore that was cut off.
    pub fn hold(path: &Path) -> Result<DataFolder, DataFolderError> {
        DataFolder::make(path)?;
        let not_writable = |problem| DataFolderError::NotWritable { path: path.to_owned(), problem };
        let lock_file = path.join(LOCK);
        let mut options = OpenOptions::new();
        let lock = options
            .create(true)
            .truncate(false)
            .write(true)
            .custom_flags(links::NOT_FOLLOWED)
            .open(lock_file)
            .map_err(not_writable)?;
        match lock.try_lock() {
            Ok(()) => {
                half_restored::finish(path).map_err(not_writable)?;
                Ok(DataFolder { path: path.to_owned(), _lock: lock })
            }
            Err(fs::TryLockError::WouldBlock) => Err(DataFolderError::Taken(path.to_owned())),
            Err(fs::TryLockError::Error(problem)) => Err(not_writable(problem)),
        }
    }

    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The one database file in it.
    pub fn database(folder: &Path) -> PathBuf {
        folder.join(DATABASE)
    }
}
