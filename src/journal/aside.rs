//! Damaged databases that are put aside. They hold tickets, so `traces.rs` deletes them with the night.

use super::traces::DAMAGED;
use jiff::Timestamp;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// How many are kept within a day, beside the first, which has the most: they may be large.
const KEPT: usize = 2;

/// The name for a folder of files that are put aside now, by the time of this folder, which was just made.
pub(super) fn name(made: &Path) -> io::Result<String> {
    let at = Timestamp::try_from(fs::metadata(made)?.modified()?).map_err(io::Error::other)?;
    Ok(format!("{DAMAGED}{}", at.strftime("%Y%m%dT%H%M%SZ")))
}

/// Deletes all but the first and the newest.
pub(super) fn keep_newest(data: &Path) {
    let entries = fs::read_dir(data).into_iter().flatten().flatten();
    let is_aside = |path: &PathBuf| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(DAMAGED));
    let mut folders: Vec<PathBuf> = entries.map(|entry| entry.path()).filter(is_aside).collect();
    folders.sort();
    let surplus = folders.len().saturating_sub(KEPT);
    for folder in folders.iter().take(surplus).skip(1) {
        if let Err(error) = fs::remove_dir_all(folder) {
            let folder = folder.display();
            tracing::error!(%error, %folder, "a damaged database that was put aside can't be deleted, and tells of visitors: delete it by hand");
        }
    }
}
