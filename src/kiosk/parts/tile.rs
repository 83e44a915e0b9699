//! A tile to choose.

use crate::domain::institution::Colour;
use crate::kiosk::ui;

/// A tile to choose.
#[derive(Debug, Clone, PartialEq)]
pub struct Tile {
    /// Returned by the screen when the tile is touched.
    pub id: String,
    /// Its name.
    pub label: String,
    /// The font family of its name; empty for that of the screen.
    pub family: String,
    /// A smaller line below; empty for none.
    pub note: String,
    /// A pictogram's name; empty for none.
    pub pictogram: String,
    /// The colour of the pictogram, and of the tile while it is pressed.
    pub colour: Colour,
    /// Grey when false: a number can't be had behind it now.
    pub is_open: bool,
}

impl Tile {
    pub(in crate::kiosk) fn to_slint(&self) -> ui::TileData {
        ui::TileData {
            id: ui::text(&self.id),
            label: ui::text(&self.label),
            parts: ui::text(&unbroken_parts(&self.label)),
            family: ui::text(&self.family),
            note: ui::text(&self.note),
            pictogram: ui::text(&self.pictogram),
            colour: ui::colour(self.colour),
            is_open: self.is_open,
        }
    }
}

/// The parts of a text within which no line ends, a line each: by the widest of them a tile knows how large its letters
/// can be.
pub fn unbroken_parts(text: &str) -> String {
    let mut parts = String::new();
    for letter in text.chars() {
        match letter {
            ' ' => parts.push('\n'),
            '-' | '/' => parts.extend([letter, '\n']),
            // Scripts that are written without spaces.
            '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{2e80}'..='\u{9fff}' => {
                parts.extend([letter, '\n']);
            }
            '\u{ac00}'..='\u{d7a3}' | '\u{20000}'..='\u{2fa1f}' => parts.extend([letter, '\n']),
            letter => parts.push(letter),
        }
    }
    parts
}
