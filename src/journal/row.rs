//! A row of the table of entries, as it stands on disk.

use super::error::JournalError;
use super::format::{self, EventReader};
use super::log::{Answered, CommandDigest};
use super::sum::{Summed, kind_of, sum_of};
use crate::domain::{Entry, IdempotencyKey, Sequence};
use jiff::Timestamp;
use rusqlite::{Connection, Row};
use std::collections::BTreeSet;

/// The columns in the order in which [`StoredRow::read`] expects them.
pub(super) const COLUMNS: &str = "sequence, at, kind, event, key, digest, outcome, sum";

/// The same for a table that an older version may have made: what it lacks is empty.
pub(super) fn columns_in(connection: &Connection) -> String {
    let named = || -> rusqlite::Result<BTreeSet<String>> {
        let mut statement = connection.prepare("SELECT name FROM pragma_table_info('entry')")?;
        statement.query_map([], |row| row.get(0))?.collect()
    };
    let named = named().unwrap_or_default();
    let column = |name: &str| if named.contains(name) { name.to_owned() } else { format!("NULL AS {name}") };
    if named.is_empty() { COLUMNS.to_owned() } else { COLUMNS.split(", ").map(column).collect::<Vec<_>>().join(", ") }
}

#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct StoredRow {
    pub sequence: i64,
    pub at: i64,
    pub kind: String,
    pub event: String,
    pub key: Option<String>,
    pub digest: Option<Vec<u8>>,
    pub outcome: Option<String>,
    /// `None` when a version without sums has written it.
    pub sum: Option<Vec<u8>>,
}

impl StoredRow {
    /// Of an entry, with the answer that was given for it.
    pub(super) fn of(entry: &Entry, answer: Option<&Answered>) -> StoredRow {
        let event = format::write(&entry.event);
        let mut row = StoredRow {
            sequence: entry.sequence.0.cast_signed(),
            at: entry.at.as_millisecond(),
            kind: kind_of(&event).to_owned(),
            event,
            key: answer.map(|answer| answer.key.as_str().to_owned()),
            digest: answer.and_then(|answer| answer.digest).map(|digest| digest.to_vec()),
            outcome: answer.map(|answer| format::write_outcome(answer.outcome)),
            sum: None,
        };
        row.sum = Some(sum_of(row.summed()).to_vec());
        row
    }

    pub(super) fn read(row: &Row) -> rusqlite::Result<StoredRow> {
        let mut read = StoredRow::default();
        read.become_row(row)?;
        Ok(read)
    }

    /// Becomes another row, in the memory that it has.
    pub(super) fn become_row(&mut self, row: &Row) -> rusqlite::Result<()> {
        self.sequence = row.get(0)?;
        self.at = row.get(1)?;
        set_text(&mut self.kind, row.get_ref(2)?.as_str()?);
        set_text(&mut self.event, row.get_ref(3)?.as_str()?);
        set(&mut self.key, row.get_ref(4)?.as_str_or_null()?, set_text);
        set(&mut self.digest, row.get_ref(5)?.as_blob_or_null()?, set_bytes);
        set(&mut self.outcome, row.get_ref(6)?.as_str_or_null()?, set_text);
        set(&mut self.sum, row.get_ref(7)?.as_blob_or_null()?, set_bytes);
        Ok(())
    }

    pub(super) fn is_opening(&self) -> bool {
        self.kind == "day-opened"
    }

    /// Whether it tells of no day.
    pub(super) fn may_come_before_a_day(&self) -> bool {
        self.kind == "clock-set"
    }

    /// Checks it by its sum; without one, by reading it.
    pub(super) fn check(&self) -> Result<(), JournalError> {
        let damaged = |problem: &str| JournalError::Damaged { at: self.place(), problem: problem.to_owned() };
        let Some(sum) = &self.sum else {
            self.entry(&mut EventReader::default())?;
            self.answer()?;
            return if kind_of(&self.event) == self.kind { Ok(()) } else { Err(damaged("it is of another kind")) };
        };
        if sum_of(self.summed()) == sum.as_slice() { Ok(()) } else { Err(damaged("it is not as it was written")) }
    }

    /// What its sum is taken over.
    pub(super) fn summed(&self) -> Summed<'_> {
        Summed {
            sequence: self.sequence,
            at: self.at,
            kind: &self.kind,
            event: &self.event,
            key: self.key.as_deref(),
            digest: self.digest.as_deref(),
            outcome: self.outcome.as_deref(),
        }
    }

    pub(super) fn entry(&self, events: &mut EventReader) -> Result<Entry, JournalError> {
        let sequence = self.place();
        let damaged = |problem: String| JournalError::Damaged { at: sequence, problem };
        let at = Timestamp::from_millisecond(self.at).map_err(|error| damaged(error.to_string()))?;
        let event = events.read(&self.event).map_err(damaged)?;
        Ok(Entry { sequence, at, event })
    }

    /// The answer that was given with the entry, if a key came with the command.
    pub(super) fn answer(&self) -> Result<Option<Answered>, JournalError> {
        let sequence = self.place();
        let damaged = |problem: String| JournalError::Damaged { at: sequence, problem };
        let (Some(key), Some(outcome)) = (&self.key, &self.outcome) else { return Ok(None) };
        let key = IdempotencyKey::parse(key).ok_or_else(|| damaged(format!("{key:?} is not an idempotency key")))?;
        let digest = self.digest.as_deref().map(CommandDigest::try_from).transpose();
        let digest = digest.map_err(|_| damaged("its digest has another length".to_owned()))?;
        let outcome = format::read_outcome(outcome).map_err(damaged)?;
        Ok(Some(Answered { sequence, key, digest, outcome }))
    }

    /// Writes it as it is.
    pub(super) fn insert(&self, into: &Connection) -> rusqlite::Result<()> {
        let sql = format!("INSERT INTO entry ({COLUMNS}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)");
        let columns =
            (self.sequence, self.at, &self.kind, &self.event, &self.key, &self.digest, &self.outcome, &self.sum);
        into.prepare_cached(&sql)?.execute(columns).map(drop)
    }

    fn place(&self) -> Sequence {
        Sequence(self.sequence.unsigned_abs())
    }
}

fn set_text(text: &mut String, to: &str) {
    text.clear();
    text.push_str(to);
}

fn set_bytes(bytes: &mut Vec<u8>, to: &[u8]) {
    bytes.clear();
    bytes.extend_from_slice(to);
}

fn set<T: Default, U: ?Sized>(column: &mut Option<T>, to: Option<&U>, set: fn(&mut T, &U)) {
    match to {
        Some(to) => set(column.get_or_insert_default(), to),
        None => *column = None,
    }
}
