//! A restore that has not ended: finished, or forgotten, by the next holder of the data folder.

use super::folder::sync;
use super::names::{DATABASE, SIDE_FILES, beside};
use std::fs::{self, DirBuilder};
use std::io::{self, ErrorKind};
use std::os::unix::fs::DirBuilderExt;
use std::path::Path;

/// The folder in which a restore writes.
pub(super) const STAGE: &str = "restoring";
/// The mark in it: all of it is there, and the restore happens. It holds the name of the folder for what is replaced.
pub(super) const MARK: &str = "whole";
/// The folder of the house's own backups, and how the names of those begin that have the day.
pub(super) const BACKUPS: &str = "backups";
pub(super) const OF_THE_DAY: &str = "today";
/// How the names of folders begin that hold what a restore has replaced.
pub const REPLACED: &str = "replaced-";

/// Whether a restore has begun to replace files and has not ended.
pub fn is_cut_off(data: &Path) -> bool {
    data.join(STAGE).join(MARK).exists()
}

/// Finishes a restore that was cut off, or removes one that was not decided. Does nothing when there is none.
pub(super) fn finish(data: &Path) -> io::Result<()> {
    let stage = data.join(STAGE);
    if !stage.exists() {
        return Ok(());
    }
    let mark = stage.join(MARK);
    if !mark.exists() {
        return fs::remove_dir_all(&stage);
    }
    let aside = data.join(fs::read_to_string(&mark)?);
    let database = data.join(DATABASE);
    let restored = stage.join(DATABASE);
    if restored.exists() {
        // The log of the former database must be gone before the restored one stands beside it.
        for ending in SIDE_FILES {
            move_aside(&beside(&database, ending), &aside)?;
        }
        move_aside(&database, &aside)?;
        sync(data)?;
        fs::rename(&restored, &database)?;
    }
    if aside.file_name().is_some_and(|name| name.to_string_lossy().starts_with(REPLACED)) {
        // They go on from where the restored day went on in another way: a recovery must not mix the two.
        for entry in fs::read_dir(data.join(BACKUPS)).into_iter().flatten() {
            let backup = entry?.path();
            if backup.file_name().is_some_and(|name| name.to_string_lossy().starts_with(OF_THE_DAY)) {
                move_aside(&backup, &aside)?;
            }
        }
    }
    for entry in fs::read_dir(&stage)? {
        let restored = entry?.path();
        if let Some(name) = restored.file_name().filter(|_| restored != mark) {
            let place = data.join(name);
            move_aside(&place, &aside)?;
            fs::rename(&restored, &place)?;
        }
    }
    [data, &stage].into_iter().try_for_each(sync)?;
    fs::remove_file(&mark)?;
    fs::remove_dir(&stage)?;
    sync(data)
}

/// Moves a file or folder into the one for what is replaced. What lies there already stays.
fn move_aside(path: &Path, aside: &Path) -> io::Result<()> {
    let Some(name) = path.file_name().filter(|_| path.symlink_metadata().is_ok()) else { return Ok(()) };
    create_private(aside)?;
    let free = (0..).map(|count| match count {
        0 => aside.join(name),
        count => aside.join(format!("{}.{count}", name.to_string_lossy())),
    });
    let mut free = free.filter(|place| place.symlink_metadata().is_err());
    free.next().map_or(Ok(()), |place| fs::rename(path, place))?;
    sync(aside)
}

pub(super) fn create_private(folder: &Path) -> io::Result<()> {
    match DirBuilder::new().mode(0o700).create(folder) {
        Err(error) if error.kind() == ErrorKind::AlreadyExists => Ok(()),
        created => created,
    }
}
