//! Idempotency keys, separate for each caller: two devices that both number their commands from 1 must not collide.
//!
//! How it works: the hub gets a digest of the caller's id and of the key that the caller sent.

use crate::domain::IdempotencyKey;
use crate::locale::Translator;
use crate::web::http::detail::Detail;
use crate::web::http::refusal::ApiError;
use axum::http::HeaderMap;
use sha2::{Digest, Sha256};

/// How many bytes of the digest are used: twice as many hexadecimal digits fit into a key.
const DIGEST_BYTES: usize = 24;

/// The key in the header `Idempotency-Key`.
pub(in crate::web) fn of_header(
    headers: &HeaderMap,
    caller: &str,
    translator: Translator<'_>,
) -> Result<Option<IdempotencyKey>, ApiError> {
    let mut sent = headers.get_all("idempotency-key").iter();
    let Some(first) = sent.next() else { return Ok(None) };
    // With two of them, either might be the one that was meant.
    let sent = if sent.next().is_none() { first.to_str().ok().and_then(IdempotencyKey::parse) } else { None };
    let key = sent.and_then(|sent| own(caller, sent.as_str()));
    let detail = || Detail::new("header.idempotency-key", "expected once, with 1 to 64 visible ASCII characters");
    key.map(Some).ok_or_else(|| ApiError::invalid(detail(), translator))
}

/// The key for a caller's own text.
pub(in crate::web) fn own(caller: &str, text: &str) -> Option<IdempotencyKey> {
    let digest = Sha256::new().chain_update(caller).chain_update([0]).chain_update(text).finalize();
    IdempotencyKey::parse(&hex::encode(&digest[..DIGEST_BYTES]))
}
