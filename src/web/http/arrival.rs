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
    client.is_in_clear = wire == Some(false) && door == Some(&Door::House);
    request.extensions_mut().insert(client);
    if !client.is_https {
        return next.run(request).await;
    }
    let disbelieved = if web.is_newly_started() { None } else { Some(SESSION_COOKIE) };
    let has_name = request.headers().get(header::HOST).is_some_and(is_name);
    let sent = cookies::receive(request.headers_mut(), disbelieved);
    let mut response = next.run(request).await;
    cookies::keep_to_https(response.headers_mut(), &sent);
    if has_name {
        response.headers_mut().insert(KEEP_TO_HTTPS.0, KEEP_TO_HTTPS.1);
    }
    response
}

/// Whether a host is one by name: browsers keep no address to https.
fn is_name(host: &HeaderValue) -> bool {
    let host = host.to_str().ok().and_then(host_of_authority);
    host.is_some_and(|host| !host.starts_with('[') && host.parse::<IpAddr>().is_err())
}
