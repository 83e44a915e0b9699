//! The state of one translation, for tables, imports and tests alike.

use super::row::TextState;
use crate::app::failure::Failure;
use crate::fonts;
use crate::locale::{Language, Message, SOURCE, Texts, faults, room_beside};
use crate::print::Ruler;
use std::path::{Path, PathBuf};

/// Areas whose texts appear on web pages, which grow with them.
const UNLIMITED: [&str; 3] = ["phone", "web", "desk"];

/// The problem of a text, in words; `None` when it has none.
pub type Verdict = Option<(TextState, String)>;

/// Judges translations: complete, with the right variables and forms, a glyph for every letter, and short enough.
pub struct Judge {
    ruler: Ruler,
    folder: PathBuf,
}

impl Judge {
    /// A judge. Fails when the fonts can't be read.
    pub fn new() -> Result<Judge, Failure> {
        Judge::open_in(Path::new(fonts::FOLDER))
    }

    /// The same with the fonts of another folder.
    pub fn open_in(folder: &Path) -> Result<Judge, Failure> {
        Ok(Judge { ruler: Ruler::open_in(folder)?, folder: folder.to_owned() })
    }

    /// Compares a message with the Italian one.
    pub fn message(
        &mut self,
        own: Option<&Message>,
        source: &Message,
        language: &Language,
    ) -> Result<Verdict, Failure> {
        let found = faults(own, source, language);
        let Some(own) = own else { return Ok(Some((TextState::Missing, "is missing".to_owned()))) };
        if !found.is_empty() {
            let words: Vec<String> = found.iter().map(ToString::to_string).collect();
            return Ok(Some((TextState::Faulty, words.join("; "))));
        }
        let room = self.room_of(source)?;
        for (_, text) in own.texts() {
            let verdict = self.text(text, room, language)?;
            if verdict.is_some() {
                return Ok(verdict);
            }
        }
        Ok(None)
    }

    /// Judges one text in a place with this much room.
    pub fn text(&mut self, text: &str, room: Option<u32>, language: &Language) -> Result<Verdict, Failure> {
        if text.trim().is_empty() {
            return Ok(Some((TextState::Missing, "is missing".to_owned())));
        }
        let unseen = self.unseen(text, language.tag.as_str());
        if unseen.is_some() {
            return Ok(unseen);
        }
        let undrawable = self.undrawable(text, language.tag.as_str());
        if undrawable.is_some() {
            return Ok(undrawable);
        }
        let Some(room) = room else { return Ok(None) };
        let letters = self.ruler.letters(text, language.tag.as_str(), language.direction.is_right_to_left())?;
        let letters = letters.ceil() as u32;
        Ok((letters > room)
            .then(|| (TextState::TooLong, format!("takes the room of {letters} letters, and there are {room}"))))
    }

    /// What is in a text of this language that no reader sees, or sees too much of.
    pub fn unseen(&self, text: &str, language: &str) -> Verdict {
        let letter = text.chars().find(|letter| fonts::is_nothing_to_see(*letter, text, language));
        let words = letter.map(|letter| format!("has the invisible character U+{:04X}", u32::from(letter)));
        let tower =
            || fonts::is_tower(text).then(|| format!("has more than {} marks over one letter", fonts::MARKS_MOST));
        words.or_else(tower).map(|words| (TextState::Invisible, words))
    }

    /// Why glass and paper can't draw a text in this language.
    pub fn undrawable(&mut self, text: &str, language: &str) -> Verdict {
        if let Some((letter, missing)) = fonts::missing_for(&self.folder, text, language) {
            let (letter, package) = (name_of(letter), missing.package);
            let words = format!("has {letter}, whose font is not installed (Debian package {package})");
            return Some((TextState::WithoutFont, words));
        }
        let letter = self.ruler.without_glyph(text);
        let words = |letter| format!("has {}, which no font of glass and paper has", name_of(letter));
        letter.map(|letter| (TextState::WithoutGlyph, words(letter)))
    }

    /// The room for a message's texts; `None` where lines wrap as needed.
    pub(super) fn room_of(&mut self, source: &Message) -> Result<Option<u32>, Failure> {
        let area = source.id.split('-').next().unwrap_or_default();
        if UNLIMITED.contains(&area) {
            return Ok(None);
        }
        if let Some(room) = source.room() {
            return Ok(Some(room));
        }
        let rooms =
            source.texts().into_iter().map(|(_, text)| self.room(text)).collect::<Result<Vec<u32>, Failure>>()?;
        Ok(rooms.into_iter().max())
    }

    /// The room for a translation of a source text.
    pub fn room(&mut self, source: &str) -> Result<u32, Failure> {
        Ok(room_beside(self.ruler.letters(source, SOURCE, false)?))
    }

    /// The state of a text without a problem.
    pub(super) fn good(&self, texts: &Texts, source: &Message, language: &Language) -> TextState {
        if texts.has_changed(language.tag.as_str(), source) {
            TextState::Changed
        } else if language.reviewed {
            TextState::Good
        } else {
            TextState::Unreviewed
        }
    }
}

/// A character in words, to look for in a file.
fn name_of(letter: char) -> String {
    let code = u32::from(letter);
    let kind = match code {
        0x1F000..=0x1FAFF => "the emoji",
        0xE000..=0xF8FF | 0xF0000.. => "the private character",
        _ => "the letter",
    };
    format!("{kind} {letter:?} (U+{code:04X})")
}
