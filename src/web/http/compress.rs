//! Compresses responses: phones pay for each byte.
//!
//! Event streams are left alone, because an event must leave at once, and so is what fits into one packet anyhow.

use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::{And, NotForContentType, Predicate, SizeAbove};

/// Smaller bodies are sent as they are, in bytes.
const WORTHWHILE: u64 = 600;

/// Compresses what is worth it for clients that accept gzip.
pub(in crate::web) fn layer() -> CompressionLayer<And<And<SizeAbove, NotForContentType>, NotForContentType>> {
    let worthwhile = SizeAbove::new(WORTHWHILE).and(NotForContentType::SSE).and(NotForContentType::IMAGES);
    CompressionLayer::new().compress_when(worthwhile)
}
