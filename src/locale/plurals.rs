//! The plural forms of a language, as the Fluent library chooses them.

use super::bundle::{empty, text_in};
use super::error::LocaleError;
use super::language::Language;
use super::value::Value;
use crate::domain::LanguageTag;
use fluent_bundle::FluentResource;
use std::sync::Arc;

/// Checks that the plural forms in the manifest are those that Fluent chooses from. They are not for a tag that Fluent
/// does not know and treats as English.
pub(super) fn check(languages: &[Language]) -> Result<(), LocaleError> {
    let mut faults = Vec::new();
    for language in languages {
        if let Err(fault) = plural_fault(language) {
            faults.push(format!("locales/manifest.toml: {}: {fault}", language.tag));
        }
    }
    if faults.is_empty() { Ok(()) } else { Err(LocaleError(faults)) }
}

fn plural_fault(language: &Language) -> Result<(), String> {
    let mut chosen = forms_of(&language.tag)?;
    let mut named: Vec<&str> = language.plurals.iter().map(String::as_str).collect();
    chosen.sort_unstable();
    named.sort_unstable();
    if chosen != named {
        return Err(format!("plurals names {named:?}, but Fluent chooses from {chosen:?} for this tag"));
    }
    Ok(())
}

/// The plural forms that Fluent chooses from for whole numbers of this language.
fn forms_of(tag: &LanguageTag) -> Result<Vec<&'static str>, String> {
    let mut forms = form_of_each_number(tag)?;
    forms.sort_unstable();
    forms.dedup();
    Ok(forms)
}

/// The plural form that Fluent chooses for each whole number of this language from 0 to 200; later ones only repeat
/// them.
pub(super) fn form_of_each_number(tag: &LanguageTag) -> Result<Vec<&'static str>, String> {
    const FORMS: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];
    let variants: String = FORMS[..5].iter().map(|form| format!("    [{form}] {form}\n")).collect();
    let probe = format!("probe = {{ $count ->\n{variants}   *[other] other\n }}\n");
    let mut bundle = empty(tag)?;
    bundle.set_use_isolating(false);
    let resource = FluentResource::try_new(probe).map_err(|(_, errors)| format!("{errors:?}"))?;
    bundle.add_resource(Arc::new(resource)).map_err(|errors| format!("{errors:?}"))?;
    let form_of = |count: u64| {
        let chosen = text_in(&bundle, "probe", &[("count", Value::Count(count))]);
        let chosen = chosen.map_err(|error| format!("{error:?}"))?;
        FORMS.into_iter().find(|form| *form == chosen).ok_or_else(|| format!("{chosen:?} is not a plural form"))
    };
    (0..=200).map(form_of).collect()
}
