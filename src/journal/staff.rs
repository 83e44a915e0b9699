//! Staff accounts and their sessions. Devices are in `device.rs`.
//!
//! Secrets are kept as hashes only: PINs as argon2id, session tokens and device keys as SHA-256 of random bits. Sessions are
//! on disk, so that a power cut does not sign every desk out. Calls block on the disk for a moment.

use super::error::JournalError;
use super::role::Role;
use super::staff_rights::{self, institutions};
use super::witness::Witness;
use super::{recovery, schema};
use crate::domain::{ClockShift, InstitutionCode};
use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension, Row, Transaction, TransactionBehavior};
use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// Accounts, sessions and devices, in the same file as the journal.
#[derive(Debug)]
pub struct StaffBook {
    connection: Mutex<Connection>,
}

/// A staff account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StaffMember {
    /// The login name; it need not be a real name.
    pub name: String,
    pub role: Role,
    /// Where it works; nothing for all of them.
    pub institutions: Vec<InstitutionCode>,
}

/// A session of a staff account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StaffSession {
    pub name: String,
    pub role: Role,
    /// Where the account works; nothing for all of them.
    pub institutions: Vec<InstitutionCode>,
    pub expires: Timestamp,
}

impl StaffSession {
    /// How long it is valid: staff work all day.
    pub const LASTS: Duration = Duration::from_secs(12 * 3600);
}

/// Why the staff book refused or failed.
#[derive(Debug, thiserror::Error)]
pub enum StaffError {
    /// The name is in use.
    #[error("the name {0} is taken: remove that account or device first, or choose another name")]
    NameTaken(String),
    /// Not a name: 1 to 40 characters, no control characters, no space at either end.
    #[error("{0:?} is not a name: use 1 to 40 characters, without spaces at the ends")]
    BadName(String),
    /// Without this account the others would be without a manager.
    #[error(
        "{0} is the last manager: give another account that role first (`sportello staff change NAME --role manager`)"
    )]
    LastManager(String),
    #[error(transparent)]
    Journal(#[from] JournalError),
}

impl From<rusqlite::Error> for StaffError {
    fn from(error: rusqlite::Error) -> StaffError {
        StaffError::Journal(error.into())
    }
}

impl StaffBook {
    /// Opens the staff book in this database file. A database that is gone is not begun anew: the house has to look for
    /// its backup first.
    pub fn open(file: &Path) -> Result<StaffBook, StaffError> {
        recovery::must_be_there(file, &Witness::open(file).1)?;
        Ok(StaffBook { connection: Mutex::new(schema::connect(file)?) })
    }

    /// Adds an account. `pin_hash` is an argon2 PHC string.
    pub fn add(&self, name: &str, role: Role, pin_hash: &str) -> Result<(), StaffError> {
        self.add_for(name, role, &[], pin_hash)
    }

    /// The same, for certain institutions; nothing stands for all of them.
    pub fn add_for(
        &self,
        name: &str,
        role: Role,
        institutions: &[InstitutionCode],
        pin_hash: &str,
    ) -> Result<(), StaffError> {
        check_name(name)?;
        let mut connection = self.connection();
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let sql = "INSERT INTO staff (name, role, pin_hash) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING";
        if transaction.execute(sql, (name, role.name(), pin_hash))? == 0 {
            return Err(StaffError::NameTaken(name.to_owned()));
        }
        staff_rights::set_institutions(&transaction, name, institutions)?;
        Ok(transaction.commit()?)
    }

    /// All accounts, by name.
    pub fn list(&self) -> Result<Vec<StaffMember>, StaffError> {
        let connection = self.connection();
        let sql = concat!("SELECT name, role, ", institutions!(), " FROM staff ORDER BY name");
        let mut statement = connection.prepare(sql)?;
        let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
        let member = |row: rusqlite::Result<(String, String, Option<String>)>| {
            let (name, role, institutions) = row?;
            let (role, institutions) = (read_role(&role)?, staff_rights::read_institutions(institutions)?);
            Ok(StaffMember { name, role, institutions })
        };
        rows.map(member).collect()
    }

    /// Gives an account another role or other institutions; what is `None` stays. `false` if there is no such account.
    /// Rights are read with each request, so the change holds at once, and sessions go on.
    pub fn change_rights(
        &self,
        name: &str,
        role: Option<Role>,
        institutions: Option<&[InstitutionCode]>,
    ) -> Result<bool, StaffError> {
        self.keeping_a_manager(name, |transaction| {
            let sql = "UPDATE staff SET role = coalesce(?2, role) WHERE name = ?1";
            let is_known = transaction.execute(sql, (name, role.map(Role::name)))? == 1;
            if let Some(institutions) = institutions.filter(|_| is_known) {
                staff_rights::set_institutions(transaction, name, institutions)?;
            }
            Ok(is_known)
        })
    }

    /// Removes an account and its sessions; `false` if there is no such account.
    pub fn remove(&self, name: &str) -> Result<bool, StaffError> {
        let sql = "DELETE FROM staff WHERE name = ?1";
        self.keeping_a_manager(name, |transaction| Ok(transaction.execute(sql, [name])? == 1))
    }

    /// The role and the PIN's hash (argon2 PHC string) of an account.
    pub fn pin_hash(&self, name: &str) -> Result<Option<(Role, String)>, StaffError> {
        let sql = "SELECT role, pin_hash FROM staff WHERE name = ?1";
        let found: Option<(String, String)> =
            self.connection().query_row(sql, [name], |row| Ok((row.get(0)?, row.get(1)?))).optional()?;
        found.map(|(role, hash)| Ok((read_role(&role)?, hash))).transpose()
    }

    /// Opens a session until `expires`, and deletes the sessions that have expired at `now`.
    pub fn open_session(
        &self,
        name: &str,
        token_hash: &[u8; 32],
        now: Timestamp,
        expires: Timestamp,
    ) -> Result<(), StaffError> {
        let connection = self.connection();
        let forget = "DELETE FROM staff_session WHERE expires <= ?1";
        connection.execute(forget, [now.as_millisecond()])?;
        let sql = "INSERT INTO staff_session (token_hash, name, expires) VALUES (?1, ?2, ?3)";
        connection.execute(sql, (token_hash, name, expires.as_millisecond()))?;
        Ok(())
    }

    /// The session with this token, if it has not expired.
    pub fn session(&self, token_hash: &[u8; 32], now: Timestamp) -> Result<Option<StaffSession>, StaffError> {
        let sql = concat!(
            "SELECT staff.name, staff.role, ",
            institutions!(),
            ", expires FROM staff_session JOIN staff USING (name) WHERE token_hash = ?1 AND expires > ?2"
        );
        // Each request of staff asks it.
        let connection = self.connection();
        let columns = |row: &Row<'_>| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?));
        let found: Option<(String, String, Option<String>, i64)> =
            connection.prepare_cached(sql)?.query_row((token_hash, now.as_millisecond()), columns).optional()?;
        let session = |(name, role, institutions, expires): (String, String, Option<String>, i64)| {
            let (role, institutions) = (read_role(&role)?, staff_rights::read_institutions(institutions)?);
            let expires = Timestamp::from_millisecond(expires).unwrap_or(now);
            Ok(StaffSession { name, role, institutions, expires })
        };
        found.map(session).transpose()
    }

    pub fn close_session(&self, token_hash: &[u8; 32]) -> Result<(), StaffError> {
        let sql = "DELETE FROM staff_session WHERE token_hash = ?1";
        self.connection().execute(sql, [token_hash])?;
        Ok(())
    }

    /// Changes an account, unless that leaves the others without any of the managers there were.
    fn keeping_a_manager(
        &self,
        name: &str,
        change: impl FnOnce(&Transaction<'_>) -> rusqlite::Result<bool>,
    ) -> Result<bool, StaffError> {
        let mut connection = self.connection();
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let managers = staff_rights::managers(&transaction)?;
        let done = change(&transaction)?;
        if managers > 0 && staff_rights::lack_a_manager(&transaction)? {
            return Err(StaffError::LastManager(name.to_owned()));
        }
        transaction.commit()?;
        Ok(done)
    }

    pub(super) fn connection(&self) -> MutexGuard<'_, Connection> {
        // SQLite rolls back the transaction of a thread that panicked, so the connection is still usable.
        self.connection.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Sessions last as long as before when the machine's clock is set; those of before the wrong time end as they should.
pub(super) fn move_sessions(transaction: &Transaction<'_>, shift: &ClockShift) -> rusqlite::Result<()> {
    let first = shift.since.and_then(|since| since.checked_add(StaffSession::LASTS).ok());
    let first = first.map_or(i64::MIN, |first| first.as_millisecond());
    let by = i64::try_from(shift.by.as_millis()).unwrap_or(0);
    transaction.execute("UPDATE staff_session SET expires = expires + ?1 WHERE expires >= ?2", [by, first])?;
    Ok(())
}

pub(super) fn check_name(name: &str) -> Result<(), StaffError> {
    let is_name =
        (1..=40).contains(&name.chars().count()) && name.trim() == name && !name.chars().any(char::is_control);
    if is_name { Ok(()) } else { Err(StaffError::BadName(name.to_owned())) }
}

fn read_role(text: &str) -> Result<Role, JournalError> {
    let damaged = || JournalError::Damaged { at: Default::default(), problem: format!("{text:?} is not a role") };
    Role::parse(text).ok_or_else(damaged)
}
