//! The browsers that an account has signed in from, each known by the hash of a random cookie.

use super::staff::{StaffBook, StaffError};
use super::staff_name::meant;
use jiff::Timestamp;
use rusqlite::{OptionalExtension, TransactionBehavior};

/// The most browsers of one account that are known; the one that was not used for longest is forgotten.
pub const STAFF_BROWSERS_MOST: u32 = 16;

impl StaffBook {
    /// Notes that an account has signed in with a browser, which may have had another token before.
    pub fn know_browser(
        &self,
        name: &str,
        token_hash: &[u8; 32],
        before: Option<&[u8; 32]>,
        now: Timestamp,
    ) -> Result<(), StaffError> {
        let mut connection = self.connection();
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let sql = "INSERT INTO staff_browser (token_hash, name, seen) VALUES (?1, ?2, ?3)
                   ON CONFLICT DO UPDATE SET seen = excluded.seen";
        transaction.execute("UPDATE staff_browser SET token_hash = ?1 WHERE token_hash = ?2", (token_hash, before))?;
        transaction.execute(sql, (token_hash, name, now.as_millisecond()))?;
        let forget = "DELETE FROM staff_browser WHERE name = ?1 AND token_hash NOT IN
                      (SELECT token_hash FROM staff_browser WHERE name = ?1 ORDER BY seen DESC, token_hash LIMIT ?2)";
        transaction.execute(forget, (name, STAFF_BROWSERS_MOST))?;
        Ok(transaction.commit()?)
    }

    /// Whether the account that is meant by a typed name has signed in with this browser.
    pub fn knows_browser(&self, name: &str, token_hash: &[u8; 32]) -> Result<bool, StaffError> {
        let connection = self.connection();
        let Some(name) = meant(&connection, "staff", name)? else { return Ok(false) };
        let sql = "SELECT 1 FROM staff_browser WHERE name = ?1 AND token_hash = ?2";
        let found = connection.prepare_cached(sql)?.query_row((name, token_hash), |_| Ok(())).optional()?;
        Ok(found.is_some())
    }

    /// Forgets that an account has signed in with a browser.
    pub fn forget_browser(&self, name: &str, token_hash: &[u8; 32]) -> Result<(), StaffError> {
        let connection = self.connection();
        let Some(name) = meant(&connection, "staff", name)? else { return Ok(()) };
        connection.execute("DELETE FROM staff_browser WHERE name = ?1 AND token_hash = ?2", (name, token_hash))?;
        Ok(())
    }
}
