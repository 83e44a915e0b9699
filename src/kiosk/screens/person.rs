//! A need that is served without a number: which desk to walk up to.

use crate::domain::institution::Colour;
use crate::domain::{Leads, Need};
use crate::kiosk::composer::Composer;
use crate::kiosk::page::Touch;
use crate::kiosk::parts::{Desks, Heading};
use crate::kiosk::ui::{self, ScreenKind, TouchSender, Window};

/// The way to a person.
#[derive(Debug, Clone, PartialEq)]
pub struct Person {
    pub need: Heading,
    /// "Go straight to the desk."
    pub title: String,
    /// The desk's number.
    pub desk: String,
    /// The colour behind the desk's number.
    pub colour: Colour,
    /// The room; empty when unknown.
    pub room: String,
    /// "You need no number."
    pub text: String,
    /// The button that closes the screen.
    pub act: String,
}

impl Person {
    /// `None` when the need leads to a queue.
    pub(super) fn compose(composer: &Composer, need: &Need) -> Option<Person> {
        let Some(Leads::Person { desk }) = need.leads() else { return None };
        let heading = Heading::compose(composer, need);
        Some(Person {
            title: composer.message("kiosk-person-title"),
            desk: desk.to_string(),
            colour: heading.colour,
            room: Desks::of_desk(composer, *desk, heading.colour).room,
            text: composer.message("kiosk-person-text"),
            act: composer.message("kiosk-understood"),
            need: heading,
        })
    }

    pub(super) fn draw(&self, window: &Window) -> ScreenKind {
        ui::global::<ui::PersonPage>(window).set_data(ui::PersonData {
            need: self.need.to_slint(),
            title: ui::text(&self.title),
            desk: ui::text(&self.desk),
            colour: ui::colour(self.colour),
            room: ui::text(&self.room),
            text: ui::text(&self.text),
            act: ui::text(&self.act),
        });
        ScreenKind::Person
    }
}

pub(super) fn connect(window: &Window, touches: &TouchSender) {
    ui::global::<ui::PersonPage>(window).on_understood(touches.sends(Touch::Understood));
}
