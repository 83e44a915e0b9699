//! Reading what was sent and writing what goes back, the same way everywhere.

use super::refusal::Trouble;
use crate::domain::IdempotencyKey;
use crate::locale::Speech;
use askama::Template;
use axum::body::Bytes;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{Html, IntoResponse, Response};
use serde::de::DeserializeOwned;

/// A page.
pub(super) fn page(status: StatusCode, template: &impl Template) -> Response {
    match template.render() {
        Ok(text) => (status, Html(text)).into_response(),
        Err(error) => {
            tracing::error!(%error, "a page can't be written");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}

/// A call's body.
pub(super) fn json<T: DeserializeOwned>(body: &Bytes, speech: Speech<'_>) -> Result<T, Trouble> {
    serde_json::from_slice(body).map_err(|_| Trouble::bad_input(speech))
}

/// A call's body that may be missing.
pub(super) fn json_or_default<T: DeserializeOwned + Default>(body: &Bytes, speech: Speech<'_>) -> Result<T, Trouble> {
    if body.is_empty() { Ok(T::default()) } else { json(body, speech) }
}

/// The header that makes a command safe to send twice.
pub(super) fn key(headers: &HeaderMap, speech: Speech<'_>) -> Result<Option<IdempotencyKey>, Trouble> {
    match headers.get("idempotency-key") {
        None => Ok(None),
        Some(text) => {
            let key = text.to_str().ok().and_then(IdempotencyKey::parse);
            key.map(Some).ok_or_else(|| Trouble::bad_input(speech))
        }
    }
}

/// 32 random bytes as 64 hexadecimal digits; `None` when the machine gives none.
pub(super) fn secret() -> Option<String> {
    let mut bytes = [0u8; 32];
    match getrandom::fill(&mut bytes) {
        Ok(()) => Some(bytes.iter().map(|byte| format!("{byte:02x}")).collect()),
        Err(error) => {
            tracing::error!(%error, "the machine gives no random numbers");
            None
        }
    }
}
