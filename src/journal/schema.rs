//! The tables, how a connection is set up, and how older data are brought up to date.
//!
//! Migrations are only ever added at the end of [`MIGRATIONS`], never changed: some kiosk has run them already. A change of the
//! stored form (`format`) needs one too, if need be an empty one, so that an older version knows that it can't read it.

use super::error::JournalError;
use super::half_restored;
use super::links;
use crate::domain::Sequence;
use rusqlite::Connection;
use rusqlite::config::DbConfig;
use rustix::fs::{CWD, FileType, Mode, mknodat};
use rustix::io::Errno;
use std::collections::BTreeSet;
use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::time::Duration;

/// How long a connection waits for another one's commit.
pub(super) const BUSY: Duration = Duration::from_secs(5);

const MIGRATIONS: &[&str] = &[
    "
    CREATE TABLE entry (
        sequence INTEGER PRIMARY KEY,
        at INTEGER NOT NULL,          -- milliseconds since 1970, UTC
        key TEXT,                     -- the idempotency key of the command
        kind TEXT NOT NULL,
        event TEXT NOT NULL           -- JSON, see format
    ) STRICT;
    CREATE INDEX entry_day_opened ON entry (sequence) WHERE kind = 'day-opened';
    CREATE TABLE staff (
        name TEXT PRIMARY KEY,
        role TEXT NOT NULL,
        pin_hash TEXT NOT NULL        -- argon2id, PHC string
    ) STRICT;
    CREATE TABLE staff_session (
        token_hash BLOB PRIMARY KEY,
        name TEXT NOT NULL REFERENCES staff (name) ON DELETE CASCADE,
        expires INTEGER NOT NULL      -- milliseconds since 1970, UTC
    ) STRICT;
    CREATE TABLE device (
        name TEXT PRIMARY KEY,
        key_hash BLOB NOT NULL UNIQUE
    ) STRICT;
",
    "
    CREATE TABLE tally (
        day TEXT PRIMARY KEY,         -- the site's date
        counts TEXT NOT NULL          -- JSON, see tallies.rs
    ) STRICT, WITHOUT ROWID;
",
    "
    CREATE TABLE taps (
        week TEXT PRIMARY KEY,        -- its Monday
        counts TEXT NOT NULL          -- JSON, see taps.rs
    ) STRICT, WITHOUT ROWID;
",
    // The answer stands beside the key instead of being read off the event. Answers of the older version have no digest.
    "
    ALTER TABLE entry ADD COLUMN digest BLOB;   -- SHA-256 of the command, see hub/ledger.rs
    ALTER TABLE entry ADD COLUMN outcome TEXT;  -- JSON, see format/outcome.rs
    UPDATE entry SET outcome = CASE
        WHEN kind = 'issued' THEN json_object('issued', event ->> 'ticket')
        WHEN kind IN ('called', 'recalled') THEN json_object('called', json_object(
            'desk', event ->> 'desk', 'ticket', event ->> 'ticket', 'call', event ->> 'call'))
        WHEN kind = 'booked' THEN json_object('booked', event ->> 'code')
        WHEN kind IN ('unbooked', 'desk-opened', 'desk-paused', 'desk-closed') THEN '\"done\"'
        ELSE json_object('changed', event ->> 'ticket')
    END WHERE key IS NOT NULL AND json_valid(event);
    UPDATE entry SET event = json_set(event, '$.anchor', event ->> 'date')
        WHERE kind = 'day-opened' AND json_valid(event) AND event ->> 'anchor' IS NULL;
",
    // New events and fields: undone, copy-requested, copy-reported, what a ticket was promised. The tables stay, but a
    // version that can't read these entries must say that they are newer, not that they are damaged. Undoing hashes its
    // act as well.
    "
    UPDATE entry SET digest = NULL WHERE kind = 'undone';
",
    // A new event: clock-set.
    "",
    // A new event: entries-lost. A journal gets a name, and each entry a sum: damage is noticed. Older
    // entries have none.
    "
    CREATE TABLE journal (
        id BLOB NOT NULL              -- 16 random bytes
    ) STRICT;
    INSERT INTO journal (id) VALUES (randomblob(16));
    ALTER TABLE entry ADD COLUMN sum BLOB;      -- see sum.rs
",
    // A new event: slip-requested.
    "",
    // What the owner of an account is asked, and the browsers that an account has signed in from.
    "
    ALTER TABLE staff ADD COLUMN pin_origin TEXT NOT NULL DEFAULT 'older';  -- see pin_origin.rs
    ALTER TABLE staff_session ADD COLUMN asks_pin INTEGER NOT NULL DEFAULT 0;  -- 1: an own PIN comes before all else
    ALTER TABLE staff_session ADD COLUMN opened INTEGER;    -- milliseconds since 1970, UTC
    ALTER TABLE staff_session ADD COLUMN origin TEXT;       -- the address it was opened from
    CREATE TABLE staff_browser (
        token_hash BLOB NOT NULL,
        name TEXT NOT NULL REFERENCES staff (name) ON DELETE CASCADE,
        seen INTEGER NOT NULL,        -- the last sign-in, milliseconds since 1970, UTC
        PRIMARY KEY (token_hash, name)
    ) STRICT, WITHOUT ROWID;
",
    // What an account and a device may do. An account without institutions belongs to all of them. Devices of before may
    // issue, at the rate that a new one gets.
    "
    CREATE TABLE staff_institution (
        name TEXT NOT NULL REFERENCES staff (name) ON UPDATE CASCADE ON DELETE CASCADE,
        institution TEXT NOT NULL,    -- a code of the site file
        PRIMARY KEY (name, institution)
    ) STRICT, WITHOUT ROWID;
    ALTER TABLE device ADD COLUMN may TEXT NOT NULL DEFAULT 'issue';   -- words with a space between, see device.rs
    ALTER TABLE device ADD COLUMN rate INTEGER NOT NULL DEFAULT 30000;   -- tickets a minute
    ALTER TABLE device ADD COLUMN added INTEGER;                       -- milliseconds since 1970, UTC
    ALTER TABLE device ADD COLUMN seen INTEGER;                        -- the same
    CREATE TABLE device_use (
        name TEXT NOT NULL REFERENCES device (name) ON DELETE CASCADE,
        minute INTEGER NOT NULL,      -- since 1970, UTC
        tickets INTEGER NOT NULL,
        PRIMARY KEY (name, minute)
    ) STRICT, WITHOUT ROWID;
",
];

/// Marks a database that has a witness, in the header of its file (`application_id`): "Spoj".
const APPLICATION: i32 = 0x5370_6f6a;
/// A version that is further ahead than this was not written by any program.
const FURTHEST: i64 = 1_000;

/// The version of the tables that this program knows.
pub(super) fn version() -> i64 {
    MIGRATIONS.len() as i64
}

/// Opens the database, makes it durable against power cuts, and brings its tables up to date.
pub(super) fn connect(file: &Path) -> Result<Connection, JournalError> {
    if half_restored::is_cut_off(file.parent().unwrap_or(Path::new("."))) {
        return Err(JournalError::RestoreCutOff);
    }
    links::must_be_none(file)?;
    restrict_to_owner(file).map_err(|error| JournalError::Disk(format!("{}: {error}", file.display())))?;
    let mut connection = Connection::open(file)?;
    set_up(&connection).map_err(|error| opening(file, error))?;
    migrate(&mut connection).map_err(|error| match error {
        Migration::Newer { found, known } => JournalError::Newer { found, known },
        Migration::Odd(problem) => {
            let problem = format!("{}: {problem}", file.display());
            JournalError::Damaged { at: Sequence::default(), problem }
        }
        Migration::Sql(error) => opening(file, error),
    })?;
    Ok(connection)
}

/// Every column of every table, as `table.column`.
fn columns(connection: &Connection) -> rusqlite::Result<BTreeSet<String>> {
    let sql = "SELECT tables.name || '.' || columns.name
               FROM sqlite_schema AS tables, pragma_table_info(tables.name) AS columns WHERE tables.type = 'table'";
    let mut statement = connection.prepare(sql)?;
    statement.query_map([], |row| row.get(0))?.collect()
}

/// The first column that a database of this version should have and has not: a name in its schema is damaged.
pub(super) fn lacking_column(connection: &Connection) -> rusqlite::Result<Option<String>> {
    let fresh = Connection::open_in_memory()?;
    MIGRATIONS.iter().try_for_each(|migration| fresh.execute_batch(migration))?;
    let found = columns(connection)?;
    Ok(columns(&fresh)?.into_iter().find(|column| !found.contains(column)))
}

/// Whether a journal of a house is in it, so that there has to be a witness beside.
pub(super) fn is_witnessed(connection: &Connection) -> rusqlite::Result<bool> {
    let found: i32 = connection.pragma_query_value(None, "application_id", |row| row.get(0))?;
    Ok(found == APPLICATION)
}

/// From now on there has to be one.
pub(super) fn mark_witnessed(connection: &Connection) -> rusqlite::Result<()> {
    if is_witnessed(connection)? { Ok(()) } else { connection.pragma_update(None, "application_id", APPLICATION) }
}

/// Tokens and PIN hashes are readable by this user only. SQLite gives its side files the rights of the main one.
///
/// By path and without opening: the locks of SQLite belong to the process, and closing any descriptor of the file gives up
/// those of its connections. Another program that looks at the file would then take itself for the last one, and delete
/// the write-ahead log under the running house (sqlite.org, "How To Corrupt An SQLite Database File", 2.2).
fn restrict_to_owner(file: &Path) -> std::io::Result<()> {
    match mknodat(CWD, file, FileType::RegularFile, Mode::RUSR | Mode::WUSR, 0) {
        Ok(()) | Err(Errno::EXIST) => {}
        Err(error) => return Err(error.into()),
    }
    let rights = fs::metadata(file)?.permissions().mode();
    if rights & 0o077 == 0 { Ok(()) } else { fs::set_permissions(file, Permissions::from_mode(0o600)) }
}

/// The settings of a connection after [`connect`], as SQLite reports them; a test checks them.
pub const PRAGMAS: &[(&str, &str)] = &[
    ("journal_mode", "wal"),
    ("synchronous", "2"),
    ("foreign_keys", "1"),
    ("trusted_schema", "0"),
    ("temp_store", "2"),
    ("secure_delete", "1"),
];

/// Names the file in the message.
fn opening(file: &Path, error: rusqlite::Error) -> JournalError {
    match JournalError::from(error) {
        JournalError::Damaged { at, problem } => {
            JournalError::Damaged { at, problem: format!("{} is not a sound database: {problem}", file.display()) }
        }
        other => other,
    }
}

/// `synchronous=FULL` with the write-ahead log loses nothing at a power cut and is fast enough.
fn set_up(connection: &Connection) -> rusqlite::Result<()> {
    connection.busy_timeout(BUSY)?;
    // Else a kept statement is planned anew for each value that it is given, which takes longer than to carry it out.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    connection.pragma_update(None, "journal_mode", "WAL")?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.pragma_update(None, "foreign_keys", "ON")?;
    connection.pragma_update(None, "trusted_schema", "OFF")?;
    connection.pragma_update(None, "secure_delete", "ON")?;
    connection.pragma_update(None, "temp_store", "MEMORY")
}

enum Migration {
    Newer {
        found: i64,
        known: i64,
    },
    /// No program has left the file so.
    Odd(String),
    Sql(rusqlite::Error),
}

impl From<rusqlite::Error> for Migration {
    fn from(error: rusqlite::Error) -> Migration {
        Migration::Sql(error)
    }
}

/// What is wrong with a version that no program has written, if it is one.
pub(super) fn oddness(version: i64, tables: i64) -> Option<String> {
    let is_odd = version < 0 || version > self::version() + FURTHEST || (version == 0) != (tables == 0);
    is_odd.then(|| format!("it says version {version} and has {tables} tables"))
}

fn migrate(connection: &mut Connection) -> Result<(), Migration> {
    let known = version();
    let found_in = |connection: &Connection| connection.pragma_query_value(None, "user_version", |row| row.get(0));
    if found_in(connection)? == known {
        // Nothing is written then, so that a start succeeds on a full disk.
        return Ok(());
    }
    let transaction = connection.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
    let found: i64 = found_in(&transaction)?;
    let tables: i64 = transaction.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
    if let Some(problem) = oddness(found, tables) {
        return Err(Migration::Odd(problem));
    }
    if found > known {
        return Err(Migration::Newer { found, known });
    }
    for migration in MIGRATIONS.iter().skip(usize::try_from(found).unwrap_or(0)) {
        transaction.execute_batch(migration).map_err(|error| match error.sqlite_error_code() {
            // Such as a table that is there already.
            Some(rusqlite::ErrorCode::Unknown) => {
                Migration::Odd(format!("it says version {found} and has other tables than that"))
            }
            _ => Migration::Sql(error),
        })?;
    }
    transaction.pragma_update(None, "user_version", known)?;
    Ok(transaction.commit()?)
}
