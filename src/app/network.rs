//! The addresses of the web pages: where they are served, and where phones reach them.

use super::arguments::RunOptions;
use super::failure::{Context, Failure};
use super::process::shutdown::Shutdown;
use crate::catalogue;
use crate::domain::Site;
use crate::tls::Https;
use crate::web::{Door, Pages};
use futures_util::future::OptionFuture;
use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
use std::io::ErrorKind;
use std::net::{IpAddr, SocketAddr, UdpSocket};
use tokio::net::{TcpListener, TcpSocket};
use tokio::runtime::Runtime;

/// How many connections may wait to be let in, if the system lets so many: when all strangers open theirs at once, one of
/// the house would otherwise be tried again only after a second.
const BACKLOG: u32 = 4096;
/// How many files this process may have open, if the system lets it.
const FILES: u64 = 4096;

/// The addresses at which pages are served.
pub(super) struct OpenDoors {
    house: (TcpListener, SocketAddr),
    /// For strangers alone.
    public: Option<(TcpListener, SocketAddr)>,
    https: Option<Https>,
    /// The address under which phones reach this site.
    pub(super) public_url: String,
}

impl OpenDoors {
    pub(super) fn open(
        runtime: &Runtime,
        options: &RunOptions,
        https: Option<Https>,
        site: &Site,
    ) -> Result<OpenDoors, Failure> {
        raise_limit_of_files();
        let house = listen(runtime, options.listen, "--listen")?;
        let public = options.listen_public.map(|public| listen(runtime, public, "--listen-public")).transpose()?;
        let public_url = match &public {
            Some((_, address)) => public_url(site, "http", *address),
            None => public_url(site, scheme(https.as_ref()), house.1),
        };
        Ok(OpenDoors { house, public, https, public_url })
    }

    pub(super) fn log(&self) {
        let (scheme, address) = (scheme(self.https.as_ref()), self.house.1);
        tracing::info!("pages at {scheme}://{address}: /desk for staff, /board for the waiting room");
        if let Some((_, public)) = &self.public {
            tracing::info!("pages for visitors and /board, and nothing else, at http://{public}");
        }
        if self.public_url.is_empty() {
            let (option, port) = match &self.public {
                Some((_, public)) => ("--listen-public", public.port()),
                None => ("--listen", address.port()),
            };
            tracing::warn!(
                "phones can't reach the pages: set public_url in the site file, or use {option} 0.0.0.0:{port}"
            );
        }
    }

    /// Serves until the end is requested.
    pub(super) fn serve(self, pages: &Pages, shutdown: &Shutdown) -> impl Future<Output = ()> + Send + use<> {
        let https = self.https;
        let house = pages.serve(Door::House, self.house.0, https.clone(), shutdown.requested());
        let public = self.public.map(|(listener, _)| pages.serve(Door::Public, listener, https, shutdown.requested()));
        async move {
            tokio::join!(house, OptionFuture::from(public));
        }
    }
}

/// Connections and everything else together may need more open files than the usual soft limit.
fn raise_limit_of_files() {
    let limit = getrlimit(Resource::Nofile);
    let wanted = limit.maximum.map_or(FILES, |most| most.min(FILES));
    if limit.current.is_some_and(|current| current < wanted) {
        // With the usual one, connections are refused a little earlier.
        let _ = setrlimit(Resource::Nofile, Rlimit { current: Some(wanted), maximum: limit.maximum });
    }
}

/// Opens an address, as given with an option.
fn listen(runtime: &Runtime, address: SocketAddr, option: &str) -> Result<(TcpListener, SocketAddr), Failure> {
    let bind = || {
        let socket = if address.is_ipv4() { TcpSocket::new_v4() } else { TcpSocket::new_v6() }?;
        // A port that was used a moment ago is free.
        socket.set_reuseaddr(true)?;
        socket.bind(address)?;
        socket.listen(BACKLOG)
    };
    let listener = runtime.block_on(async { bind() }).map_err(|error: std::io::Error| {
        let remedy = match error.kind() {
            ErrorKind::AddrInUse => "another program uses it: stop that one, or choose another",
            ErrorKind::AddrNotAvailable => "this machine has no such address: choose another",
            ErrorKind::PermissionDenied => "not allowed: choose a port from 1024 on",
            _ => "choose another",
        };
        Failure::new(format!("can't serve pages at {address} ({error}): {remedy} with {option}"))
    })?;
    let remedy = format!("choose another with {option}");
    let bound = listener.local_addr().or_fail(format!("can't serve pages at {address}"), &remedy)?;
    Ok((listener, bound))
}

/// What is spoken at the door of the house.
fn scheme(https: Option<&Https>) -> &'static str {
    if https.is_some() { "https" } else { "http" }
}

/// The address under which phones reach this site: as the site file says, else this machine's address on its network.
/// Empty when phones can't reach it; then glass and slips have no QR code.
fn public_url(site: &Site, scheme: &str, address: SocketAddr) -> String {
    if site.public_url().is_some() {
        return named_url(site);
    }
    let host = if address.ip().is_unspecified() { own_address() } else { Some(address.ip()) };
    let host = host.filter(|host| !host.is_loopback() && !host.is_unspecified());
    host.map(|host| format!("{scheme}://{}", SocketAddr::new(host, address.port()))).unwrap_or_default()
}

/// The address under which phones reach this site as the site file says; empty when it names none that they reach.
pub(super) fn named_url(site: &Site) -> String {
    site.public_url().filter(|url| !catalogue::is_this_machine(url)).unwrap_or_default().to_owned()
}

/// The address of this machine on its network. Nothing is sent: connecting a UDP socket only looks up its route.
pub(super) fn own_address() -> Option<IpAddr> {
    let socket = UdpSocket::bind("0.0.0.0:0").ok()?;
    socket.connect("192.0.2.1:9").ok()?;
    Some(socket.local_addr().ok()?.ip())
}
