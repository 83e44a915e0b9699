//! What spreadsheets do to the cells of a table: they compute a text that looks like a formula.
//!
//! Every table that this program writes goes out through [`escaped`], and what it reads back comes in through
//! [`without_escape`], so that each text comes back as it was.

use std::borrow::Cow;

/// With these a cell begins that some spreadsheet takes for a formula; East Asian ones take the wide forms too, and blanks
/// that spreadsheets cut off may hide one.
const FORMULA: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];
/// Before them, it tells spreadsheets that the cell is a text.
const ESCAPE: char = '\'';

/// The text for a cell, so that no spreadsheet computes it.
pub fn escaped(text: &str) -> Cow<'_, str> {
    if is_risky(text) { Cow::Owned(format!("{ESCAPE}{text}")) } else { Cow::Borrowed(text) }
}

/// The text that was meant.
pub fn without_escape(cell: &str) -> &str {
    cell.strip_prefix(ESCAPE).filter(|text| is_risky(text)).unwrap_or(cell)
}

/// Also of a text that was escaped before: else one mark would be lost on the way back.
fn is_risky(text: &str) -> bool {
    text.trim_start_matches(ESCAPE).starts_with(FORMULA)
}
