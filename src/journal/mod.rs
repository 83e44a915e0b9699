//! The events on disk, in order, and the staff accounts beside them.
//!
//! Promises: what [`Journal::append`] answered with `Ok` is still there after a power cut; entries are appended all or none;
//! nothing is appended after an entry that the caller has not seen. The day is restored by folding [`Journal::today`].
//!
//! How it works: the trait [`Journal`] (`log.rs`) is narrow, so that another engine can hold the log when a site outgrows
//! one machine; `sqlite.rs` is the embedded one, `format` the stored form of events, `schema.rs` the tables and their
//! migrations, `staff.rs` the accounts, `tallies.rs` the counts that outlive the day, `taps.rs` the survey answers.
//! `backup` copies all of it to a file while the house runs, `restore.rs` brings such a file back.
//! `lock.rs` keeps a second process away from the same data; `files.rs` notices when the files are deleted or replaced under
//! the running house, and `rescue.rs` writes them once more. `witness.rs` keeps beside the database how far it has come, and
//! `check.rs` looks at all of it at each start; what is damaged `recovery.rs` puts aside, and brings back what can be read.

mod aside;
mod backup;
mod boot;
mod check;
mod device;
mod entries;
mod error;
mod files;
mod folder;
mod format;
mod guard;
mod half_restored;
mod inspect;
mod keepsake;
mod letters;
mod links;
mod lock;
mod log;
mod missing;
mod names;
mod opening;
pub mod pin;
mod read_only;
mod recovery;
mod rescue;
mod restore;
mod role;
mod row;
mod row_reader;
mod salvage;
mod schema;
mod scrub;
mod sqlite;
mod staff;
mod staff_browser;
mod staff_name;
mod staff_rights;
mod staff_session;
mod sum;
mod tallies;
mod taps;
mod testimony;
mod traces;
mod unreadable;
mod upgrade;
mod weak_pin;
mod witness;

pub use backup::{BackupContent, BackupError, BackupFile, BackupJob, Extent, check_backup, is_backup};
pub use device::{DeviceRecord, DeviceRight, DeviceUse, KeyedDevice};
pub use error::JournalError;
pub use half_restored::{REPLACED, is_cut_off as is_restore_cut_off};
pub use inspect::{DatabaseState, inspect_database};
pub use lock::{DataFolder, DataFolderError, LOCK};
pub use log::{Answered, CommandDigest, Journal, Rescue};
pub use missing::Missing;
pub use pin::{Pin, PinFault, PinOrigin};
pub use read_only::{day_began, has_begun, has_ended_days, read_today};
pub use restore::{RestoredBackup, restore_backup};
pub use role::Role;
pub use sqlite::SqliteJournal;
pub use staff::{StaffAccount, StaffBook, StaffError, StaffMember, read_staff};
pub use staff_browser::STAFF_BROWSERS_MOST;
pub use staff_name::{NotAName, StaffName};
pub use staff_session::{StaffSession, StaffSessionRow, StaffSessionStart};
pub use tallies::TallyBook;
pub use traces::{DAMAGED, delete_traces};

/// How many days of tallies are kept: some 25 months, so that two years can be compared. A number and not a date, because a
/// clock that is wrong for a day must not delete two years.
const KEPT_DAYS: u32 = 770;
