//! Holds what a language says against what Italian says: nothing missing, the same variables, whole plurals.

use super::language::Language;
use super::message::{Message, Wording};
use super::variables;
use std::collections::BTreeSet;
use std::fmt;

/// The plural forms that CLDR knows.
const PLURALS: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

/// How many average letters a text in another language may take up where the Italian one takes up so many: two in five
/// more, or a few more for a short word. Pseudo-languages that are as long as that are shown on the real glass and on
/// paper by the tests, and everything fits.
pub fn room_beside(italian: f32) -> u32 {
    (italian * 1.4).max(italian + 8.0).ceil() as u32
}

/// What is wrong with a message of one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// It is not there.
    Missing,
    /// It is there, and Italian has no such message.
    Unknown,
    /// It says nothing, or one of its forms does.
    Empty,
    /// A variable of the Italian message is not in one of its forms; the form of a plain text has no name.
    LacksVariable {
        /// The variable.
        name: String,
        /// The form.
        form: String,
    },
    /// It has a variable that the Italian message has not.
    HasVariable(String),
    /// It chooses by a number, and a plural form of the language is not there.
    LacksForm(String),
    /// It has a form that is neither a plural form of the language nor an exact number.
    HasForm(String),
    /// It has a character that has no place in a text: a digit of another script, or a mark that steers direction.
    HasCharacter(char),
}

/// What is wrong with a message, held against the Italian one.
pub fn faults(own: Option<&Message>, source: &Message, language: &Language) -> Vec<Fault> {
    let Some(own) = own else { return vec![Fault::Missing] };
    let mut faults = Vec::new();
    if own.texts().iter().any(|(_, text)| text.trim().is_empty()) {
        faults.push(Fault::Empty);
    }
    let (has, needs) = (own.variables(), source.variables());
    faults.extend(variables::lacking(own, source, language));
    faults.extend(has.difference(&needs).cloned().map(Fault::HasVariable));
    faults.extend(wrong_forms(own, source, language));
    let characters = own.texts().into_iter().flat_map(|(_, text)| text.chars());
    faults.extend(characters.filter(|c| has_no_place(*c)).take(1).map(Fault::HasCharacter));
    faults
}

/// The forms in which a language says a message, named as translators see them; one empty name for a plain text.
pub fn forms_for(source: &Message, language: &Language) -> Vec<String> {
    let Wording::Choice { forms, .. } = &source.wording else { return vec![String::new()] };
    let plural = |form: &&str| language.plurals.iter().any(|plural| plural == form) || *form == "other";
    // A language with a form of its own for nothing says it there.
    let exact = forms.iter().map(|(form, _)| form.as_str()).filter(|form| is_exact(form));
    let exact = exact.filter(|form| *form != "0" || !language.plurals.iter().any(|plural| plural == "zero"));
    let named = forms.iter().map(|(form, _)| form.as_str()).filter(|form| !is_exact(form) && !PLURALS.contains(form));
    let is_by_number = forms.iter().any(|(form, _)| form == "other");
    let plurals = PLURALS.into_iter().filter(|form| is_by_number && plural(form));
    exact.chain(named).chain(plurals).map(str::to_owned).collect()
}

fn wrong_forms(own: &Message, source: &Message, language: &Language) -> Vec<Fault> {
    let forms: Vec<&str> = own.texts().into_iter().map(|(form, _)| form).collect();
    let wanted: Vec<&str> = source.texts().into_iter().map(|(form, _)| form).collect();
    if forms == wanted {
        let is_by_number = forms.contains(&"other");
        if !is_by_number {
            return Vec::new();
        }
    }
    if wanted != [""] && !wanted.contains(&"other") {
        // A choice by something else than a number: the same forms in every language.
        let lacks = wanted.iter().filter(|form| !forms.contains(form)).map(|form| Fault::LacksForm((*form).to_owned()));
        let has = forms.iter().filter(|form| !wanted.contains(form)).map(|form| Fault::HasForm((*form).to_owned()));
        return lacks.chain(has).collect();
    }
    if forms == [""] {
        let has_one_form = language.plurals.iter().all(|form| form == "other");
        return if has_one_form { Vec::new() } else { vec![Fault::LacksForm("other".to_owned())] };
    }
    let is_there = |form: &str| match form {
        "zero" => forms.contains(&"zero") || forms.contains(&"0"),
        // In Arabic only the number two itself has this form.
        "two" => forms.contains(&"two") || forms.contains(&"2"),
        form => forms.contains(&form),
    };
    let needed = language.plurals.iter().map(String::as_str).chain(["other"]).collect::<BTreeSet<_>>();
    let lacks = needed.iter().filter(|form| !is_there(form)).map(|form| Fault::LacksForm((*form).to_owned()));
    let extra = forms.iter().filter(|form| !is_exact(form) && !needed.contains(*form));
    lacks.chain(extra.map(|form| Fault::HasForm((*form).to_owned()))).collect()
}

/// Whether a form stands for one number that is written in figures.
pub(super) fn is_exact(form: &str) -> bool {
    !form.is_empty() && form.bytes().all(|byte| byte.is_ascii_digit())
}

fn has_no_place(c: char) -> bool {
    let is_foreign_digit = c.is_numeric() && !c.is_ascii();
    is_foreign_digit || c.is_control() || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
}

impl fmt::Display for Fault {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Fault::Missing => out.write_str("is missing"),
            Fault::Unknown => out.write_str("is no message of this program"),
            Fault::Empty => out.write_str("says nothing"),
            Fault::LacksVariable { name, form } if form.is_empty() => write!(out, "lacks the variable {{{name}}}"),
            Fault::LacksVariable { name, form } => write!(out, "lacks the variable {{{name}}} in the form [{form}]"),
            Fault::HasVariable(name) => write!(out, "has the variable {{{name}}}, which Italian has not"),
            Fault::LacksForm(form) => write!(out, "lacks the plural form [{form}]"),
            Fault::HasForm(form) => write!(out, "has the form [{form}], which the language has not"),
            Fault::HasCharacter(c) => {
                write!(out, "has the character U+{:04X}, which has no place there", u32::from(*c))
            }
        }
    }
}
