//! The addresses of the web pages: where they are served, and where phones reach them.

use super::failure::{Context, Failure};
use crate::catalogue;
use crate::domain::Site;
use std::io::ErrorKind;
use std::net::{IpAddr, SocketAddr, UdpSocket};
use tokio::net::TcpListener;
use tokio::runtime::Runtime;

/// Opens the address on which the pages are served.
pub(super) fn listen(runtime: &Runtime, address: SocketAddr) -> Result<(TcpListener, SocketAddr), Failure> {
    let listener = runtime.block_on(TcpListener::bind(address)).map_err(|error| {
        let remedy = match error.kind() {
            ErrorKind::AddrInUse => "another program uses it: stop that one, or choose another with --listen",
            ErrorKind::AddrNotAvailable => "this machine has no such address: choose another with --listen",
            ErrorKind::PermissionDenied => "not allowed: choose a port from 1024 on with --listen",
            _ => "choose another with --listen",
        };
        Failure::new(format!("can't serve pages at {address} ({error}): {remedy}"))
    })?;
    let bound =
        listener.local_addr().or_fail(format!("can't serve pages at {address}"), "choose another with --listen")?;
    Ok((listener, bound))
}

/// The address under which phones reach this site: as the site file says, else this machine's address on its network.
/// Empty when phones can't reach it; then glass and slips have no QR code.
pub(super) fn public_url(site: &Site, address: SocketAddr) -> String {
    if site.public_url().is_some() {
        return named_url(site);
    }
    let host = if address.ip().is_unspecified() { own_address() } else { Some(address.ip()) };
    let host = host.filter(|host| !host.is_loopback() && !host.is_unspecified());
    host.map(|host| format!("http://{}", SocketAddr::new(host, address.port()))).unwrap_or_default()
}

/// The address under which phones reach this site as the site file says; empty when it names none that they reach.
pub(super) fn named_url(site: &Site) -> String {
    site.public_url().filter(|url| !catalogue::is_this_machine(url)).unwrap_or_default().to_owned()
}

/// The address of this machine on its network. Nothing is sent: connecting a UDP socket only looks up its route.
fn own_address() -> Option<IpAddr> {
    let socket = UdpSocket::bind("0.0.0.0:0").ok()?;
    socket.connect("192.0.2.1:9").ok()?;
    Some(socket.local_addr().ok()?.ip())
}
