//! A row of a translator's table: one text in one form.

use serde::{Deserialize, Serialize};

/// The key of every row about the site's own words.
pub(super) const SITE: &str = "site";

/// The columns of the table: the names of a row's fields.
pub(super) const COLUMNS: [&str; 10] =
    ["language", "key", "form", "italian", "english", "translation", "state", "room", "note", "confirmed"];

/// A row of the table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Row {
    /// The language's tag.
    pub language: String,
    /// The message's id, or `site`.
    pub key: String,
    /// The plural form, or an exact number; empty where there is one form only.
    pub form: String,
    /// What the house's language says; what stands in braces must stand in the translation too.
    pub italian: String,
    /// What English says, to help.
    pub english: String,
    /// What is asked of the translator.
    pub translation: String,
    /// How it stands with this text.
    pub state: String,
    /// How many average letters have room; empty where any number has.
    pub room: String,
    /// Where the text stands, and what its variables are.
    pub note: String,
    /// `yes` says that a translation still holds although the Italian has changed.
    pub confirmed: String,
}

/// How it stands with a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// Nobody has translated it.
    Missing,
    /// A variable or a form is wrong.
    Faulty,
    /// A letter has no glyph in the language's fonts.
    WithoutGlyph,
    /// It does not fit its place.
    TooLong,
    /// Italian says something else since.
    Changed,
    /// Nobody who grew up with the language has read it.
    Unreviewed,
    /// All is well.
    Good,
}

impl State {
    /// Every state, the worst first.
    pub(super) const ALL: [State; 7] = [
        State::Missing,
        State::Faulty,
        State::WithoutGlyph,
        State::TooLong,
        State::Changed,
        State::Unreviewed,
        State::Good,
    ];

    /// What stands in the table.
    pub(super) fn words(self) -> &'static str {
        match self {
            State::Missing => "missing",
            State::Faulty => "faulty",
            State::WithoutGlyph => "without glyph",
            State::TooLong => "too long",
            State::Changed => "changed",
            State::Unreviewed => "unreviewed",
            State::Good => "good",
        }
    }
}
