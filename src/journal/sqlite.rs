//! The embedded log: one table in one SQLite file.

use super::error::JournalError;
use super::log::{Answered, CommandDigest, Journal};
use super::{format, schema, staff, tallies, taps};
use crate::domain::tally::taps::Taps;
use crate::domain::{Entry, Event, IdempotencyKey, Sequence, Tally};
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
    /// Opens the journal in this file, or creates it.
    pub fn open(file: &Path) -> Result<SqliteJournal, JournalError> {
        let connection = schema::connect(file)?;
        let last = last_of(&connection)?;
        // A power cut may have come between deleting and scrubbing. A full disk must not prevent the start.
        if let Err(error) = scrub(&connection) {
            tracing::warn!(%error, "deleted entries may still be readable on the disk; removing them is tried again at night");
        }
        Ok(SqliteJournal { connection, last })
    }

    /// The settings that durability rests on, as the connection reports them; for tests.
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
        Ok(schema::PRAGMAS.iter().map(read).collect::<rusqlite::Result<_>>()?)
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
        entries_of_today(&self.connection)
    }

    fn answers(&mut self, newest: usize) -> Result<Vec<Answered>, JournalError> {
        let sql = "SELECT sequence, key, digest, outcome FROM entry
                   WHERE sequence >= coalesce((SELECT max(sequence) FROM entry WHERE kind = 'day-opened'), 0)
                     AND key IS NOT NULL AND outcome IS NOT NULL
                   ORDER BY sequence DESC LIMIT ?1";
        let mut statement = self.connection.prepare(sql)?;
        let most = i64::try_from(newest).unwrap_or(i64::MAX);
        let rows = statement.query_map([most], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)))?;
        let mut answers: Vec<Answered> = rows.map(|row| read_answer(row?)).collect::<Result<_, JournalError>>()?;
        answers.reverse();
        Ok(answers)
    }

    fn append(&mut self, after: Sequence, entries: &[Entry], answers: &[Answered]) -> Result<(), JournalError> {
        let Some(newest) = entries.last() else { return Ok(()) };
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let found = last_of(&transaction)?;
        if found != after {
            return Err(JournalError::Moved { expected: after, found });
        }
        {
            let sql = "INSERT INTO entry (sequence, at, kind, event, key, digest, outcome)
                       VALUES (?1, ?2, ?3 ->> 'kind', ?3, ?4, ?5, ?6)";
            let mut insert = transaction.prepare_cached(sql)?;
            let mut answers = answers.iter().peekable();
            for entry in entries {
                let answer = answers.next_if(|answer| answer.sequence == entry.sequence);
                let key = answer.map(|answer| answer.key.as_str());
                let digest = answer.and_then(|answer| answer.digest);
                let outcome = answer.map(|answer| format::write_outcome(answer.outcome));
                let (sequence, at) = (entry.sequence.0 as i64, entry.at.as_millisecond());
                insert.execute((sequence, at, format::write(&entry.event), key, digest, outcome))?;
            }
        }
        for entry in entries {
            if let Event::ClockSet(shift) = &entry.event {
                staff::move_sessions(&transaction, shift.by)?;
            }
        }
        transaction.commit()?;
        self.last = newest.sequence;
        Ok(())
    }

    fn probe(&mut self) -> Result<(), JournalError> {
        // The value stays, and yet a page is written and synced.
        Ok(self.connection.pragma_update(None, "user_version", schema::version())?)
    }

    fn before(&mut self, first: Sequence) -> Result<Vec<Entry>, JournalError> {
        let sql = "SELECT sequence, at, event FROM entry WHERE sequence < ?1 ORDER BY sequence";
        let mut statement = self.connection.prepare(sql)?;
        let rows = statement.query_map([first.0 as i64], raw_entry)?;
        rows.map(|row| read_entry(row?)).collect()
    }

    fn forget_before(&mut self, first: Sequence, tallies: &[Tally]) -> Result<(), JournalError> {
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        for tally in tallies {
            tallies::add(&transaction, tally)?;
        }
        transaction.execute("DELETE FROM entry WHERE sequence < ?1", [first.0 as i64])?;
        transaction.commit()?;
        scrub(&self.connection)
    }

    fn add_taps(&mut self, taps: &Taps) -> Result<(), JournalError> {
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        taps::add(&transaction, taps)?;
        transaction.commit()?;
        // The counts that were overwritten must not be recoverable: the difference is what few visitors have answered.
        scrub(&self.connection)
    }
}

/// The entries from the newest `DayOpened` on.
pub(super) fn entries_of_today(connection: &Connection) -> Result<Vec<Entry>, JournalError> {
    let sql = "SELECT sequence, at, event FROM entry
               WHERE sequence >= coalesce((SELECT max(sequence) FROM entry WHERE kind = 'day-opened'), 0)
               ORDER BY sequence";
    let mut statement = connection.prepare(sql)?;
    let rows = statement.query_map([], raw_entry)?;
    rows.map(|row| read_entry(row?)).collect()
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

/// Removes what was deleted from free pages and from the write-ahead log.
fn scrub(connection: &Connection) -> Result<(), JournalError> {
    let free: i64 = connection.pragma_query_value(None, "freelist_count", |row| row.get(0))?;
    if free > 0 {
        connection.execute_batch("VACUUM")?;
    }
    let is_busy: i64 = connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0))?;
    if is_busy == 0 { Ok(()) } else { Err(JournalError::Disk("another connection holds the log".to_owned())) }
}

fn last_of(connection: &Connection) -> Result<Sequence, JournalError> {
    let last: i64 = connection.query_row("SELECT coalesce(max(sequence), 0) FROM entry", [], |row| row.get(0))?;
    Ok(Sequence(last.unsigned_abs()))
}

type RawEntry = (i64, i64, String);

fn raw_entry(row: &Row) -> rusqlite::Result<RawEntry> {
    Ok((row.get(0)?, row.get(1)?, row.get(2)?))
}

fn read_entry((sequence, at, event): RawEntry) -> Result<Entry, JournalError> {
    let sequence = Sequence(sequence.unsigned_abs());
    let damaged = |problem: String| JournalError::Damaged { at: sequence, problem };
    let at = Timestamp::from_millisecond(at).map_err(|error| damaged(error.to_string()))?;
    let event = format::read(&event).map_err(damaged)?;
    Ok(Entry { sequence, at, event })
}

type RawAnswer = (i64, String, Option<CommandDigest>, String);

fn read_answer((sequence, key, digest, outcome): RawAnswer) -> Result<Answered, JournalError> {
    let sequence = Sequence(sequence.unsigned_abs());
    let damaged = |problem: String| JournalError::Damaged { at: sequence, problem };
    let key = IdempotencyKey::parse(&key).ok_or_else(|| damaged(format!("{key:?} is not an idempotency key")))?;
    let outcome = format::read_outcome(&outcome).map_err(damaged)?;
    Ok(Answered { sequence, key, digest, outcome })
}
