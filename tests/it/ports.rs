//! Ports that no other test takes: they lie below those that the kernel gives away, so one that is free for a while stays so.

use std::net::{SocketAddr, TcpListener};
use std::sync::atomic::{AtomicU16, Ordering};

/// The kernel gives away ports above this by default.
const KERNELS: u16 = 32_768;
const OWN: u16 = 12_000;
/// Between the first ports of two test programs that run at the same time.
const APART: u16 = 500;

/// An address on this machine where nothing listens, and nothing will but the caller.
pub fn own_address() -> SocketAddr {
    static NEXT: AtomicU16 = AtomicU16::new(0);
    let programs = u32::from((KERNELS - OWN) / APART);
    let first = OWN + (std::process::id() % programs) as u16 * APART;
    let mut next = std::iter::repeat_with(|| {
        let port = first + NEXT.fetch_add(1, Ordering::Relaxed) % APART;
        SocketAddr::from(([127, 0, 0, 1], port))
    });
    let free = next.by_ref().take(usize::from(APART)).find(|address| TcpListener::bind(address).is_ok());
    free.expect("a free port below those of the kernel")
}
