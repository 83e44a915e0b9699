//! Who may sign in, who is signed in, and which devices may ask for tickets.
//!
//! Secrets are kept as hashes only: PINs as argon2id, session tokens and device keys as SHA-256 of random bits. Sessions are
//! on disk, so that a power cut does not sign every desk out. Calls block on the disk for a moment.

use super::role::Role;
use super::{JournalError, schema};
use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension};
use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// Accounts, sessions and devices, in the same file as the journal.
#[derive(Debug)]
pub struct StaffBook {
    connection: Mutex<Connection>,
}

/// Somebody who may sign in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StaffMember {
    /// The name used for signing in; need not be anybody's real one.
    pub name: String,
    /// What they may do.
    pub role: Role,
}

/// Somebody who is signed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StaffSession {
    /// Who.
    pub name: String,
    /// What they may do.
    pub role: Role,
    /// Until when.
    pub expires: Timestamp,
}

/// Why the staff book did not do it.
#[derive(Debug, thiserror::Error)]
pub enum StaffError {
    /// There is somebody of that name.
    #[error("somebody is called {0} already: remove that one first, or choose another name")]
    NameTaken(String),
    /// Not a name: 1 to 40 characters, no control characters, no space at either end.
    #[error("{0:?} is no name: use 1 to 40 characters, without spaces at the ends")]
    BadName(String),
    /// The disk.
    #[error(transparent)]
    Journal(#[from] JournalError),
}

impl StaffBook {
    /// Opens the staff book in this database file.
    pub fn open(file: &Path) -> Result<StaffBook, StaffError> {
        Ok(StaffBook { connection: Mutex::new(schema::connect(file)?) })
    }

    /// Adds somebody. `pin_hash` is an argon2 PHC string.
    pub fn add(&self, name: &str, role: Role, pin_hash: &str) -> Result<(), StaffError> {
        check_name(name)?;
        let sql = "INSERT INTO staff (name, role, pin_hash) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING";
        let added = self.connection().execute(sql, (name, role.name(), pin_hash)).map_err(schema::disk)?;
        if added == 1 { Ok(()) } else { Err(StaffError::NameTaken(name.to_owned())) }
    }

    /// Everybody who may sign in, by name.
    pub fn list(&self) -> Result<Vec<StaffMember>, StaffError> {
        let connection = self.connection();
        let mut statement = connection.prepare("SELECT name, role FROM staff ORDER BY name").map_err(schema::disk)?;
        let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).map_err(schema::disk)?;
        let member = |row: rusqlite::Result<(String, String)>| {
            let (name, role) = row.map_err(schema::disk)?;
            Ok(StaffMember { role: read_role(&role)?, name })
        };
        rows.map(member).collect()
    }

    /// Removes somebody and signs them out; `false` when there was nobody of that name.
    pub fn remove(&self, name: &str) -> Result<bool, StaffError> {
        let removed = self.connection().execute("DELETE FROM staff WHERE name = ?1", [name]).map_err(schema::disk)?;
        Ok(removed == 1)
    }

    /// The role and the PIN's hash (argon2 PHC string) of somebody.
    pub fn pin_hash(&self, name: &str) -> Result<Option<(Role, String)>, StaffError> {
        let sql = "SELECT role, pin_hash FROM staff WHERE name = ?1";
        let found: Option<(String, String)> = self
            .connection()
            .query_row(sql, [name], |row| Ok((row.get(0)?, row.get(1)?)))
            .optional()
            .map_err(schema::disk)?;
        found.map(|(role, hash)| Ok((read_role(&role)?, hash))).transpose()
    }

    /// Signs somebody in until `expires`, and forgets the sessions that have expired at `now`.
    pub fn open_session(
        &self,
        name: &str,
        token_hash: &[u8; 32],
        now: Timestamp,
        expires: Timestamp,
    ) -> Result<(), StaffError> {
        let connection = self.connection();
        let forget = "DELETE FROM staff_session WHERE expires <= ?1";
        connection.execute(forget, [now.as_millisecond()]).map_err(schema::disk)?;
        let sql = "INSERT INTO staff_session (token_hash, name, expires) VALUES (?1, ?2, ?3)";
        connection.execute(sql, (token_hash, name, expires.as_millisecond())).map_err(schema::disk)?;
        Ok(())
    }

    /// Who is signed in with this token, if it has not expired.
    pub fn session(&self, token_hash: &[u8; 32], now: Timestamp) -> Result<Option<StaffSession>, StaffError> {
        let sql = "SELECT staff.name, staff.role, expires FROM staff_session JOIN staff USING (name)
                   WHERE token_hash = ?1 AND expires > ?2";
        let found: Option<(String, String, i64)> = self
            .connection()
            .query_row(sql, (token_hash, now.as_millisecond()), |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
            .optional()
            .map_err(schema::disk)?;
        let session = |(name, role, expires): (String, String, i64)| {
            let expires = Timestamp::from_millisecond(expires).unwrap_or(now);
            Ok(StaffSession { role: read_role(&role)?, name, expires })
        };
        found.map(session).transpose()
    }

    /// Signs out.
    pub fn close_session(&self, token_hash: &[u8; 32]) -> Result<(), StaffError> {
        let sql = "DELETE FROM staff_session WHERE token_hash = ?1";
        self.connection().execute(sql, [token_hash]).map_err(schema::disk)?;
        Ok(())
    }

    /// Lets a device ask for tickets with a key of this hash.
    pub fn add_device(&self, name: &str, key_hash: &[u8; 32]) -> Result<(), StaffError> {
        check_name(name)?;
        let sql = "INSERT INTO device (name, key_hash) VALUES (?1, ?2) ON CONFLICT DO NOTHING";
        let added = self.connection().execute(sql, (name, key_hash)).map_err(schema::disk)?;
        if added == 1 { Ok(()) } else { Err(StaffError::NameTaken(name.to_owned())) }
    }

    /// The device with a key of this hash.
    pub fn device(&self, key_hash: &[u8; 32]) -> Result<Option<String>, StaffError> {
        let sql = "SELECT name FROM device WHERE key_hash = ?1";
        let found = self.connection().query_row(sql, [key_hash], |row| row.get(0)).optional();
        Ok(found.map_err(schema::disk)?)
    }

    fn connection(&self) -> MutexGuard<'_, Connection> {
        // SQLite rolls back what a panicking thread had begun, so the connection is still good.
        self.connection.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn check_name(name: &str) -> Result<(), StaffError> {
    let is_name =
        (1..=40).contains(&name.chars().count()) && name.trim() == name && !name.chars().any(char::is_control);
    if is_name { Ok(()) } else { Err(StaffError::BadName(name.to_owned())) }
}

fn read_role(text: &str) -> Result<Role, JournalError> {
    let damaged = || JournalError::Damaged { at: Default::default(), problem: format!("{text:?} is no role") };
    Role::parse(text).ok_or_else(damaged)
}
