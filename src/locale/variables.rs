//! Which variables of the Italian message each form of a translation has to show.
//!
//! A form may leave out the number that it is chosen by when it stands for one number only, and says it in a word or not at
//! all: `[0]`, the English `[one]`, the Arabic `[two]`. The Russian `[one]` stands for 21 too and may not. Which numbers a
//! form stands for is not listed here: Fluent is asked.

use super::audit::{Fault, is_exact};
use super::bundle;
use super::language::Language;
use super::message::{Message, Wording, variables_of};
use std::collections::BTreeSet;

/// What each form lacks.
pub(super) fn lacking(own: &Message, source: &Message, language: &Language) -> Vec<Fault> {
    let lacking_in = |form: &str, text: &str, italian: &str, spared: Option<&str>| {
        let (needs, has) = (names(italian), names(text));
        let lacks = needs.into_iter().filter(|name| !has.contains(name) && spared != Some(name.as_str()));
        lacks.map(|name| Fault::LacksVariable { name, form: form.to_owned() }).collect::<Vec<_>>()
    };
    // A choice by something else than a number has the same forms in every language.
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
    // Where the rules can't be told, each form has to show its number.
    let chosen = bundle::plural_of_each(&language.tag).unwrap_or_default();
    // Fluent takes the first form that fits, and the last when none does.
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

/// Whether Italian counts what there is always one of: it has no words for none, and says one in a word. French, Bengali and
/// Tigrinya have one form for none and one, and need not show the number in it there.
fn is_never_none(source: &Message, by: &str) -> bool {
    source.texts().iter().all(|(form, _)| *form != "0") && !names(source.text_for("one")).contains(by)
}
