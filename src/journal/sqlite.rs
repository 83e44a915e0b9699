//! The embedded log: one table in one SQLite file.

use super::schema::{self, disk};
use super::{Journal, JournalError, format, tallies, taps};
use crate::domain::tally::taps::Taps;
use crate::domain::{Entry, IdempotencyKey, Sequence, Tally};
use jiff::Timestamp;
use rusqlite::{Connection, Row, TransactionBehavior};
use std::path::Path;

/// A journal in a SQLite file.
#[derive(Debug)]
pub struct SqliteJournal {
    connection: Connection,
    last: Sequence,
}

impl SqliteJournal {
    /// Opens or makes the journal in this file.
    pub fn open(file: &Path) -> Result<SqliteJournal, JournalError> {
        let connection = schema::connect(file)?;
        let last = last_of(&connection)?;
        // A power cut may have come between deleting and tidying up; a disk that is full is told of when it matters.
        if let Err(error) = tidy_up(&connection) {
            tracing::warn!(%error, "deleted entries may linger on the disk until the next night");
        }
        Ok(SqliteJournal { connection, last })
    }

    /// The settings that durability rests on, as the connection has them now; for tests.
    pub fn pragmas(&self) -> Result<Vec<(&'static str, String)>, JournalError> {
        let read = |(name, _): &(&'static str, &str)| {
            let value: rusqlite::types::Value = self.connection.pragma_query_value(None, name, |row| row.get(0))?;
            let text = match value {
                rusqlite::types::Value::Integer(number) => number.to_string(),
                rusqlite::types::Value::Text(text) => text,
                other => format!("{other:?}"),
            };
            Ok((*name, text))
        };
        schema::PRAGMAS.iter().map(read).collect::<rusqlite::Result<_>>().map_err(disk)
    }

    /// What [`SqliteJournal::pragmas`] has to answer.
    pub fn wanted_pragmas() -> &'static [(&'static str, &'static str)] {
        schema::PRAGMAS
    }
}

impl Journal for SqliteJournal {
    fn last(&self) -> Sequence {
        self.last
    }

    fn today(&mut self) -> Result<Vec<Entry>, JournalError> {
        let sql = "SELECT sequence, at, key, event FROM entry
                   WHERE sequence >= coalesce((SELECT max(sequence) FROM entry WHERE kind = 'day-opened'), 0)
                   ORDER BY sequence";
        let mut statement = self.connection.prepare(sql).map_err(disk)?;
        let rows = statement.query_map([], raw_entry).map_err(disk)?;
        rows.map(|row| read_entry(row.map_err(disk)?)).collect()
    }

    fn append(&mut self, after: Sequence, entries: &[Entry]) -> Result<(), JournalError> {
        let Some(newest) = entries.last() else { return Ok(()) };
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate).map_err(disk)?;
        let found = last_of(&transaction)?;
        if found != after {
            return Err(JournalError::Moved { expected: after, found });
        }
        {
            let sql = "INSERT INTO entry (sequence, at, key, kind, event) VALUES (?1, ?2, ?3, ?4, ?5)";
            let mut insert = transaction.prepare_cached(sql).map_err(disk)?;
            for entry in entries {
                let key = entry.key.as_ref().map(IdempotencyKey::as_str);
                let (kind, event) = format::write(&entry.event);
                let (sequence, at) = (entry.sequence.0 as i64, entry.at.as_millisecond());
                insert.execute((sequence, at, key, kind, event)).map_err(disk)?;
            }
        }
        transaction.commit().map_err(disk)?;
        self.last = newest.sequence;
        Ok(())
    }

    fn before(&mut self, first: Sequence) -> Result<Vec<Entry>, JournalError> {
        let sql = "SELECT sequence, at, key, event FROM entry WHERE sequence < ?1 ORDER BY sequence";
        let mut statement = self.connection.prepare(sql).map_err(disk)?;
        let rows = statement.query_map([first.0 as i64], raw_entry).map_err(disk)?;
        rows.map(|row| read_entry(row.map_err(disk)?)).collect()
    }

    fn forget_before(&mut self, first: Sequence, tallies: &[Tally]) -> Result<(), JournalError> {
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate).map_err(disk)?;
        for tally in tallies {
            tallies::add(&transaction, tally)?;
        }
        transaction.execute("DELETE FROM entry WHERE sequence < ?1", [first.0 as i64]).map_err(disk)?;
        transaction.commit().map_err(disk)?;
        tidy_up(&self.connection)
    }

    fn add_taps(&mut self, taps: &Taps) -> Result<(), JournalError> {
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate).map_err(disk)?;
        taps::add(&transaction, taps)?;
        transaction.commit().map_err(disk)?;
        // What stood there before would tell the difference.
        tidy_up(&self.connection)
    }
}

/// What was deleted must not linger: neither in free pages, nor in the write-ahead log.
fn tidy_up(connection: &Connection) -> Result<(), JournalError> {
    let free: i64 = connection.pragma_query_value(None, "freelist_count", |row| row.get(0)).map_err(disk)?;
    if free > 0 {
        connection.execute_batch("VACUUM").map_err(disk)?;
    }
    let is_busy: i64 = connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0)).map_err(disk)?;
    if is_busy == 0 { Ok(()) } else { Err(JournalError::Disk("another connection holds the log".to_owned())) }
}

fn last_of(connection: &Connection) -> Result<Sequence, JournalError> {
    let last: i64 =
        connection.query_row("SELECT coalesce(max(sequence), 0) FROM entry", [], |row| row.get(0)).map_err(disk)?;
    Ok(Sequence(last.unsigned_abs()))
}

type RawEntry = (i64, i64, Option<String>, String);

fn raw_entry(row: &Row) -> rusqlite::Result<RawEntry> {
    Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))
}

fn read_entry((sequence, at, key, event): RawEntry) -> Result<Entry, JournalError> {
    let sequence = Sequence(sequence.unsigned_abs());
    let damaged = |problem: String| JournalError::Damaged { at: sequence, problem };
    let at = Timestamp::from_millisecond(at).map_err(|error| damaged(error.to_string()))?;
    let key = match key {
        Some(text) => Some(IdempotencyKey::parse(&text).ok_or_else(|| damaged(format!("{text:?} is no key")))?),
        None => None,
    };
    let event = format::read(&event).map_err(damaged)?;
    Ok(Entry { sequence, at, key, event })
}
