//! The names of the database's files.

use std::path::{Path, PathBuf};

/// The database in a data folder.
pub(super) const DATABASE: &str = "sportello.db";
/// What SQLite keeps beside a database file: their names end so.
pub(super) const SIDE_FILES: [&str; 3] = ["-wal", "-shm", "-journal"];

/// The file beside a database whose name ends so.
pub(super) fn beside(file: &Path, ending: &str) -> PathBuf {
    let mut path = file.as_os_str().to_owned();
    path.push(ending);
    path.into()
}
