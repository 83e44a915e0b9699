//! Checks PINs, and makes guessing them slow.
//!
//! Promises: one check at a time, whoever asks; after a few wrong PINs a name, and after more of them an address, has to
//! wait, each time twice as long up to five minutes, so nobody is locked out for ever; an unknown name takes the same
//! time and gets the same answer as a wrong PIN; what is remembered is bounded.
//!
//! How it works: Argon2id runs outside the async workers behind a semaphore of one. Failures are counted by name and by
//! address, and forgotten an hour after the last one or, for the name, at the first right PIN.

use super::accounts::{Accounts, Role};
use super::refusal::Unwelcome;
use argon2::Argon2;
use argon2::password_hash::PasswordVerifier;
use argon2::password_hash::phc::PasswordHash;
use jiff::Timestamp;
use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Mutex, PoisonError};
use tokio::sync::Semaphore;

/// How many wrong PINs a name may have before it has to wait.
const FREE_FOR_NAME: u32 = 5;
/// How many an address may have: several people may share one.
const FREE_FOR_ADDRESS: u32 = 20;
/// The first wait, in seconds; it doubles each time.
const FIRST_WAIT: i64 = 15;
/// The longest wait, in seconds.
const LONGEST_WAIT: i64 = 300;
/// When failures are forgotten, in seconds after the last one.
const MEMORY: i64 = 3600;
/// How many names and addresses are remembered; beyond that the oldest are forgotten.
const REMEMBERED_MOST: usize = 4096;
/// How many wrong PINs a minute the whole house may have before everybody has to wait.
const A_MINUTE: usize = 60;
/// How many may stand in line for a check.
const LINE: usize = 32;
/// Checked when the name is unknown, so that the answer takes as long: same algorithm and cost, of no PIN.
const NOBODY: &str =
    "$argon2id$v=19$m=19456,t=2,p=1$c3BvcnRlbGxvLm5vYm9keQ$9dVGSWHq3JXgVmuXX0sKzzzDFKCnTVGZbVLbEXBmo0I";

/// Checks PINs, and makes guessing them slow.
pub(super) struct Doorkeeper {
    checking: Semaphore,
    line: Semaphore,
    failures: Mutex<Failures>,
}

#[derive(Default)]
struct Failures {
    by_whom: HashMap<Whose, Failed>,
    latest: Vec<Timestamp>,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum Whose {
    Name(String),
    Address(IpAddr),
}

#[derive(Debug, Clone, Copy)]
struct Failed {
    times: u32,
    last: Timestamp,
}

impl Doorkeeper {
    pub(super) fn new() -> Doorkeeper {
        Doorkeeper { checking: Semaphore::new(1), line: Semaphore::new(LINE), failures: Mutex::default() }
    }

    /// The role of whoever has this name and PIN, or why not.
    pub(super) async fn check(
        &self,
        accounts: &Accounts,
        name: &str,
        pin: &str,
        from: Option<IpAddr>,
        now: impl Fn() -> Timestamp,
    ) -> Result<Role, Unwelcome> {
        self.must_not_wait(name, from, now())?;
        let _in_line = self.line.try_acquire().map_err(|_| Unwelcome::Away)?;
        let _checking = self.checking.acquire().await.map_err(|_| Unwelcome::Away)?;
        self.must_not_wait(name, from, now())?;
        let account = accounts.pin_hash(name.to_owned()).await.map_err(|_| Unwelcome::Away)?;
        let (role, hash) = match account {
            Some((role, hash)) => (Some(role), hash),
            None => (None, NOBODY.to_owned()),
        };
        let pin = pin.to_owned();
        let is_right = tokio::task::spawn_blocking(move || verify(&hash, &pin)).await.unwrap_or(false);
        match role.filter(|_| is_right) {
            Some(role) => {
                self.lock().by_whom.remove(&Whose::Name(name.to_owned()));
                Ok(role)
            }
            None => {
                self.note(name, from, now());
                Err(Unwelcome::WrongPin)
            }
        }
    }

    fn must_not_wait(&self, name: &str, from: Option<IpAddr>, now: Timestamp) -> Result<(), Unwelcome> {
        let failures = self.lock();
        let wait_of = |whose: Whose, free: u32| failures.by_whom.get(&whose).map_or(0, |failed| failed.wait(free, now));
        let of_name = wait_of(Whose::Name(name.to_owned()), FREE_FOR_NAME);
        let of_address = from.map_or(0, |address| wait_of(Whose::Address(address), FREE_FOR_ADDRESS));
        let in_house = failures.latest.iter().filter(|at| seconds_between(**at, now) < 60).count();
        let of_house = if in_house >= A_MINUTE { FIRST_WAIT } else { 0 };
        match of_name.max(of_address).max(of_house) {
            0 => Ok(()),
            seconds => Err(Unwelcome::Wait { seconds: u32::try_from(seconds).unwrap_or(u32::MAX) }),
        }
    }

    fn note(&self, name: &str, from: Option<IpAddr>, now: Timestamp) {
        let mut failures = self.lock();
        for whose in [Some(Whose::Name(name.to_owned())), from.map(Whose::Address)].into_iter().flatten() {
            failures.make_room(&whose);
            let failed = failures.by_whom.entry(whose).or_insert(Failed { times: 0, last: now });
            let is_forgotten = seconds_between(failed.last, now) > MEMORY;
            failed.times = if is_forgotten { 1 } else { failed.times.saturating_add(1) };
            failed.last = now;
        }
        failures.latest.retain(|at| seconds_between(*at, now) < 60);
        if failures.latest.len() < A_MINUTE {
            failures.latest.push(now);
        }
        tracing::warn!(within_a_minute = failures.latest.len(), "a name or PIN was wrong");
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Failures> {
        self.failures.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Failures {
    fn make_room(&mut self, whose: &Whose) {
        if self.by_whom.len() < REMEMBERED_MOST || self.by_whom.contains_key(whose) {
            return;
        }
        let oldest = self.by_whom.iter().min_by_key(|(_, failed)| (failed.times, failed.last));
        if let Some(oldest) = oldest.map(|(whose, _)| whose.clone()) {
            self.by_whom.remove(&oldest);
        }
    }
}

impl Failed {
    /// How many seconds are left of the wait; never more than the whole wait, whatever a clock says.
    fn wait(&self, free: u32, now: Timestamp) -> i64 {
        let since = seconds_between(self.last, now);
        let Some(beyond) = self.times.checked_sub(free).filter(|_| since <= MEMORY) else { return 0 };
        let whole = (FIRST_WAIT << beyond.min(8)).min(LONGEST_WAIT);
        (whole - since).max(0)
    }
}

fn seconds_between(earlier: Timestamp, later: Timestamp) -> i64 {
    later.as_second().saturating_sub(earlier.as_second()).max(0)
}

fn verify(hash: &str, pin: &str) -> bool {
    match PasswordHash::new(hash) {
        Ok(hash) => Argon2::default().verify_password(pin.as_bytes(), &hash).is_ok(),
        Err(error) => {
            tracing::error!(%error, "a stored PIN hash can't be read");
            false
        }
    }
}
