//! Measures texts: their width, and whether each of their letters has a glyph.

use super::font::FontError;
use super::text::{Style, TextEngine};
use crate::fonts::{self, FOLDER, Family};
use std::path::Path;
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
    files: Vec<(&'static str, Vec<u8>)>,
}

impl Ruler {
    /// A ruler with the Latin fonts.
    pub fn open() -> Result<Ruler, FontError> {
        Ok(Ruler { engine: TextEngine::open()?, files: Vec::new() })
    }

    /// The width of a text in bold, as a number of average Latin letters.
    pub fn letters(&mut self, text: &str, language: &str, from_right: bool) -> Result<f32, FontError> {
        let style = Style { size: SIZE, bold: true, from_right };
        let block = self.engine.lay_out(text, language, style, ENDLESS)?;
        Ok(block.width as f32 / (SIZE * AVERAGE_LETTER))
    }

    /// The first character without a glyph in these font families. Characters that are never drawn need none.
    pub fn without_glyph(&mut self, text: &str, families: &[String]) -> Result<Option<char>, FontError> {
        for family in fonts::families().filter(|family| families.iter().any(|name| name == family.name)) {
            self.read(family)?;
        }
        let files = self.files.iter().filter(|(name, _)| families.iter().any(|family| family == name));
        let fonts: Vec<FontRef<'_>> = files.filter_map(|(_, bytes)| FontRef::from_index(bytes, 0)).collect();
        let has = |c: char| fonts.iter().any(|font| font.charmap().map(c) != 0);
        Ok(text.chars().find(|c| !is_never_drawn(*c) && !has(*c)))
    }

    fn read(&mut self, family: &'static Family) -> Result<(), FontError> {
        if self.files.iter().all(|(name, _)| *name != family.name) {
            fonts::check(Path::new(FOLDER), [family.name])?;
            let file = Path::new(FOLDER).join(family.files[0]);
            let package = family.package;
            let bytes = std::fs::read(&file).map_err(|problem| FontError::Unreadable { file, problem, package })?;
            self.files.push((family.name, bytes));
        }
        Ok(())
    }
}

/// Direction marks, joiners and control characters.
fn is_never_drawn(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}')
}
