//! Renders pages.

use crate::web::http::rare_line::RareLine;
use askama::Template;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{Html, IntoResponse, Response};

/// Renders a template as an HTML response.
pub(in crate::web) fn page(status: StatusCode, template: &impl Template) -> Response {
    match template.render() {
        Ok(text) => (status, Html(text)).into_response(),
        Err(error) => {
            static LINE: RareLine = RareLine::new();
            if let Some(left_out) = LINE.due() {
                tracing::error!(%error, left_out, "a page could not be rendered; report this as a bug");
            }
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}

/// Closes the connection after this response. A phone asks seldom, and a connection that it kept would count for a minute
/// among those of its address. Browsers open one for each file at first.
pub(in crate::web) fn then_close(mut response: Response) -> Response {
    response.headers_mut().insert(header::CONNECTION, HeaderValue::from_static("close"));
    response
}
