//! Refuses a database whose files are symbolic links: someone who may write to the data folder could otherwise have another
//! file of its owner overwritten, and its rights changed.

use super::error::JournalError;
use super::names::{SIDE_FILES, beside};
use rustix::fs::OFlags;
use std::path::{Path, PathBuf};

/// For files that are opened by this program and not by SQLite.
#[expect(clippy::cast_possible_wrap, reason = "a flag is a bit")]
pub(super) const NOT_FOLLOWED: i32 = OFlags::NOFOLLOW.bits() as i32;

/// An error when the database or a file beside it is a link. The data folder itself may be one.
pub(super) fn must_be_none(database: &Path) -> Result<(), JournalError> {
    let mut files = [database.to_owned()].into_iter().chain(SIDE_FILES.map(|ending| beside(database, ending)));
    let is_link = |file: &PathBuf| file.symlink_metadata().is_ok_and(|found| found.is_symlink());
    files.find(is_link).map_or(Ok(()), |link| Err(JournalError::Link(link)))
}
