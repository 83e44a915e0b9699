//! A need as the heading of a screen.

use crate::domain::Need;
use crate::domain::institution::Colour;
use crate::kiosk::composer::Composer;
use crate::kiosk::tokens::PRIMARY;
use crate::kiosk::ui;

/// A need as the heading of a screen.
#[derive(Debug, Clone, PartialEq)]
pub struct Heading {
    /// The need's name.
    pub label: String,
    /// The name of its pictogram.
    pub pictogram: String,
    /// The colour of the need, or of the need above it in the menu.
    pub colour: Colour,
}

impl Heading {
    pub(in crate::kiosk) fn compose(composer: &Composer, need: &Need) -> Heading {
        let above = composer.day.site().need_above(&need.code);
        Heading {
            label: composer.pick(&need.label),
            pictogram: need.pictogram.clone(),
            colour: above.unwrap_or(need).colour,
        }
    }

    pub(in crate::kiosk) fn of_appointment(composer: &Composer) -> Heading {
        Heading { label: composer.message("kiosk-appointment"), pictogram: "calendar".to_owned(), colour: PRIMARY }
    }

    pub(in crate::kiosk) fn to_slint(&self) -> ui::HeadingData {
        ui::HeadingData {
            label: ui::text(&self.label),
            pictogram: ui::text(&self.pictogram),
            colour: ui::colour(self.colour),
        }
    }
}
