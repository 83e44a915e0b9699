//! The backups of the nights: one file for each business day that began.

use jiff::civil::Date;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// How many nights are kept. A number and not a date: a wrong clock must not delete them.
pub(in crate::app) const KEPT: usize = 14;
const PREFIX: &str = "night-";

/// The backup of the night in which the day of this date began.
pub(super) fn file(folder: &Path, date: Date) -> PathBuf {
    folder.join(format!("{PREFIX}{date}.db"))
}

/// All of them, the oldest first.
pub(in crate::app) fn all(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let entries = match fs::read_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        entries => entries?,
    };
    let paths = entries.map(|entry| Ok(entry?.path())).collect::<io::Result<Vec<_>>>()?;
    let is_night = |path: &PathBuf| {
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        name.starts_with(PREFIX) && name.ends_with(".db")
    };
    let mut nights: Vec<PathBuf> = paths.into_iter().filter(is_night).collect();
    nights.sort();
    Ok(nights)
}

/// Deletes the oldest beyond those that are kept; never the one of this date. Where the date is sure, those of later dates
/// are of a clock that was wrong, and go first.
pub(super) fn delete_oldest(folder: &Path, date: Date, is_date_sure: bool) -> io::Result<()> {
    let mut nights = all(folder)?;
    let newest = file(folder, date);
    nights.retain(|night| *night != newest);
    nights.sort_by_key(|night| !is_date_sure || *night < newest);
    let too_many = (nights.len() + 1).saturating_sub(KEPT);
    nights.iter().take(too_many).try_for_each(fs::remove_file)
}
