//! Who is at the other end of a request: the peer of the connection, or the client that a trusted proxy names.
//!
//! Promises: no header says who a client is, unless `--trust-proxy` names the address that it comes from; then the last
//! address in `X-Forwarded-For` counts, which that proxy wrote, and what a client wrote before it does not. A program on this
//! machine is one that connects from a loopback address that no `--trust-proxy` names.

use crate::web::http::proxies::Proxies;
use crate::web::http::rare_line::RareLine;
use axum::http::{HeaderMap, HeaderName, header};
use std::net::{IpAddr, SocketAddr};

const FORWARDED_FOR: HeaderName = HeaderName::from_static("x-forwarded-for");
const FORWARDED_PROTO: HeaderName = HeaderName::from_static("x-forwarded-proto");
/// What proxies add to a request. From one that is not trusted they say no more than that it is no program of this machine.
const MARKS: [HeaderName; 3] = [FORWARDED_FOR, header::FORWARDED, HeaderName::from_static("x-real-ip")];

/// In the extensions of every request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::web) struct Client {
    /// `None` where there is no connection, as in tests, or where a trusted proxy does not say.
    pub(in crate::web) address: Option<IpAddr>,
    /// Whether it is a program on this machine.
    pub(in crate::web) is_machine: bool,
    /// Whether a trusted proxy carries its request.
    pub(in crate::web) is_proxied: bool,
    /// Whether its request came over TLS.
    pub(in crate::web) is_https: bool,
    /// Whether it came in clear to a door that speaks https alone.
    pub(in crate::web) is_in_clear: bool,
}

impl Client {
    /// By the address of a request's connection and its headers; what its connection speaks is for others to see.
    pub(in crate::web) fn of(peer: Option<IpAddr>, headers: &HeaderMap, proxies: &Proxies) -> Client {
        // A socket for both protocols names an IPv4 client `::ffff:127.0.0.1`.
        let peer = peer.map(|peer| peer.to_canonical());
        let direct =
            Client { address: peer, is_machine: false, is_proxied: false, is_https: false, is_in_clear: false };
        if !peer.is_some_and(|peer| proxies.contain(peer)) {
            let is_marked = MARKS.iter().any(|mark| headers.contains_key(mark));
            let is_local = peer.is_some_and(|peer| peer.is_loopback());
            if is_local && is_marked {
                log_untrusted(peer);
            }
            return Client { is_machine: is_local && !is_marked, ..direct };
        }
        let is_https = last(headers, &FORWARDED_PROTO).is_some_and(|proto| proto.eq_ignore_ascii_case("https"));
        let address = last(headers, &FORWARDED_FOR).and_then(address);
        Client { address: address.or(peer), is_proxied: true, is_https, ..direct }
    }
}

/// Its clients are counted as one, and what they may hold is little for many phones.
fn log_untrusted(proxy: Option<IpAddr>) {
    static LINE: RareLine = RareLine::new();
    if let Some(left_out) = LINE.due() {
        let proxy = proxy.map(|proxy| proxy.to_string());
        tracing::warn!(
            proxy,
            left_out,
            "requests come through a proxy on this machine that is not trusted: start with --trust-proxy and its address"
        );
    }
}

/// The last element of a header that is a list, on one line or several.
fn last<'a>(headers: &'a HeaderMap, name: &HeaderName) -> Option<&'a str> {
    let line = headers.get_all(name).iter().next_back()?;
    line.to_str().ok()?.rsplit(',').next().map(str::trim)
}

/// `192.0.2.1`, `2001:db8::1`, or either with a port as some proxies write it.
fn address(text: &str) -> Option<IpAddr> {
    let bare = text.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')).unwrap_or(text);
    let address = bare.parse().ok().or_else(|| Some(text.parse::<SocketAddr>().ok()?.ip()))?;
    Some(address.to_canonical())
}
