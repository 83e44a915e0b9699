//! Looks at the whole journal when it is opened: its structure, its sequence, the sum of each entry.

use super::error::JournalError;
use super::log::Answered;
use super::row::COLUMNS;
use super::row_reader::{RowSink, read_rows};
use super::schema;
use super::testimony::{JournalId, Testimony};
use crate::domain::{Entry, Event, Sequence};
use rusqlite::{Connection, OptionalExtension};

/// What a sound journal holds.
#[derive(Debug)]
pub(super) struct Checked {
    /// The entries of the open business day.
    pub today: Vec<Entry>,
    /// The answers that were given in it, oldest first.
    pub answers: Vec<Answered>,
    pub said: Testimony,
}

/// Checks everything. The indexes are checked as well: the day would be read from the wrong place.
pub(super) fn check(connection: &Connection) -> Result<Checked, JournalError> {
    let structure: String = connection.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))?;
    if structure != "ok" {
        return Err(damaged(Sequence::default(), &structure));
    }
    if let Some(column) = schema::lacking_column(connection)? {
        return Err(damaged(Sequence::default(), &format!("it has no column {column}")));
    }
    let mut read = read_rows(|sink| fetch(connection, sink))?;
    let is_opening = |entry: &Entry| matches!(entry.event, Event::DayOpened { .. });
    if let Some(opening) = read.entries.iter().rposition(is_opening) {
        read.entries.drain(..opening);
    }
    let first = read.entries.first().map(|entry| entry.sequence);
    read.answers.retain(|answer| first.is_some_and(|first| answer.sequence >= first));
    let said = Testimony::of(id_of(connection)?, &read.entries);
    Ok(Checked { today: read.entries, answers: read.answers, said })
}

/// Every row, if their sequence has no gap, and no row but of a whole day.
fn fetch(connection: &Connection, sink: &mut RowSink) -> Result<(), JournalError> {
    let mut statement = connection.prepare(&format!("SELECT {COLUMNS} FROM entry ORDER BY sequence"))?;
    let mut rows = statement.query([])?;
    let (mut before, mut is_of_a_day): (Option<i64>, bool) = (None, false);
    while let Some(row) = rows.next()? {
        let row = sink.take(row)?;
        let at = Sequence(row.sequence.unsigned_abs());
        if let Some(before) = before.filter(|before| before + 1 != row.sequence) {
            return Err(damaged(at, &format!("entry {before} comes before it, and none between")));
        }
        before = Some(row.sequence);
        is_of_a_day |= row.is_opening();
        if !is_of_a_day && !row.may_come_before_a_day() {
            // Of earlier days nothing is kept but whole days.
            return Err(damaged(at, "the opening of its day is missing"));
        }
    }
    Ok(())
}

/// The name of the journal.
pub(super) fn id_of(connection: &Connection) -> Result<JournalId, JournalError> {
    let id = connection.query_row("SELECT id FROM journal", [], |row| row.get(0)).optional()?;
    id.ok_or_else(|| damaged(Sequence::default(), "it has no name"))
}

fn damaged(at: Sequence, problem: &str) -> JournalError {
    JournalError::Damaged { at, problem: problem.to_owned() }
}
