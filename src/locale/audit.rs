//! Compares a translated message with the Italian one: nothing missing, the same variables, all plural forms.

use super::fault::Fault;
use super::language::Language;
use super::message::{Message, Wording, is_exact};
use super::variables;
use std::collections::BTreeSet;

/// The plural forms of CLDR.
const PLURALS: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

/// How many average letters a translation may have, by the length of the Italian text: 40 % more, or 8 letters more for
/// a short one. The tests lay out pseudo-languages of this length on the glass and on paper, and everything fits.
pub fn room_beside(italian: f32) -> u32 {
    (italian * 1.4).max(italian + 8.0).ceil() as u32
}

/// The faults of a message, compared with the Italian one.
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
    faults.extend(characters.filter(|c| is_forbidden(*c)).take(1).map(Fault::HasCharacter));
    faults
}

/// The names of the forms that a message needs in a language; one empty name for a plain text.
pub fn forms_for(source: &Message, language: &Language) -> Vec<String> {
    let Wording::Choice { forms, .. } = &source.wording else { return vec![String::new()] };
    let plural = |form: &&str| language.plurals.iter().any(|plural| plural == form) || *form == "other";
    // A language with a form of its own for zero uses that one.
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
        // A choice that is not by number has the same forms in every language.
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
        // In Arabic this form stands for the number two only.
        "two" => forms.contains(&"two") || forms.contains(&"2"),
        form => forms.contains(&form),
    };
    let needed = language.plurals.iter().map(String::as_str).chain(["other"]).collect::<BTreeSet<_>>();
    let lacks = needed.iter().filter(|form| !is_there(form)).map(|form| Fault::LacksForm((*form).to_owned()));
    let extra = forms.iter().filter(|form| !is_exact(form) && !needed.contains(*form));
    lacks.chain(extra.map(|form| Fault::HasForm((*form).to_owned()))).collect()
}

fn is_forbidden(c: char) -> bool {
    let is_foreign_digit = c.is_numeric() && !c.is_ascii();
    is_foreign_digit || c.is_control() || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
}
