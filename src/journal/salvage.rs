//! What can still be read of a damaged database: row by row, each checked by its sum, so that one bad page takes only its own
//! rows with it.

use super::row::{COLUMNS, StoredRow, columns_in};
use super::schema;
use super::testimony::JournalId;
use rusqlite::types::Value;
use rusqlite::{Connection, params_from_iter};
use std::collections::BTreeMap;
use std::path::Path;

/// The most entries that are looked for: more than the longest day has.
const MOST: i64 = 400_000;

/// What could be read.
#[derive(Debug, Default)]
pub(super) struct Salvaged {
    pub id: Option<JournalId>,
    /// Sound entries by sequence.
    pub rows: BTreeMap<i64, StoredRow>,
    /// Other tables.
    tables: Vec<SalvagedTable>,
}

#[derive(Debug)]
struct SalvagedTable {
    name: String,
    columns: Vec<String>,
    rows: Vec<Vec<Value>>,
    is_whole: bool,
}

/// Reads a copy of a damaged database. `said` is where entries are looked for beside those that the table itself names: the
/// first and the last.
pub(super) fn read(copy: &Path, tables: &[String], said: Option<(i64, i64)>) -> Salvaged {
    let Ok(connection) = Connection::open(copy) else { return Salvaged::default() };
    if columns_in(&connection) != COLUMNS {
        // What an older version has written is read best after it is brought up to date, if that can be.
        drop(schema::connect(copy));
    }
    let edge = |which: &str| {
        let sql = format!("SELECT {which}(sequence) FROM entry");
        connection.query_row(&sql, [], |row| row.get::<_, Option<i64>>(0)).ok().flatten()
    };
    let named = match (edge("min"), edge("max")) {
        (Some(least), most) => Some((least, most.unwrap_or(least.saturating_add(MOST)))),
        (None, Some(most)) => Some((most.saturating_sub(MOST), most)),
        (None, None) => said.is_none().then_some((0, MOST)),
    };
    let mut rows = BTreeMap::new();
    let sql = format!("SELECT {} FROM entry WHERE sequence = ?1", columns_in(&connection));
    if let Ok(mut one) = connection.prepare(&sql) {
        // The newest are the day's.
        let bounded = |(first, last): (i64, i64)| first.max(last.saturating_sub(MOST))..=last;
        for sequence in [said, named].into_iter().flatten().flat_map(bounded) {
            if rows.contains_key(&sequence) {
                continue;
            }
            let Ok(row) = one.query_row([sequence], StoredRow::read) else { continue };
            if row.sequence == sequence && row.check().is_ok() {
                rows.insert(sequence, row);
            }
        }
    }
    let id = connection.query_row("SELECT id FROM journal", [], |row| row.get(0)).ok();
    let tables = tables.iter().filter_map(|name| read_table(&connection, name)).collect();
    Salvaged { id, rows, tables }
}

fn read_table(connection: &Connection, name: &str) -> Option<SalvagedTable> {
    let mut statement = connection.prepare(&format!("SELECT * FROM \"{name}\"")).ok()?;
    let columns: Vec<String> = statement.column_names().map(str::to_owned).collect();
    let mut read = statement.query([]).ok()?;
    let (mut rows, mut is_whole) = (Vec::new(), true);
    loop {
        match read.next() {
            Ok(Some(row)) => {
                match (0..columns.len()).map(|column| row.get(column)).collect::<rusqlite::Result<Vec<Value>>>() {
                    Ok(values) => rows.push(values),
                    Err(_) => is_whole = false,
                }
            }
            Ok(None) => break,
            Err(_) => {
                is_whole = false;
                break;
            }
        }
    }
    Some(SalvagedTable { name: name.to_owned(), columns, rows, is_whole })
}

impl Salvaged {
    /// Writes the other tables: one that was read whole replaces what a backup had, so that an account that was removed
    /// since stays removed.
    pub(super) fn write_tables(&self, into: &Connection) -> rusqlite::Result<()> {
        for table in &self.tables {
            let name = &table.name;
            if table.is_whole {
                into.execute(&format!("DELETE FROM \"{name}\""), [])?;
            }
            let columns: Vec<String> = table.columns.iter().map(|column| format!("\"{column}\"")).collect();
            let places: Vec<String> = (1..=columns.len()).map(|place| format!("?{place}")).collect();
            let sql =
                format!("INSERT OR REPLACE INTO \"{name}\" ({}) VALUES ({})", columns.join(", "), places.join(", "));
            let Ok(mut insert) = into.prepare(&sql) else { continue };
            for row in &table.rows {
                // What is of another type than its column was damaged.
                let _ = insert.execute(params_from_iter(row));
            }
        }
        Ok(())
    }
}
