//! A row of a translator's table: one text in one form.

use serde::{Deserialize, Serialize};

/// The key of every row about the site's own words.
pub(super) const SITE: &str = "site";

/// The columns of the table: the names of a row's fields.
pub(super) const COLUMNS: [&str; 10] =
    ["language", "key", "form", "italian", "english", "translation", "state", "room", "note", "confirmed"];

/// A row of the table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct TranslationRow {
    pub language: String,
    /// The message's id, or [`SITE`].
    pub key: String,
    /// The plural form, or an exact number; empty when the text has one form only.
    pub form: String,
    /// The source text; its variables in braces must appear in the translation too.
    pub italian: String,
    /// The English text, to help.
    pub english: String,
    /// For the translator to fill in.
    pub translation: String,
    /// The words of a [`TextState`].
    pub state: String,
    /// How many average letters fit; empty when any number does.
    pub room: String,
    /// Where the text appears, and what its variables are.
    pub note: String,
    /// `yes` says that a translation still holds although the Italian has changed.
    pub confirmed: String,
}

impl TranslationRow {
    /// The row with each of its cells changed alike.
    pub fn each_cell(&self, change: impl Fn(&str) -> String) -> TranslationRow {
        TranslationRow {
            language: change(&self.language),
            key: change(&self.key),
            form: change(&self.form),
            italian: change(&self.italian),
            english: change(&self.english),
            translation: change(&self.translation),
            state: change(&self.state),
            room: change(&self.room),
            note: change(&self.note),
            confirmed: change(&self.confirmed),
        }
    }

    /// Whether nothing is written in it.
    pub fn is_blank(&self) -> bool {
        [&self.language, &self.key, &self.form, &self.italian, &self.translation].iter().all(|cell| cell.is_empty())
    }
}

/// The state of a translation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum TextState {
    Missing,
    /// A variable or a form is wrong.
    Faulty,
    /// A letter is in none of the fonts.
    WithoutGlyph,
    /// The font of a letter is not installed.
    WithoutFont,
    /// A character is nothing to see.
    Invisible,
    TooLong,
    /// The Italian text has changed since.
    Changed,
    /// No native speaker has read it.
    Unreviewed,
    Good,
}

impl TextState {
    /// Every state, the worst first.
    pub(super) const ALL: [TextState; 9] = [
        TextState::Missing,
        TextState::Faulty,
        TextState::WithoutGlyph,
        TextState::WithoutFont,
        TextState::Invisible,
        TextState::TooLong,
        TextState::Changed,
        TextState::Unreviewed,
        TextState::Good,
    ];

    /// Its words in the table.
    pub(super) fn words(self) -> &'static str {
        match self {
            TextState::Missing => "missing",
            TextState::Faulty => "faulty",
            TextState::WithoutGlyph => "without glyph",
            TextState::WithoutFont => "without font",
            TextState::Invisible => "invisible",
            TextState::TooLong => "too long",
            TextState::Changed => "changed",
            TextState::Unreviewed => "unreviewed",
            TextState::Good => "good",
        }
    }
}
