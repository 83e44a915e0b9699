//! What people read: the languages this house speaks, their directions, and every text of the program in each of them.
//!
//! Promises: a text is never empty and never half in another language. A message that is missing or broken in one
//! language is taken whole from the next in that language's chain (at the end of each stands Italian), and the log says
//! so once. Numbers of tickets and desks keep their ASCII digits. The direction of a language stands in the manifest;
//! no library is asked for it.
//!
//! How it works: `locales/manifest.toml` has a row for each language ([`Language`]); `locales/<tag>/*.ftl` are Fluent
//! files, all those of one tag together are one bundle. They are embedded when the program is built. [`Locales`]
//! holds them; [`Locales::speak`] gives a [`Translator`], which is what the rest of the program asks for words.

mod audit;
mod bundle;
mod embedded;
mod error;
mod forms;
mod language;
mod made_from;
mod message;
mod numbering;
mod refusal;
mod texts;
mod translator;
mod value;
mod variables;

pub use audit::{Fault, faults, forms_for, room_beside};
pub use error::LocaleError;
pub use language::{Direction, Language, TypeSetting};
pub use made_from::MadeFrom;
pub use message::{Message, Wording, tidy};
pub use numbering::Numbering;
pub use texts::{SOURCE, Texts, built_in_file};
pub use translator::Translator;
pub use value::Value;

use crate::domain::LanguageTag;
use bundle::Bundle;
use std::borrow::Cow;
use std::collections::HashSet;
use std::path::Path;
use std::sync::{Mutex, PoisonError};
use texts::TextFile;

/// The most gaps that are remembered, so that each is logged only once.
const MOST_GAPS: usize = 1_000;

/// Every language of the manifest with its texts.
pub struct Locales {
    languages: Vec<Language>,
    bundles: Vec<Bundle>,
    gaps: Mutex<HashSet<(LanguageTag, String)>>,
}

impl Locales {
    /// The texts that were embedded when the program was built. Each file is read when it is first asked for something: a
    /// start need not wait for sixteen languages. That all of them are sound, a test has seen ([`Locales::read_all`]).
    ///
    /// # Errors
    /// Every fault in the manifest.
    pub fn load() -> Result<Locales, LocaleError> {
        let languages = language::read_manifest(embedded::MANIFEST)?;
        let files = |language: &Language| {
            let own = embedded::FILES.iter().filter(|(tag, ..)| *tag == language.tag.as_str());
            Bundle::new(language, own.map(|(_, name, text)| ((*name).to_owned(), Cow::Borrowed(*text))))
        };
        let bundles = languages.iter().map(files).collect();
        Ok(Locales { bundles, languages, gaps: Mutex::default() })
    }

    /// The same, with every file read.
    ///
    /// # Errors
    /// Every fault in the manifest and in the Fluent files, all at once.
    pub fn read_all() -> Result<Locales, LocaleError> {
        Locales::from_files(embedded::MANIFEST, embedded::FILES)
    }

    /// The same with what was imported into a folder laid over it. What can't be used there is logged and left out: it
    /// must not keep the glass from speaking.
    ///
    /// # Errors
    /// As [`Locales::load`].
    pub fn load_with(folder: &Path) -> Result<Locales, LocaleError> {
        let mut locales = Locales::load()?;
        let files = texts::imported(folder);
        if files.is_empty() {
            return Ok(locales);
        }
        let built_in = Texts::built_in().map_err(LocaleError)?;
        for TextFile { language, area, text } in files {
            let warn = |id: &str, why: &str| {
                tracing::warn!(language, area, id, why, "an imported text can't be used; the built-in one is");
            };
            let Some(place) = locales.languages.iter().position(|known| known.tag.as_str() == language) else {
                warn("", "there is no such language");
                continue;
            };
            let messages = Message::read(&text).unwrap_or_else(|faults| {
                warn("", &faults.join("; "));
                Vec::new()
            });
            // An import may be older than the program.
            let fits = |message: &Message| match built_in.message(SOURCE, &message.id) {
                None => Err("there is no such message any more".to_owned()),
                Some(source) => match faults(Some(message), source, &locales.languages[place]).first() {
                    Some(fault) => Err(fault.to_string()),
                    None => Ok(()),
                },
            };
            let mut fitting = String::new();
            for message in &messages {
                match fits(message) {
                    Ok(()) => fitting += &message.to_fluent(),
                    Err(why) => warn(&message.id, &why),
                }
            }
            if let Err(why) = locales.bundles[place].lay_over(&area, &fitting) {
                warn("", &why);
            }
        }
        Ok(locales)
    }

    /// Reads a manifest and Fluent files, each of them as language tag, name and text.
    ///
    /// # Errors
    /// Every fault in them, all at once.
    pub fn from_files(manifest: &str, files: &[(&str, &str, &str)]) -> Result<Locales, LocaleError> {
        let languages = language::read_manifest(manifest)?;
        language::check_plurals(&languages)?;
        let mut faults = Vec::new();
        let mut bundles = Vec::new();
        for language in &languages {
            let own = files.iter().filter(|(tag, ..)| *tag == language.tag.as_str());
            let bundle =
                Bundle::new(language, own.map(|(_, name, text)| ((*name).to_owned(), (*text).to_owned().into())));
            faults.extend(bundle.read_all().err().into_iter().flat_map(|LocaleError(more)| more));
            bundles.push(bundle);
        }
        for (tag, name, _) in files {
            if !languages.iter().any(|language| language.tag.as_str() == *tag) {
                faults.push(format!("locales/{tag}/{name}.ftl: manifest.toml has no language {tag:?}"));
            }
        }
        let gaps = Mutex::default();
        if faults.is_empty() { Ok(Locales { languages, bundles, gaps }) } else { Err(LocaleError(faults)) }
    }

    /// The languages in the manifest's order.
    pub fn languages(&self) -> &[Language] {
        &self.languages
    }

    /// One language of the manifest.
    pub fn language(&self, tag: &LanguageTag) -> Option<&Language> {
        self.languages.iter().find(|language| language.tag == *tag)
    }

    /// The font families that these languages need.
    pub fn fonts_of(&self, languages: &[LanguageTag]) -> impl Iterator<Item = &str> {
        let known = languages.iter().filter_map(|tag| self.language(tag));
        known.flat_map(|language| &language.fonts).map(String::as_str)
    }

    /// The words for a reader of this language; for an unknown one English, else the first of the manifest.
    pub fn translator(&self, tag: &LanguageTag) -> Translator<'_> {
        let place = |tag: &str| self.languages.iter().position(|language| language.tag.as_str() == tag);
        let at = place(tag.as_str()).or_else(|| place("en")).unwrap_or(0);
        Translator::new(self, &self.languages[at])
    }

    fn bundle(&self, tag: &LanguageTag) -> Option<&Bundle> {
        let at = self.languages.iter().position(|language| language.tag == *tag)?;
        self.bundles.get(at)
    }

    fn note_gap(&self, tag: &LanguageTag, id: &str, why: &str) {
        let mut gaps = self.gaps.lock().unwrap_or_else(PoisonError::into_inner);
        if gaps.len() < MOST_GAPS && gaps.insert((tag.clone(), id.to_owned())) {
            tracing::warn!(language = %tag, id, why, "a text can't be used in this language; the next in its chain is");
        }
    }
}
