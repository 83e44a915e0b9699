//! Opens a backup and looks at all of it: its seal, its structure, its events, and whether the day they make is possible.

use super::seal::is_whole;
use super::{APPLICATION, BackupContent, BackupError};
use crate::domain::{Day, Entry, Event, Sequence, Site};
use crate::journal::{JournalError, entries, read_only, schema};
use jiff::Timestamp;
use rusqlite::Connection;
use std::fs::File;
use std::io::{self, Read};
use std::path::{Component, Path};
use std::sync::Arc;

/// How each SQLite file begins, and where its header names the application.
const MAGIC: &[u8] = b"SQLite format 3\0";
const APPLICATION_AT: usize = 68;

/// Whether a file is a backup by its header; damage is not looked for.
pub fn is_backup(file: &Path) -> io::Result<bool> {
    let mut header = Vec::new();
    File::open(file)?.take(100).read_to_end(&mut header)?;
    let application = header.get(APPLICATION_AT..APPLICATION_AT + 4);
    Ok(header.starts_with(MAGIC) && application == Some(APPLICATION.to_be_bytes().as_slice()))
}

/// Checks a backup as a restore needs it, and says what is in it.
pub fn check_backup(file: &Path, site: &Arc<Site>) -> Result<BackupContent, BackupError> {
    if !is_backup(file).map_err(BackupError::at(file))? {
        return Err(BackupError::NotABackup(file.to_owned()));
    }
    let connection = read_only::connect_to_unchanging(file).map_err(|problem| damaged(file, problem))?;
    let (found, known) = (version(&connection).map_err(|problem| damaged(file, problem))?, schema::version());
    if found > known {
        return Err(BackupError::NewerBackup { file: file.to_owned(), found, known });
    }
    let seal: [u8; 32] = connection
        .query_row("SELECT seal FROM backup", [], |row| row.get(0))
        .map_err(|problem| damaged(file, JournalError::from(problem)))?;
    let opened = File::open(file).map_err(BackupError::at(file))?;
    if !is_whole(&opened, &seal).map_err(BackupError::at(file))? {
        return Err(damaged(file, "it is not as it was when it was made"));
    }
    look(&connection, site).map_err(|problem| damaged(file, problem))
}

/// The event with which the day of a backup begins; `None` when it has no day, or can't be read.
pub(in crate::journal) fn began(file: &Path) -> Option<Sequence> {
    let connection = read_only::connect_to_unchanging(file).ok()?;
    entries::opening_of_day(&connection).ok()?
}

/// A connection to a backup of this version whose seal holds.
pub(in crate::journal) fn sealed(file: &Path) -> Option<Connection> {
    let connection =
        is_backup(file).ok().filter(|is_one| *is_one).and_then(|_| read_only::connect_to_unchanging(file).ok())?;
    let seal: [u8; 32] = connection.query_row("SELECT seal FROM backup", [], |row| row.get(0)).ok()?;
    let is_sound = version(&connection).is_ok_and(|found| found <= schema::version())
        && File::open(file).and_then(|opened| is_whole(&opened, &seal)).is_ok_and(|is_whole| is_whole);
    is_sound.then_some(connection)
}

fn damaged(file: &Path, problem: impl ToString) -> BackupError {
    BackupError::Damaged { file: file.to_owned(), problem: problem.to_string() }
}

fn version(connection: &Connection) -> Result<i64, JournalError> {
    Ok(connection.pragma_query_value(None, "user_version", |row| row.get(0))?)
}

fn look(connection: &Connection, site: &Arc<Site>) -> Result<BackupContent, String> {
    let of_sqlite = |error: rusqlite::Error| JournalError::from(error).to_string();
    let structure: String = connection.query_row("PRAGMA quick_check(1)", [], |row| row.get(0)).map_err(of_sqlite)?;
    if structure != "ok" {
        return Err(structure);
    }
    let mut paths = connection.prepare("SELECT path FROM backup_file").map_err(of_sqlite)?;
    let paths = paths.query_map([], |row| row.get::<_, String>(0)).map_err(of_sqlite)?;
    for path in paths {
        check_path(&path.map_err(of_sqlite)?)?;
    }
    let count = |table: &str| -> Result<u64, String> {
        let sql = format!("SELECT count(*) FROM {table}");
        connection.query_row(&sql, [], |row| row.get::<_, i64>(0)).map(i64::unsigned_abs).map_err(of_sqlite)
    };
    let made: i64 = connection.query_row("SELECT made FROM backup", [], |row| row.get(0)).map_err(of_sqlite)?;
    let made = Timestamp::from_millisecond(made).map_err(|error| error.to_string())?;
    // Entries of an older version can be read once they are brought up to date, which a restore does.
    let is_current = version(connection).map_err(|error| error.to_string())? == schema::version();
    let day = if is_current { fold(connection, site)? } else { Day::new(Arc::clone(site)) };
    let content = BackupContent {
        made,
        day: None,
        opened_at: None,
        tickets: 0,
        last: Sequence(0),
        accounts: count("staff")?,
        devices: count("device")?,
        tallies: count("tally")?,
        files: count("backup_file")?,
    };
    Ok(content.with(&day))
}

/// The day that the events make; else what is wrong with them.
pub(in crate::journal) fn fold(connection: &Connection, site: &Arc<Site>) -> Result<Day, String> {
    let entries = entries::all_entries(connection).map_err(|error| error.to_string())?;
    if let Some(pair) = entries.windows(2).find(|pair| pair[1].sequence.0 != pair[0].sequence.0 + 1) {
        let (before, after) = (pair[0].sequence.0, pair[1].sequence.0);
        return Err(format!("after entry {before} comes entry {after}"));
    }
    let is_opening = |entry: &Entry| matches!(entry.event, Event::DayOpened { .. });
    let first = entries.iter().rposition(is_opening).unwrap_or(0);
    let mut day = Day::new(Arc::clone(site));
    entries[first..].iter().for_each(|entry| day.apply(entry));
    day.verify()?;
    let last = entries.last().map_or(Sequence(0), |entry| entry.sequence);
    if day.sequence() == last { Ok(day) } else { Err(format!("the day does not reach entry {}", last.0)) }
}

/// A path that leads out of the data folder is none of ours.
fn check_path(path: &str) -> Result<(), String> {
    let is_plain = Path::new(path).components().all(|part| matches!(part, Component::Normal(_)));
    if is_plain && !path.is_empty() { Ok(()) } else { Err(format!("it has a file {path:?}, which no house makes")) }
}
