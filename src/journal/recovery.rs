//! What is done about a damaged database: it is put aside, and the newest backup and what can still be read of it take its
//! place. A cut at any moment leaves the former state or the recovered one, as for a restore.

use super::backup;
use super::check::id_of;
use super::error::JournalError;
use super::files::folder_of;
use super::format::EventReader;
use super::half_restored::{self, BACKUPS, OF_THE_DAY, STAGE, create_private};
use super::keepsake::SITES;
use super::names::{DATABASE, beside};
use super::row::{StoredRow, columns_in};
use super::salvage::{self, Salvaged};
use super::testimony::{Doubt, JournalId, Testimony};
use super::witness::{Heard, Witness};
use super::{aside, read_only, restore, schema};
use crate::domain::{Entry, Sequence};
use jiff::civil::Date;
use rusqlite::Connection;
use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// The damaged files are read in a copy: SQLite changes a file that has a log when it opens it.
const READING: &str = "reading";

/// A backup that is sound, and its entries.
struct SoundBackup {
    file: PathBuf,
    id: Option<JournalId>,
    rows: BTreeMap<i64, StoredRow>,
}

/// An error when a house was here whose database is gone, or has no byte any more.
pub(super) fn must_be_there(database: &Path, heard: &Heard) -> Result<(), JournalError> {
    if half_restored::is_cut_off(folder_of(database)) {
        return Err(JournalError::RestoreCutOff);
    }
    let found = fs::metadata(database).ok();
    if found.as_ref().is_some_and(|found| found.len() > 0) {
        return Ok(());
    }
    let is_witnessed = match heard {
        Heard::Said { newest, .. } => newest.date.is_some(),
        Heard::Nothing { was_there } => *was_there,
    };
    let has_log = fs::metadata(beside(database, "-wal")).is_ok_and(|found| found.len() > 0);
    // A first start may keep its site before there is a database.
    let has_site =
        found.is_some() && fs::read_dir(database.with_file_name(SITES)).is_ok_and(|mut sites| sites.next().is_some());
    if !is_witnessed && !has_log && !has_site && backups(folder_of(database)).is_empty() {
        return Ok(());
    }
    let problem = format!("{} is gone or has no byte left", database.display());
    Err(JournalError::Damaged { at: Sequence::default(), problem })
}

/// Puts the damaged files aside and brings back what there is. Returns what is known of the former journal.
pub(super) fn recover(file: &Path, heard: Heard, witness: &mut Witness) -> Result<Heard, JournalError> {
    let folder = folder_of(file);
    let disk = |error: io::Error| JournalError::Disk(format!("{}: {error}", folder.display()));
    let stage = folder.join(STAGE);
    half_restored::finish(folder).map_err(disk)?;
    create_private(&stage).map_err(disk)?;
    let reading = stage.join(READING);
    let copy = copied(file, &reading).map_err(disk)?;
    let found = newest_backup(folder);
    let database = stage.join(DATABASE);
    if let Some(found) = &found {
        restore::unpack(&read_only::connect_to_unchanging(&found.file)?, &database)?;
    }
    let recovered = schema::connect(&database)?;
    let said = match &heard {
        Heard::Said { newest, .. } => Some((newest.first.0.cast_signed(), newest.last.0.cast_signed())),
        Heard::Nothing { .. } => None,
    };
    let salvaged = salvage::read(&copy, &tables_of(&recovered)?, said);
    // They are up to date by now.
    let backup = rows_of(&recovered).unwrap_or_default();
    let is_one_journal =
        salvaged.id.is_none() || found.is_none_or(|found| found.id.is_none() || found.id == salvaged.id);
    let pool = merged(&backup, &salvaged.rows, is_one_journal);
    let run = newest_day(&pool);
    write(&recovered, &salvaged, &run)?;
    let id = id_of(&recovered)?;
    let seen_in = |rows: &BTreeMap<i64, StoredRow>| {
        let mut events = EventReader::default();
        let entries: Vec<Entry> = rows.values().filter_map(|row| row.entry(&mut events).ok()).collect();
        Testimony::of(id, &entries)
    };
    let heard = heard_of(heard, &seen_in(&backup).and_seen(&seen_in(&salvaged.rows)), witness);
    recovered.close().map_err(|(_, error)| JournalError::from(error))?;
    fs::remove_dir_all(&reading).map_err(disk)?;
    let aside = aside::name(&stage).map_err(disk)?;
    restore::decide(&stage, &aside).map_err(disk)?;
    half_restored::finish(folder).map_err(disk)?;
    aside::keep_newest(folder);
    let (kept, aside) = (run.len(), folder.join(aside));
    let aside = aside.display();
    tracing::warn!(kept, %aside, "the damaged database was put aside, and what could be read of it and of the newest backup took its place");
    Ok(heard)
}

fn copied(file: &Path, reading: &Path) -> io::Result<PathBuf> {
    create_private(reading)?;
    let copy = reading.join(DATABASE);
    for ending in ["", "-wal"] {
        match fs::copy(beside(file, ending), beside(&copy, ending)) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            _ => {}
        }
    }
    Ok(copy)
}

fn backups(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder.join(BACKUPS)).into_iter().flatten().flatten();
    let files = entries.map(|entry| entry.path());
    files.filter(|file| file.extension().is_some_and(|ending| ending == "db")).collect()
}

/// The sound backup with the newest entries; among those without any, the newest file.
fn newest_backup(folder: &Path) -> Option<SoundBackup> {
    let sound = backups(folder).into_iter().filter_map(|file| {
        let connection = backup::check::sealed(&file)?;
        let rows = rows_of(&connection).unwrap_or_default();
        let id = id_of(&connection).ok();
        let made = fs::metadata(&file).and_then(|found| found.modified()).ok();
        Some((rows.keys().next_back().copied(), made, SoundBackup { file, id, rows }))
    });
    sound.max_by_key(|(last, made, _)| (*last, *made)).map(|(_, _, found)| found)
}

/// The sound entries of a database. An older version has no sums; its entries are checked by reading them.
fn rows_of(connection: &Connection) -> rusqlite::Result<BTreeMap<i64, StoredRow>> {
    let mut statement = connection.prepare(&format!("SELECT {} FROM entry", columns_in(connection)))?;
    let rows = statement.query_map([], StoredRow::read)?.collect::<rusqlite::Result<Vec<StoredRow>>>()?;
    Ok(rows.into_iter().filter(|row| row.check().is_ok()).map(|row| (row.sequence, row)).collect())
}

/// Whether a backup of the day says that it has entries which this journal lacks: looked at without its seal, so that each
/// start can afford it.
pub(super) fn may_have_more(database: &Path, found: &Testimony) -> bool {
    let is_of_the_day =
        |file: &PathBuf| file.file_name().is_some_and(|name| name.to_string_lossy().starts_with(OF_THE_DAY));
    let last = |file: PathBuf| {
        let backup = read_only::connect_to_unchanging(&file).ok()?;
        let last = backup.query_row("SELECT max(sequence) FROM entry", [], |row| row.get::<_, Option<i64>>(0)).ok()?;
        last.filter(|_| id_of(&backup).is_ok_and(|id| id == found.journal))
    };
    let lasts = backups(folder_of(database)).into_iter().filter(is_of_the_day).filter_map(last);
    lasts.max().is_some_and(|last| last.unsigned_abs() > found.last.0)
}

/// Whether the newest backup of this journal has entries that it lacks.
pub(super) fn has_more(database: &Path, found: &Testimony) -> bool {
    let backup = newest_backup(folder_of(database)).filter(|backup| backup.id == Some(found.journal));
    let last = backup.and_then(|backup| backup.rows.keys().next_back().copied());
    last.is_some_and(|last| last.unsigned_abs() > found.last.0)
}

/// The entries of a backup and of the damaged file. Where the two tell different stories, the file is the newer one.
fn merged(
    backup: &BTreeMap<i64, StoredRow>,
    file: &BTreeMap<i64, StoredRow>,
    is_one_journal: bool,
) -> BTreeMap<i64, StoredRow> {
    let is_one_story =
        is_one_journal && backup.iter().all(|(sequence, row)| file.get(sequence).is_none_or(|other| other == row));
    if !is_one_story && !newest_day(file).is_empty() {
        return file.clone();
    }
    let mut pool = backup.clone();
    if is_one_story {
        pool.extend(file.iter().map(|(sequence, row)| (*sequence, row.clone())));
    }
    pool
}

/// All tables but the entries: those of a backup are gone by now.
fn tables_of(recovered: &Connection) -> Result<Vec<String>, JournalError> {
    let sql = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT IN ('entry', 'journal')
               AND name NOT LIKE 'sqlite_%' ORDER BY rowid";
    let mut statement = recovered.prepare(sql)?;
    let names = statement.query_map([], |row| row.get(0))?;
    Ok(names.collect::<rusqlite::Result<_>>()?)
}

/// From the newest opening of a day on, as far as no entry is missing.
fn newest_day(pool: &BTreeMap<i64, StoredRow>) -> Vec<StoredRow> {
    let Some(first) = pool.values().rev().find(|row| row.is_opening()).map(|row| row.sequence) else {
        return Vec::new();
    };
    let following = pool.range(first..).map(|(_, row)| row).zip(first..);
    following.take_while(|(row, place)| row.sequence == *place).map(|(row, _)| row.clone()).collect()
}

fn write(recovered: &Connection, salvaged: &Salvaged, run: &[StoredRow]) -> rusqlite::Result<()> {
    recovered.pragma_update(None, "foreign_keys", "OFF")?;
    let transaction = recovered.unchecked_transaction()?;
    transaction.execute("DELETE FROM entry", [])?;
    run.iter().try_for_each(|row| row.insert(&transaction))?;
    salvaged.write_tables(&transaction)?;
    for of_accounts in ["staff_session", "staff_browser"] {
        transaction.execute(&format!("DELETE FROM {of_accounts} WHERE name NOT IN (SELECT name FROM staff)"), [])?;
    }
    if let Some(id) = salvaged.id {
        transaction.execute("UPDATE journal SET id = ?1", [id])?;
    }
    transaction.commit()
}

/// What the witness has said, and what was seen in entries that could not be brought back. It is written down before
/// anything is replaced: a second start must know as much.
fn heard_of(heard: Heard, seen: &Testimony, witness: &mut Witness) -> Heard {
    let newest = match heard {
        Heard::Said { newest, doubt } => newest.and_seen(seen).raised(doubt),
        // Without a day it is not known to which day it belongs, so it counts for any.
        Heard::Nothing { .. } => {
            let first = Sequence(seen.first.0.max(1));
            Testimony { date: Some(seen.date.unwrap_or(Date::MAX)), first, ..seen.raised(Doubt::Any) }
        }
    };
    witness.begin(&newest);
    Heard::Said { newest: Box::new(newest), doubt: Doubt::None }
}
