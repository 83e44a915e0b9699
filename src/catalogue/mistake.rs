//! One mistake in a site file, reported like a compiler's error: place, problem and remedy.

use std::fmt;

/// One mistake in a site file, in words for technicians.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileMistake {
    pub file: String,
    /// The line, counted from 1; 0 when the file could not be read at all.
    pub line: usize,
    /// The character in the line, counted from 1.
    pub column: usize,
    /// The field, such as `needs[health].needs[health.ssn].services`; empty for the file as a whole.
    pub field: String,
    /// Half a sentence without a full stop.
    pub problem: String,
    /// Whole sentences.
    pub remedy: String,
}

impl fmt::Display for FileMistake {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}:", self.file)?;
        if self.line > 0 {
            write!(out, "{}:{}:", self.line, self.column)?;
        }
        if !self.field.is_empty() {
            write!(out, " {}:", self.field)?;
        }
        write!(out, " {}. {}", self.problem, self.remedy)
    }
}

/// A text from the file, safe to print: quoted, without control or direction characters, and not too long.
pub fn quoted(text: &str) -> String {
    const MOST: usize = 60;
    let shown: String = text.chars().take(MOST).collect();
    if shown.len() < text.len() { format!("{:?}…", shown) } else { format!("{shown:?}") }
}

/// Line and character of a position, both counted from 1.
pub(super) fn line_and_column(text: &str, position: usize) -> (usize, usize) {
    let before = text.get(..position).unwrap_or(text);
    let line = before.bytes().filter(|byte| *byte == b'\n').count() + 1;
    let begin = before.rfind('\n').map_or(0, |newline| newline + 1);
    (line, before[begin..].chars().count() + 1)
}
