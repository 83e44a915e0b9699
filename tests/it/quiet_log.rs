//! The log outlives the night, so nothing in it tells of a ticket: no line names one, and what slips in is masked.

use crate::rust_source::below;
use sportello::app::masked;
use std::fs;
use std::path::Path;

const LEVELS: [&str; 5] = ["error", "warn", "info", "debug", "trace"];
/// Names of what tells of one visitor.
const TELLING: [&str; 8] = ["ticket", "number", "token", "code", "visitor", "key", "nonce", "summons"];

/// The words that a call of a logging macro takes values from: its fields, and what stands in braces of its message.
fn values(call: &str) -> Vec<String> {
    let (fields, message) = call.split_once('"').unwrap_or((call, ""));
    let inlined = message.split('{').skip(1).filter_map(|part| part.split_once('}')).map(|(name, _)| name);
    let words = |text: &str| {
        let words = text.split(|letter: char| !letter.is_ascii_alphanumeric() && letter != '_');
        words.filter(|word| !word.is_empty()).map(str::to_owned).collect::<Vec<_>>()
    };
    [fields].into_iter().chain(inlined).flat_map(words).collect()
}

/// The calls of logging macros in a source that take something that tells of a ticket.
fn telling(source: &str) -> Vec<String> {
    let mut found = Vec::new();
    for level in LEVELS {
        for (at, begin) in source.match_indices(&format!("tracing::{level}!(")) {
            let rest = &source[at + begin.len()..];
            let call = rest.split_once(");").or_else(|| rest.split_once(")\n")).map_or(rest, |(call, _)| call);
            if values(call).iter().any(|word| TELLING.contains(&word.as_str())) {
                found.push(call.split_whitespace().collect::<Vec<_>>().join(" "));
            }
        }
    }
    found
}

#[test]
fn no_log_line_names_a_ticket() {
    let mut paths = Vec::new();
    below(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut paths);
    let (mut lines, mut found) = (0, Vec::new());
    for path in paths.iter().filter(|path| path.extension().is_some_and(|ending| ending == "rs")) {
        let source = fs::read_to_string(path).unwrap();
        lines += source.matches("tracing::").count();
        found.extend(telling(&source).into_iter().map(|call| format!("{}: {call}", path.display())));
    }
    assert!(lines > 60, "only {lines} log lines were read");
    assert!(
        found.is_empty(),
        "the log outlives the night; name the desk, the service or the printer:\n{}",
        found.join("\n")
    );
    assert_eq!(telling("tracing::warn!(%error, ticket = %number, \"a slip\");").len(), 1);
    assert_eq!(telling("tracing::info!(\n    ?full,\n    \"no slip for {number}\"\n)\n").len(), 1);
    assert_eq!(telling("tracing::warn!(%service, tickets, \"tickets are without a place\");").len(), 0);
}

#[test]
fn numbers_and_secrets_of_tickets_are_masked_in_every_line() {
    for (line, expected) in [
        ("WARN slip number=\"P 042\" waited", "WARN slip number=\"[ticket]\" waited"),
        ("P 042 and H\u{a0}1001", "[ticket] and [ticket]"),
        ("\u{1b}[3mticket\u{1b}[0m\u{1b}[2m=\u{1b}[0mE 007", "\u{1b}[3mticket\u{1b}[0m\u{1b}[2m=\u{1b}[0m[ticket]"),
        ("GET /t/06e2v9j1xq8r4k7m3n5p0s9t2w HTTP", "GET /t/[ticket] HTTP"),
        (
            "at 127.0.0.1:8080 HTTP 503, E 42, ISO 8859, entry 1207",
            "at 127.0.0.1:8080 HTTP 503, E 42, ISO 8859, entry 1207",
        ),
        ("digest 5cbb4f2e2b7c7cc93b0f4a8f4f2a9e5d, già", "digest 5cbb4f2e2b7c7cc93b0f4a8f4f2a9e5d, già"),
    ] {
        assert_eq!(String::from_utf8(masked(line.as_bytes())).unwrap(), expected);
    }
    let day = crate::world::World::new();
    let number = day.visitor("tax.code", "it");
    let ticket = day.ticket(number);
    let line = format!("{number} {} {:?}", ticket.token, ticket.token.to_string());
    assert_eq!(masked(line.as_bytes()), b"[ticket] [ticket] \"[ticket]\"");
}
