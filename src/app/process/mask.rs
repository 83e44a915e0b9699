//! The log outlives the night, and what tells of a ticket must not: numbers and secrets of tickets are masked in each line,
//! wherever they come from.

const MASK: &[u8] = b"[ticket]";
/// How many signs the secret of a ticket has.
const TOKEN: usize = 26;

/// A line without numbers (`P 042`) and secrets of tickets.
pub fn masked(line: &[u8]) -> Vec<u8> {
    let (mut out, mut rest) = (Vec::with_capacity(line.len()), line);
    while !rest.is_empty() {
        let length = match escape(rest) {
            0 => rest.iter().take_while(|byte| byte.is_ascii_alphanumeric()).count(),
            length => {
                out.extend_from_slice(&rest[..length]);
                rest = &rest[length..];
                continue;
            }
        };
        let (word, after) = rest.split_at(length.max(1));
        let number = number(word, after);
        let is_masked = number > 0 || is_token(word);
        out.extend_from_slice(if is_masked { MASK } else { word });
        rest = &after[number..];
    }
    out
}

/// How many bytes after a letter make it the number of a ticket; 0 when it is none.
fn number(letter: &[u8], after: &[u8]) -> usize {
    if !matches!(letter, [b'A'..=b'Z']) {
        return 0;
    }
    let space = if after.starts_with(b" ") {
        1
    } else if after.starts_with("\u{a0}".as_bytes()) {
        2
    } else {
        return 0;
    };
    let digits = after[space..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    let is_word = !after.get(space + digits).is_some_and(u8::is_ascii_alphanumeric);
    if (3..=9).contains(&digits) && is_word { space + digits } else { 0 }
}

fn is_token(word: &[u8]) -> bool {
    let is_sign = |byte: &u8| byte.is_ascii_digit() || (byte.is_ascii_lowercase() && !b"ilou".contains(byte));
    word.len() == TOKEN && word.iter().all(is_sign)
}

/// The length of a terminal's colour code.
fn escape(text: &[u8]) -> usize {
    if !text.starts_with(b"\x1b[") {
        return 0;
    }
    text.iter().position(|byte| *byte == b'm').map_or(0, |end| end + 1)
}
