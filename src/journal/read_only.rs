//! Reading the day beside the process that writes it: nothing is created, changed or scrubbed, and no lock is taken.

use super::error::JournalError;
use super::{entries, links, schema};
use crate::domain::{Entry, Sequence};
use rusqlite::{Connection, OpenFlags};
use std::os::unix::ffi::OsStrExt;
use std::path::Path;

/// The entries of the open business day. The writer goes on meanwhile: a reader sees what was committed before it began.
pub fn read_today(file: &Path) -> Result<Vec<Entry>, JournalError> {
    entries::entries_of_today(&connect_to_current(file)?)
}

/// The event with which the open day begins.
pub fn day_began(file: &Path) -> Result<Option<Sequence>, JournalError> {
    entries::opening_of_day(&connect_to_current(file)?)
}

/// Whether entries of ended days are still there.
pub fn has_ended_days(file: &Path) -> Result<bool, JournalError> {
    let connection = connect_to_current(file)?;
    let sql = "SELECT EXISTS (SELECT 1 FROM entry WHERE sequence <
                   (SELECT max(sequence) FROM entry WHERE kind = 'day-opened'))";
    Ok(connection.query_row(sql, [], |row| row.get(0))?)
}

/// A connection to a database of this version.
pub(super) fn connect_to_current(file: &Path) -> Result<Connection, JournalError> {
    current(connect(file)?)
}

/// The same connection, if its database is of this version.
pub(super) fn current(connection: Connection) -> Result<Connection, JournalError> {
    let found: i64 = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
    let known = schema::version();
    match found.cmp(&known) {
        std::cmp::Ordering::Greater => Err(JournalError::Newer { found, known }),
        std::cmp::Ordering::Less => Err(JournalError::Older { found, known }),
        std::cmp::Ordering::Equal => Ok(connection),
    }
}

/// A connection to a file that no process changes: nothing is created beside it, and nothing beside it is read.
pub(super) fn connect_to_unchanging(file: &Path) -> Result<Connection, JournalError> {
    let is_plain = |byte: &u8| byte.is_ascii_alphanumeric() || b"/._-~".contains(byte);
    let mut address = "file:".to_owned();
    for byte in file.as_os_str().as_bytes() {
        if is_plain(byte) { address.push(char::from(*byte)) } else { address.push_str(&format!("%{byte:02X}")) }
    }
    address.push_str("?immutable=1");
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI;
    let connection = Connection::open_with_flags(address, flags)?;
    connection.pragma_update(None, "trusted_schema", "OFF")?;
    Ok(connection)
}

/// Whether a day was ever opened in this journal, of whatever version; not when there is none.
pub fn has_begun(file: &Path) -> Result<bool, JournalError> {
    if !file.exists() {
        return Ok(false);
    }
    let connection = connect(file)?;
    let has_entries = connection.table_exists(None, "entry")?;
    Ok(has_entries && connection.query_row("SELECT EXISTS (SELECT 1 FROM entry)", [], |row| row.get(0))?)
}

pub(super) fn connect(file: &Path) -> Result<Connection, JournalError> {
    links::must_be_none(file)?;
    let connection = Connection::open_with_flags(file, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    connection.busy_timeout(schema::BUSY)?;
    Ok(connection)
}
