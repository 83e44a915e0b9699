//! Sessions of staff accounts.
//!
//! On disk, so that a power cut does not sign every desk out; of their tokens only SHA-256 hashes are kept.

use super::role::Role;
use super::staff::{StaffBook, StaffError, read_role};
use super::staff_name::meant;
use super::staff_rights::{self, institutions};
use crate::domain::{ClockShift, InstitutionCode};
use jiff::{SignedDuration, Timestamp};
use rusqlite::{Connection, OptionalExtension, Row, Transaction, TransactionBehavior};
use std::time::Duration;

/// A session of a staff account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StaffSession {
    pub name: String,
    pub role: Role,
    /// Where the account works; nothing for all of them.
    pub institutions: Vec<InstitutionCode>,
    pub expires: Timestamp,
    /// Whether its account needs a PIN of its owner's before anything else.
    pub asks_pin: bool,
}

/// How a session begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StaffSessionStart {
    pub at: Timestamp,
    pub expires: Timestamp,
    /// The address it was opened from.
    pub origin: Option<String>,
    pub asks_pin: bool,
}

/// A session in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StaffSessionRow {
    pub name: String,
    pub token_hash: Vec<u8>,
    /// `None` for one of an older version.
    pub opened: Option<Timestamp>,
    pub expires: Timestamp,
    pub origin: Option<String>,
}

impl StaffSession {
    /// How long it is valid: staff work all day.
    pub const LASTS: Duration = Duration::from_secs(12 * 3600);
    /// How much longer it may seem to last while the clock is being set.
    const SLACK: SignedDuration = SignedDuration::from_mins(10);
}

impl StaffBook {
    /// Opens a session of an account, ends the one that it replaces, and deletes those that have expired.
    pub fn open_session(
        &self,
        name: &str,
        token_hash: &[u8; 32],
        start: &StaffSessionStart,
        replaced: Option<&[u8; 32]>,
    ) -> Result<(), StaffError> {
        let mut connection = self.connection();
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let forget = "DELETE FROM staff_session WHERE expires <= ?1 OR token_hash = ?2";
        transaction.execute(forget, (start.at.as_millisecond(), replaced))?;
        let sql = "INSERT INTO staff_session (token_hash, name, expires, opened, origin, asks_pin)
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
        let (at, expires) = (start.at.as_millisecond(), start.expires.as_millisecond());
        transaction.execute(sql, (token_hash, name, expires, at, &start.origin, start.asks_pin))?;
        Ok(transaction.commit()?)
    }

    /// The session with this token, if it has not expired. One that would last longer than any can is over: the clock was
    /// set back in a way that no one noticed.
    pub fn session(&self, token_hash: &[u8; 32], now: Timestamp) -> Result<Option<StaffSession>, StaffError> {
        find(&self.connection(), token_hash, now)
    }

    /// The same for a caller that must not wait; `None` while the book is in use or held by another program.
    pub fn session_at_once(
        &self,
        token_hash: &[u8; 32],
        now: Timestamp,
    ) -> Option<Result<Option<StaffSession>, StaffError>> {
        self.at_once(|connection| find(connection, token_hash, now))
    }

    pub fn close_session(&self, token_hash: &[u8; 32]) -> Result<(), StaffError> {
        let sql = "DELETE FROM staff_session WHERE token_hash = ?1";
        self.connection().execute(sql, [token_hash])?;
        Ok(())
    }

    /// The sessions that have not expired, of one account or of all; the newest first.
    pub fn sessions(&self, name: Option<&str>, now: Timestamp) -> Result<Vec<StaffSessionRow>, StaffError> {
        let connection = self.connection();
        let name = match name {
            None => None,
            Some(typed) => match meant(&connection, "staff", typed)? {
                Some(name) => Some(name),
                None => return Ok(Vec::new()),
            },
        };
        let sql = "SELECT name, token_hash, opened, expires, origin FROM staff_session
                   WHERE expires > ?1 AND (?2 IS NULL OR name = ?2) ORDER BY name, expires DESC";
        let mut statement = connection.prepare(sql)?;
        let moment = |at: i64| Timestamp::from_millisecond(at).unwrap_or(now);
        let row = |row: &Row<'_>| {
            Ok(StaffSessionRow {
                name: row.get(0)?,
                token_hash: row.get(1)?,
                opened: row.get::<_, Option<i64>>(2)?.map(moment),
                expires: moment(row.get(3)?),
                origin: row.get(4)?,
            })
        };
        Ok(statement.query_map((now.as_millisecond(), name), row)?.collect::<rusqlite::Result<_>>()?)
    }

    /// Ends the sessions of an account, but for the one with this token; says how many, `None` if there is no such account.
    pub fn end_sessions(&self, name: &str, kept: Option<&[u8; 32]>) -> Result<Option<usize>, StaffError> {
        let connection = self.connection();
        let Some(name) = meant(&connection, "staff", name)? else { return Ok(None) };
        let sql = "DELETE FROM staff_session WHERE name = ?1 AND token_hash IS NOT ?2";
        Ok(Some(connection.execute(sql, (name, kept))?))
    }
}

/// Each request of staff asks it.
fn find(connection: &Connection, token_hash: &[u8; 32], now: Timestamp) -> Result<Option<StaffSession>, StaffError> {
    let sql = concat!(
        "SELECT staff.name, staff.role, ",
        institutions!(),
        ", expires, asks_pin FROM staff_session JOIN staff USING (name)
         WHERE token_hash = ?1 AND expires > ?2 AND expires <= ?3"
    );
    let latest = now.saturating_add(StaffSession::LASTS).and_then(|at| at.saturating_add(StaffSession::SLACK));
    let latest = latest.unwrap_or(Timestamp::MAX).as_millisecond();
    type Columns = (String, String, Option<String>, i64, bool);
    let columns = |row: &Row<'_>| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?));
    let found: Option<Columns> =
        connection.prepare_cached(sql)?.query_row((token_hash, now.as_millisecond(), latest), columns).optional()?;
    let session = |(name, role, institutions, expires, asks_pin): Columns| {
        let (role, institutions) = (read_role(&role)?, staff_rights::read_institutions(institutions)?);
        let expires = Timestamp::from_millisecond(expires).unwrap_or(now);
        Ok(StaffSession { name, role, institutions, expires, asks_pin })
    };
    found.map(session).transpose()
}

/// Sessions last as long as before when the machine's clock is set; those of before the wrong time end as they should.
pub(super) fn move_sessions(transaction: &Transaction<'_>, shift: &ClockShift) -> rusqlite::Result<()> {
    let first = shift.since.and_then(|since| since.checked_add(StaffSession::LASTS).ok());
    let first = first.map_or(i64::MIN, |first| first.as_millisecond());
    let by = i64::try_from(shift.by.as_millis()).unwrap_or(0);
    let sql = "UPDATE staff_session SET expires = expires + ?1, opened = opened + ?1 WHERE expires >= ?2";
    transaction.execute(sql, [by, first])?;
    Ok(())
}
