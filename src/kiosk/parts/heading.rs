//! A need as the heading of a screen.

use crate::domain::Need;
use crate::domain::institution::Colour;
use crate::kiosk::composer::Composer;
use crate::kiosk::tokens::{PRIMARY, QUIET_INK};
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
    /// Small, for those who stand behind the visitor.
    pub is_quiet: bool,
}

impl Heading {
    /// A need that others must not learn of has a heading that tells nothing.
    pub(in crate::kiosk) fn compose(composer: &Composer, need: &Need) -> Heading {
        if need.is_discreet() {
            let label = composer.message("kiosk-private");
            return Heading { label, pictogram: "user".to_owned(), colour: QUIET_INK, is_quiet: true };
        }
        let above = composer.day.site().need_above(&need.code);
        Heading {
            label: composer.pick(&need.label),
            pictogram: need.pictogram.clone(),
            colour: above.unwrap_or(need).colour,
            is_quiet: false,
        }
    }

    pub(in crate::kiosk) fn of_appointment(composer: &Composer) -> Heading {
        let label = composer.message("kiosk-appointment");
        Heading { label, pictogram: "calendar".to_owned(), colour: PRIMARY, is_quiet: false }
    }

    pub(in crate::kiosk) fn to_slint(&self) -> ui::HeadingData {
        ui::HeadingData {
            label: ui::text(&self.label),
            pictogram: ui::text(&self.pictogram),
            colour: ui::colour(self.colour),
            is_quiet: self.is_quiet,
        }
    }
}
