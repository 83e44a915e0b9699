//! The way to the person who helps visitors whose language is missing: in pictures, with few words in two languages.

use crate::domain::{Need, ServiceCode};
use crate::kiosk::composer::Composer;
use crate::kiosk::page::Touch;
use crate::kiosk::parts::{DeskLocation, Desks, Heading};
use crate::kiosk::request::Selection;
use crate::kiosk::tokens::PRIMARY;
use crate::kiosk::ui::{self, ScreenKind, TouchSender, Window};

/// The last screen before a number is taken, for visitors who can't read any of the languages.
#[derive(Debug, Clone, PartialEq)]
pub struct Wordless {
    /// What the visitor will find, with its pictogram.
    pub need: Heading,
    /// The desks where the mediator is, with their room.
    pub desks: Desks,
    /// How many people wait, in digits.
    pub people: String,
    /// The button for a number.
    pub act: String,
}

impl Wordless {
    /// `None` when the site file has lost the need.
    pub(super) fn compose(composer: &Composer, selection: &Selection) -> Option<Wordless> {
        let need: &Need = composer.needs(&selection.needs).first().copied()?;
        let services: Vec<ServiceCode> = composer.day.way(&selection.needs, composer.session.now());
        let people = services.first().map_or(0, |service| composer.day.waiting_beside(service));
        let location = DeskLocation::of_services(composer, &services, need.is_discreet()).into_iter().next();
        Some(Wordless {
            need: Heading {
                label: composer.also_in_english(|translator| translator.pick(&need.label).to_owned()),
                ..Heading::compose(composer, need)
            },
            desks: location.map_or_else(|| Desks::of_numbers(composer, &[], PRIMARY), |location| location.desks),
            people: people.to_string(),
            act: composer.also_in_english(|translator| translator.message("kiosk-take-number")),
        })
    }

    pub(super) fn draw(&self, window: &Window) -> ScreenKind {
        ui::global::<ui::WordlessPage>(window).set_data(ui::WordlessData {
            need: self.need.to_slint(),
            desks: self.desks.to_slint(),
            people: ui::text(&self.people),
            act: ui::text(&self.act),
        });
        ScreenKind::Wordless
    }
}

/// Whether a visitor without a language has come straight to the need that the site names for this case.
pub(super) fn is_meant(composer: &Composer, selection: &Selection) -> bool {
    let named = composer.day.site().no_language().map(|need| &need.code);
    !composer.session.has_language() && named == selection.needs.first() && selection.needs.len() == 1
}

pub(super) fn connect(window: &Window, touches: &TouchSender) {
    ui::global::<ui::WordlessPage>(window).on_confirm(touches.sends(Touch::Confirm));
}
