//! A bound for how deep a Fluent text may nest.
//!
//! The library's parser calls itself once more for each brace within a brace: a file of nothing else overflows the stack, which
//! ends the program.

/// The most placeables and calls of one message, nested or not: eight times as many as any message of ours has.
const MOST: usize = 100;

/// Whether a message of this file has so many that parsing it is not safe. None is taken off at a closing brace: what closes
/// and what is a letter within quotation marks only the parser itself knows.
pub(super) fn is_too_deep(text: &str) -> bool {
    let mut count = 0;
    text.lines().any(|line| {
        if begins_message(line) {
            count = 0;
        }
        count += line.bytes().filter(|byte| matches!(byte, b'{' | b'(')).count();
        count > MOST
    })
}

/// `name =` at the beginning of a line, which stands nowhere within a message.
fn begins_message(line: &str) -> bool {
    let rest = line.trim_start_matches(|sign: char| sign.is_ascii_alphanumeric() || "-_".contains(sign));
    rest.len() < line.len() && rest.trim_start().starts_with('=')
}
