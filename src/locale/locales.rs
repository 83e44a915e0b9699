//! Every language of the manifest with its texts.

use super::audit::faults;
use super::bundle::Bundle;
use super::embedded;
use super::error::LocaleError;
use super::fluent_writer::to_fluent;
use super::language::{self, Language};
use super::message::Message;
use super::plurals;
use super::texts::{self, SOURCE, TextFile, Texts};
use crate::domain::LanguageTag;
use std::borrow::Cow;
use std::collections::HashSet;
use std::path::Path;
use std::sync::{Mutex, PoisonError};

/// The most gaps that are remembered, so that each is logged only once.
const MAX_GAPS: usize = 1_000;
const UNUSED_IMPORT: &str =
    "an imported text is not used and the built-in one is shown: export the language, correct the text and import it";

/// Every language of the manifest with its texts.
pub struct Locales {
    pub(super) languages: Vec<Language>,
    bundles: Vec<Bundle>,
    gaps: Mutex<HashSet<(LanguageTag, String)>>,
}

impl Locales {
    /// The built-in texts. Each file is parsed when its first text is needed, so that a start does not wait for sixteen
    /// languages; a test parses them all ([`Locales::read_all`]).
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

    /// The same, with every file parsed.
    ///
    /// # Errors
    /// Every fault in the manifest and in the Fluent files, all at once.
    pub fn read_all() -> Result<Locales, LocaleError> {
        Locales::from_files(embedded::MANIFEST, embedded::FILES)
    }

    /// The same with imported texts over the built-in ones. Imported texts that can't be used are logged and left out,
    /// so that they don't keep the kiosk from starting.
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
        for file in files {
            locales.lay_over(&file, &built_in);
        }
        Ok(locales)
    }

    /// Takes from an imported file the messages that are free of faults. An import may be older than the program.
    fn lay_over(&mut self, file: &TextFile, built_in: &Texts) {
        let warn = |id: &str, reason: &str| {
            let TextFile { language, area, .. } = file;
            tracing::warn!(language, area, id, reason, "{UNUSED_IMPORT}");
        };
        let Some(place) = self.languages.iter().position(|known| known.tag.as_str() == file.language) else {
            warn("", "the manifest has no such language");
            return;
        };
        let messages = Message::read(&file.text).unwrap_or_else(|faults| {
            warn("", &faults.join("; "));
            Vec::new()
        });
        let fault = |message: &Message| match built_in.message(SOURCE, &message.id) {
            None => Some("the program has no such message any more".to_owned()),
            Some(source) => faults(Some(message), source, &self.languages[place]).first().map(ToString::to_string),
        };
        let mut fitting = Vec::new();
        for message in messages {
            match fault(&message) {
                None => fitting.push(message),
                Some(fault) => warn(&message.id, &fault),
            }
        }
        if let Err(reason) = self.bundles[place].lay_over(&file.area, &to_fluent(&fitting)) {
            warn("", &reason);
        }
    }

    /// Reads a manifest and Fluent files, each of them as language tag, name and text.
    ///
    /// # Errors
    /// Every fault in them, all at once.
    pub fn from_files(manifest: &str, files: &[(&str, &str, &str)]) -> Result<Locales, LocaleError> {
        let languages = language::read_manifest(manifest)?;
        plurals::check(&languages)?;
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

    /// The languages, in the order of the manifest.
    pub fn languages(&self) -> &[Language] {
        &self.languages
    }

    /// One language of the manifest.
    pub fn language(&self, tag: &LanguageTag) -> Option<&Language> {
        self.languages.iter().find(|language| language.tag == *tag)
    }

    /// The font families of these languages.
    pub fn fonts_of(&self, languages: &[LanguageTag]) -> impl Iterator<Item = &str> {
        let known = languages.iter().filter_map(|tag| self.language(tag));
        known.flat_map(|language| &language.fonts).map(String::as_str)
    }

    pub(super) fn bundle(&self, tag: &LanguageTag) -> Option<&Bundle> {
        let at = self.languages.iter().position(|language| language.tag == *tag)?;
        self.bundles.get(at)
    }

    pub(super) fn note_gap(&self, tag: &LanguageTag, id: &str, reason: &str) {
        let mut gaps = self.gaps.lock().unwrap_or_else(PoisonError::into_inner);
        if gaps.len() < MAX_GAPS && gaps.insert((tag.clone(), id.to_owned())) {
            tracing::warn!(
                language = %tag, id, reason, "a text is not used and its fallback language is shown: correct it in locales/"
            );
        }
    }
}
