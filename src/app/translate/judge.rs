//! How it stands with one text: what the tables tell and what an import goes by.

use super::row::State;
use super::{Failure, Work};
use crate::locale::{Language, Message, SOURCE, faults, room_beside};
use crate::print::Ruler;

/// Areas whose texts are shown on pages that grow with them.
const WITH_ROOM_FOR_ALL: [&str; 3] = ["phone", "web", "desk"];

/// What is wrong with a text, in words; `None` when nothing is.
pub type Verdict = Option<(State, String)>;

/// Judges texts: nothing missing, the right variables and forms, a glyph for every letter, and short enough for its place.
/// The tables, an import and the gate of the tests all go by it.
pub struct Judge {
    ruler: Ruler,
}

impl Judge {
    /// A judge; what can be wrong is the fonts.
    pub fn new() -> Result<Judge, Failure> {
        Ok(Judge { ruler: Ruler::open()? })
    }

    /// A message in a language, held against the Italian one.
    pub fn message(
        &mut self,
        own: Option<&Message>,
        source: &Message,
        language: &Language,
    ) -> Result<Verdict, Failure> {
        let found = faults(own, source, language);
        let Some(own) = own else { return Ok(Some((State::Missing, "is missing".to_owned()))) };
        if !found.is_empty() {
            let words: Vec<String> = found.iter().map(ToString::to_string).collect();
            return Ok(Some((State::Faulty, words.join("; "))));
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

    /// One text in a language, in a place with this much room.
    pub fn text(&mut self, text: &str, room: Option<u32>, language: &Language) -> Result<Verdict, Failure> {
        if text.trim().is_empty() {
            return Ok(Some((State::Missing, "is missing".to_owned())));
        }
        if let Some(letter) = self.ruler.without_glyph(text, &language.fonts)? {
            let fonts = language.fonts.join(", ");
            let words = format!("has {letter:?} (U+{:04X}), which {fonts} can't draw", u32::from(letter));
            return Ok(Some((State::WithoutGlyph, words)));
        }
        let Some(room) = room else { return Ok(None) };
        let letters = self.ruler.letters(text, language.tag.as_str(), language.direction.is_right_to_left())?;
        let letters = letters.ceil() as u32;
        Ok((letters > room)
            .then(|| (State::TooLong, format!("takes the room of {letters} letters, and there are {room}"))))
    }

    /// The room of a message's texts; `None` where lines are broken as needed.
    pub(super) fn room_of(&mut self, source: &Message) -> Result<Option<u32>, Failure> {
        let area = source.id.split('-').next().unwrap_or_default();
        if WITH_ROOM_FOR_ALL.contains(&area) {
            return Ok(None);
        }
        if let Some(room) = source.room() {
            return Ok(Some(room));
        }
        let rooms =
            source.texts().into_iter().map(|(_, text)| self.room(text)).collect::<Result<Vec<u32>, Failure>>()?;
        Ok(rooms.into_iter().max())
    }

    /// The room of a text in a further language, by what the house's language says.
    pub fn room(&mut self, source: &str) -> Result<u32, Failure> {
        Ok(room_beside(self.ruler.letters(source, SOURCE, false)?))
    }

    /// The state of a text without a fault.
    pub(super) fn good(&self, work: &Work, source: &Message, language: &Language) -> State {
        if work.texts.has_changed(language.tag.as_str(), source) {
            State::Changed
        } else if language.reviewed {
            State::Good
        } else {
            State::Unreviewed
        }
    }
}
