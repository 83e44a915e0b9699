//! The embedded log: one table in one SQLite file.

use super::schema::{self, disk};
use super::{Journal, JournalError, format};
use crate::domain::{Entry, IdempotencyKey, Sequence};
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

    fn forget_before(&mut self, first: Sequence) -> Result<(), JournalError> {
        let first = first.0 as i64;
        self.connection.execute("DELETE FROM entry WHERE sequence < ?1", [first]).map_err(disk)?;
        // What was deleted must not linger in the write-ahead log.
        self.connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(())).map_err(disk)
    }
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
