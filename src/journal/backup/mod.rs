//! Backups: a copy of the database that SQLite makes page by page while the house runs, with the files of site and words
//! in a table beside, so that one file brings a site back.
//!
//! A backup is a SQLite file of the same schema, with two more tables: `backup` says what it is and seals it, and
//! `backup_file` has the files. It is written under another name, checked as a restore would check it, synced, and renamed.
//! Sign-ins are never in it: who was signed out since must not come back.

pub(super) mod check;
mod error;
mod seal;
mod write;

pub(super) use check::began;
pub use check::{check_backup, is_backup};
pub use error::BackupError;
pub use write::{BackupJob, Extent};

use crate::domain::{Day, Sequence};
use jiff::Timestamp;
use jiff::civil::Date;

/// Marks a backup in the header of its file (`application_id`): "Spbk".
const APPLICATION: i32 = 0x5370_626b;

const TABLES: &str = "
    CREATE TABLE backup (
        made INTEGER NOT NULL,        -- milliseconds since 1970, UTC
        program TEXT NOT NULL,        -- the version that made it
        seal BLOB NOT NULL            -- SHA-256 of the file with this value zeroed
    ) STRICT;
    CREATE TABLE backup_file (
        path TEXT PRIMARY KEY,        -- below the data folder
        bytes BLOB NOT NULL
    ) STRICT;
";

/// A file of site or words; its path is below the data folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BackupFile {
    pub path: String,
    pub bytes: Vec<u8>,
}

/// What a backup has in it; nothing of it is secret.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BackupContent {
    pub made: Timestamp,
    /// The business day whose events are in it.
    pub day: Option<Date>,
    pub opened_at: Option<Timestamp>,
    pub tickets: u64,
    pub last: Sequence,
    pub accounts: u64,
    pub devices: u64,
    /// How many days have counts.
    pub tallies: u64,
    pub files: u64,
}

impl BackupContent {
    /// The same with the events of this day.
    pub(super) fn with(self, day: &Day) -> BackupContent {
        let (opened_at, tickets, last) = (day.opened_at(), day.tickets().len() as u64, day.sequence());
        BackupContent { day: day.date(), opened_at, tickets, last, ..self }
    }
}
