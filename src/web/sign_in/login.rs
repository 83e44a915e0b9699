//! Checks names and PINs, and makes guessing them slow.
//!
//! Promises: one check at a time; after a few wrong PINs (the rules are in `attempts.rs`) a client has to wait, up to a
//! bound, so no account is ever locked for good; an unknown name takes the same time and gets the same response as a wrong
//! PIN; no crowd of strangers keeps a known browser waiting for more than one check; memory is bounded.
//!
//! How it works: each check is a task of its own that holds its permits, so that closing the connection neither stops it
//! nor leaves a wrong PIN uncounted. Known browsers have a line of their own, and at most one stranger stands in it.
//! Argon2id runs outside the async workers.

use crate::clock::Clock;
use crate::health::Threads;
use crate::web::http::rare_line::RareLine;
use crate::web::sign_in::accounts::{Accounts, Pin, PinOrigin, StaffAccount};
use crate::web::sign_in::attempts::{Counted, FailedLogins, LoginAttempt};
use crate::web::sign_in::security_log;
use crate::web::sign_in::verifier::PinVerifier;
use crate::web::sign_in::worker::BlockingWorker;
use std::net::IpAddr;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// The most checks that wait for the one that runs: of strangers, and of known browsers.
const MAX_QUEUED: usize = 32;
const MAX_KNOWN_QUEUED: usize = 32;
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
    /// The stranger that may wait among the known.
    first_stranger: Arc<Semaphore>,
    queued: Arc<Semaphore>,
    known_queued: Arc<Semaphore>,
    failed: Arc<Mutex<FailedLogins>>,
    pins_checked: Arc<AtomicU64>,
}

impl LoginService {
    pub(in crate::web) fn new(accounts: Accounts, clock: Clock, threads: Threads) -> LoginService {
        let [running, first_stranger, queued, known_queued] =
            [1, 1, MAX_QUEUED, MAX_KNOWN_QUEUED].map(|most| Arc::new(Semaphore::new(most)));
        // One check at a time: those that wait are counted by `queued`.
        let verifier = BlockingWorker::start("pins", 1, PinVerifier::new(), threads);
        let (failed, pins_checked) = (Arc::default(), Arc::default());
        LoginService { accounts, clock, verifier, running, first_stranger, queued, known_queued, failed, pins_checked }
    }

    /// How many PINs were compared with a hash since the start, right or wrong, of known and of unknown names. Each costs
    /// the same time and memory.
    pub(in crate::web) fn pins_checked(&self) -> u64 {
        self.pins_checked.load(Ordering::Relaxed)
    }

    /// The account with this name and PIN. `browser` is the secret that the client has from a sign-in before.
    pub(in crate::web) async fn check(
        &self,
        name: &str,
        pin: &str,
        from: Option<IpAddr>,
        browser: Option<&str>,
    ) -> Result<StaffAccount, LoginError> {
        let known = match browser {
            Some(secret) => self.accounts.known_browser(name.to_owned(), secret).await.map_err(|_| LoginError::Away)?,
            None => None,
        };
        let attempt = LoginAttempt::new(name, from, known);
        self.check_wait(&attempt)?;
        let is_known = self.failed().is_known(&attempt);
        let line = if is_known { &self.known_queued } else { &self.queued };
        let queued = Arc::clone(line).try_acquire_owned().map_err(|_| LoginError::Busy)?;
        let checked = tokio::spawn(self.clone().check_in_turn(attempt, pin.to_owned(), is_known, queued)).await;
        checked.unwrap_or_else(|error| {
            static LINE: RareLine = RareLine::new();
            if let Some(left_out) = LINE.due() {
                tracing::error!(%error, left_out, "a PIN check panicked; report this as a bug");
            }
            Err(LoginError::Away)
        })
    }

    /// The hash of a new PIN, made in the line of the checks.
    pub(in crate::web) async fn hash(&self, pin: Pin) -> Result<String, LoginError> {
        let _running = self.running.acquire().await.map_err(|_| LoginError::Away)?;
        let hashed = self.verifier.run(move |_| pin.hash()).await.map_err(|_| LoginError::Away)?;
        hashed.map_err(|error| {
            static LINE: RareLine = RareLine::new();
            if let Some(left_out) = LINE.due() {
                tracing::error!(%error, left_out, "a new PIN could not be hashed: end other programs to free memory");
            }
            LoginError::Away
        })
    }

    async fn check_in_turn(
        self,
        attempt: LoginAttempt,
        pin: String,
        is_known: bool,
        _queued: OwnedSemaphorePermit,
    ) -> Result<StaffAccount, LoginError> {
        let away = |_| LoginError::Away;
        let _first = if is_known { None } else { Some(self.first_stranger.acquire().await.map_err(away)?) };
        let _running = self.running.acquire().await.map_err(away)?;
        // Checks that ran before this one may have failed.
        self.check_wait(&attempt)?;
        let account = self.accounts.account(attempt.typed().to_owned()).await.map_err(|_| LoginError::Away)?;
        let (hash, origin) = match &account {
            Some(account) => (account.pin_hash.clone(), account.pin_origin),
            None => (DUMMY_HASH.to_owned(), PinOrigin::Own),
        };
        let typed = Pin::typed(&pin, origin);
        let verified = self.verifier.run(move |verifier| verifier.is_right(&hash, &typed)).await;
        let is_right = verified.map_err(|_| LoginError::Away)?.map_err(|error| {
            static LINE: RareLine = RareLine::new();
            if let Some(left_out) = LINE.due() {
                tracing::error!(%error, left_out, "a PIN could not be checked, and was not counted as wrong");
            }
            LoginError::Away
        })?;
        self.pins_checked.fetch_add(1, Ordering::Relaxed);
        let known = account.as_ref().map(|account| account.name.clone());
        match account.filter(|_| is_right) {
            Some(account) => {
                self.failed().note_right_pin(&attempt);
                Ok(account)
            }
            None => {
                security_log::note_refused_sign_in(known.as_deref(), attempt.from());
                self.note_wrong_pin(&attempt).await;
                Err(LoginError::WrongPin)
            }
        }
    }

    async fn note_wrong_pin(&self, attempt: &LoginAttempt) {
        let counted = self.failed().note_wrong_pin(attempt, self.clock.steady());
        if let Counted::StrangerNow(hash) = counted {
            static STRANGER: RareLine = RareLine::new();
            if let Some(left_out) = STRANGER.due() {
                tracing::warn!(
                    left_out,
                    "ten wrong PINs in a row at one browser of an account: it counts as a stranger until the next sign-in"
                );
            }
            // A failure is logged there; until the next start the count says the same.
            let _ = self.accounts.forget_browser(attempt.typed().to_owned(), hash).await;
        }
    }

    fn check_wait(&self, attempt: &LoginAttempt) -> Result<(), LoginError> {
        match self.failed().wait(attempt, self.clock.steady()) {
            0 => Ok(()),
            seconds => Err(LoginError::Wait { seconds }),
        }
    }

    fn failed(&self) -> MutexGuard<'_, FailedLogins> {
        self.failed.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
