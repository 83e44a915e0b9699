//! The certificate that doors show, which may be another one for the next connection.

use super::pair::TlsIdentity;
use rustls::ServerConfig;
use std::sync::{Arc, PoisonError, RwLock};

/// Clones show the same certificate, or none until there is one that can be used: then a door for https answers no one.
#[derive(Debug, Clone, Default)]
pub struct Https(Arc<RwLock<Option<Arc<TlsIdentity>>>>);

impl Https {
    /// Shows another certificate from now on.
    pub fn show(&self, identity: TlsIdentity) {
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = Some(Arc::new(identity));
    }

    /// What is shown now.
    pub fn shown(&self) -> Option<Arc<TlsIdentity>> {
        self.0.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    pub(super) fn config(&self) -> Option<Arc<ServerConfig>> {
        self.shown().map(|shown| Arc::clone(&shown.config))
    }
}
