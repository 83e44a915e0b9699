//! Judges the hosts that requests name.

use axum::http::uri::Authority;
use axum::http::{HeaderMap, Uri, header};
use rustix::system::uname;
use std::net::{Ipv4Addr, Ipv6Addr};

/// Whether a request names this machine: an IP address, `localhost`, its own name among the `.local` ones, a name without
/// dots as local networks have them (no site on the internet can have one), or one that it was given.
pub(in crate::web) fn names_this_site(uri: &Uri, headers: &HeaderMap, is_given: impl Fn(&str) -> bool) -> bool {
    let mut named = headers.get_all(header::HOST).iter();
    let (Some(host), None) = (named.next(), named.next()) else { return false };
    let is_known = |authority: &str| host_of_authority(authority).is_some_and(|host| is_known_host(host, &is_given));
    host.to_str().is_ok_and(is_known) && uri.authority().is_none_or(|authority| is_known(authority.as_str()))
}

/// The host of `host`, `host:port` or `[v6]:port`; `None` for anything else, such as one with a user name.
pub(in crate::web) fn host_of_authority(authority: &str) -> Option<&str> {
    let is_plain = authority.is_ascii() && !authority.contains(['@', '/', '\\', ' ']);
    authority.parse::<Authority>().ok().filter(|_| is_plain)?;
    let host = match authority.rsplit_once(':') {
        Some((host, port)) if !port.ends_with(']') => {
            let is_port = port.bytes().all(|byte| byte.is_ascii_digit()) && port.parse::<u16>().is_ok();
            is_port.then_some(host)?
        }
        _ => authority,
    };
    (!host.is_empty()).then_some(host)
}

fn is_known_host(host: &str, is_given: impl Fn(&str) -> bool) -> bool {
    let host = host.to_ascii_lowercase();
    let is_address = host.parse::<Ipv4Addr>().is_ok()
        || host.strip_prefix('[').and_then(|it| it.strip_suffix(']')).is_some_and(|it| it.parse::<Ipv6Addr>().is_ok());
    is_address || is_plain_name(&host) || is_own_name(&host) || is_given(&host)
}

/// A name without dots that is none of the other ways to write an address, such as `0x7f000001` or `2130706433`.
fn is_plain_name(host: &str) -> bool {
    let is_label = (1..=63).contains(&host.len())
        && host.bytes().all(|it| it.is_ascii_alphanumeric() || it == b'-')
        && !host.starts_with('-')
        && !host.ends_with('-');
    let digits = host.strip_prefix("0x").unwrap_or("");
    let is_number = host.bytes().all(|it| it.is_ascii_digit()) || host == "0x";
    let is_hexadecimal = !digits.is_empty() && digits.bytes().all(|it| it.is_ascii_hexdigit());
    is_label && !is_number && !is_hexadecimal
}

/// This machine's name as other machines of its network find it. Any machine that joins the network may answer to any other name of
/// this kind, and lead a browser here under it.
fn is_own_name(host: &str) -> bool {
    let Some(name) = host.strip_suffix(".local") else { return false };
    // Asked each time: the name may be set while the house runs.
    let machine = uname();
    let own = machine.nodename().to_string_lossy();
    let own = own.split('.').next().unwrap_or_default();
    is_plain_name(name) && name.eq_ignore_ascii_case(own)
}
