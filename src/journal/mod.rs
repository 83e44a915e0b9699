//! The events on disk, in order, and the staff accounts beside them.
//!
//! Promises: what [`Journal::append`] answered with `Ok` is still there after a power cut; entries are appended all or none;
//! nothing is appended after an entry that the caller has not seen. The day is brought back by folding [`Journal::today`].
//!
//! How it works: the trait [`Journal`] is narrow, so that another engine can hold the log when a site outgrows one machine;
//! `sqlite.rs` is the embedded one, `format.rs` how an event is written down, `schema.rs` the tables and their migrations,
//! `staff.rs` who may sign in, `tallies.rs` the counts that outlive the day, `taps.rs` what visitors told of themselves. `lock.rs` keeps a second process away from the same data.

mod format;
mod lock;
pub mod pin;
mod role;
mod schema;
mod sqlite;
mod staff;
mod tallies;
mod taps;

pub use lock::{DataFolder, DataFolderError};
pub use role::Role;
pub use sqlite::SqliteJournal;
pub use staff::{StaffBook, StaffError, StaffMember, StaffSession};
pub use tallies::TallyBook;

use crate::domain::tally::taps::Taps;
use crate::domain::{Entry, Sequence, Tally};

/// A log of events that appends on condition.
pub trait Journal: Send {
    /// The place of the last entry.
    fn last(&self) -> Sequence;

    /// The entries of the business day that is open, in order: from its `DayOpened` on.
    fn today(&mut self) -> Result<Vec<Entry>, JournalError>;

    /// Appends entries that follow on `after`, all or none, and returns when they are durable. The entries carry the
    /// places `after + 1`, `after + 2` and so on.
    fn append(&mut self, after: Sequence, entries: &[Entry]) -> Result<(), JournalError>;

    /// The entries before this one that are still there, in order: those of business days that are over.
    fn before(&mut self, first: Sequence) -> Result<Vec<Entry>, JournalError>;

    /// Deletes the entries before this one for good, and in the same moment keeps what was counted of them.
    fn forget_before(&mut self, first: Sequence, tallies: &[Tally]) -> Result<(), JournalError>;

    /// Adds what visitors told of themselves to the counts of their week.
    fn add_taps(&mut self, taps: &Taps) -> Result<(), JournalError>;
}

/// Why the journal did not do it.
#[derive(Debug, thiserror::Error)]
pub enum JournalError {
    /// Somebody else appended; the caller's picture of the day is out of date.
    #[error("the journal is at entry {}, not at {}: another writer has appended to it", .found.0, .expected.0)]
    Moved {
        /// Where the caller believed it to be.
        expected: Sequence,
        /// Where it is.
        found: Sequence,
    },
    /// The disk is full or can't be written. Nothing was appended; it may work later.
    #[error("the disk can't be written: {0}")]
    Disk(String),
    /// What is on disk is not what this program wrote.
    #[error("the journal is damaged at entry {} ({problem}): move the data folder aside, or restore a backup", .at.0)]
    Damaged {
        /// The first bad entry.
        at: Sequence,
        /// What is wrong with it.
        problem: String,
    },
    /// The data were written by a newer version of this program.
    #[error(
        "the data were written by a newer version (schema {found}, this version knows {known}): install that version"
    )]
    Newer {
        /// The schema found.
        found: i64,
        /// The newest schema known.
        known: i64,
    },
}
