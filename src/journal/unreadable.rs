//! Counts that can't be read any more: their row is put aside under another key, where a person can still look at it, and the
//! counts begin anew. No check at a start looks into counts, and nothing that visitors need rests on them.

use super::error::JournalError;
use rusqlite::{Connection, OptionalExtension};

/// A table of counts, and its key.
pub(super) type CountTable = (&'static str, &'static str);

pub(super) const TALLY: CountTable = ("tally", "day");
pub(super) const TAPS: CountTable = ("taps", "week");

/// Follows the key of a row that was put aside.
const ASIDE: &str = " unreadable";

/// SQL: this key is not of a row that was put aside.
pub(super) fn is_not(key: &str) -> String {
    format!("{key} NOT LIKE '%{ASIDE}'")
}

/// The counts under this key; `None` when there are none, or none that can be read.
pub(super) fn or_aside<T>(
    connection: &Connection,
    (table, key): CountTable,
    of: &str,
    read: impl FnOnce(&str) -> Result<T, JournalError>,
) -> Result<Option<T>, JournalError> {
    // As bytes: a text may have become one that is not UTF-8.
    let sql = format!("SELECT CAST(counts AS BLOB) FROM {table} WHERE {key} = ?1");
    let there: Option<Vec<u8>> = connection.query_row(&sql, [of], |row| row.get(0)).optional()?;
    let Some(there) = there else { return Ok(None) };
    match read(&String::from_utf8_lossy(&there)) {
        Ok(counts) => Ok(Some(counts)),
        Err(_) => {
            // What is wrong is not said: it might quote the count of a few people.
            tracing::error!(
                table,
                of,
                "counts can't be read any more and begin anew; a backup may still have the former ones"
            );
            let aside = format!("UPDATE OR REPLACE {table} SET {key} = ?1 WHERE {key} = ?2");
            connection.execute(&aside, [format!("{of}{ASIDE}").as_str(), of])?;
            Ok(None)
        }
    }
}
