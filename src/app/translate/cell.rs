//! Recognises what a spreadsheet has made of a translator's text: a formula, a date, or its own words for an error.

/// Why a translation is what a spreadsheet made of it, and not what a person wrote.
pub(super) fn mangled(translation: &str, source: &str) -> Option<&'static str> {
    let is_like_source = |is_so: fn(&str) -> bool| is_so(translation) && !is_so(source);
    if is_like_source(is_error) {
        Some("is an error of the spreadsheet; write the translation again, as a text")
    } else if is_like_source(|text| text.starts_with(['=', '@'])) || is_like_source(is_sum) {
        Some("is a formula; write the translation as a text")
    } else if is_like_source(is_date) {
        Some("is a date that the spreadsheet made of the text; write the translation again, as a text")
    } else {
        None
    }
}

/// `#NAME?`, `#RIF!`, `#N/A`, `########`.
fn is_error(text: &str) -> bool {
    let Some(rest) = text.strip_prefix('#') else { return false };
    let is_name = |name: &str| !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || "/_".contains(c));
    rest.strip_suffix(['!', '?']).is_some_and(is_name)
        || rest == "N/A"
        || rest.len() > 1 && rest.bytes().all(|c| c == b'#')
}

/// `+1+1`, `-2*A1`.
fn is_sum(text: &str) -> bool {
    let rest = text.strip_prefix(['+', '-']).unwrap_or_default();
    rest.starts_with(|c: char| c.is_ascii_digit()) && rest.contains(['+', '-', '*', '/', '('])
}

/// `01/12/2026`, `2026-12-01`, `1.12.26`.
fn is_date(text: &str) -> bool {
    ['/', '-', '.'].into_iter().any(|mark| {
        let parts: Vec<&str> = text.split(mark).collect();
        let is_number = |part: &&str| matches!(part.len(), 1 | 2 | 4) && part.bytes().all(|c| c.is_ascii_digit());
        parts.len() == 3 && parts.iter().all(is_number)
    })
}
