//! Checks every request before it reaches a route, and adds security headers to every response.
//!
//! Promises: a request with a foreign `Host` is refused, which stops DNS rebinding; a command from a page of another origin
//! is refused, which stops cross-site request forgery; what comes in clear to a door for https is led there or refused; bodies
//! are at most 64 kB and responses begin within 15 s; no page runs or loads anything from elsewhere; nothing but static files
//! stays in a cache; a panic in a handler ends one request and nothing else.

use crate::domain::LanguageTag;
use crate::hub::HubError;
use crate::web::http::answer;
use crate::web::http::body_limit;
use crate::web::http::client::Client;
use crate::web::http::compress;
use crate::web::http::host::names_this_site;
use crate::web::http::placed::PlacedRequest;
use crate::web::http::rare_line::{RareLine, beginning};
use crate::web::http::reader::Reader;
use crate::web::http::refusal::ApiError;
use crate::web::http::shape;
use crate::web::http::watch;
use crate::web::shared::Web;
use axum::Router;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header};
use axum::middleware::{Next, from_fn_with_state, map_response};
use axum::response::{IntoResponse, Redirect, Response};
use std::sync::LazyLock;
use std::time::Duration;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::timeout::TimeoutLayer;

/// Where event streams are.
const STREAMS: &str = "/api/v1/events";
/// How long a response may take to begin; an event stream then goes on for longer. The hub replies within 10 s.
const RESPONSE_MOST: Duration = Duration::from_secs(15);

/// What is served without a place, so that staff find one.
const SIGN_INS: [&str; 2] = ["/sign-in", "/api/v1/session"];

/// `referrer-policy` is `same-origin`: with `no-referrer` browsers send `Origin: null` with our own forms.
const SECURITY_HEADERS: [(&str, &str); 6] = [
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    ("permissions-policy", "camera=(), geolocation=(), microphone=()"),
    ("referrer-policy", "same-origin"),
    ("x-content-type-options", "nosniff"),
    ("x-frame-options", "DENY"),
];

/// The content security policy: everything from here, and within a page only the script that watches over it.
static POLICY: LazyLock<Option<HeaderValue>> = LazyLock::new(|| {
    let script = watch::source();
    let policy = format!(
        "default-src 'self'; script-src 'self' {script}; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; \
         object-src 'none'"
    );
    HeaderValue::from_str(&policy).ok()
});

/// Puts all checks before the routes.
pub(in crate::web) fn before(routes: Router, web: Web) -> Router {
    routes
        .layer(body_limit::of_each_read())
        .layer(TimeoutLayer::with_status_code(StatusCode::SERVICE_UNAVAILABLE, RESPONSE_MOST))
        .layer(CatchPanicLayer::new())
        .layer(from_fn_with_state(web.clone(), body_limit::check))
        .layer(from_fn_with_state(web.clone(), check))
        .layer(from_fn_with_state(web, shape::keep))
        .layer(map_response(add_headers))
        .layer(compress::layer())
}

async fn check(State(web): State<Web>, Reader(language): Reader, request: Request, next: Next) -> Response {
    let client = request.extensions().get::<Client>();
    if client.is_some_and(|client| client.is_in_clear) {
        return answer::then_close(lead_to_https(&web, &language, &request));
    }
    match PlacedRequest::begin(&web, request.headers(), request.extensions()).await {
        Ok(visit) => visit.end_with(judge(&web, &language, request, next).await),
        // Staff who are not known yet may have the same address as the phones of a guest Wi-Fi.
        Err(turned_away) if SIGN_INS.contains(&request.uri().path()) => {
            turned_away.visit().end_with(answer::then_close(judge(&web, &language, request, next).await))
        }
        Err(turned_away) => {
            let error = ApiError::of(&HubError::Busy, web.translator(&language));
            turned_away.visit().end_with(answer::then_close(error.into_response()))
        }
    }
}

async fn judge(web: &Web, language: &LanguageTag, request: Request, next: Next) -> Response {
    let headers = request.headers();
    let is_known = names_this_site(request.uri(), headers, |host| web.is_called(host));
    let is_https = request.extensions().get::<Client>().is_some_and(|client| client.is_https);
    let is_own = may_come_from_elsewhere(&request) || comes_from_own_page(headers, is_https);
    if !is_known || !is_own {
        if is_known {
            log_foreign_origin(request.method());
        } else {
            log_unknown_host(headers);
        }
        return ApiError::forbidden(web.translator(language)).into_response();
    }
    if request.method() == Method::TRACE || request.method() == Method::CONNECT {
        return StatusCode::METHOD_NOT_ALLOWED.into_response();
    }
    next.run(request).await
}

/// A page that was only asked for is asked for again over https. A command may have brought a secret: its sender has to hear of
/// it. So has a program: to many a redirect is a success.
fn lead_to_https(web: &Web, language: &LanguageTag, request: &Request) -> Response {
    let host = request.headers().get(header::HOST).and_then(|host| host.to_str().ok());
    let path = request.uri().path_and_query().map_or("/", |path| path.as_str());
    match host.filter(|_| names_this_site(request.uri(), request.headers(), |host| web.is_called(host))) {
        Some(host) if request.method().is_safe() && !is_for_programs(request.uri().path()) => {
            Redirect::permanent(&format!("https://{host}{path}")).into_response()
        }
        _ => ApiError::https_only(web.translator(language)).into_response(),
    }
}

fn is_for_programs(path: &str) -> bool {
    path.starts_with("/api/") || ["/healthz", "/metrics"].contains(&path)
}

fn log_foreign_origin(method: &Method) {
    static LINE: RareLine = RareLine::new();
    if let Some(left_out) = LINE.due() {
        let method = beginning(method.as_str().as_bytes());
        tracing::warn!(method, left_out, "refused a command or a stream from a page of another origin");
    }
}

fn log_unknown_host(headers: &HeaderMap) {
    static LINE: RareLine = RareLine::new();
    if let Some(left_out) = LINE.due() {
        let host = headers.get(header::HOST).map_or_else(String::new, |host| beginning(host.as_bytes()));
        tracing::warn!(
            host,
            left_out,
            "refused a request for an unknown host: if it is this site's name, set public_url in the site file"
        );
    }
}

async fn add_headers(mut response: Response) -> Response {
    let headers = response.headers_mut();
    for (name, value) in SECURITY_HEADERS {
        headers.insert(HeaderName::from_static(name), HeaderValue::from_static(value));
    }
    let policy = POLICY.clone().unwrap_or(HeaderValue::from_static("default-src 'self'"));
    headers.insert(header::CONTENT_SECURITY_POLICY, policy);
    headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    response
}

/// Whether a link on another site may lead here. A stream stays open and takes a place: only our own pages have a use for it.
fn may_come_from_elsewhere(request: &Request) -> bool {
    request.method().is_safe() && request.uri().path() != STREAMS
}

/// Whether a command comes from one of our pages or from no page at all. Browsers say where it comes from: newer ones over
/// https in `Sec-Fetch-Site`, all of them in `Origin`. Programs send neither, and have no browser's cookies. A page in clear is
/// not one of ours where https is spoken; elsewhere a proxy that is not known may speak it.
fn comes_from_own_page(headers: &HeaderMap, is_https: bool) -> bool {
    if let Some(site) = headers.get("sec-fetch-site") {
        return site == "same-origin" || site == "none";
    }
    let Some(origin) = headers.get(header::ORIGIN) else { return true };
    let host = headers.get(header::HOST).and_then(|host| host.to_str().ok());
    let from = origin.to_str().ok().and_then(|origin| origin.split_once("://"));
    match (from, host) {
        (Some(("http", _)), _) if is_https => false,
        (Some(("http" | "https", from)), Some(host)) => from.eq_ignore_ascii_case(host),
        _ => false,
    }
}
