//! A need that is served without a number: which desk to walk up to.

use crate::domain::institution::Colour;
use crate::domain::{DeskNumber, Leads, Need, PersonNow};
use crate::kiosk::composer::Composer;
use crate::kiosk::page::Touch;
use crate::kiosk::parts::{Desks, Heading};
use crate::kiosk::ui::{self, ScreenKind, TouchSender, Window};
use jiff::civil::DateTime;

/// The way to a person, or to a telephone while there is none.
#[derive(Debug, Clone, PartialEq)]
pub struct Person {
    pub need: Heading,
    /// That there is no person at the desk now.
    pub notice: Option<String>,
    /// "Go straight to the desk", or "call this number".
    pub title: String,
    /// The desk's number, or the telephone's; empty for none.
    pub number: String,
    /// The colour behind the number.
    pub colour: Colour,
    /// The room; empty when unknown.
    pub room: String,
    /// Desk and room in one line, in place of both, for a need that others must not learn of.
    pub desks: Option<Desks>,
    /// "You need no number", or what else helps.
    pub text: String,
    /// What to do when the desk is empty, or when it is there again.
    pub help: Option<String>,
    /// The button that closes the screen: back to the start, or to the needs chosen before.
    pub act: String,
    /// Whether needs were chosen before.
    pub is_adding: bool,
}

impl Person {
    /// `None` when the need leads to a queue.
    pub(super) fn compose(composer: &Composer, need: &Need) -> Option<Person> {
        let Some(Leads::Person { desk }) = need.leads() else { return None };
        let person = match composer.day.person(*desk, composer.session.now()) {
            PersonNow::At(desk) => Person { help: None, ..Person::at_desk(composer, need, desk) },
            PersonNow::Expected(desk) => Person::at_desk(composer, need, desk),
            PersonNow::Away { back } => Person::away(composer, need, back),
        };
        Some(person)
    }

    fn at_desk(composer: &Composer, need: &Need, desk: DeskNumber) -> Person {
        let heading = Heading::compose(composer, need);
        let desks = Desks::of_desk(composer, desk, heading.colour);
        Person {
            notice: None,
            title: composer.message("kiosk-person-title"),
            number: desk.to_string(),
            colour: heading.colour,
            room: desks.room.clone(),
            desks: heading.is_quiet.then_some(desks),
            text: composer.message("kiosk-person-text"),
            help: fallback(composer, need),
            act: act(composer),
            is_adding: composer.session.is_adding(),
            need: heading,
        }
    }

    fn away(composer: &Composer, need: &Need, back: Option<DateTime>) -> Person {
        let heading = Heading::compose(composer, need);
        let fallback = need.fallback();
        let call = fallback.and_then(|fallback| fallback.call.clone());
        Person {
            notice: Some(composer.message("kiosk-person-away")),
            title: call.as_ref().map(|_| composer.message("kiosk-call")).unwrap_or_default(),
            number: call.unwrap_or_default(),
            colour: heading.colour,
            room: String::new(),
            desks: None,
            text: fallback.map(|fallback| composer.pick(&fallback.words)).unwrap_or_default(),
            help: Some(composer.comes_back(back)),
            act: act(composer),
            is_adding: composer.session.is_adding(),
            need: heading,
        }
    }

    pub(super) fn draw(&self, window: &Window) -> ScreenKind {
        ui::global::<ui::PersonPage>(window).set_data(ui::PersonData {
            need: self.need.to_slint(),
            notice: ui::optional(self.notice.as_deref()),
            title: ui::text(&self.title),
            number: ui::text(&self.number),
            colour: ui::colour(self.colour),
            room: ui::text(&self.room),
            desks: self.desks.as_ref().map(Desks::to_slint).unwrap_or_default(),
            text: ui::text(&self.text),
            help: ui::optional(self.help.as_deref()),
            act: ui::text(&self.act),
            is_adding: self.is_adding,
        });
        ScreenKind::Person
    }
}

pub(super) fn connect(window: &Window, touches: &TouchSender) {
    ui::global::<ui::PersonPage>(window).on_understood(touches.sends(Touch::Understood));
}

/// What helps when the desk is empty after all: the number to call, and the site's words.
fn fallback(composer: &Composer, need: &Need) -> Option<String> {
    let fallback = need.fallback()?;
    let call = fallback.call.iter();
    let call = call.map(|number| composer.message_with("kiosk-call-else", &[("number", number.as_str().into())]));
    let words = (!fallback.words.is_empty()).then(|| composer.pick(&fallback.words));
    let lines: Vec<String> = call.chain(words).collect();
    (!lines.is_empty()).then(|| lines.join(" "))
}

fn act(composer: &Composer) -> String {
    composer.message(if composer.session.is_adding() { "kiosk-back" } else { "kiosk-home" })
}
