//! Judges a site's own words as translations are judged: whether glass and paper can draw every letter, and whether each
//! text has room in its place.

use super::failure::Failure;
use super::translate::{Judge, TextState};
use crate::catalogue::{self, FileMistake, Known, SourceFile};
use crate::domain::{LanguageTag, Site};
use crate::fonts;
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
        if let Some((state, problem)) = judge.text(&placed.text, None, language)? {
            mistakes.extend(remedy(state).map(|remedy| placed.mistake(problem, remedy)));
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

fn remedy(state: TextState) -> Option<&'static str> {
    match state {
        TextState::WithoutGlyph => Some("Say it in words, or use a pictogram instead."),
        TextState::Invisible => Some("Delete it."),
        TextState::TooLong => Some("Say it shorter: it can't be read in smaller letters."),
        // An empty text is replaced by another language's, which the summary tells.
        _ => None,
    }
}
