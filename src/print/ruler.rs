//! Measures texts: their width, and whether each of their letters has a glyph.

use super::font::FontError;
use super::letters;
use super::text::{Style, TextEngine};
use crate::fonts::{self, FOLDER, Family};
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use swash::FontRef;

/// The font size for measuring; large, so that rounding does not matter.
const SIZE: f32 = 100.0;
/// The width of an average Latin letter, by the font size: lower-case letters of Noto Sans in prose.
const AVERAGE_LETTER: f32 = 0.55;
/// Wider than any text.
const ENDLESS: u32 = 1_000_000;

/// Measures texts. Reads the files of a font family when they are first needed.
pub struct Ruler {
    engine: TextEngine,
    folder: PathBuf,
    /// Of each family the letters of its file for regular ones, as a font with nothing else; `None` when the family is not
    /// installed.
    files: Vec<(&'static str, Option<Vec<u8>>)>,
    /// The letters looked for so far, and whether they are drawn.
    letters: HashMap<char, bool>,
}

impl Ruler {
    /// A ruler with the Latin fonts.
    pub fn open() -> Result<Ruler, FontError> {
        Ruler::open_in(Path::new(FOLDER))
    }

    /// The same with the fonts of another folder.
    pub fn open_in(folder: &Path) -> Result<Ruler, FontError> {
        let engine = TextEngine::open_in(folder)?;
        Ok(Ruler { engine, folder: folder.to_owned(), files: Vec::new(), letters: HashMap::new() })
    }

    /// The width of a text in bold, as a number of average Latin letters.
    pub fn letters(&mut self, text: &str, language: &str, from_right: bool) -> Result<f32, FontError> {
        let style = Style { size: SIZE, bold: true, from_right };
        let block = self.engine.lay_out(text, language, style, ENDLESS)?;
        Ok(block.width as f32 / (SIZE * AVERAGE_LETTER))
    }

    /// The first character that neither the Latin family nor the one of its script has, or whose family is not installed.
    /// Characters that are never drawn need no glyph.
    pub fn without_glyph(&mut self, text: &str) -> Option<char> {
        text.chars().find(|letter| !fonts::is_never_drawn(*letter) && !self.is_drawn(*letter))
    }

    fn is_drawn(&mut self, letter: char) -> bool {
        if let Some(known) = self.letters.get(&letter) {
            return *known;
        }
        let mut is_drawn = false;
        for family in fonts::families().filter(|family| family.may_have(letter)) {
            is_drawn = is_drawn || self.has(family, letter);
        }
        self.letters.insert(letter, is_drawn);
        is_drawn
    }

    /// Whether a family is installed and has a glyph for a character.
    pub fn has(&mut self, family: &'static Family, letter: char) -> bool {
        self.read(family);
        let file = self.files.iter().find(|(name, _)| *name == family.name);
        let font = file.and_then(|(_, bytes)| FontRef::from_index(bytes.as_deref()?, 0));
        font.is_some_and(|font| font.charmap().map(letter) != 0)
    }

    fn read(&mut self, family: &'static Family) {
        if self.files.iter().all(|(name, _)| *name != family.name) {
            let file = self.folder.join(family.files[0]);
            let package = family.package;
            let is_installed = fonts::check(&self.folder, [family.name]).is_ok();
            let read = is_installed.then(|| letters::of_file(&file)).transpose();
            let bytes = read.unwrap_or_else(|problem| {
                let unreadable = FontError::Unreadable { file, problem, package };
                tracing::warn!(%unreadable, "its letters count as missing");
                None
            });
            self.files.push((family.name, bytes));
        }
    }
}
