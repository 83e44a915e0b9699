//! The key that makes a command safe to send twice.

use std::fmt;
use std::sync::Arc;

/// A client's name for one request: 1 to 64 visible ASCII characters.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct IdempotencyKey(Arc<str>);

impl IdempotencyKey {
    /// The longest key, in characters.
    pub const LONGEST: usize = 64;

    /// Reads a key; `None` when it is empty, too long or has other than visible ASCII characters.
    pub fn parse(text: &str) -> Option<IdempotencyKey> {
        let is_key = (1..=Self::LONGEST).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_graphic());
        is_key.then(|| IdempotencyKey(Arc::from(text)))
    }

    /// The key as it was written.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for IdempotencyKey {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}
