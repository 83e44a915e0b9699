//! Sums over entries: SQLite notices damage of its own structures only, and a changed digit within a text is none.

use sha2::{Digest, Sha256};

/// The first bytes of a SHA-256.
pub(super) type Sum = [u8; 8];

/// A row of the table of entries, but for its sum.
#[derive(Debug, Clone, Copy)]
pub(super) struct Summed<'a> {
    pub sequence: i64,
    pub at: i64,
    pub kind: &'a str,
    pub event: &'a str,
    pub key: Option<&'a str>,
    pub digest: Option<&'a [u8]>,
    pub outcome: Option<&'a str>,
}

/// The sum over every column. Each is preceded by its length, so that none can pass for a part of another.
pub(super) fn sum_of(row: Summed<'_>) -> Sum {
    let mut digest = Sha256::new();
    digest.update(row.sequence.to_le_bytes());
    digest.update(row.at.to_le_bytes());
    let texts = [Some(row.kind), Some(row.event), row.key, row.outcome];
    for column in texts.map(|text| text.map(str::as_bytes)).into_iter().chain([row.digest]) {
        digest.update(column.map_or(u64::MAX, |bytes| bytes.len() as u64).to_le_bytes());
        digest.update(column.unwrap_or_default());
    }
    let whole: [u8; 32] = digest.finalize().into();
    let mut sum = Sum::default();
    let length = sum.len();
    sum.copy_from_slice(&whole[..length]);
    sum
}

/// The kind of an event in its stored form, which begins with it.
pub(super) fn kind_of(event: &str) -> &str {
    let kind = event.strip_prefix("{\"kind\":\"").and_then(|rest| rest.split('"').next());
    kind.unwrap_or_default()
}
