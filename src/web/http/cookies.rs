//! Cookies that keep to https: `Secure`, so that no request in clear has them, and under a name that begins with `__Host-`, so
//! that neither a page in clear nor another host of the same domain can plant one (RFC 6265bis, 4.1.3).
//!
//! Everything else in the program knows a cookie by its plain name. Over https a plain name counts only where the guarded one
//! is missing; that of a sign-in only if it began before the house was started, so that staff who were signed in when https
//! came, or when this version did, still are.

use crate::web::http::reader;
use axum::http::{HeaderMap, HeaderValue, header};
use cookie::Cookie;
use std::collections::BTreeSet;

/// What browsers demand of such a cookie: `Secure`, `Path=/`, no `Domain`.
const GUARDED: &str = "__Host-";
/// How the names of this program's cookies begin.
const OWN: &str = "sportello_";

/// The value of a cookie that came under its plain name alone.
pub(in crate::web) fn unguarded(headers: &HeaderMap, name: &str) -> Option<String> {
    let is_guarded = reader::cookie(headers, &format!("{GUARDED}{name}")).is_some();
    reader::cookie(headers, name).filter(|_| !is_guarded)
}

/// The plain names of the cookies that a request had.
pub(in crate::web) struct PlainNames(BTreeSet<String>);

/// Gives a request's guarded cookies their plain names, in place of plain ones. One of them counts no longer if it is plain.
pub(in crate::web) fn receive(headers: &mut HeaderMap, disbelieved: Option<&str>) -> PlainNames {
    let lines = headers.get_all(header::COOKIE).iter().filter_map(|line| line.to_str().ok());
    let sent: Vec<Cookie<'_>> = lines.flat_map(Cookie::split_parse).flatten().collect();
    if sent.is_empty() {
        return PlainNames(BTreeSet::new());
    }
    let guarded = |cookie: &Cookie<'_>| cookie.name().strip_prefix(GUARDED).map(str::to_owned);
    let own: BTreeSet<String> = sent.iter().filter_map(guarded).collect();
    let (mut kept, mut plain) = (Vec::new(), BTreeSet::new());
    for cookie in &sent {
        let name = guarded(cookie);
        if name.is_none() && cookie.name().starts_with(OWN) {
            plain.insert(cookie.name().to_owned());
            if own.contains(cookie.name()) || disbelieved == Some(cookie.name()) {
                continue;
            }
        }
        kept.push(format!("{}={}", name.as_deref().unwrap_or(cookie.name()), cookie.value()));
    }
    headers.remove(header::COOKIE);
    // What came as header values can be one.
    if let Ok(line) = HeaderValue::from_str(&kept.join("; ")) {
        headers.insert(header::COOKIE, line);
    }
    PlainNames(plain)
}

/// Guards the cookies that a response sets, and deletes those of the same name that were not.
pub(in crate::web) fn keep_to_https(headers: &mut HeaderMap, sent: &PlainNames) {
    let set: Vec<HeaderValue> = headers.get_all(header::SET_COOKIE).iter().cloned().collect();
    headers.remove(header::SET_COOKIE);
    for cookie in set {
        let secure = HeaderValue::from_bytes(&[GUARDED.as_bytes(), cookie.as_bytes(), b"; Secure"].concat());
        let name = cookie.to_str().ok().and_then(|cookie| cookie.split('=').next()).unwrap_or_default();
        let is_double = sent.0.contains(name);
        let former = HeaderValue::from_str(&format!("{name}=; Path=/; Max-Age=0; Secure; HttpOnly; SameSite=Strict"));
        headers.append(header::SET_COOKIE, secure.unwrap_or(cookie));
        if let (true, Ok(former)) = (is_double, former) {
            headers.append(header::SET_COOKIE, former);
        }
    }
}
