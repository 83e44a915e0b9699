//! The certificate that the house shows, and those that take its place.
//!
//! How it works: both files are read every few seconds. Others than those in use are taken up at once; what can't be used
//! is logged at the second look, since two files can't be replaced in one step, and what was in use goes on.

use super::validity::ValidityCheck;
use crate::app::failure::Failure;
use crate::clock::{Clock, Deadline};
use crate::health::Check;
use crate::tls::{Https, TlsFiles, TlsIdentity, TlsPairError};
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::time::Duration;

/// How often the files are read.
const LOOK_EVERY: Duration = Duration::from_secs(2);
/// How often the house says that its certificate ends.
const WARN_EVERY: Duration = Duration::from_secs(24 * 3600);

/// Keeps the certificate of the house's doors.
pub(in crate::app) struct CertificateKeeper {
    files: TlsFiles,
    shown: ValidityCheck,
    /// The digest of what is in use.
    used: [u8; 32],
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
    /// Reads the files for the first time.
    pub(in crate::app) fn open(files: TlsFiles, clock: Clock) -> Result<CertificateKeeper, Failure> {
        let failed = |error: TlsPairError| Failure::new(error.to_string());
        let text = files.read().map_err(failed)?;
        let https = Https::new(files.identity(&text).map_err(failed)?);
        let shown = ValidityCheck { https, clock };
        let mut keeper = CertificateKeeper { files, shown, used: text.digest, trouble: None, warned: None };
        keeper.warn_of_readers();
        keeper.warn_of_end();
        Ok(keeper)
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
        let read = self.files.read();
        let digest = read.as_ref().ok().map(|text| text.digest);
        if digest == Some(self.used) {
            self.trouble = None;
        } else {
            match read.and_then(|text| self.files.identity(&text)) {
                Ok(identity) => self.take_up(identity, digest),
                Err(error) => self.note(UnusableFiles { digest, message: error.to_string(), is_logged: false }),
            }
        }
        self.warn_of_end();
    }

    fn take_up(&mut self, identity: TlsIdentity, digest: Option<[u8; 32]>) {
        let until = identity.facts.as_ref().map(|facts| facts.not_after.to_string());
        let names = identity.facts.as_ref().map(|facts| facts.names.join(" "));
        let fingerprint = hex::encode(identity.fingerprint);
        self.shown.https.show(identity);
        (self.used, self.trouble, self.warned) = (digest.unwrap_or(self.used), None, None);
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
                        "the new certificate for https can't be used, and the one of before is kept: {message}"
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
