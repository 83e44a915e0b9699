//! Parses request bodies and renders responses.

use crate::locale::Translator;
use crate::web::http::refusal::ApiError;
use askama::Template;
use axum::body::Bytes;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};
use serde::de::DeserializeOwned;

/// Renders a template as an HTML response.
pub(in crate::web) fn page(status: StatusCode, template: &impl Template) -> Response {
    match template.render() {
        Ok(text) => (status, Html(text)).into_response(),
        Err(error) => {
            tracing::error!(%error, "a page could not be rendered; this is a bug");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}

/// A call's body.
pub(in crate::web) fn json<T: DeserializeOwned>(body: &Bytes, translator: Translator<'_>) -> Result<T, ApiError> {
    serde_json::from_slice(body).map_err(|_| ApiError::bad_input(translator))
}
