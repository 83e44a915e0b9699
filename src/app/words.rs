//! Judges a site's own words as translations are judged: whether glass and paper can draw every letter, and whether each
//! text has room in its place.

use super::failure::Failure;
use super::translate::{Judge, TextState};
use crate::catalogue::{self, FileMistake, Known, SiteFiles, SourceFile, TextKind, Translation};
use crate::domain::LanguageTag;
use crate::kiosk::parts::unbroken_parts;
use crate::locale::Locales;

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

/// The mistakes of translations that lie beside a site file: letters that can't be drawn.
pub(super) fn mistakes_beside(files: &SiteFiles, translations: &[Translation]) -> Result<Vec<FileMistake>, Failure> {
    let mut judge = Judge::new()?;
    let mut mistakes = Vec::new();
    for translation in translations {
        let file = files.translations.iter().find(|(language, _)| *language == translation.language);
        let Some((_, file)) = file else { continue };
        for text in translation.words.values() {
            let language = translation.language.as_str();
            if let Some((state, problem)) = judge.unseen(text, language).or_else(|| judge.undrawable(text, language)) {
                mistakes.extend(remedy(state).map(|remedy| mistake_of(file, text, problem, remedy)));
            }
        }
    }
    Ok(mistakes)
}

/// The mistake of a text in a file. A text that is written with escapes has no line.
fn mistake_of(file: &SourceFile, text: &str, problem: String, remedy: &str) -> FileMistake {
    let content = String::from_utf8_lossy(&file.bytes);
    let before = content.find(text).map(|at| &content[..at]);
    let line = before.map_or(0, |before| before.matches('\n').count() + 1);
    let column = before.map_or(0, |before| before.chars().rev().take_while(|letter| *letter != '\n').count() + 1);
    let (field, remedy) = (catalogue::quoted(text), remedy.to_owned());
    FileMistake { file: file.name.clone(), line, column, field, problem, remedy }
}

/// How many average letters a single word on a tile may take.
const ROOM_OF_WORD: u32 = 20;

/// How many average letters fit the place of a text in the smallest letters that it is shown in, on each layout of the
/// glass and on paper. The tests lay out a site whose words take all of it.
fn room(kind: TextKind) -> Option<u32> {
    match kind {
        TextKind::SiteName => Some(40),
        TextKind::Institution | TextKind::Need | TextKind::Leaf | TextKind::Fallback => Some(60),
        TextKind::Gloss | TextKind::Bring => Some(90),
        TextKind::Room => Some(40),
        // Only pages show a service's label, and they grow.
        TextKind::Service | TextKind::Other => None,
    }
}

fn remedy(state: TextState) -> Option<&'static str> {
    match state {
        TextState::WithoutGlyph => Some("Say it in words, or use a pictogram instead."),
        TextState::WithoutFont => Some("Install that package."),
        TextState::Invisible => Some("Delete it."),
        TextState::TooLong => Some("Say it shorter: it can't be read in smaller letters."),
        // An empty text is replaced by another language's, which the summary tells.
        _ => None,
    }
}
