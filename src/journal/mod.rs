//! The events on disk, in order, and the staff accounts beside them.
//!
//! Promises: what [`Journal::append`] answered with `Ok` is still there after a power cut; entries are appended all or none;
//! nothing is appended after an entry that the caller has not seen. The day is restored by folding [`Journal::today`].
//!
//! How it works: the trait [`Journal`] (`log.rs`) is narrow, so that another engine can hold the log when a site outgrows
//! one machine; `sqlite.rs` is the embedded one, `format` the stored form of events, `schema.rs` the tables and their
//! migrations, `staff.rs` the accounts, `tallies.rs` the counts that outlive the day, `taps.rs` the survey answers.
//! `backup` copies all of it to a file while the house runs, `restore.rs` brings such a file back.
//! `lock.rs` keeps a second process away from the same data.

mod backup;
mod error;
mod format;
mod half_restored;
mod lock;
mod log;
mod names;
pub mod pin;
mod read_only;
mod restore;
mod role;
mod schema;
mod sqlite;
mod staff;
mod tallies;
mod taps;
mod traces;

pub use backup::{BackupContent, BackupError, BackupFile, BackupJob, Extent, check_backup, is_backup};
pub use error::JournalError;
pub use lock::{DataFolder, DataFolderError};
pub use log::{Answered, CommandDigest, Journal};
pub use read_only::{day_began, has_begun, has_ended_days, read_today};
pub use restore::{RestoredBackup, restore_backup};
pub use role::Role;
pub use sqlite::SqliteJournal;
pub use staff::{StaffBook, StaffError, StaffMember, StaffSession};
pub use tallies::TallyBook;
pub use traces::delete_traces;

/// How many days of tallies are kept: some 25 months, so that two years can be compared. A number and not a date, because a
/// clock that is wrong for a day must not delete two years.
const KEPT_DAYS: u32 = 770;
