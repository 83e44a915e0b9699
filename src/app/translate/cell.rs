//! What spreadsheets do to a cell: they take some texts for formulas, numbers or dates, and write their own words for
//! errors into them.

/// With these a cell begins that a spreadsheet takes for a formula.
const FORMULA: [char; 4] = ['=', '+', '-', '@'];
/// Before them, it tells spreadsheets that the cell is a text.
const ESCAPE: char = '\'';

/// The text for a cell, so that no spreadsheet computes it.
pub(super) fn escaped(text: &str) -> String {
    if text.starts_with(FORMULA) { format!("{ESCAPE}{text}") } else { text.to_owned() }
}

/// The text that was meant.
pub(super) fn without_escape(cell: &str) -> &str {
    cell.strip_prefix(ESCAPE).filter(|text| text.starts_with(FORMULA)).unwrap_or(cell)
}

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
