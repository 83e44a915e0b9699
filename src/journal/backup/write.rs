//! Makes a backup beside the writer: a few pages at a time, of one moment, without holding it up.

use super::seal::seal;
use super::{APPLICATION, BackupContent, BackupError, BackupFile, TABLES, check_backup};
use crate::atomic_file::Unfinished;
use crate::domain::Site;
use crate::journal::{names, read_only, schema};
use crate::random;
use jiff::Timestamp;
use rusqlite::Connection;
use rusqlite::backup::{Backup, StepResult};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

/// How many pages are copied in a row, and the pause after them: the disk is the writer's first.
const PAGES: i32 = 64;
const PAUSE: Duration = Duration::from_millis(2);
/// The most pauses in a row while the database is locked: half a minute.
const MOST_PAUSES: u32 = 15_000;

/// What of the database is in a backup.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Extent {
    /// Everything, also the tickets of the day.
    WithDay,
    /// Accounts, devices and counts: no event, so nothing that tells of a visitor.
    WithoutDay,
}

/// What is backed up, and how. The house may be running.
#[derive(Debug, Clone, Copy)]
pub struct BackupJob<'a> {
    pub database: &'a Path,
    pub extent: Extent,
    pub files: &'a [BackupFile],
    /// The events are folded with it, to check them.
    pub site: &'a Arc<Site>,
    pub now: Timestamp,
}

impl BackupJob<'_> {
    /// Writes the backup, and replaces the file once it is checked.
    pub fn write_to(&self, target: &Path) -> Result<BackupContent, BackupError> {
        let copy = Unfinished::beside(target).map_err(BackupError::at(target))?;
        let _side_files = SideFiles(copy.path().to_owned());
        copy_pages(self.database, copy.path(), target)?;
        let placeholder = random::bytes().map_err(io::Error::other).map_err(BackupError::at(target))?;
        self.complete(copy.path(), &placeholder).map_err(BackupError::of(target))?;
        seal(copy.file(), &placeholder).map_err(BackupError::at(target))?;
        let content = check_backup(copy.path(), self.site).map_err(|error| match error {
            // The copy is as the database is.
            BackupError::Damaged { problem, .. } => {
                BackupError::DamagedDatabase { file: self.database.to_owned(), problem }
            }
            other => other,
        })?;
        copy.replace_durably().map_err(BackupError::at(target))?;
        Ok(content)
    }

    /// Makes a backup of the copy: without what must not be in it, with the files.
    fn complete(&self, copy: &Path, placeholder: &[u8; 32]) -> rusqlite::Result<()> {
        let mut copy = Connection::open(copy)?;
        // The copied header says that there is a write-ahead log; a backup is one file.
        copy.pragma_update(None, "locking_mode", "EXCLUSIVE")?;
        copy.pragma_update(None, "journal_mode", "DELETE")?;
        set_up(&copy)?;
        let transaction = copy.transaction()?;
        transaction.execute("DELETE FROM staff_session", [])?;
        if self.extent == Extent::WithoutDay {
            transaction.execute("DELETE FROM entry", [])?;
        }
        transaction.execute_batch(TABLES)?;
        transaction.pragma_update(None, "application_id", APPLICATION)?;
        let sql = "INSERT INTO backup (made, program, seal) VALUES (?1, ?2, ?3)";
        transaction.execute(sql, (self.now.as_millisecond(), env!("CARGO_PKG_VERSION"), placeholder))?;
        {
            let mut insert = transaction.prepare("INSERT INTO backup_file (path, bytes) VALUES (?1, ?2)")?;
            self.files.iter().try_for_each(|file| insert.execute((&file.path, &file.bytes)).map(drop))?;
        }
        transaction.commit()?;
        if self.extent == Extent::WithoutDay {
            copy.execute_batch("VACUUM")?;
        }
        copy.close().map_err(|(_, error)| error)
    }
}

/// What SQLite may leave beside an unfinished backup goes with it.
struct SideFiles(PathBuf);

impl Drop for SideFiles {
    fn drop(&mut self) {
        for ending in names::SIDE_FILES {
            // Most often there is none.
            let _ = std::fs::remove_file(names::beside(&self.0, ending));
        }
    }
}

fn copy_pages(database: &Path, copy: &Path, target: &Path) -> Result<(), BackupError> {
    let source = read_only::connect_to_current(database)
        .map_err(|problem| BackupError::Database { file: database.to_owned(), problem })?;
    let copied = || -> rusqlite::Result<()> {
        // In one read transaction every step sees the same moment, and a commit meanwhile does not begin it anew.
        let _moment = source.unchecked_transaction()?;
        source.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))?;
        let mut copy = Connection::open(copy)?;
        set_up(&copy)?;
        let backup = Backup::new(&source, &mut copy)?;
        let mut pauses = 0;
        loop {
            match backup.step(PAGES)? {
                StepResult::Done => return Ok(()),
                StepResult::More => pauses = 0,
                _ if pauses < MOST_PAUSES => pauses += 1,
                _ => return Err(busy()),
            }
            std::thread::sleep(PAUSE);
        }
    };
    copied().map_err(BackupError::of(target))
}

fn busy() -> rusqlite::Error {
    rusqlite::Error::SqliteFailure(rusqlite::ffi::Error::new(rusqlite::ffi::SQLITE_BUSY), None)
}

/// A copy that a crash makes worthless needs no journal.
fn set_up(copy: &Connection) -> rusqlite::Result<()> {
    copy.busy_timeout(schema::BUSY)?;
    copy.pragma_update(None, "locking_mode", "EXCLUSIVE")?;
    copy.pragma_update(None, "journal_mode", "OFF")?;
    copy.pragma_update(None, "synchronous", "OFF")?;
    copy.pragma_update(None, "secure_delete", "ON")?;
    copy.pragma_update(None, "temp_store", "MEMORY")
}
