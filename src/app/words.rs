//! Judges a site's own words as translations are judged: whether glass and paper can draw every letter, and whether each
//! text has room in its place.

use super::failure::Failure;
use super::translate::{Judge, TextState};
use crate::catalogue::{self, FileMistake, Known, SourceFile, TextKind};
use crate::domain::{LanguageTag, Site};
use crate::fonts;
use crate::kiosk::parts::unbroken_parts;
use crate::locale::Locales;
use std::collections::BTreeSet;

/// The mistakes of the words in a site file that is right otherwise; `house` is the language of its official names.
pub(super) fn mistakes(
    file: &SourceFile,
    known: &Known,
    house: &LanguageTag,
    locales: &Locales,
) -> Result<Vec<FileMistake>, Failure> {
    let texts = match catalogue::placed_texts(file, known) {
        Ok(texts) => texts,
        Err(mistakes) => return Ok(mistakes),
    };
    let mut judge = Judge::new()?;
    let mut mistakes = Vec::new();
    for placed in &texts {
        let Some(language) = locales.language(placed.language.as_ref().unwrap_or(house)) else { continue };
        if let Some((state, problem)) = judge.text(&placed.text, room(placed.kind), language)? {
            mistakes.extend(remedy(state).map(|remedy| placed.mistake(problem, remedy)));
            continue;
        }
        let is_on_a_tile = matches!(placed.kind, TextKind::Need | TextKind::Leaf);
        for word in unbroken_parts(&placed.text).lines().filter(|_| is_on_a_tile) {
            if let Some((state, problem)) = judge.text(word, Some(ROOM_OF_WORD), language)? {
                let problem = format!("has a word that does not fit a tile: {} {problem}", catalogue::quoted(word));
                mistakes.extend(remedy(state).map(|remedy| placed.mistake(problem, remedy)));
            }
        }
    }
    Ok(mistakes)
}

/// The names of the font families that a site's own words need.
pub(super) fn fonts_of(site: &Site) -> BTreeSet<&'static str> {
    let names = site.institutions().iter().map(|institution| (institution.name.as_str(), site.house_language()));
    let texts = site.texts().into_iter();
    let texts = texts.flat_map(|words| site.languages().iter().filter_map(|tag| Some((words.get(tag)?, tag))));
    texts.chain(names).flat_map(|(text, tag)| fonts::families_of(text, tag.as_str())).map(|it| it.name).collect()
}

/// How many average letters a single word on a tile may take.
const ROOM_OF_WORD: u32 = 20;

/// How many average letters fit the place of a text in the smallest letters that it is shown in, on each layout of the
/// glass and on paper. The tests lay out a site whose words take all of it.
fn room(kind: TextKind) -> Option<u32> {
    match kind {
        TextKind::SiteName => Some(40),
        TextKind::Institution | TextKind::Need | TextKind::Leaf => Some(60),
        TextKind::Gloss | TextKind::Bring => Some(90),
        TextKind::Room => Some(40),
        TextKind::Service | TextKind::Other => None,
    }
}

fn remedy(state: TextState) -> Option<&'static str> {
    match state {
        TextState::WithoutGlyph => Some("Say it in words, or use a pictogram instead."),
        TextState::Invisible => Some("Delete it."),
        TextState::TooLong => Some("Say it shorter: it can't be read in smaller letters."),
        // An empty text is replaced by another language's, which the summary tells.
        _ => None,
    }
}
