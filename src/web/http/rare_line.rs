//! Log lines that a stranger's request can cause: one a minute of each kind, with how many were left out, so that no client
//! can fill the disk.

use crate::clock::Deadline;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

/// The least time between two lines of a kind.
const GAP: Duration = Duration::from_secs(60);
/// The most characters of a text that a client sent.
const SENT_MOST: usize = 80;

/// A kind of log line.
#[derive(Debug)]
pub(in crate::web) struct RareLine(Mutex<Written>);

#[derive(Debug)]
struct Written {
    quiet: Option<Deadline>,
    left_out: u64,
}

impl RareLine {
    pub(in crate::web) const fn new() -> RareLine {
        RareLine(Mutex::new(Written { quiet: None, left_out: 0 }))
    }

    /// Whether a line is due now: how many of its kind were left out since the last one.
    pub(in crate::web) fn due(&self) -> Option<u64> {
        let mut written = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if written.quiet.as_ref().is_some_and(|quiet| !quiet.is_over()) {
            written.left_out = written.left_out.saturating_add(1);
            return None;
        }
        written.quiet = Some(Deadline::after(GAP));
        Some(std::mem::take(&mut written.left_out))
    }
}

/// The beginning of what a client sent, on one line and without control characters.
pub(in crate::web) fn beginning(sent: &[u8]) -> String {
    // Four bytes a character at most.
    let text = String::from_utf8_lossy(&sent[..sent.len().min(4 * SENT_MOST)]);
    let escaped = text.chars().flat_map(char::escape_debug);
    let mut shown: String = escaped.clone().take(SENT_MOST).collect();
    if escaped.count() > SENT_MOST || sent.len() > 4 * SENT_MOST {
        shown.push('…');
    }
    shown
}
