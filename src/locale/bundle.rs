//! The texts of one language: a wrapper over Fluent with stricter errors.
//!
//! Promises: a file with a fault is refused, not read in part. A message is complete or an error: a missing variable or
//! term never shows as `{$name}` on a screen.

use super::error::LocaleError;
use super::language::Language;
use super::nesting;
use super::numbering::Numbering;
use super::value::Value;
use crate::domain::LanguageTag;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentError, FluentResource};
use fluent_syntax::ast::Entry;
use std::borrow::Cow;
use std::collections::HashSet;
use std::sync::{Arc, OnceLock};
use unic_langid::LanguageIdentifier;

/// The texts of one language: an area for each file. An area is parsed when its first text is needed, so that a start
/// does not parse sixteen languages.
pub(super) struct Bundle {
    tag: LanguageTag,
    numbering: Numbering,
    areas: Vec<Area>,
}

/// The texts of one file; its ids begin with its name.
struct Area {
    name: String,
    text: Cow<'static, str>,
    /// Imported texts, which replace those with the same ids.
    over: Vec<Arc<FluentResource>>,
    bundle: OnceLock<Option<FluentBundle<Arc<FluentResource>>>>,
}

/// Why a message can't be used in this language.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Unusable {
    /// This language has no such message.
    Missing,
    /// It has one that can't be formatted.
    Broken(String),
}

impl Bundle {
    /// A language's files, each given as name and text, to be parsed when they are needed.
    pub(super) fn new(language: &Language, files: impl Iterator<Item = (String, Cow<'static, str>)>) -> Bundle {
        let area = |(name, text)| Area { name, text, over: Vec::new(), bundle: OnceLock::new() };
        Bundle { tag: language.tag.clone(), numbering: language.numbering, areas: files.map(area).collect() }
    }

    /// Parses all files, and lists every fault.
    pub(super) fn read_all(&self) -> Result<(), LocaleError> {
        let mut faults = Vec::new();
        let mut ids = HashSet::new();
        for area in &self.areas {
            let name = format!("locales/{}/{}.ftl", self.tag, area.name);
            match read(&area.text) {
                Err(errors) => faults.extend(errors.iter().map(|(line, what)| format!("{name}:{line}: {what}"))),
                Ok(resource) => {
                    let twice = resource.entries().filter_map(id_of).filter(|id| !ids.insert((*id).to_owned()));
                    faults.extend(twice.map(|id| format!("{name}: the id {id:?} is there twice")));
                }
            }
        }
        if faults.is_empty() { Ok(()) } else { Err(LocaleError(faults)) }
    }

    /// Replaces the messages that have the same ids as those of a file; none of them when the file has a fault.
    pub(super) fn lay_over(&mut self, name: &str, text: &str) -> Result<(), String> {
        let resource = read(text).map_err(|errors| match errors.first() {
            Some((line, what)) => format!("line {line}: {what}"),
            None => "it can't be read".to_owned(),
        })?;
        match self.areas.iter_mut().find(|area| area.name == name) {
            Some(area) => {
                area.over.push(Arc::new(resource));
                area.bundle = OnceLock::new();
                Ok(())
            }
            None => Err("there is no such area".to_owned()),
        }
    }

    /// The text of a message (`kiosk-back`) or of one of its attributes (`kiosk-back.speech`).
    pub(super) fn text(&self, id: &str, arguments: &[(&str, Value)]) -> Result<String, Unusable> {
        let is_home = |area: &&Area| id.split_once('-').is_some_and(|(name, _)| name == area.name);
        let home = self.areas.iter().find(is_home);
        let others = self.areas.iter().filter(|area| !is_home(area));
        let bundles = home.into_iter().chain(others).filter_map(|area| self.bundle(area));
        let mut found = bundles.map(|bundle| text_in(bundle, id, arguments));
        found.find(|found| *found != Err(Unusable::Missing)).unwrap_or(Err(Unusable::Missing))
    }

    fn bundle<'a>(&'a self, area: &'a Area) -> Option<&'a FluentBundle<Arc<FluentResource>>> {
        area.bundle.get_or_init(|| self.made_of(area)).as_ref()
    }

    fn made_of(&self, area: &Area) -> Option<FluentBundle<Arc<FluentResource>>> {
        let (tag, name) = (&self.tag, area.name.as_str());
        let mut bundle = match empty(tag) {
            Ok(bundle) => bundle,
            Err(error) => {
                tracing::error!(language = %tag, error, "Fluent refuses this language, so its fallback is shown: report this as a bug");
                return None;
            }
        };
        bundle.set_formatter(self.numbering.formatter());
        match read(&area.text) {
            Ok(resource) => bundle.add_resource_overriding(Arc::new(resource)),
            Err(errors) => {
                tracing::error!(language = %tag, name, ?errors, "a file of texts has faults, so its fallback is shown: report this as a bug")
            }
        }
        for resource in &area.over {
            bundle.add_resource_overriding(Arc::clone(resource));
        }
        Some(bundle)
    }
}

pub(super) fn text_in(
    bundle: &FluentBundle<Arc<FluentResource>>,
    id: &str,
    arguments: &[(&str, Value)],
) -> Result<String, Unusable> {
    let (id, attribute) = id.split_once('.').map_or((id, None), |(id, attribute)| (id, Some(attribute)));
    let message = bundle.get_message(id).ok_or(Unusable::Missing)?;
    let pattern = match attribute {
        None => message.value(),
        Some(attribute) => message.get_attribute(attribute).map(|found| found.value()),
    };
    let pattern = pattern.ok_or(Unusable::Missing)?;
    let arguments: FluentArgs = arguments.iter().map(|(name, value)| (*name, value.to_fluent())).collect();
    let mut errors = Vec::new();
    let text = bundle.format_pattern(pattern, Some(&arguments), &mut errors).into_owned();
    if !errors.is_empty() {
        let errors: Vec<_> = errors.iter().map(FluentError::to_string).collect();
        return Err(Unusable::Broken(errors.join("; ")));
    }
    if text.trim().is_empty() { Err(Unusable::Missing) } else { Ok(text) }
}

/// The messages of a file; or every fault with its line.
fn read(text: &str) -> Result<FluentResource, Vec<(usize, String)>> {
    if nesting::is_too_deep(text) {
        return Err(vec![(1, "a message has too many braces".to_owned())]);
    }
    FluentResource::try_new(text.to_owned()).map_err(|(_, errors)| {
        errors.iter().map(|error| (line_of(text, error.pos.start), error.kind.to_string())).collect()
    })
}

fn id_of<'a>(entry: &'a Entry<&'a str>) -> Option<&'a str> {
    match entry {
        Entry::Message(message) => Some(message.id.name),
        Entry::Term(term) => Some(term.id.name),
        _ => None,
    }
}

pub(super) fn empty(tag: &LanguageTag) -> Result<FluentBundle<Arc<FluentResource>>, String> {
    let identifier: LanguageIdentifier =
        tag.as_str().parse().map_err(|error| format!("{tag} is not a language tag: {error}"))?;
    let mut bundle = FluentBundle::new_concurrent(vec![identifier]);
    // Without them `{ NUMBER($n) }` would print its own name.
    bundle.add_builtins().map_err(|error| error.to_string())?;
    Ok(bundle)
}

fn line_of(text: &str, position: usize) -> usize {
    text.bytes().take(position).filter(|byte| *byte == b'\n').count() + 1
}
