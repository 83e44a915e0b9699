//! Pages and calls log what a client can cause by lines that are rare, so that no client can fill the disk.

use crate::rust_source::Source;

/// What is logged at the start, at the end, or once only.
const ONCE: [&str; 3] = [
    "the HTTP server stopped, so pages",
    "the HTTP server closed the connections that were still open",
    "memory is short: no sign-in can be checked until 19 MiB are free",
];
/// How far before a line its question may stand whether it is due.
const NEAR: usize = 300;

/// The lines of a source that a client may cause as often as it likes.
fn endless(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for level in ["error", "warn", "info"] {
        for (at, begin) in text.match_indices(&format!("tracing::{level}!(")) {
            let call = &text[at + begin.len()..];
            let call = call.split_once(");").or_else(|| call.split_once(")\n")).map_or(call, |(call, _)| call);
            let before: String = text[..at].chars().rev().take(NEAR).collect();
            let is_rare = before.chars().rev().collect::<String>().contains(".due()") && call.contains("left_out");
            if !is_rare && !ONCE.iter().any(|known| call.contains(known)) {
                found.push(call.split_whitespace().collect::<Vec<_>>().join(" "));
            }
        }
    }
    found
}

#[test]
fn no_client_can_cause_a_log_line_as_often_as_it_likes() {
    let sources = Source::all_below("src/web");
    assert!(sources.len() > 50, "only {} files were read", sources.len());
    let lines = |source: &Source| {
        let path = source.path.clone();
        endless(&source.text).into_iter().map(move |line| format!("src/{path}: {line}")).collect::<Vec<_>>()
    };
    let found: Vec<String> = sources.iter().flat_map(lines).collect();
    assert!(
        found.is_empty(),
        "ask a `RareLine` whether it is due, and say how many were left out:\n{}",
        found.join("\n")
    );
    assert_eq!(endless("tracing::warn!(\"refused a request\");").len(), 1);
    assert_eq!(endless("if let Some(left_out) = LINE.due() {\n tracing::warn!(left_out, \"refused\");").len(), 0);
}
