//! What of a client's address is counted.

use std::net::{IpAddr, Ipv6Addr};

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
