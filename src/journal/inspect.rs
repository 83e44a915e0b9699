//! A look at a database that changes nothing: no lock is kept, no file is created, no log is copied.

use super::check::check;
use super::error::JournalError;
use super::names::beside;
use super::{read_only, schema};
use crate::domain::Sequence;
use jiff::Timestamp;
use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};
use std::path::Path;

/// What was found in a database.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DatabaseState {
    /// The version of its tables, and the one that this program knows.
    pub version: i64,
    pub known: i64,
    pub entries: u64,
    pub last_event: Option<Timestamp>,
    pub accounts: u64,
}

/// Looks at a database; `is_in_use` says whether a house has it open. An error says in what it is damaged.
pub fn inspect_database(file: &Path, is_in_use: bool) -> Result<DatabaseState, JournalError> {
    let connection = connect(file, is_in_use)?;
    let version = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
    let known = schema::version();
    let tables = connection.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
    if let Some(problem) = schema::oddness(version, tables) {
        return Err(JournalError::Damaged { at: Sequence::default(), problem });
    }
    if version == known {
        check(&connection)?;
    }
    let count = |sql: &str| connection.query_row(sql, [], |row| row.get::<_, Option<i64>>(0));
    let last_event = count("SELECT at FROM entry ORDER BY sequence DESC LIMIT 1");
    let last_event = last_event.or_else(|error| match error {
        rusqlite::Error::QueryReturnedNoRows => Ok(None),
        error => Err(error),
    })?;
    Ok(DatabaseState {
        version,
        known,
        entries: count("SELECT count(*) FROM entry")?.unwrap_or(0).unsigned_abs(),
        last_event: last_event.and_then(|at| Timestamp::from_millisecond(at).ok()),
        accounts: count("SELECT count(*) FROM staff")?.unwrap_or(0).unsigned_abs(),
    })
}

/// A connection that changes nothing, nor the files beside; `is_in_use` says whether a house has the database open.
pub(super) fn connect(file: &Path, is_in_use: bool) -> Result<Connection, JournalError> {
    if is_in_use { read_only::connect(file) } else { connect_to_resting(file) }
}

/// A database that no process has open. After a crash its log holds the newest entries, and SQLite would copy it.
fn connect_to_resting(file: &Path) -> Result<Connection, JournalError> {
    let has_log = std::fs::metadata(beside(file, "-wal")).is_ok_and(|log| log.len() > 0);
    if !has_log {
        return read_only::connect_to_unchanging(file);
    }
    // Without locks there is no index of the log beside it either: it is kept in memory.
    let connection = Connection::open_with_flags_and_vfs(file, OpenFlags::SQLITE_OPEN_READ_ONLY, c"unix-none")?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
    connection.pragma_update(None, "locking_mode", "EXCLUSIVE")?;
    Ok(connection)
}
