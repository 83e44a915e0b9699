//! Which variables of the Italian message each form of a translation must contain.
//!
//! A form that stands for one number only may leave out this number, and write it as a word or not at all: `[0]`, the
//! English `[one]`, the Arabic `[two]`. The Russian `[one]` also stands for 21 and may not. The numbers of each form
//! are computed by Fluent itself.

use super::fault::Fault;
use super::language::Language;
use super::message::{Message, Wording, is_exact, variables_of};
use super::plurals;
use std::collections::BTreeSet;

/// The faults of each form.
pub(super) fn lacking(own: &Message, source: &Message, language: &Language) -> Vec<Fault> {
    let lacking_in = |form: &str, text: &str, italian: &str, optional: Option<&str>| {
        let (needs, has) = (names(italian), names(text));
        let lacks = needs.into_iter().filter(|name| !has.contains(name) && optional != Some(name.as_str()));
        lacks.map(|name| Fault::LacksVariable { name, form: form.to_owned() }).collect::<Vec<_>>()
    };
    // A choice that is not by number has the same forms in every language.
    let is_by_number = source.texts().iter().any(|(form, _)| matches!(*form, "" | "other"));
    match &own.wording {
        Wording::Plain(text) => lacking_in("", text, source.text_for("other"), None),
        Wording::Choice { forms, .. } if !is_by_number => {
            forms.iter().flat_map(|(form, text)| lacking_in(form, text, source.text_for(form), None)).collect()
        }
        Wording::Choice { by, forms } => {
            let single = for_one_number(forms, by, source, language);
            let fault = |(form, text): &(String, String)| match single.contains(form.as_str()) {
                true => lacking_in(form, text, source.text_for(form), Some(by)),
                false => lacking_in(form, text, source.text_for("other"), None),
            };
            forms.iter().flat_map(fault).collect()
        }
    }
}

fn names(text: &str) -> BTreeSet<String> {
    variables_of(text).into_iter().collect()
}

/// The forms that stand for one number only.
fn for_one_number<'a>(
    forms: &'a [(String, String)],
    by: &str,
    source: &Message,
    language: &Language,
) -> BTreeSet<&'a str> {
    // When the plural rules can't be computed, each form must contain its number.
    let chosen = plurals::form_of_each_number(&language.tag).unwrap_or_default();
    // Fluent takes the first form that fits, else the last.
    let place = |number: usize, chosen: &str| {
        let fits = |(form, _): &(String, String)| *form == number.to_string() || form == chosen;
        forms.iter().position(fits).unwrap_or(forms.len().saturating_sub(1))
    };
    let places: Vec<usize> = chosen.iter().enumerate().map(|(number, chosen)| place(number, chosen)).collect();
    let is_never_none = is_never_none(source, by);
    let is_single = |at: usize| {
        let numbers: Vec<usize> = (0..places.len()).filter(|number| places[*number] == at).collect();
        matches!(numbers.as_slice(), [_]) || is_never_none && matches!(numbers.as_slice(), [0, _])
    };
    let single = forms.iter().enumerate().filter(|(at, (form, _))| is_exact(form) || is_single(*at));
    single.map(|(_, (form, _))| form.as_str()).collect()
}

/// Whether the count is never zero: Italian has no form for it, and writes one as a word. French, Bengali and Tigrinya
/// have a common form for zero and one, which then need not contain the number.
fn is_never_none(source: &Message, by: &str) -> bool {
    source.texts().iter().all(|(form, _)| *form != "0") && !names(source.text_for("one")).contains(by)
}
