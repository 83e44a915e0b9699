//! Checks names and PINs, and makes guessing them slow.
//!
//! Promises: one check at a time; after a few wrong PINs (the rules are in `attempts.rs`) a client has to wait, twice as
//! long each time up to a bound, so no account is ever locked for good; an unknown name takes the same time and gets the
//! same response as a wrong PIN; memory is bounded.
//!
//! How it works: each check is a task of its own that holds its permits, so that closing the connection neither stops it
//! nor leaves a wrong PIN uncounted. Argon2id runs outside the async workers.

use crate::clock::Clock;
use crate::health::Threads;
use crate::web::http::rare_line::RareLine;
use crate::web::sign_in::accounts::{Accounts, Role};
use crate::web::sign_in::attempts::{FailedLogins, LoginAttempt};
use crate::web::sign_in::verifier::PinVerifier;
use crate::web::sign_in::worker::BlockingWorker;
use std::net::IpAddr;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// The most checks that wait for the one that runs.
const MAX_QUEUED: usize = 32;
/// Checked for an unknown name, so that the response takes as long: same algorithm and cost, and no PIN fits.
const DUMMY_HASH: &str =
    "$argon2id$v=19$m=19456,t=2,p=1$c3BvcnRlbGxvLm5vYm9keQ$9dVGSWHq3JXgVmuXX0sKzzzDFKCnTVGZbVLbEXBmo0I";

/// Why a login failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::web) enum LoginError {
    /// The name or the PIN is wrong; the client must not learn which.
    WrongPin,
    /// Too many wrong PINs before.
    Wait { seconds: u32 },
    /// Too many checks are waiting.
    Busy,
    /// PINs can't be checked now: it says nothing about this one.
    Away,
}

/// Checks names and PINs. Cheap to clone.
#[derive(Clone)]
pub(in crate::web) struct LoginService {
    accounts: Accounts,
    clock: Clock,
    verifier: BlockingWorker<PinVerifier>,
    running: Arc<Semaphore>,
    queued: Arc<Semaphore>,
    failed: Arc<Mutex<FailedLogins>>,
    pins_checked: Arc<AtomicU64>,
}

impl LoginService {
    pub(in crate::web) fn new(accounts: Accounts, clock: Clock, threads: Threads) -> LoginService {
        let (running, queued) = (Arc::new(Semaphore::new(1)), Arc::new(Semaphore::new(MAX_QUEUED)));
        // One check at a time: those that wait are counted by `queued`.
        let verifier = BlockingWorker::start("pins", 1, PinVerifier::new(), threads);
        let (failed, pins_checked) = (Arc::default(), Arc::default());
        LoginService { accounts, clock, verifier, running, queued, failed, pins_checked }
    }

    /// How many PINs were compared with a hash since the start, right or wrong, of known and of unknown names. Each costs
    /// the same time and memory.
    pub(in crate::web) fn pins_checked(&self) -> u64 {
        self.pins_checked.load(Ordering::Relaxed)
    }

    /// The role of the account with this name and PIN.
    pub(in crate::web) async fn check(&self, name: &str, pin: &str, from: Option<IpAddr>) -> Result<Role, LoginError> {
        let attempt = LoginAttempt::new(name, from);
        self.check_wait(&attempt)?;
        let queued = Arc::clone(&self.queued).try_acquire_owned().map_err(|_| LoginError::Busy)?;
        let checked = tokio::spawn(self.clone().check_in_turn(attempt, pin.to_owned(), queued)).await;
        checked.unwrap_or_else(|error| {
            static LINE: RareLine = RareLine::new();
            if let Some(left_out) = LINE.due() {
                tracing::error!(%error, left_out, "a PIN check panicked; report this as a bug");
            }
            Err(LoginError::Away)
        })
    }

    async fn check_in_turn(
        self,
        attempt: LoginAttempt,
        pin: String,
        _queued: OwnedSemaphorePermit,
    ) -> Result<Role, LoginError> {
        let _running = self.running.acquire().await.map_err(|_| LoginError::Away)?;
        // Checks that ran before this one may have failed.
        self.check_wait(&attempt)?;
        let account = self.accounts.pin_hash(attempt.name().to_owned()).await.map_err(|_| LoginError::Away)?;
        let (role, hash) = match account {
            Some((role, hash)) => (Some(role), hash),
            None => (None, DUMMY_HASH.to_owned()),
        };
        let verified = self.verifier.run(move |verifier| verifier.is_right(&hash, &pin)).await;
        let is_right = verified.map_err(|_| LoginError::Away)?.map_err(|error| {
            static LINE: RareLine = RareLine::new();
            if let Some(left_out) = LINE.due() {
                tracing::error!(%error, left_out, "a PIN could not be checked, and was not counted as wrong");
            }
            LoginError::Away
        })?;
        self.pins_checked.fetch_add(1, Ordering::Relaxed);
        let now = self.clock.now();
        match role.filter(|_| is_right) {
            Some(role) => {
                self.failed().note_right_pin(&attempt, now);
                Ok(role)
            }
            None => {
                let within_a_minute = self.failed().note_wrong_pin(&attempt, now);
                static LINE: RareLine = RareLine::new();
                if let Some(left_out) = LINE.due() {
                    tracing::warn!(within_a_minute, left_out, "a sign-in failed: wrong name or PIN");
                }
                Err(LoginError::WrongPin)
            }
        }
    }

    fn check_wait(&self, attempt: &LoginAttempt) -> Result<(), LoginError> {
        match self.failed().wait(attempt, self.clock.now()) {
            0 => Ok(()),
            seconds => Err(LoginError::Wait { seconds }),
        }
    }

    fn failed(&self) -> MutexGuard<'_, FailedLogins> {
        self.failed.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
