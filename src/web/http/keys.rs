//! Idempotency keys, each caller's own: two devices that number their commands from 1 do not meet.
//!
//! How it works: the hub gets a digest of who asks and of what they sent, so one caller's key never equals another's.

use crate::domain::IdempotencyKey;
use crate::locale::Translator;
use crate::web::http::refusal::ApiError;
use axum::http::HeaderMap;
use sha2::{Digest, Sha256};

/// How many bytes of the digest are kept; as hexadecimal digits they fit into a key.
const KEPT: usize = 24;

/// The header that makes a command safe to send twice.
pub(in crate::web) fn of_header(
    headers: &HeaderMap,
    caller: &str,
    translator: Translator<'_>,
) -> Result<Option<IdempotencyKey>, ApiError> {
    let Some(sent) = headers.get("idempotency-key") else { return Ok(None) };
    let sent = sent.to_str().ok().and_then(IdempotencyKey::parse);
    let key = sent.and_then(|sent| own(caller, sent.as_str()));
    key.map(Some).ok_or_else(|| ApiError::bad_input(translator))
}

/// The key that a caller's own text stands for.
pub(in crate::web) fn own(caller: &str, text: &str) -> Option<IdempotencyKey> {
    let digest = Sha256::new().chain_update(caller).chain_update([0]).chain_update(text).finalize();
    let digits: String = digest.iter().take(KEPT).map(|byte| format!("{byte:02x}")).collect();
    IdempotencyKey::parse(&digits)
}
