//! Parses the host of an authority.

use axum::http::uri::Authority;

/// The host of `host`, `host:port` or `[v6]:port`; `None` for anything else, such as one with a user name.
pub(in crate::web) fn host_of_authority(authority: &str) -> Option<&str> {
    let is_plain = authority.is_ascii() && !authority.contains(['@', '/', '\\', ' ']);
    authority.parse::<Authority>().ok().filter(|_| is_plain)?;
    let host = match authority.rsplit_once(':') {
        Some((host, port)) if !port.ends_with(']') => {
            let is_port = !port.is_empty() && port.bytes().all(|byte| byte.is_ascii_digit());
            is_port.then_some(host)?
        }
        _ => authority,
    };
    (!host.is_empty()).then_some(host)
}
