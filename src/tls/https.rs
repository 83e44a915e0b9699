//! The certificate that doors show, which may be another one for the next connection.

use super::pair::TlsIdentity;
use rustls::ServerConfig;
use std::sync::{Arc, PoisonError, RwLock};

/// Clones show the same certificate.
#[derive(Debug, Clone)]
pub struct Https(Arc<RwLock<Arc<TlsIdentity>>>);

impl Https {
    pub fn new(identity: TlsIdentity) -> Https {
        Https(Arc::new(RwLock::new(Arc::new(identity))))
    }

    /// Shows another certificate from now on.
    pub fn show(&self, identity: TlsIdentity) {
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(identity);
    }

    /// What is shown now.
    pub fn shown(&self) -> Arc<TlsIdentity> {
        Arc::clone(&self.0.read().unwrap_or_else(PoisonError::into_inner))
    }

    pub(super) fn config(&self) -> Arc<ServerConfig> {
        Arc::clone(&self.shown().config)
    }
}
