//! Reads the bodies that programs send.

use crate::locale::Translator;
use crate::web::http::detail::Detail;
use crate::web::http::refusal::ApiError;
use axum::body::Bytes;
use serde::de::DeserializeOwned;

/// Reads a call's body: a JSON object.
pub(in crate::web) fn json<T: DeserializeOwned>(body: &Bytes, translator: Translator<'_>) -> Result<T, ApiError> {
    read(body).map_err(|detail| ApiError::invalid(detail, translator))
}

/// The same, with an error that is not an answer yet.
pub(in crate::web) fn read<T: DeserializeOwned>(body: &[u8]) -> Result<T, Detail> {
    let mut deserializer = serde_json::Deserializer::from_slice(body);
    // serde would also fill a struct from an array, by the order of its fields.
    if !body.trim_ascii_start().starts_with(b"{") {
        return Err(Detail::expected("body", "a JSON object"));
    }
    let value = serde_path_to_error::deserialize(&mut deserializer).map_err(|error| Detail::of_body(&error))?;
    match deserializer.end() {
        Ok(()) => Ok(value),
        Err(_) => Err(Detail::expected("body", "nothing after the JSON object")),
    }
}
