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
            note: ui::text(&self.note),
            pictogram: ui::text(&self.pictogram),
            colour: ui::colour(self.colour),
            is_open: self.is_open,
        }
    }
}
