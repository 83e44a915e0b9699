//! Counts the connections and streams of each client address, up to a limit.

use std::collections::HashMap;
use std::net::{IpAddr, Ipv6Addr};
use std::sync::{Arc, Mutex, PoisonError};

/// A count for each address that has any.
#[derive(Clone, Default)]
pub(in crate::web) struct PerAddress(Arc<Mutex<HashMap<IpAddr, usize>>>);

/// Is counted for its address until it is dropped.
pub(in crate::web) struct AddressPermit {
    counts: PerAddress,
    address: IpAddr,
}

/// The address under which a client is counted: for IPv6 its network of 64 bits, because a client can use all addresses
/// of its network.
pub(in crate::web) fn network_of(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(address) if !address.is_loopback() => {
            IpAddr::V6(Ipv6Addr::from_bits(address.to_bits() & !u128::from(u64::MAX)))
        }
        address => address,
    }
}

impl PerAddress {
    /// `None` when the client's address has `most` already. This machine has no limit: a proxy on it may carry every client.
    pub(in crate::web) fn take(&self, client: IpAddr, most: usize) -> Option<AddressPermit> {
        let address = network_of(client);
        let mut counts = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let count = counts.entry(address).or_default();
        if *count >= most && !address.is_loopback() {
            return None;
        }
        *count += 1;
        Some(AddressPermit { counts: self.clone(), address })
    }
}

impl Drop for AddressPermit {
    fn drop(&mut self) {
        let mut counts = self.counts.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(count) = counts.get_mut(&self.address) {
            *count -= 1;
            if *count == 0 {
                counts.remove(&self.address);
            }
        }
    }
}
