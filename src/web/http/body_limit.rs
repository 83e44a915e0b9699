//! Limits the size of a request's body.
//!
//! Promises: a body is at most 64 kB; one that announces more is refused before any of it is read, so before a client that
//! waits for `100 Continue` sends it.

use crate::web::http::answer;
use crate::web::http::reader::Reader;
use crate::web::http::refusal::ApiError;
use crate::web::shared::Web;
use axum::extract::{DefaultBodyLimit, Request, State};
use axum::http::{HeaderMap, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

/// The longest body, in bytes.
const BODY_MOST: usize = 64 * 1024;

/// The limit while a body is read, for those that do not say how long they are.
pub(in crate::web) fn of_each_read() -> DefaultBodyLimit {
    DefaultBodyLimit::max(BODY_MOST)
}

/// Refuses a request that says that its body is longer.
pub(in crate::web) async fn check(
    State(web): State<Web>,
    Reader(language): Reader,
    request: Request,
    next: Next,
) -> Response {
    if is_over(request.headers()) {
        // What comes next on the connection is the body, and no request.
        return answer::then_close(ApiError::too_large(web.translator(&language)).into_response());
    }
    next.run(request).await
}

/// The server has refused a length that is no number.
fn is_over(headers: &HeaderMap) -> bool {
    let announced = headers.get(header::CONTENT_LENGTH).and_then(|length| length.to_str().ok());
    announced.is_some_and(|length| length.parse::<usize>().map_or(true, |length| length > BODY_MOST))
}
