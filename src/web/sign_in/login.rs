//! Checks PINs, and makes guessing them slow.
//!
//! Promises: one check at a time, whoever asks; after a few wrong PINs for a name from one address, and after more of them
//! from an address or for a name, there is a wait, each time twice as long up to a bound, so nobody is locked out for ever;
//! an unknown name takes the same time and gets the same answer as a wrong PIN; what is remembered is bounded. Whoever
//! signed in from an address before does not wait there for what others do elsewhere.
//!
//! How it works: each check is a task of its own that holds its places, so that hanging up neither stops it nor hides a
//! wrong PIN. Argon2id runs outside the async workers behind a semaphore of one. The counts are in `failures.rs`.

use crate::clock::Clock;
use crate::web::http::refusal::LoginError;
use crate::web::sign_in::accounts::{Accounts, Role};
use crate::web::sign_in::attempts::{Failures, Guess};
use argon2::Argon2;
use argon2::password_hash::PasswordVerifier;
use argon2::password_hash::phc::PasswordHash;
use std::net::IpAddr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// How many may stand in line for a check.
const LINE: usize = 32;
/// Checked when the name is unknown, so that the answer takes as long: same algorithm and cost, of no PIN.
const NOBODY: &str =
    "$argon2id$v=19$m=19456,t=2,p=1$c3BvcnRlbGxvLm5vYm9keQ$9dVGSWHq3JXgVmuXX0sKzzzDFKCnTVGZbVLbEXBmo0I";

/// Checks PINs, and makes guessing them slow. Cheap to clone.
#[derive(Clone)]
pub(in crate::web) struct LoginService {
    accounts: Accounts,
    clock: Clock,
    checking: Arc<Semaphore>,
    line: Arc<Semaphore>,
    failures: Arc<Mutex<Failures>>,
}

impl LoginService {
    pub(in crate::web) fn new(accounts: Accounts, clock: Clock) -> LoginService {
        let (checking, line) = (Arc::new(Semaphore::new(1)), Arc::new(Semaphore::new(LINE)));
        LoginService { accounts, clock, checking, line, failures: Arc::default() }
    }

    /// The role of whoever has this name and PIN, or why not.
    pub(in crate::web) async fn check(&self, name: &str, pin: &str, from: Option<IpAddr>) -> Result<Role, LoginError> {
        let guess = Guess::new(name, from);
        self.must_not_wait(&guess)?;
        let in_line = Arc::clone(&self.line).try_acquire_owned().map_err(|_| LoginError::Away)?;
        let checked = tokio::spawn(self.clone().check_in_turn(guess, pin.to_owned(), in_line)).await;
        checked.unwrap_or_else(|error| {
            tracing::error!(%error, "the check of a PIN broke off");
            Err(LoginError::Away)
        })
    }

    /// The rest of a check, which goes on to its end whatever becomes of the one who asked.
    async fn check_in_turn(
        self,
        guess: Guess,
        pin: String,
        _in_line: OwnedSemaphorePermit,
    ) -> Result<Role, LoginError> {
        let _checking = self.checking.acquire().await.map_err(|_| LoginError::Away)?;
        self.must_not_wait(&guess)?;
        let account = self.accounts.pin_hash(guess.name().to_owned()).await.map_err(|_| LoginError::Away)?;
        let (role, hash) = match account {
            Some((role, hash)) => (Some(role), hash),
            None => (None, NOBODY.to_owned()),
        };
        let is_right = tokio::task::spawn_blocking(move || verify(&hash, &pin)).await.unwrap_or(false);
        let now = self.clock.now();
        match role.filter(|_| is_right) {
            Some(role) => {
                self.failures().forgive(&guess, now);
                Ok(role)
            }
            None => {
                let within_a_minute = self.failures().note(&guess, now);
                tracing::warn!(within_a_minute, "a name or PIN was wrong");
                Err(LoginError::WrongPin)
            }
        }
    }

    fn must_not_wait(&self, guess: &Guess) -> Result<(), LoginError> {
        match self.failures().wait(guess, self.clock.now()) {
            0 => Ok(()),
            seconds => Err(LoginError::Wait { seconds }),
        }
    }

    fn failures(&self) -> MutexGuard<'_, Failures> {
        self.failures.lock().unwrap_or_else(PoisonError::into_inner)
    }
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
