//! Gives every answer that is not the good one the shape that was promised: `{refusal, message}` for calls, a page with
//! kind words for people, also where it was not a handler of ours that refused.
//!
//! How it works: a [`ApiError`] travels with its answer; what has none comes from a library (a body too large, a path that
//! can't be read, a wrong method, a time-out, a panic) and is told by its status. `Retry-After` and `Allow` are kept.

use crate::domain::LanguageTag;
use crate::hub::HubError;
use crate::web::http::answer;
use crate::web::http::page::Frame;
use crate::web::http::reader;
use crate::web::http::refusal::ApiError;
use crate::web::index::NotFoundPage;
use crate::web::shared::{Shared, Web};
use axum::extract::{Request, State};
use axum::http::{HeaderMap, Method, StatusCode, Uri, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

/// Where staff read, so that the language is theirs.
const OF_STAFF: [&str; 7] =
    ["/desk", "/sign-", "/api/v1/desks", "/api/v1/day", "/api/v1/appointments", "/api/v1/session", "/healthz"];

/// Goes around all routes.
pub(in crate::web) async fn keep(State(web): State<Web>, request: Request, next: Next) -> Response {
    let (method, uri, headers) = (request.method().clone(), request.uri().clone(), request.headers().clone());
    let response = next.run(request).await;
    let status = response.status();
    let is_for_programs = ["/api/", "/healthz", "/metrics"].iter().any(|path| uri.path().starts_with(path));
    let promised = if is_for_programs { "application/json" } else { "text/html" };
    let kind = response.headers().get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or("");
    if !(status.is_client_error() || status.is_server_error()) || kind.starts_with(promised) {
        return response;
    }
    let language = language(&web, &uri, &headers);
    let trouble = match response.extensions().get::<ApiError>() {
        Some(trouble) => trouble.clone(),
        None => of_library(status, is_for_programs, &method, &web, &language),
    };
    let allowed = response.headers().get(header::ALLOW).cloned();
    let retry_after = trouble.retry_after;
    let mut shaped = if is_for_programs { trouble.into_response() } else { page(&web, &language, trouble) };
    if let Some(allowed) = allowed {
        shaped.headers_mut().insert(header::ALLOW, allowed);
    }
    if let Some(seconds) = retry_after {
        shaped.headers_mut().insert(header::RETRY_AFTER, seconds.into());
    }
    shaped
}

fn language(web: &Shared, uri: &Uri, headers: &HeaderMap) -> LanguageTag {
    let is_of_staff = OF_STAFF.iter().any(|path| uri.path().starts_with(path));
    let find = if is_of_staff { reader::clerk } else { reader::visitor };
    find(web, uri, headers)
}

/// What a library means by a status.
fn of_library(
    status: StatusCode,
    is_for_programs: bool,
    method: &Method,
    web: &Shared,
    language: &LanguageTag,
) -> ApiError {
    let translator = web.translator(language);
    match status {
        StatusCode::NOT_FOUND => ApiError::not_found(translator),
        // Of a page only the address can be wrong.
        StatusCode::BAD_REQUEST if !is_for_programs && method == Method::GET => ApiError::not_found(translator),
        StatusCode::METHOD_NOT_ALLOWED => ApiError::wrong_method(translator),
        StatusCode::SERVICE_UNAVAILABLE | StatusCode::REQUEST_TIMEOUT => ApiError::of(&HubError::Away, translator),
        status if status.is_server_error() => ApiError::broken(translator),
        _ => ApiError::bad_input(translator),
    }
}

fn page(web: &Shared, language: &LanguageTag, trouble: ApiError) -> Response {
    let site = web.site();
    let frame = Frame::for_visitors(web, &site, language);
    let id = if trouble.status == StatusCode::NOT_FOUND { "web-not-found-title" } else { "web-trouble-title" };
    let title = frame.t(id);
    let is_passing = trouble.status.is_server_error();
    answer::page(trouble.status, &NotFoundPage { frame, title, text: trouble.message, is_passing })
}
