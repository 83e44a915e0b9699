//! Reads entries back.

use super::error::JournalError;
use super::format;
use crate::domain::{Entry, Sequence};
use jiff::Timestamp;
use rusqlite::{Connection, Row};
use std::panic::resume_unwind;
use std::thread;

/// The entries from the newest `DayOpened` on.
pub(super) fn entries_of_today(connection: &Connection) -> Result<Vec<Entry>, JournalError> {
    let sql = "SELECT sequence, at, event FROM entry
               WHERE sequence >= coalesce((SELECT max(sequence) FROM entry WHERE kind = 'day-opened'), 0)
               ORDER BY sequence";
    let mut statement = connection.prepare(sql)?;
    let rows = statement.query_map([], raw_entry)?;
    rows.map(|row| read_entry(row?)).collect()
}

/// Reads the texts of many events on two threads: most of the time that a start takes on a long day goes into them.
pub(super) fn read_all<R: Sync>(
    rows: &[R],
    read: impl Fn(&R) -> Result<Entry, JournalError> + Sync,
) -> Result<Vec<Entry>, JournalError> {
    let read_some = |rows: &[R]| rows.iter().map(&read).collect::<Result<Vec<Entry>, JournalError>>();
    let (first, second) = rows.split_at(rows.len() / 2);
    let (first, second) = thread::scope(|scope| {
        match thread::Builder::new().name("reader".to_owned()).spawn_scoped(scope, || read_some(second)) {
            Ok(other) => (read_some(first), other.join().unwrap_or_else(|panic| resume_unwind(panic))),
            // No thread can be had: one after the other.
            Err(_) => (read_some(first), read_some(second)),
        }
    });
    let mut entries = first?;
    entries.extend(second?);
    Ok(entries)
}

/// The newest `DayOpened`.
pub(super) fn opening_of_day(connection: &Connection) -> Result<Option<Sequence>, JournalError> {
    let sql = "SELECT max(sequence) FROM entry WHERE kind = 'day-opened'";
    let opening: Option<i64> = connection.query_row(sql, [], |row| row.get(0))?;
    Ok(opening.map(|sequence| Sequence(sequence.unsigned_abs())))
}

/// Every entry that is there, in order.
pub(super) fn all_entries(connection: &Connection) -> Result<Vec<Entry>, JournalError> {
    let mut statement = connection.prepare("SELECT sequence, at, event FROM entry ORDER BY sequence")?;
    let rows = statement.query_map([], raw_entry)?;
    rows.map(|row| read_entry(row?)).collect()
}

pub(super) type RawEntry = (i64, i64, String);

pub(super) fn raw_entry(row: &Row) -> rusqlite::Result<RawEntry> {
    Ok((row.get(0)?, row.get(1)?, row.get(2)?))
}

pub(super) fn read_entry((sequence, at, event): RawEntry) -> Result<Entry, JournalError> {
    let sequence = Sequence(sequence.unsigned_abs());
    let damaged = |problem: String| JournalError::Damaged { at: sequence, problem };
    let at = Timestamp::from_millisecond(at).map_err(|error| damaged(error.to_string()))?;
    let event = format::read(&event).map_err(damaged)?;
    Ok(Entry { sequence, at, event })
}
