//! What a request finds out about itself before all else: who sends it, and whether no one else could read it.
//!
//! Promises: over https cookies are for https alone, and a host's name keeps to https for a year.

use crate::tls::WireKind;
use crate::web::doors::Door;
use crate::web::http::client::Client;
use crate::web::http::cookies;
use crate::web::http::host::host_of_authority;
use crate::web::http::listen::Peer;
use crate::web::shared::Web;
use crate::web::sign_in::accounts::StaffSession;
use crate::web::sign_in::caller::SESSION_COOKIE;
use axum::extract::{ConnectInfo, Request, State};
use axum::http::{HeaderName, HeaderValue, header};
use axum::middleware::Next;
use axum::response::Response;
use std::net::IpAddr;

/// For a year a browser asks by https alone for the host that said so. Not for its subdomains, which are other machines.
const KEEP_TO_HTTPS: (HeaderName, HeaderValue) =
    (header::STRICT_TRANSPORT_SECURITY, HeaderValue::from_static("max-age=31536000"));

/// Puts the [`Client`] into the request's extensions.
pub(in crate::web) async fn look_up(State(web): State<Web>, mut request: Request, next: Next) -> Response {
    let peer = request.extensions().get::<ConnectInfo<Peer>>().map(|ConnectInfo(peer)| peer);
    let wire = peer.and_then(|peer| peer.wire.as_ref()).map(WireKind::is_tls);
    let peer = peer.map(|peer| peer.address.ip());
    let door = request.extensions().get::<Door>();
    let mut client = Client::of(peer, request.headers(), &web.proxies);
    client.is_https |= wire == Some(true) && !client.is_proxied;
    let is_house = door == Some(&Door::House);
    // What a trusted proxy was sent over https has been encrypted where others may read it.
    client.is_in_clear = wire == Some(false) && is_house && !client.is_https;
    request.extensions_mut().insert(client);
    if !client.is_https {
        return next.run(request).await;
    }
    let disbelieved = match cookies::unguarded(request.headers(), SESSION_COOKIE) {
        Some(secret) if !is_from_before_the_start(&web, &secret).await => Some(SESSION_COOKIE),
        _ => None,
    };
    // Another door of the same name may speak plain HTTP alone.
    let keeps_to_https = is_house && request.headers().get(header::HOST).is_some_and(is_name);
    let sent = cookies::receive(request.headers_mut(), disbelieved);
    let mut response = next.run(request).await;
    cookies::keep_to_https(response.headers_mut(), &sent);
    if keeps_to_https {
        response.headers_mut().insert(KEEP_TO_HTTPS.0, KEEP_TO_HTTPS.1);
    }
    response
}

/// Whether a sign-in was there when the house started: it may be from when it spoke plain HTTP, or from an older version.
async fn is_from_before_the_start(web: &Web, secret: &str) -> bool {
    let session = web.accounts.session(secret, web.now()).await;
    let opened = session.ok().flatten().and_then(|session| session.expires.checked_sub(StaffSession::LASTS).ok());
    opened.is_some_and(|opened| opened <= web.started)
}

/// Whether a host is one by name, which browsers can keep to https: no address, and not the machine itself, where other
/// programs have doors of their own.
fn is_name(host: &HeaderValue) -> bool {
    let host = host.to_str().ok().and_then(host_of_authority);
    host.is_some_and(|host| !host.starts_with('[') && host != "localhost" && host.parse::<IpAddr>().is_err())
}
