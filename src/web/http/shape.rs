//! Gives every error response the form that its route promises, also those that a library made: `{refusal, message}` for
//! programs, a page for browsers.
//!
//! How it works: an [`ApiError`] is in the extensions of the response that it became. A response without one comes from a
//! library (a body too large, a path that can't be decoded, a wrong method, a time-out, a panic), and its status says what
//! happened. `Retry-After`, `Allow` and `Connection` are kept.

use crate::domain::LanguageTag;
use crate::hub::HubError;
use crate::locale::Translator;
use crate::web::http::answer;
use crate::web::http::detail::Detail;
use crate::web::http::page::Frame;
use crate::web::http::reader::Reader;
use crate::web::http::refusal::ApiError;
use crate::web::index::NotFoundPage;
use crate::web::route::{RouteInfo, RouteKind};
use crate::web::shared::{Shared, Web};
use axum::extract::{Request, State};
use axum::http::{Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

/// After how many seconds a browser asks again for a page that could not be given.
const REFRESH: u32 = 5;

/// The layer around all routes.
pub(in crate::web) async fn keep(
    State(web): State<Web>,
    Reader(language): Reader,
    RouteInfo { kind, .. }: RouteInfo,
    request: Request,
    next: Next,
) -> Response {
    let method = request.method().clone();
    let response = next.run(request).await;
    let status = response.status();
    let promised = match kind {
        RouteKind::Call => "application/json",
        RouteKind::Page => "text/html",
    };
    let sent = response.headers().get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or("");
    if !(status.is_client_error() || status.is_server_error()) || sent.starts_with(promised) {
        return response;
    }
    let error = match response.extensions().get::<ApiError>() {
        Some(error) => error.clone(),
        None => of_library(status, kind, &method, web.translator(&language)),
    };
    let kept = [header::ALLOW, header::CONNECTION].map(|name| (response.headers().get(&name).cloned(), name));
    let retry_after = error.retry_after;
    let mut shaped = match kind {
        RouteKind::Call => error.into_response(),
        RouteKind::Page => page(&web, &language, error),
    };
    // A page that was turned away asks again by itself; a form can't be asked for.
    if kind == RouteKind::Page && method == Method::GET && status.is_server_error() {
        shaped.headers_mut().insert(header::REFRESH, REFRESH.into());
    }
    for (value, name) in kept {
        if let Some(value) = value {
            shaped.headers_mut().insert(name, value);
        }
    }
    if let Some(seconds) = retry_after {
        shaped.headers_mut().insert(header::RETRY_AFTER, seconds.into());
    }
    shaped
}

/// The error that a library means by a status.
fn of_library(status: StatusCode, kind: RouteKind, method: &Method, translator: Translator<'_>) -> ApiError {
    match status {
        StatusCode::NOT_FOUND => ApiError::not_found(translator),
        // Only the address of a page can be wrong.
        StatusCode::BAD_REQUEST if kind == RouteKind::Page && method == Method::GET => ApiError::not_found(translator),
        StatusCode::METHOD_NOT_ALLOWED => ApiError::wrong_method(translator),
        StatusCode::SERVICE_UNAVAILABLE | StatusCode::REQUEST_TIMEOUT => ApiError::of(&HubError::Away, translator),
        status if status.is_server_error() => ApiError::broken(translator),
        StatusCode::PAYLOAD_TOO_LARGE => ApiError::too_large(translator),
        _ => ApiError::invalid(Detail::new("request", "not valid HTTP for this address"), translator),
    }
}

fn page(web: &Shared, language: &LanguageTag, error: ApiError) -> Response {
    let site = web.site();
    let frame = Frame::for_visitors(web, &site, language);
    let id = if error.status == StatusCode::NOT_FOUND { "web-not-found-title" } else { "web-trouble-title" };
    let title = frame.t(id);
    let is_passing = error.status.is_server_error();
    answer::page(error.status, &NotFoundPage { frame, title, text: error.message, is_passing })
}
