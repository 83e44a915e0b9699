//! Reads Rust source as far as the checks of the architecture need it: code without comments and texts, and its paths.

/// The same text with every comment and every text literal blanked, so that positions and lines stay the same.
pub fn code_of(source: &str) -> String {
    let bytes = source.as_bytes();
    let mut code = bytes.to_vec();
    let mut at = 0;
    while at < bytes.len() {
        let end = match bytes[at] {
            b'/' if bytes[at..].starts_with(b"//") => end_of_line(bytes, at),
            b'/' if bytes[at..].starts_with(b"/*") => end_of_comment(bytes, at),
            b'"' => end_of_text(bytes, at + 1),
            b'r' if !is_word(bytes, at.wrapping_sub(1)) || bytes.get(at.wrapping_sub(1)) == Some(&b'b') => {
                end_of_raw_text(bytes, at).unwrap_or(at)
            }
            b'\'' => end_of_character(bytes, at).unwrap_or(at),
            _ => at,
        };
        for byte in code.get_mut(at..end).into_iter().flatten().filter(|byte| **byte != b'\n') {
            *byte = b' ';
        }
        at = end.max(at + 1);
    }
    String::from_utf8_lossy(&code).into_owned()
}

/// Every path that begins with this word, such as `crate`, its groups taken apart: `crate::a::{b, c::d}` is `a::b` and
/// `a::c::d`. Given with the position of the beginning.
pub fn paths_from(code: &str, word: &str) -> Vec<(usize, Vec<String>)> {
    let bytes = code.as_bytes();
    let mut found = Vec::new();
    for (position, _) in code.match_indices(&format!("{word}::")) {
        let is_beginning = !is_word(bytes, position.wrapping_sub(1)) && !code[..position].ends_with("::");
        if is_beginning {
            let mut rest = &code[position + word.len() + 2..];
            for path in tree(&mut rest) {
                found.push((position, path));
            }
        }
    }
    found
}

/// The number of the line at a position, counted from 1.
pub fn line_at(text: &str, position: usize) -> usize {
    text[..position].bytes().filter(|byte| *byte == b'\n').count() + 1
}

/// Whether this identifier stands somewhere as the beginning of a path, or is imported as a whole.
pub fn names_crate(code: &str, name: &str) -> Option<usize> {
    let bytes = code.as_bytes();
    code.match_indices(name).map(|(position, _)| position).find(|position| {
        let after = &code[position + name.len()..];
        let is_whole = !is_word(bytes, position.wrapping_sub(1)) && !is_word(bytes, position + name.len());
        let is_beginning = !code[..*position].trim_end().ends_with("::") && !code[..*position].ends_with('.');
        let is_import = code[..*position].trim_end().ends_with("use");
        is_whole && is_beginning && (after.starts_with("::") || is_import)
    })
}

fn tree(rest: &mut &str) -> Vec<Vec<String>> {
    *rest = rest.trim_start();
    if let Some(group) = rest.strip_prefix('{') {
        *rest = group;
        let mut all = Vec::new();
        loop {
            *rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == ',');
            if let Some(after) = rest.strip_prefix('}') {
                *rest = after;
                return all;
            }
            let before = rest.len();
            all.extend(tree(rest));
            // `a as b`
            *rest = rest.trim_start_matches(|c: char| c != ',' && c != '}');
            if rest.len() == before || rest.is_empty() {
                return all;
            }
        }
    }
    let end = rest.find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(rest.len());
    let name = rest[..end].to_owned();
    *rest = &rest[end..];
    match rest.strip_prefix("::") {
        Some(after) if !name.is_empty() => {
            *rest = after;
            let mut below = tree(rest);
            below.iter_mut().for_each(|path| path.insert(0, name.clone()));
            below
        }
        _ => vec![vec![name]],
    }
}

fn is_word(bytes: &[u8], at: usize) -> bool {
    bytes.get(at).is_some_and(|byte| byte.is_ascii_alphanumeric() || *byte == b'_')
}

fn end_of_line(bytes: &[u8], from: usize) -> usize {
    bytes[from..].iter().position(|byte| *byte == b'\n').map_or(bytes.len(), |length| from + length)
}

fn end_of_comment(bytes: &[u8], from: usize) -> usize {
    let (mut at, mut depth) = (from, 0);
    while at < bytes.len() {
        if bytes[at..].starts_with(b"/*") {
            depth += 1;
            at += 2;
        } else if bytes[at..].starts_with(b"*/") {
            depth -= 1;
            at += 2;
            if depth == 0 {
                return at;
            }
        } else {
            at += 1;
        }
    }
    at
}

fn end_of_text(bytes: &[u8], from: usize) -> usize {
    let mut at = from;
    while at < bytes.len() {
        match bytes[at] {
            b'\\' => at += 2,
            b'"' => return at + 1,
            _ => at += 1,
        }
    }
    bytes.len()
}

fn end_of_raw_text(bytes: &[u8], from: usize) -> Option<usize> {
    let hashes = bytes[from + 1..].iter().take_while(|byte| **byte == b'#').count();
    let begin = from + 1 + hashes;
    if bytes.get(begin) != Some(&b'"') {
        return None;
    }
    let closing = [b"\"".as_slice(), &vec![b'#'; hashes]].concat();
    let length = bytes[begin + 1..].windows(closing.len()).position(|window| window == closing);
    Some(length.map_or(bytes.len(), |length| begin + 1 + length + closing.len()))
}

/// `'x'` and `'\n'` are characters, `'a` is a lifetime.
fn end_of_character(bytes: &[u8], from: usize) -> Option<usize> {
    let text = std::str::from_utf8(&bytes[from + 1..]).ok()?;
    let first = text.chars().next()?;
    if first == '\\' {
        let length = bytes[from + 3..].iter().position(|byte| *byte == b'\'')?;
        return Some(from + 3 + length + 1);
    }
    let end = from + 1 + first.len_utf8();
    (bytes.get(end) == Some(&b'\'')).then_some(end + 1)
}
