//! The texts of one language: a wrapper over Fluent that closes its traps.
//!
//! Promises: a file with a fault or an id that stands there twice is refused, not read in part. A message comes whole
//! or not at all: a missing variable or term is an error, never `{$name}` on a screen.

use super::error::LocaleError;
use super::language::Language;
use super::value::Value;
use crate::domain::LanguageTag;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentError, FluentResource};
use unic_langid::LanguageIdentifier;

/// The texts of one language.
pub(super) struct Bundle(FluentBundle<FluentResource>);

/// Why a message can't be used.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Unusable {
    /// This language has no such message.
    Missing,
    /// It has one, but it can't be put together.
    Broken(String),
}

impl Bundle {
    /// Makes a bundle of a language's files, each given as name and text.
    pub(super) fn new<'a>(
        language: &Language,
        files: impl Iterator<Item = (&'a str, &'a str)>,
    ) -> Result<Bundle, LocaleError> {
        let tag = &language.tag;
        let mut bundle = empty(tag).map_err(LocaleError::one)?;
        bundle.set_formatter(language.numbering.formatter());
        let mut faults = Vec::new();
        for (name, text) in files {
            let name = format!("locales/{tag}/{name}.ftl");
            match FluentResource::try_new(text.to_owned()) {
                Err((_, errors)) => {
                    faults.extend(
                        errors.iter().map(|error| format!("{name}:{}: {}", line_of(text, error.pos.start), error.kind)),
                    );
                }
                Ok(resource) => {
                    let errors = bundle.add_resource(resource).err().unwrap_or_default();
                    faults.extend(errors.iter().map(|error| match error {
                        FluentError::Overriding { id, .. } => format!("{name}: the id {id:?} stands there twice"),
                        other => format!("{name}: {other}"),
                    }));
                }
            }
        }
        if faults.is_empty() { Ok(Bundle(bundle)) } else { Err(LocaleError(faults)) }
    }

    /// Puts a file's messages in the place of those with the same ids; none of them when the file has a fault.
    pub(super) fn lay_over(&mut self, text: &str) -> Result<(), String> {
        let resource = FluentResource::try_new(text.to_owned()).map_err(|(_, errors)| match errors.first() {
            Some(error) => format!("line {}: {}", line_of(text, error.pos.start), error.kind),
            None => "it can't be read".to_owned(),
        })?;
        self.0.add_resource_overriding(resource);
        Ok(())
    }

    /// The text of a message (`kiosk-back`) or of one of its attributes (`kiosk-back.speech`).
    pub(super) fn text(&self, id: &str, arguments: &[(&str, Value)]) -> Result<String, Unusable> {
        let (id, attribute) = id.split_once('.').map_or((id, None), |(id, attribute)| (id, Some(attribute)));
        let message = self.0.get_message(id).ok_or(Unusable::Missing)?;
        let pattern = match attribute {
            None => message.value(),
            Some(attribute) => message.get_attribute(attribute).map(|found| found.value()),
        };
        let pattern = pattern.ok_or(Unusable::Missing)?;
        let arguments: FluentArgs = arguments.iter().map(|(name, value)| (*name, value.to_fluent())).collect();
        let mut errors = Vec::new();
        let text = self.0.format_pattern(pattern, Some(&arguments), &mut errors).into_owned();
        if !errors.is_empty() {
            let errors: Vec<_> = errors.iter().map(FluentError::to_string).collect();
            return Err(Unusable::Broken(errors.join("; ")));
        }
        if text.trim().is_empty() { Err(Unusable::Missing) } else { Ok(text) }
    }
}

/// The plural forms that Fluent really chooses from for the whole numbers of this language.
pub(super) fn plural_forms(tag: &LanguageTag) -> Result<Vec<&'static str>, String> {
    const FORMS: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];
    let variants: String = FORMS[..5].iter().map(|form| format!("    [{form}] {form}\n")).collect();
    let probe = format!("probe = {{ $count ->\n{variants}   *[other] other\n }}\n");
    let mut bundle = empty(tag)?;
    bundle.set_use_isolating(false);
    let resource = FluentResource::try_new(probe).map_err(|(_, errors)| format!("{errors:?}"))?;
    bundle.add_resource(resource).map_err(|errors| format!("{errors:?}"))?;
    let bundle = Bundle(bundle);
    let mut forms: Vec<&'static str> = Vec::new();
    for count in 0..=200_u64 {
        let chosen = bundle.text("probe", &[("count", Value::Count(count))]).map_err(|error| format!("{error:?}"))?;
        forms.extend(FORMS.iter().filter(|form| **form == chosen));
        forms.sort_unstable();
        forms.dedup();
    }
    Ok(forms)
}

fn empty(tag: &LanguageTag) -> Result<FluentBundle<FluentResource>, String> {
    let identifier: LanguageIdentifier =
        tag.as_str().parse().map_err(|error| format!("{tag} is no language tag: {error}"))?;
    let mut bundle = FluentBundle::new_concurrent(vec![identifier]);
    // Without them `{ NUMBER($n) }` would print its own name.
    bundle.add_builtins().map_err(|error| error.to_string())?;
    Ok(bundle)
}

fn line_of(text: &str, position: usize) -> usize {
    text.bytes().take(position).filter(|byte| *byte == b'\n').count() + 1
}
