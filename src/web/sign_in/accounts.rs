//! Reads and writes accounts: the only file of this module that knows the journal's staff book.
//!
//! What blocks runs on a thread of its own. What each request asks (whose is this cookie, this key) is read where it is asked
//! while the book is free: a change of threads there and back would take longer than the answer, which is in memory but for
//! a disk that hangs. Then one web thread waits for it and no second one, because the book is not free.

pub(in crate::web) use crate::journal::{
    DeviceRight, DeviceUse, KeyedDevice, Pin, PinFault, PinOrigin, Role, STAFF_BROWSERS_MOST, StaffAccount, StaffName,
    StaffSession, StaffSessionRow, StaffSessionStart,
};

use crate::health::Threads;
use crate::journal::{StaffBook, StaffError};
use crate::web::http::rare_line::RareLine;
use crate::web::sign_in::worker::{BlockingWorker, NotDone};
use jiff::Timestamp;
use sha2::{Digest, Sha256};
use std::sync::Arc;

/// The most requests that wait for the book. Each takes less than a millisecond, or one commit.
const MAX_QUEUED: usize = 256;

/// Staff accounts, sign-ins and device keys. Cheap to clone.
#[derive(Clone)]
pub(in crate::web) struct Accounts {
    book: Arc<StaffBook>,
    worker: BlockingWorker<Arc<StaffBook>>,
}

/// The accounts can't be read or written now; the reason is in the log.
#[derive(Debug)]
pub(in crate::web) struct AccountsAway;

impl Accounts {
    pub(in crate::web) fn new(book: Arc<StaffBook>, threads: Threads) -> Accounts {
        let worker = BlockingWorker::start("accounts", MAX_QUEUED, Arc::clone(&book), threads);
        Accounts { book, worker }
    }

    /// The account that is meant by a name as it was typed.
    pub(in crate::web) async fn account(&self, typed: String) -> Result<Option<StaffAccount>, AccountsAway> {
        self.run(move |book| book.account(&typed)).await
    }

    /// Stores a sign-in, and ends the one that the same browser had before.
    pub(in crate::web) async fn open_session(
        &self,
        name: String,
        secret: &str,
        start: StaffSessionStart,
        replaced: Option<&str>,
    ) -> Result<(), AccountsAway> {
        let (hash, replaced) = (hash(secret), replaced.map(hash));
        self.run(move |book| book.open_session(&name, &hash, &start, replaced.as_ref())).await
    }

    /// The sign-in with this secret, unless it has ended.
    pub(in crate::web) async fn session(
        &self,
        secret: &str,
        now: Timestamp,
    ) -> Result<Option<StaffSession>, AccountsAway> {
        let hash = hash(secret);
        match self.book.session_at_once(&hash, now) {
            Some(answered) => logged(answered),
            None => self.run(move |book| book.session(&hash, now)).await,
        }
    }

    /// Ends a sign-in.
    pub(in crate::web) async fn close_session(&self, secret: &str) -> Result<(), AccountsAway> {
        let hash = hash(secret);
        self.run(move |book| book.close_session(&hash)).await
    }

    /// The sessions of an account, the newest first.
    pub(in crate::web) async fn sessions(
        &self,
        name: String,
        now: Timestamp,
    ) -> Result<Vec<StaffSessionRow>, AccountsAway> {
        self.run(move |book| book.sessions(Some(&name), now)).await
    }

    /// Ends the sessions of an account, but for the one with this secret.
    pub(in crate::web) async fn end_other_sessions(&self, name: String, kept: &str) -> Result<(), AccountsAway> {
        let kept = hash(kept);
        self.run(move |book| book.end_sessions(&name, Some(&kept)).map(|_| ())).await
    }

    /// Gives an account a PIN that its owner has chosen, and ends its sessions but for the one with this secret; `false` if
    /// there is no such account.
    pub(in crate::web) async fn set_own_pin(
        &self,
        name: String,
        pin_hash: String,
        kept: Option<&str>,
    ) -> Result<bool, AccountsAway> {
        let kept = kept.map(hash);
        self.run(move |book| book.set_pin(&name, &pin_hash, PinOrigin::Own, kept.as_ref())).await
    }

    /// The hash of a browser's secret, if the account that is meant by a typed name has signed in with it before.
    pub(in crate::web) async fn known_browser(
        &self,
        name: String,
        secret: &str,
    ) -> Result<Option<[u8; 32]>, AccountsAway> {
        let hash = hash(secret);
        self.run(move |book| Ok(book.knows_browser(&name, &hash)?.then_some(hash))).await
    }

    /// Notes that an account has signed in with the browser of this secret, which may have had another before.
    pub(in crate::web) async fn know_browser(
        &self,
        name: String,
        secret: &str,
        before: Option<&str>,
        now: Timestamp,
    ) -> Result<(), AccountsAway> {
        let (hash, before) = (hash(secret), before.map(hash));
        self.run(move |book| book.know_browser(&name, &hash, before.as_ref(), now)).await
    }

    /// Forgets that an account has signed in with a browser.
    pub(in crate::web) async fn forget_browser(&self, name: String, hash: [u8; 32]) -> Result<(), AccountsAway> {
        self.run(move |book| book.forget_browser(&name, &hash)).await
    }

    /// The device with this key.
    pub(in crate::web) async fn device(&self, key: &str) -> Result<Option<KeyedDevice>, AccountsAway> {
        let hash = hash(key);
        match self.book.device_at_once(&hash) {
            Some(answered) => logged(answered),
            None => self.run(move |book| book.device(&hash)).await,
        }
    }

    /// Notes what a device did.
    pub(in crate::web) async fn note_use(&self, used: DeviceUse) -> Result<(), AccountsAway> {
        self.run(move |book| book.note_use(&used)).await
    }

    async fn run<T: Send + 'static>(
        &self,
        query: impl FnOnce(&StaffBook) -> Result<T, StaffError> + Send + 'static,
    ) -> Result<T, AccountsAway> {
        match self.worker.run(move |book| query(book)).await {
            Ok(answered) => logged(answered),
            Err(NotDone::Full | NotDone::Failed) => Err(AccountsAway),
        }
    }
}

fn logged<T>(answered: Result<T, StaffError>) -> Result<T, AccountsAway> {
    answered.map_err(|error| {
        static LINE: RareLine = RareLine::new();
        if let Some(left_out) = LINE.due() {
            tracing::error!(%error, left_out, "an account could not be read or written: check the data folder's disk and permissions");
        }
        AccountsAway
    })
}

/// Whether a session in a list is the one with this secret.
pub(in crate::web) fn is_session_of(row: &StaffSessionRow, secret: &str) -> bool {
    row.token_hash == hash(secret)
}

/// Plain SHA-256 is enough for secrets of 256 random bits, which can't be guessed.
pub(in crate::web) fn hash(secret: &str) -> [u8; 32] {
    Sha256::digest(secret.as_bytes()).into()
}
