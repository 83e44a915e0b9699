//! The proxies that are trusted to name their clients.

use std::net::IpAddr;
use std::sync::Arc;

/// Their addresses. Cheap to clone.
#[derive(Debug, Clone, Default)]
pub(in crate::web) struct Proxies(Arc<[IpAddr]>);

impl Proxies {
    pub(in crate::web) fn new(addresses: &[IpAddr]) -> Proxies {
        Proxies(addresses.iter().map(IpAddr::to_canonical).collect())
    }

    pub(in crate::web) fn contain(&self, address: IpAddr) -> bool {
        self.0.contains(&address.to_canonical())
    }
}
