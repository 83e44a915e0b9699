//! Takes what was deleted off the disk: out of free pages and out of the write-ahead log. A program that reads keeps old
//! pages in the log, and a full disk leaves no room for it, so it may have to be tried again.

use super::error::JournalError;
use rusqlite::Connection;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

/// Whether something is left of what was deleted.
#[derive(Debug)]
pub(super) struct Scrub {
    is_due: bool,
    /// Shared with those who tell staff.
    has_failed: Arc<AtomicBool>,
}

impl Scrub {
    /// For a database that was just opened: a power cut may have come between deleting and scrubbing.
    pub(super) fn due() -> Scrub {
        Scrub { is_due: true, has_failed: Arc::default() }
    }

    /// Whether the newest attempt has failed.
    pub(super) fn has_failed(&self) -> Arc<AtomicBool> {
        Arc::clone(&self.has_failed)
    }

    /// Something was deleted.
    pub(super) fn after_deletion(&mut self, connection: &Connection) {
        self.is_due = true;
        self.if_due(connection);
    }

    /// Does not wait for other connections: commands would wait as well.
    pub(super) fn if_due(&mut self, connection: &Connection) {
        if !self.is_due {
            return;
        }
        match scrub(connection) {
            Ok(()) => {
                self.is_due = false;
                if self.has_failed.swap(false, Ordering::Relaxed) {
                    tracing::info!("nothing is left on the disk of what was deleted");
                }
            }
            Err(error) if !self.has_failed.swap(true, Ordering::Relaxed) => {
                tracing::warn!(%error, "what was deleted may still be readable on the disk; removing it is tried again every second");
            }
            Err(_) => {}
        }
    }
}

fn scrub(connection: &Connection) -> Result<(), JournalError> {
    let patience: u32 = connection.pragma_query_value(None, "busy_timeout", |row| row.get(0))?;
    connection.busy_timeout(Duration::ZERO)?;
    let done = without_waiting(connection);
    connection.busy_timeout(Duration::from_millis(patience.into()))?;
    done
}

fn without_waiting(connection: &Connection) -> Result<(), JournalError> {
    let free: i64 = connection.pragma_query_value(None, "freelist_count", |row| row.get(0))?;
    if free > 0 {
        connection.execute_batch("VACUUM")?;
    }
    let is_busy: i64 = connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0))?;
    if is_busy == 0 { Ok(()) } else { Err(JournalError::Held) }
}
