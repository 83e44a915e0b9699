//! What the site's own content says, in as many languages as somebody has written it.

use super::code::LanguageTag;
use std::collections::BTreeMap;

/// One text in several languages. Which one a reader gets when theirs is missing is the business of `locale`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Words(BTreeMap<LanguageTag, String>);

impl Words {
    /// Words from language and text; a later text for the same language replaces an earlier one.
    pub fn new(texts: impl IntoIterator<Item = (LanguageTag, String)>) -> Self {
        Words(texts.into_iter().collect())
    }

    /// The text in exactly this language.
    pub fn get(&self, language: &LanguageTag) -> Option<&str> {
        self.0.get(language).map(String::as_str)
    }

    /// Every language that is there, with its text.
    pub fn iter(&self) -> impl Iterator<Item = (&LanguageTag, &str)> {
        self.0.iter().map(|(language, text)| (language, text.as_str()))
    }

    /// Adds the text for a language in which nobody has written anything.
    pub fn complete(&mut self, language: &LanguageTag, text: &str) {
        let own = self.0.entry(language.clone()).or_default();
        if own.trim().is_empty() {
            text.clone_into(own);
        }
    }

    /// Whether nobody has written anything.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}
