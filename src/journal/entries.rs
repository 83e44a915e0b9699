//! Reads entries back.

use super::error::JournalError;
use super::format::EventReader;
use super::log::Answered;
use super::row::{COLUMNS, StoredRow};
use crate::domain::{Entry, Sequence};
use jiff::Timestamp;
use rusqlite::{Connection, Row};

/// The entries from the newest `DayOpened` on.
pub(super) fn entries_of_today(connection: &Connection) -> Result<Vec<Entry>, JournalError> {
    let sql = "SELECT sequence, at, event FROM entry
               WHERE sequence >= coalesce((SELECT max(sequence) FROM entry WHERE kind = 'day-opened'), 0)
               ORDER BY sequence";
    let mut statement = connection.prepare(sql)?;
    let rows = statement.query_map([], raw_entry)?;
    let mut events = EventReader::default();
    rows.map(|row| read_entry(row?, &mut events)).collect()
}

/// The answers that were given since then, oldest first.
pub(super) fn answers_of_today(connection: &Connection) -> Result<Vec<Answered>, JournalError> {
    let sql = format!(
        "SELECT {COLUMNS} FROM entry
         WHERE sequence >= coalesce((SELECT max(sequence) FROM entry WHERE kind = 'day-opened'), 0) AND key IS NOT NULL
         ORDER BY sequence"
    );
    let mut statement = connection.prepare(&sql)?;
    let rows = statement.query_map([], StoredRow::read)?;
    rows.filter_map(|row| row.map_err(JournalError::from).and_then(|row| row.answer()).transpose()).collect()
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
    let mut events = EventReader::default();
    rows.map(|row| read_entry(row?, &mut events)).collect()
}

pub(super) type RawEntry = (i64, i64, String);

pub(super) fn raw_entry(row: &Row) -> rusqlite::Result<RawEntry> {
    Ok((row.get(0)?, row.get(1)?, row.get(2)?))
}

pub(super) fn read_entry((sequence, at, event): RawEntry, events: &mut EventReader) -> Result<Entry, JournalError> {
    let sequence = Sequence(sequence.unsigned_abs());
    let damaged = |problem: String| JournalError::Damaged { at: sequence, problem };
    let at = Timestamp::from_millisecond(at).map_err(|error| damaged(error.to_string()))?;
    let event = events.read(&event).map_err(damaged)?;
    Ok(Entry { sequence, at, event })
}
