//! Looks at the whole journal when it is opened: its structure, its sequence, the sum of each entry.

use super::entries::read_all;
use super::error::JournalError;
use super::row::{COLUMNS, StoredRow};
use super::schema;
use super::testimony::{JournalId, Testimony};
use crate::domain::{Entry, Sequence};
use rusqlite::{Connection, OptionalExtension};

/// What a sound journal holds.
#[derive(Debug)]
pub(super) struct Checked {
    /// The entries of the open business day.
    pub today: Vec<Entry>,
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
    let mut of_today: Vec<StoredRow> = Vec::new();
    let mut before: Option<i64> = None;
    let mut statement = connection.prepare(&format!("SELECT {COLUMNS} FROM entry ORDER BY sequence"))?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let row = StoredRow::read(row)?;
        if let Some(before) = before.filter(|before| before + 1 != row.sequence) {
            let at = Sequence(row.sequence.unsigned_abs());
            return Err(damaged(at, &format!("entry {before} comes before it, and none between")));
        }
        before = Some(row.sequence);
        if row.is_opening() {
            of_today.drain(..).try_for_each(|row| row.check())?;
        } else if !row.may_come_before_a_day() && !of_today.first().is_some_and(StoredRow::is_opening) {
            // Of earlier days nothing is kept but whole days.
            return Err(damaged(Sequence(row.sequence.unsigned_abs()), "the opening of its day is missing"));
        }
        of_today.push(row);
    }
    let today = read_all(&of_today, |row| row.check().and_then(|()| row.entry()))?;
    let said = Testimony::of(id_of(connection)?, &today);
    Ok(Checked { today, said })
}

/// The name of the journal.
pub(super) fn id_of(connection: &Connection) -> Result<JournalId, JournalError> {
    let id = connection.query_row("SELECT id FROM journal", [], |row| row.get(0)).optional()?;
    id.ok_or_else(|| damaged(Sequence::default(), "it has no name"))
}

fn damaged(at: Sequence, problem: &str) -> JournalError {
    JournalError::Damaged { at, problem: problem.to_owned() }
}
