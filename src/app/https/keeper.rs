//! The certificate that the house shows, and those that take its place.
//!
//! How it works: both files are read every few seconds. Others than those in use are taken up at once; what can't be used, or
//! has ended, is logged at the second look, since two files can't be replaced in one step, and what was in use goes on. At the
//! start it is logged at once, and nothing is shown until there is a pair that can be used.

use super::validity::ValidityCheck;
use crate::clock::{Clock, Deadline};
use crate::health::Check;
use crate::tls::{Https, TlsFiles, TlsIdentity, TlsPairError, Validity};
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;

/// How often the files are read.
const LOOK_EVERY: Duration = Duration::from_secs(2);
/// How often the house says that its certificate ends.
const WARN_EVERY: Duration = Duration::from_secs(24 * 3600);

const WORSE: &str = "it has ended or is not valid yet, and browsers refuse it: put one that is valid into its place";

/// Keeps the certificate of the house's doors.
pub(in crate::app) struct CertificateKeeper {
    files: TlsFiles,
    shown: ValidityCheck,
    /// The digest of what is in use.
    used: Option<[u8; 32]>,
    trouble: Option<UnusableFiles>,
    warned: Option<Deadline>,
}

/// Files that can't be used.
struct UnusableFiles {
    /// `None` where they can't be read.
    digest: Option<[u8; 32]>,
    message: String,
    is_logged: bool,
}

impl CertificateKeeper {
    /// Reads the files for the first time. Files that can't be used are said, and are no reason to stay dark: glass, paper
    /// and the door for strangers need none.
    pub(in crate::app) fn open(files: TlsFiles, clock: Clock) -> CertificateKeeper {
        let shown = ValidityCheck { https: Https::default(), clock, is_unusable: Arc::default() };
        let mut keeper = CertificateKeeper { files, shown, used: None, trouble: None, warned: None };
        let (digest, identity) = keeper.read();
        match identity {
            Ok(identity) => {
                keeper.shown.https.show(identity);
                keeper.used = digest;
                keeper.warn_of_readers();
            }
            Err(error) => {
                let message = error.to_string();
                tracing::error!(
                    "there is no certificate for https, so desks and boards get no page until there is; everything else goes on: {message}"
                );
                keeper.trouble = Some(UnusableFiles { digest, message, is_logged: true });
                keeper.tell();
            }
        }
        keeper.warn_of_end();
        keeper
    }

    /// What the doors show.
    pub(in crate::app) fn https(&self) -> Https {
        self.shown.https.clone()
    }

    /// What `/healthz` says of it.
    pub(in crate::app) fn check(&self) -> Box<dyn Check> {
        Box::new(self.shown.clone())
    }

    /// Goes on as long as the house.
    pub(in crate::app) async fn keep(mut self) {
        loop {
            tokio::time::sleep(LOOK_EVERY).await;
            // A disk may take its time.
            let looked = tokio::task::spawn_blocking(move || {
                self.look();
                self
            });
            match looked.await {
                Ok(keeper) => self = keeper,
                Err(_) => return,
            }
        }
    }

    fn look(&mut self) {
        let (digest, identity) = self.read();
        match identity {
            _ if digest.is_some() && digest == self.used => self.trouble = None,
            Ok(identity) if self.is_worse(&identity) => {
                self.note(UnusableFiles { digest, message: WORSE.to_owned(), is_logged: false });
            }
            Ok(identity) => self.take_up(identity, digest),
            Err(error) => self.note(UnusableFiles { digest, message: error.to_string(), is_logged: false }),
        }
        self.tell();
        self.warn_of_end();
    }

    /// Whether browsers refuse it and believe the one that is shown.
    fn is_worse(&self, other: &TlsIdentity) -> bool {
        let is_believed = |validity| matches!(validity, Validity::Valid | Validity::EndsSoon);
        let other = other.facts.as_ref().map_or(Validity::Valid, |facts| facts.validity(self.shown.clock.now()));
        !is_believed(other) && is_believed(self.shown.validity())
    }

    /// Says for `/healthz` whether the files can be used.
    fn tell(&self) {
        let is_unusable = self.trouble.as_ref().is_some_and(|trouble| trouble.is_logged);
        self.shown.is_unusable.store(is_unusable, Ordering::Relaxed);
    }

    /// What the files are, and the digest of what can be read.
    fn read(&self) -> (Option<[u8; 32]>, Result<TlsIdentity, TlsPairError>) {
        match self.files.read() {
            Ok(text) => (Some(text.digest), self.files.identity(&text)),
            Err(error) => (None, Err(error)),
        }
    }

    fn take_up(&mut self, identity: TlsIdentity, digest: Option<[u8; 32]>) {
        let until = identity.facts.as_ref().map(|facts| facts.not_after.to_string());
        let names = identity.facts.as_ref().map(|facts| facts.names.join(" "));
        let fingerprint = hex::encode(identity.fingerprint);
        self.shown.https.show(identity);
        (self.used, self.trouble, self.warned) = (digest, None, None);
        tracing::info!(until, names, fingerprint, "new connections get another certificate for https");
        self.warn_of_readers();
    }

    fn note(&mut self, trouble: UnusableFiles) {
        match &mut self.trouble {
            Some(before) if before.digest == trouble.digest && before.message == trouble.message => {
                if !before.is_logged {
                    before.is_logged = true;
                    let message = &before.message;
                    tracing::error!(
                        "the new certificate for https can't be used, and the one of before, if any, is kept: {message}"
                    );
                }
            }
            _ => self.trouble = Some(trouble),
        }
    }

    fn warn_of_readers(&self) {
        let is_open = fs::metadata(&self.files.key).is_ok_and(|key| key.permissions().mode() & 0o007 != 0);
        if is_open {
            let path = self.files.key.display();
            tracing::warn!("the key for https can be read by every user of this machine: chmod o= {path}");
        }
    }

    fn warn_of_end(&mut self) {
        if self.warned.as_ref().is_none_or(Deadline::is_over) && self.shown.log() {
            self.warned = Some(Deadline::after(WARN_EVERY));
        }
    }
}
