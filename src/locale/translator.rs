//! The texts for one reader.

use super::bundle::Unusable;
use super::language::{Direction, Language, TypeSetting};
use super::locales::Locales;
use super::value::Value;
use crate::domain::{LanguageTag, Words};

/// The texts for a reader of one language. Cheap to copy.
#[derive(Clone, Copy)]
pub struct Translator<'a> {
    locales: &'a Locales,
    language: &'a Language,
}

impl Locales {
    /// The texts for a reader of this language; of an unknown one, English or else the first of the manifest.
    pub fn translator(&self, tag: &LanguageTag) -> Translator<'_> {
        let place = |tag: &str| self.languages.iter().position(|language| language.tag.as_str() == tag);
        let at = place(tag.as_str()).or_else(|| place("en")).unwrap_or(0);
        Translator { locales: self, language: &self.languages[at] }
    }
}

impl<'a> Translator<'a> {
    /// The reader's language.
    pub fn tag(&self) -> &'a LanguageTag {
        &self.language.tag
    }

    /// The side its lines begin at.
    pub fn direction(&self) -> Direction {
        self.language.direction
    }

    /// A text with its ASCII digits replaced by the language's own. Not for numbers of tickets and desks.
    pub(super) fn digits(&self, text: &str) -> String {
        self.language.numbering.digits(text)
    }

    /// The first font family of the language.
    pub fn family(&self) -> &'a str {
        self.language.fonts.first().map_or("", String::as_str)
    }

    /// The size and line height of its letters.
    pub fn setting(&self) -> TypeSetting {
        self.language.setting
    }

    /// A message without variables, for a screen. `id.attribute` names one of its attributes.
    ///
    /// Never empty: a missing message comes from the next language in the chain, and at its end the id itself is
    /// returned.
    pub fn message(&self, id: &str) -> String {
        self.message_with(id, &[])
    }

    /// A message with variables, for a screen. Isolation marks surround each variable, so that a Latin name does not
    /// disturb an Arabic line.
    pub fn message_with(&self, id: &str, arguments: &[(&str, Value)]) -> String {
        for tag in self.chain() {
            let Some(bundle) = self.locales.bundle(tag) else { continue };
            match bundle.text(id, arguments) {
                Ok(text) => return text,
                Err(Unusable::Missing) => self.locales.note_gap(tag, id, "missing"),
                Err(Unusable::Broken(why)) => self.locales.note_gap(tag, id, &why),
            }
        }
        id.to_owned()
    }

    /// The same without direction marks: for speech, logs and printers' own characters.
    pub fn plain(&self, id: &str, arguments: &[(&str, Value)]) -> String {
        self.message_with(id, arguments).replace(is_direction_mark, "")
    }

    /// The site's own words in this language, else in the next of its chain, else in any; empty when there are none.
    pub fn pick<'w>(&self, words: &'w Words) -> &'w str {
        let written = |text: &&str| !text.trim().is_empty();
        let of_chain = self.chain().find_map(|tag| words.get(tag).filter(written));
        of_chain.or_else(|| words.iter().map(|(_, text)| text).find(written)).unwrap_or("")
    }

    /// Numbers of tickets or desks, listed in the direction of reading. Within a message, isolation takes its direction
    /// from the first letter; numbers have none, so a direction mark precedes them.
    pub fn list(&self, numbers: &[String]) -> String {
        match self.direction() {
            Direction::LeftToRight => numbers.join(", "),
            Direction::RightToLeft => format!("\u{200F}{}", numbers.join("، ")),
        }
    }

    fn chain(&self) -> impl Iterator<Item = &'a LanguageTag> + use<'a> {
        std::iter::once(&self.language.tag).chain(&self.language.fallback)
    }
}

fn is_direction_mark(character: char) -> bool {
    matches!(character, '\u{2066}'..='\u{2069}' | '\u{200E}' | '\u{200F}' | '\u{061C}')
}
