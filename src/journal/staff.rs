//! Staff accounts. Their sessions are in `staff_session.rs`, their browsers in `staff_browser.rs`, devices in `device.rs`.
//!
//! Secrets are kept as hashes only: PINs as argon2id, tokens and keys as SHA-256 of random bits. Names that look the same are
//! the same, also when they were stored by a version that did not see it so. Calls block on the disk for a moment.

use super::error::JournalError;
use super::pin::PinOrigin;
use super::role::Role;
use super::staff_name::{NotAName, StaffName, meant, namesake};
use super::staff_rights::{self, institutions};
use super::witness::Witness;
use super::{inspect, read_only, recovery, schema, upgrade};
use crate::domain::InstitutionCode;
use rusqlite::{Connection, OptionalExtension, Row, Transaction, TransactionBehavior};
use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError, TryLockError};
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

/// A staff account with what its PIN is checked against.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StaffAccount {
    /// As it is stored.
    pub name: String,
    pub role: Role,
    /// An argon2 PHC string.
    pub pin_hash: String,
    pub pin_origin: PinOrigin,
}

/// Why the staff book refused or failed.
#[derive(Debug, thiserror::Error)]
pub enum StaffError {
    /// The name is in use.
    #[error("the name {0} is taken: remove that account or device first, or choose another name")]
    NameTaken(String),
    #[error(transparent)]
    BadName(#[from] NotAName),
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
        Ok(StaffBook { connection: Mutex::new(upgrade::connect(file)?) })
    }

    /// Adds an account for all institutions, whose owner has chosen the PIN. `pin_hash` is an argon2 PHC string.
    pub fn add(&self, name: &str, role: Role, pin_hash: &str) -> Result<(), StaffError> {
        self.add_for(name, role, &[], pin_hash, PinOrigin::Own)
    }

    /// The same, for certain institutions; nothing stands for all of them.
    pub fn add_for(
        &self,
        name: &str,
        role: Role,
        institutions: &[InstitutionCode],
        pin_hash: &str,
        origin: PinOrigin,
    ) -> Result<(), StaffError> {
        let name = StaffName::parse(name)?;
        let mut connection = self.connection();
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        if let Some(taken) = namesake(&transaction, "staff", &name)? {
            return Err(StaffError::NameTaken(taken));
        }
        let sql = "INSERT INTO staff (name, role, pin_hash, pin_origin) VALUES (?1, ?2, ?3, ?4)";
        transaction.execute(sql, (name.as_str(), role.name(), pin_hash, origin.name()))?;
        staff_rights::set_institutions(&transaction, name.as_str(), institutions)?;
        Ok(transaction.commit()?)
    }

    /// Gives an account another PIN and ends its sessions, but for the one with this token, which is asked for nothing any
    /// more; `false` if there is no such account.
    pub fn set_pin(
        &self,
        name: &str,
        pin_hash: &str,
        origin: PinOrigin,
        kept: Option<&[u8; 32]>,
    ) -> Result<bool, StaffError> {
        let mut connection = self.connection();
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let Some(name) = meant(&transaction, "staff", name)? else { return Ok(false) };
        let sql = "UPDATE staff SET pin_hash = ?2, pin_origin = ?3 WHERE name = ?1";
        transaction.execute(sql, (&name, pin_hash, origin.name()))?;
        transaction.execute("DELETE FROM staff_session WHERE name = ?1 AND token_hash IS NOT ?2", (&name, kept))?;
        transaction.execute("UPDATE staff_session SET asks_pin = 0 WHERE token_hash = ?1", [kept])?;
        transaction.commit()?;
        Ok(true)
    }

    /// All accounts, by name.
    pub fn list(&self) -> Result<Vec<StaffMember>, StaffError> {
        Ok(members(&self.connection())?)
    }

    /// Gives an account another role or other institutions; what is `None` stays. `false` if there is no such account.
    /// Rights are read with each request, so the change holds at once, and sessions go on.
    pub fn change_rights(
        &self,
        name: &str,
        role: Option<Role>,
        institutions: Option<&[InstitutionCode]>,
    ) -> Result<bool, StaffError> {
        self.keeping_a_manager(name, |transaction, name| {
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
        self.keeping_a_manager(name, |transaction, name| Ok(transaction.execute(sql, [name])? == 1))
    }

    /// The account that is meant by a name as it was typed.
    pub fn account(&self, typed: &str) -> Result<Option<StaffAccount>, StaffError> {
        let connection = self.connection();
        let Some(name) = meant(&connection, "staff", typed)? else { return Ok(None) };
        let sql = "SELECT role, pin_hash, pin_origin FROM staff WHERE name = ?1";
        let row = |row: &Row<'_>| Ok((row.get(0)?, row.get(1)?, row.get(2)?));
        let found: Option<(String, String, String)> = connection.query_row(sql, [&name], row).optional()?;
        let account = |(role, pin_hash, origin): (String, String, String)| {
            Ok(StaffAccount { name, role: read_role(&role)?, pin_hash, pin_origin: PinOrigin::of_name(&origin) })
        };
        found.map(account).transpose()
    }

    /// Changes an account, unless that leaves the others without any of the managers there were.
    fn keeping_a_manager(
        &self,
        name: &str,
        change: impl FnOnce(&Transaction<'_>, &str) -> rusqlite::Result<bool>,
    ) -> Result<bool, StaffError> {
        let mut connection = self.connection();
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let Some(name) = meant(&transaction, "staff", name)? else { return Ok(false) };
        let managers = staff_rights::managers(&transaction)?;
        let done = change(&transaction, &name)?;
        if managers > 0 && staff_rights::lack_a_manager(&transaction)? {
            return Err(StaffError::LastManager(name));
        }
        transaction.commit()?;
        Ok(done)
    }

    /// Answers a question at once, for a caller that must not wait: `None` while another thread uses the book, or another
    /// program holds the database.
    pub(super) fn at_once<T>(
        &self,
        question: impl FnOnce(&Connection) -> Result<T, StaffError>,
    ) -> Option<Result<T, StaffError>> {
        let connection = match self.connection.try_lock() {
            Ok(connection) => connection,
            Err(TryLockError::Poisoned(poisoned)) => poisoned.into_inner(),
            Err(TryLockError::WouldBlock) => return None,
        };
        connection.busy_timeout(Duration::ZERO).ok()?;
        let answered = question(&connection);
        // Setting it can't fail on an open connection.
        let _ = connection.busy_timeout(schema::BUSY);
        match answered {
            Err(StaffError::Journal(JournalError::Held)) => None,
            answered => Some(answered),
        }
    }

    pub(super) fn connection(&self) -> MutexGuard<'_, Connection> {
        // SQLite rolls back the transaction of a thread that panicked, so the connection is still usable.
        self.connection.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The accounts in a database of this version, by name. Nothing is changed; `is_in_use` says whether a house has it open.
pub fn read_staff(file: &Path, is_in_use: bool) -> Result<Vec<StaffMember>, JournalError> {
    members(&read_only::current(inspect::connect(file, is_in_use)?)?)
}

fn members(connection: &Connection) -> Result<Vec<StaffMember>, JournalError> {
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

pub(super) fn read_role(text: &str) -> Result<Role, JournalError> {
    let damaged = || JournalError::Damaged { at: Default::default(), problem: format!("{text:?} is not a role") };
    Role::parse(text).ok_or_else(damaged)
}
