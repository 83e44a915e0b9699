//! Backups: `sportello backup` and `sportello restore`, what of a data folder they hold beside the database, and those that
//! the running house makes by itself.

mod command;
mod files;
mod keeper;
mod nights;
mod words;

pub(super) use command::{backup, restore};
pub use keeper::{BackupFault, BackupKeeper};
pub(super) use keeper::{FOLDER, FORMER, TODAY};
pub(super) use nights::all as nights;
pub(super) use words::{describe, local};
