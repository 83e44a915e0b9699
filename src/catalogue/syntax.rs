//! The parser's errors in plain words, without those that only follow from an earlier one.

use super::mistake::quoted;
use std::ops::Range;
use toml::de::Error;

/// The lists of a site file, whose entries begin with a name in two brackets.
const LISTS: [&str; 5] = ["institutions", "services", "desks", "needs", "needs.needs"];
/// The most errors of the parser that are looked at. A text with more is not a site file.
const MAX_ERRORS: usize = 500;
/// Words that mean true or false.
const ANSWERS: [&str; 11] = ["true", "false", "yes", "no", "on", "off", "sì", "si", "vero", "falso", "oui"];

/// What the parser did not understand.
pub(super) struct SyntaxFault {
    /// Its bytes in the text.
    pub at: Range<usize>,
    pub problem: String,
    pub remedy: String,
}

/// The faults of a text, and the position from which on the reading of it is not to be trusted, if there is one.
pub(super) fn faults(errors: &[Error], text: &str) -> (Vec<SyntaxFault>, Option<usize>) {
    let mut faults: Vec<SyntaxFault> = Vec::new();
    let mut reached = None;
    let mut errors: Vec<&Error> = errors.iter().take(MAX_ERRORS).collect();
    errors.sort_by_key(|error| error.span().map_or(0, |at| at.start));
    for error in errors {
        let here = ErrorPlace::of(error, text);
        if reached == Some(here.line_start) || here.is_in_repeated_table() {
            continue;
        }
        reached = Some(here.line_start);
        if here.is_after_open_bracket() {
            let begin = here.at.start;
            if faults.is_empty() {
                let problem = "a bracket above this line is not closed".to_owned();
                let remedy = "Close it with ] or } at the end of its list or table.".to_owned();
                faults.push(SyntaxFault { at: here.at, problem, remedy });
            }
            return (faults, Some(begin));
        }
        let (problem, remedy) = here.words();
        faults.push(SyntaxFault { at: here.at, problem, remedy });
    }
    (faults, None)
}

/// An error, and the text around it.
struct ErrorPlace<'a> {
    message: &'a str,
    at: Range<usize>,
    text: &'a str,
    line_start: usize,
    line: &'a str,
}

impl<'a> ErrorPlace<'a> {
    fn of(error: &'a Error, text: &'a str) -> ErrorPlace<'a> {
        let at = error.span().unwrap_or(0..0);
        let line_start = text.get(..at.start).and_then(|before| before.rfind('\n')).map_or(0, |newline| newline + 1);
        let line = text.get(line_start..).and_then(|rest| rest.lines().next()).unwrap_or("");
        let message = error.message().lines().next().unwrap_or("is not TOML");
        ErrorPlace { message, at, text, line_start, line }
    }

    fn here(&self) -> &'a str {
        self.text.get(self.at.clone()).unwrap_or("")
    }

    fn says(&self, words: &str) -> bool {
        self.message.contains(words)
    }

    /// Whether this is a field of a list's entry that was begun with one bracket a second time.
    fn is_in_repeated_table(&self) -> bool {
        let above = self.text.get(..self.line_start).unwrap_or("");
        let header = above.lines().rev().map(str::trim).find(|line| line.starts_with('['));
        self.says("duplicate key")
            && !is_header(self.line)
            && header.is_some_and(|line| list_in_one_bracket(line).is_some())
    }

    /// Whether the parser still reads a list or table, and meets the begin of the next field or entry.
    fn is_after_open_bracket(&self) -> bool {
        let is_inside = self.says("missing comma") || self.says("inline table") || self.says("unclosed array");
        let before = self.text.get(self.line_start..self.at.start).unwrap_or("");
        let begins_anew =
            is_header(self.line) || self.line.split_once('=').is_some_and(|(name, _)| is_name(name.trim()));
        is_inside && before.trim().is_empty() && begins_anew && !self.says("unclosed array table")
    }

    fn words(&self) -> (String, String) {
        let here = self.here().trim();
        let say = |problem: &str, remedy: &str| (problem.to_owned(), remedy.to_owned());
        if self.says("duplicate key") {
            if let Some(list) = list_in_one_bracket(self.line.trim()) {
                let remedy = format!("Begin each entry with two brackets: [[{list}]].");
                return (format!("[{list}] is there twice"), remedy);
            }
            return (format!("{} is there twice", quoted(here)), "Remove one of the two.".to_owned());
        }
        if here.contains(['“', '”', '„', '«', '»', '’', '‘']) {
            return (
                format!("{} has quotes that TOML does not know", quoted(here)),
                "Use straight quotes: \"…\".".to_owned(),
            );
        }
        if here.contains("//") {
            return say("a comment does not begin with //", "Write # in place of //.");
        }
        if self.says("basic string") || self.says("literal string, expected") {
            let quote = if self.says("basic") { '"' } else { '\'' };
            return (
                format!("the text has no {quote} at its end"),
                format!("Close it with {quote}, in the same line."),
            );
        }
        self.words_of_value(here).or_else(|| self.words_of_structure()).unwrap_or_else(|| {
            let problem = self.message.split(", expected").next().unwrap_or(self.message);
            let place = if here.is_empty() { String::new() } else { format!(", at {}", quoted(here)) };
            let remedy = "Correct it here; often a quote, a comma or a bracket is missing just before.";
            (format!("{problem}{place}"), remedy.to_owned())
        })
    }

    /// A value that is no text, number or list.
    fn words_of_value(&self, here: &str) -> Option<(String, String)> {
        let values = [
            "string values must be quoted",
            "invalid float",
            "invalid boolean",
            "invalid time",
            "invalid date",
            "invalid integer",
        ];
        if self.says("leading zero") {
            return Some(("the number begins with 0".to_owned(), "Write it without the 0.".to_owned()));
        }
        if !values.iter().any(|value| self.says(value)) {
            return None;
        }
        if here.is_empty() {
            return Some(("a value is missing".to_owned(), "Write it after the =.".to_owned()));
        }
        let remedy = if ANSWERS.contains(&here.to_lowercase().as_str()) {
            "Write true or false, in small letters.".to_owned()
        } else if here.starts_with(|first: char| first.is_ascii_digit()) && !here.contains(':') {
            "Write the number alone, or put a text in quotes.".to_owned()
        } else {
            format!("Put the text in quotes: {}.", quoted(here))
        };
        Some((format!("{} is neither a number nor a text in quotes", quoted(here)), remedy))
    }

    /// Brackets, commas, and what stands on the left of the equals sign.
    fn words_of_structure(&self) -> Option<(String, String)> {
        let (problem, remedy) = match () {
            () if self.says("unclosed") => {
                ("the line of brackets is not closed", "Write it like [[desks]] or [rules].")
            }
            () if self.says("unquoted key") && self.here() == ":" => {
                ("a field and its value are joined by :", "Write = in place of :.")
            }
            () if self.says("unquoted key") => {
                ("a field's name is not written in letters a to z", "Write the name as in the list of fields.")
            }
            () if self.says("key with no value") => ("there is no = here", "Write NAME = VALUE, one a line."),
            () if self.says("missing comma") => ("a comma is missing here", "Write a comma between the two."),
            () if self.says("extra comma") => ("there is a comma too many", "Take one out."),
            () if self.says("unexpected key or value") => {
                ("the line goes on after its value", "Begin a new line here.")
            }
            () => return None,
        };
        Some((problem.to_owned(), remedy.to_owned()))
    }
}

fn is_header(line: &str) -> bool {
    let line = line.trim();
    line.starts_with('[') && line.trim_start_matches('[').starts_with(|first: char| first.is_ascii_alphabetic())
}

fn is_name(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|character| character.is_ascii_alphanumeric() || "_-.".contains(character))
}

/// The list whose entry this line begins with one bracket in place of two.
fn list_in_one_bracket(line: &str) -> Option<&'static str> {
    let name = line.strip_prefix('[')?.split(']').next()?.trim();
    LISTS.into_iter().find(|list| *list == name)
}
