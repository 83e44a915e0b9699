//! The staff book for handlers that must not block: the only file here that knows the journal's accounts.

pub(in crate::web) use crate::journal::{Role, StaffSession};

use crate::journal::{StaffBook, StaffError};
use jiff::Timestamp;
use sha2::{Digest, Sha256};
use std::sync::Arc;

/// Staff accounts, sign-ins and device keys. Cheap to clone.
#[derive(Clone)]
pub(in crate::web) struct Accounts(Arc<StaffBook>);

/// The accounts can't be read or written now; the log says why.
#[derive(Debug)]
pub(in crate::web) struct AccountsAway;

impl Accounts {
    pub(in crate::web) fn new(book: Arc<StaffBook>) -> Accounts {
        Accounts(book)
    }

    /// A name's role and the hash of its PIN; `None` when there is no such name.
    pub(in crate::web) async fn pin_hash(&self, name: String) -> Result<Option<(Role, String)>, AccountsAway> {
        self.ask(move |book| book.pin_hash(&name)).await
    }

    /// Notes that somebody signed in and holds this secret until then.
    pub(in crate::web) async fn open_session(
        &self,
        name: String,
        secret: &str,
        now: Timestamp,
        ends: Timestamp,
    ) -> Result<(), AccountsAway> {
        let hash = hash(secret);
        self.ask(move |book| book.open_session(&name, &hash, now, ends)).await
    }

    /// Who holds this secret, if their sign-in has not ended.
    pub(in crate::web) async fn session(
        &self,
        secret: &str,
        now: Timestamp,
    ) -> Result<Option<StaffSession>, AccountsAway> {
        let hash = hash(secret);
        self.ask(move |book| book.session(&hash, now)).await
    }

    /// Forgets a sign-in.
    pub(in crate::web) async fn close_session(&self, secret: &str) -> Result<(), AccountsAway> {
        let hash = hash(secret);
        self.ask(move |book| book.close_session(&hash)).await
    }

    /// The name of the device that has this key.
    pub(in crate::web) async fn device(&self, key: &str) -> Result<Option<String>, AccountsAway> {
        let hash = hash(key);
        self.ask(move |book| book.device(&hash)).await
    }

    async fn ask<T: Send + 'static>(
        &self,
        question: impl FnOnce(&StaffBook) -> Result<T, StaffError> + Send + 'static,
    ) -> Result<T, AccountsAway> {
        let book = Arc::clone(&self.0);
        match tokio::task::spawn_blocking(move || question(&book)).await {
            Ok(Ok(answer)) => Ok(answer),
            Ok(Err(error)) => {
                tracing::error!(%error, "the staff book can't be used");
                Err(AccountsAway)
            }
            Err(error) => {
                tracing::error!(%error, "a question to the staff book broke off");
                Err(AccountsAway)
            }
        }
    }
}

/// Secrets of 256 random bits are kept as plain SHA-256: there is nothing to guess.
fn hash(secret: &str) -> [u8; 32] {
    Sha256::digest(secret.as_bytes()).into()
}
