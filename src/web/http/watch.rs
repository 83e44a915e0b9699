//! The script that stands in each living page and loads it anew when the other scripts fail (see `watch.js`).
//!
//! The content security policy lets no other script within a page run: it names this one by its digest.

use sha2::{Digest, Sha256};
use std::sync::LazyLock;

const WATCH_JS: &str = include_str!("../../../ui/web/assets/watch.js");

/// The script without its comments, which would be sent with each page.
pub(in crate::web) static SCRIPT: LazyLock<String> = LazyLock::new(|| {
    let is_code = |line: &&str| !line.trim_start().starts_with("//");
    WATCH_JS.lines().filter(is_code).collect::<Vec<_>>().join("\n")
});

/// The source expression for the policy.
pub(in crate::web) fn source() -> String {
    format!("'sha256-{}'", base64(&Sha256::digest(SCRIPT.as_bytes())))
}

/// RFC 4648.
fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for group in bytes.chunks(3) {
        let part = |place: usize| u32::from(group.get(place).copied().unwrap_or(0));
        let bits = part(0) << 16 | part(1) << 8 | part(2);
        for place in 0..4 {
            let digit = DIGITS[(bits >> (18 - 6 * place) & 63) as usize];
            text.push(if place > group.len() { '=' } else { char::from(digit) });
        }
    }
    text
}
