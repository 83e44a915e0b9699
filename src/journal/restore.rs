//! Brings a backup back into a data folder. A cut at any moment leaves the former state or the restored one.
//!
//! Everything is written, checked and synced in the folder `restoring`; then a mark in it decides. From there on each holder
//! of the data folder finishes the restore first ([`half_restored::finish`]): what is there is moved aside, what was restored takes its
//! place, one rename after another. What lies aside is deleted with the night.

use super::backup::BackupError;
use super::backup::check::{check_backup, fold};
use super::check::{Checked, check};
use super::folder::sync;
use super::half_restored::{self, MARK, REPLACED, STAGE, create_private};
use super::witness::{WITNESS, Witness};
use super::{BackupContent, DataFolder, read_only, schema};
use crate::atomic_file;
use crate::domain::{Day, Site};
use jiff::Timestamp;
use rusqlite::Connection;
use rusqlite::backup::Backup;
use std::fs::{self, DirBuilder, File};
use std::io::{self, Write};
use std::os::unix::fs::DirBuilderExt;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

/// What a restore has done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RestoredBackup {
    pub content: BackupContent,
    /// Where the former files are, if there were any.
    pub replaced: Option<PathBuf>,
    /// Whether nothing in the folder knows which numbers were given since the backup was made.
    pub is_without_witness: bool,
}

/// Restores a backup into a folder. Changes nothing when it is not sound. Folders of these names are replaced as well, if
/// need be by empty ones.
pub fn restore_backup(
    backup: &Path,
    data: &DataFolder,
    folders: &[&str],
    site: &Arc<Site>,
    now: Timestamp,
) -> Result<RestoredBackup, BackupError> {
    let content = check_backup(backup, site)?;
    let stage = data.path().join(STAGE);
    let is_without_witness = !data.path().join(WITNESS).exists();
    let aside = format!("{REPLACED}{}", now.strftime("%Y%m%dT%H%M%SZ"));
    let staged = fill(&stage, backup, folders, site).and_then(|restored| {
        decide(&stage, &aside).map_err(BackupError::at(&stage))?;
        Ok(restored)
    });
    let day = staged.inspect_err(|_| {
        // It holds tickets; when it can't be deleted now, the next holder of the folder does it.
        let _ = fs::remove_dir_all(&stage);
    })?;
    half_restored::finish(data.path()).map_err(BackupError::at(data.path()))?;
    let replaced = Some(data.path().join(aside)).filter(|folder| folder.exists());
    Ok(RestoredBackup { content: content.with(&day), replaced, is_without_witness })
}

/// Writes everything into the stage and checks it there; returns the day of its events.
fn fill(stage: &Path, backup: &Path, folders: &[&str], site: &Arc<Site>) -> Result<Day, BackupError> {
    create_private(stage).map_err(BackupError::at(stage))?;
    let source = read_only::connect_to_unchanging(backup)
        .map_err(|problem| BackupError::Database { file: backup.to_owned(), problem })?;
    for folder in folders {
        create_private(&stage.join(folder)).map_err(BackupError::at(stage))?;
    }
    let mut files = source.prepare("SELECT path, bytes FROM backup_file").map_err(BackupError::of(backup))?;
    let mut files = files.query([]).map_err(BackupError::of(backup))?;
    while let Some(row) = files.next().map_err(BackupError::of(backup))? {
        let path: String = row.get(0).map_err(BackupError::of(backup))?;
        let bytes: Vec<u8> = row.get(1).map_err(BackupError::of(backup))?;
        let path = stage.join(path);
        write_synced(&path, &bytes).map_err(BackupError::at(path))?;
    }
    for folder in folders {
        sync_all_below(&stage.join(folder)).map_err(BackupError::at(stage))?;
    }
    let database = DataFolder::database(stage);
    unpack(&source, &database).map_err(BackupError::of(&database))?;
    // Brings an older one up to date as well. Closing it writes its log into the file.
    let restored =
        schema::connect(&database).map_err(|problem| BackupError::Database { file: database.clone(), problem })?;
    let day = fold(&restored, site).map_err(|problem| BackupError::Damaged { file: backup.to_owned(), problem })?;
    // A witness of the folder stays: it knows which numbers were given since the backup.
    if !stage.with_file_name(WITNESS).exists() {
        let Checked { said, .. } = check(&restored)
            .map_err(|problem| BackupError::Damaged { file: backup.to_owned(), problem: problem.to_string() })?;
        Witness::open(&database).0.begin(&said);
        // Without it the first start takes numbers for lost.
        schema::mark_witnessed(&restored).map_err(BackupError::of(&database))?;
    }
    restored.close().map_err(|(_, error)| error).map_err(BackupError::of(&database))?;
    Ok(day)
}

pub(super) fn unpack(source: &Connection, database: &Path) -> rusqlite::Result<()> {
    let mut restored = Connection::open(database)?;
    restored.pragma_update(None, "secure_delete", "ON")?;
    Backup::new(source, &mut restored)?.run_to_completion(256, Duration::ZERO, None)?;
    restored.execute_batch("DROP TABLE backup; DROP TABLE backup_file; PRAGMA application_id = 0; VACUUM")?;
    restored.close().map_err(|(_, error)| error)
}

/// Marks the stage as whole: from now on the restore happens.
pub(super) fn decide(stage: &Path, aside: &str) -> io::Result<()> {
    sync(stage)?;
    atomic_file::replace_durably(&stage.join(MARK), aside.as_bytes())?;
    sync(stage.parent().unwrap_or(stage))
}

fn write_synced(path: &Path, bytes: &[u8]) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        DirBuilder::new().recursive(true).mode(0o700).create(folder)?;
    }
    let mut file = File::create(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

fn sync_all_below(folder: &Path) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            sync_all_below(&path)?;
        }
    }
    sync(folder)
}
