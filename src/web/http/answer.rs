//! Renders pages.

use askama::Template;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};

/// Renders a template as an HTML response.
pub(in crate::web) fn page(status: StatusCode, template: &impl Template) -> Response {
    match template.render() {
        Ok(text) => (status, Html(text)).into_response(),
        Err(error) => {
            tracing::error!(%error, "a page could not be rendered; report this as a bug");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}
