//! The lines of the security log: who signed in or out and from where, who was refused, and which account gave which command
//! at which desk. They never tell of a visitor: no number, no code and no secret of a ticket is in them, and no PIN.
//!
//! Promises: strangers cause a line a minute of each kind at most; accounts cause [`MOST`] lines a minute at most.

use crate::clock::Deadline;
use crate::web::http::rare_line::RareLine;
use std::collections::BTreeSet;
use std::net::IpAddr;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

/// The most lines a minute that accounts cause. All desks of a large house together press buttons less often.
const MOST: u32 = 600;
const MINUTE: Duration = Duration::from_secs(60);
/// How many refused sign-ins without a line of their own are named in the next one.
const NAMED_MOST: usize = 8;

/// An account signed in with its PIN.
pub(in crate::web) fn note_sign_in(account: &str, role: &str, from: Option<IpAddr>) {
    if let Some(left_out) = ACCOUNTS.due() {
        let from = named(from);
        tracing::info!(account, role, from, left_out, "signed in");
    }
}

/// An account signed out.
pub(in crate::web) fn note_sign_out(account: &str, from: Option<IpAddr>) {
    if let Some(left_out) = ACCOUNTS.due() {
        let from = named(from);
        tracing::info!(account, from, left_out, "signed out");
    }
}

/// A sign-in was refused. `account` is `None` when there is none of that name: what was typed there may be a PIN.
pub(in crate::web) fn note_refused_sign_in(account: Option<&str>, from: Option<IpAddr>) {
    static LINE: RareLine = RareLine::new();
    static OTHERS: Mutex<BTreeSet<String>> = Mutex::new(BTreeSet::new());
    let mut others = OTHERS.lock().unwrap_or_else(PoisonError::into_inner);
    let (account, from) = (account.unwrap_or("unknown"), named(from));
    match LINE.due() {
        Some(left_out) => {
            let others = std::mem::take(&mut *others).into_iter().collect::<Vec<_>>().join(", ");
            tracing::warn!(account, from, left_out, others, "a sign-in failed: wrong name or PIN");
        }
        None if others.len() < NAMED_MOST => _ = others.insert(format!("{account} from {from}")),
        None => {}
    }
}

/// An account gave a command. `act` is its method and address, `answered` the status of the answer.
pub(in crate::web) fn note_command(account: &str, from: Option<IpAddr>, act: &str, answered: u16) {
    if let Some(left_out) = ACCOUNTS.due() {
        let from = named(from);
        tracing::info!(account, from, act, answered, left_out, "staff gave a command");
    }
}

/// An account or a device was refused what it has no right to.
pub(in crate::web) fn note_forbidden(account: &str, from: Option<IpAddr>, act: &str) {
    if let Some(left_out) = ACCOUNTS.due() {
        let from = named(from);
        tracing::warn!(account, from, act, left_out, "refused what the account or the device has no right to");
    }
}

/// A key was shown that no device has.
pub(in crate::web) fn note_unknown_key(from: Option<IpAddr>, act: &str) {
    static LINE: RareLine = RareLine::new();
    if let Some(left_out) = LINE.due() {
        let from = named(from);
        tracing::warn!(from, act, left_out, "refused a device's key that no device has");
    }
}

fn named(from: Option<IpAddr>) -> String {
    from.map_or_else(|| "unknown".to_owned(), |address| address.to_string())
}

/// The lines that accounts cause.
static ACCOUNTS: LineBudget = LineBudget(Mutex::new(MinuteOfLines { end: None, lines: 0, left_out: 0 }));

/// Lines of which many are wanted, and no more than [`MOST`] a minute.
struct LineBudget(Mutex<MinuteOfLines>);

struct MinuteOfLines {
    end: Option<Deadline>,
    lines: u32,
    left_out: u64,
}

impl LineBudget {
    /// Whether a line may be written: how many were left out since the last one.
    fn due(&self) -> Option<u64> {
        let mut written = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if written.end.as_ref().is_none_or(Deadline::is_over) {
            (written.end, written.lines) = (Some(Deadline::after(MINUTE)), 0);
        }
        if written.lines == MOST {
            written.left_out = written.left_out.saturating_add(1);
            return None;
        }
        written.lines += 1;
        Some(std::mem::take(&mut written.left_out))
    }
}
