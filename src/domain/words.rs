//! Texts of the site's own content, in any number of languages.

use super::code::LanguageTag;
use std::collections::BTreeMap;

/// One text in several languages. `locale` decides on the fallback when a language is missing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Words(BTreeMap<LanguageTag, String>);

impl Words {
    /// A later text for the same language replaces an earlier one.
    pub fn new(texts: impl IntoIterator<Item = (LanguageTag, String)>) -> Self {
        Words(texts.into_iter().collect())
    }

    /// The text in exactly this language.
    pub fn get(&self, language: &LanguageTag) -> Option<&str> {
        self.0.get(language).map(String::as_str)
    }

    /// Every language with its text.
    pub fn iter(&self) -> impl Iterator<Item = (&LanguageTag, &str)> {
        self.0.iter().map(|(language, text)| (language, text.as_str()))
    }

    /// Sets the text of a language that has none, or a blank one.
    pub fn complete(&mut self, language: &LanguageTag, text: &str) {
        let own = self.0.entry(language.clone()).or_default();
        if own.trim().is_empty() {
            text.clone_into(own);
        }
    }

    /// The same text in these languages only.
    pub fn only(&self, languages: &[&LanguageTag]) -> Words {
        Words(
            self.0
                .iter()
                .filter(|(tag, _)| languages.contains(tag))
                .map(|(tag, text)| (tag.clone(), text.clone()))
                .collect(),
        )
    }

    /// The same text; in the languages that it lacks another one.
    pub fn or(&self, other: &Words) -> Words {
        let mut words = self.clone();
        other.iter().for_each(|(tag, text)| words.complete(tag, text));
        words
    }

    /// Whether there is no text in any language.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}
