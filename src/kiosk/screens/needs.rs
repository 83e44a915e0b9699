//! A question with tiles for needs, on either level of the menu.

use crate::domain::site::leaves;
use crate::domain::{Need, NeedCode};
use crate::kiosk::composer::Composer;
use crate::kiosk::page::Touch;
use crate::kiosk::parts::{Heading, Tile};
use crate::kiosk::ui::{self, ScreenKind, TouchSender, Window};

/// At most ten needs to choose from.
#[derive(Debug, Clone, PartialEq)]
pub struct Needs {
    /// The question.
    pub title: String,
    /// The need of the first level, on the second.
    pub chosen: Option<Heading>,
    /// Their ids are codes of needs.
    pub tiles: Vec<Tile>,
    /// The button for visitors with an appointment; `None` on a day without appointments.
    pub appointment: Option<String>,
}

impl Needs {
    /// The first level; the second below a need of the first.
    pub(super) fn compose(composer: &Composer, above: Option<&Need>) -> Needs {
        let session = composer.session;
        let needs = above.map_or(composer.day.site().needs(), Need::menu);
        let title = match above {
            Some(_) => "kiosk-choose-leaf",
            None if session.is_adding() => "kiosk-choose-also",
            None => "kiosk-choose-need",
        };
        let offers_appointment =
            above.is_none() && !session.is_adding() && !session.is_hub_gone() && session.has_appointments();
        Needs {
            title: composer.message(title),
            chosen: above.map(|need| Heading::compose(composer, need)),
            tiles: needs.iter().map(|need| tile(composer, need, above)).collect(),
            appointment: offers_appointment.then(|| composer.message("kiosk-appointment")),
        }
    }

    pub(super) fn draw(&self, window: &Window) -> ScreenKind {
        let page = ui::global::<ui::NeedsPage>(window);
        let before = page.get_data();
        page.set_data(ui::NeedsData {
            title: ui::text(&self.title),
            has_chosen: self.chosen.is_some(),
            chosen: self.chosen.as_ref().map(Heading::to_slint).unwrap_or_default(),
            tiles: ui::update_list(&before.tiles, self.tiles.iter().map(Tile::to_slint)),
            appointment: ui::optional(self.appointment.as_deref()),
        });
        ScreenKind::Needs
    }
}

pub(super) fn connect(window: &Window, touches: &TouchSender) {
    let page = ui::global::<ui::NeedsPage>(window);
    page.on_open_appointment(touches.sends(Touch::OpenAppointment));
    let touches = touches.clone();
    page.on_choose(move |id| {
        if let Ok(code) = NeedCode::parse(&id) {
            touches.send(Touch::ChooseNeed(code));
        }
    });
}

fn tile(composer: &Composer, need: &Need, above: Option<&Need>) -> Tile {
    let now = composer.session.now();
    let absence = composer.day.absence_below(need, now);
    let is_today = |back| composer.day.is_today(back, now);
    let note = absence.as_ref().map(|it| composer.translator.absence_in_short(it, it.back.is_some_and(is_today)));
    // What helps meanwhile can be read behind the tile.
    let is_helped = leaves(std::slice::from_ref(need)).any(|leaf| leaf.fallback().is_some());
    Tile {
        id: need.code.to_string(),
        label: composer.pick(&need.label),
        family: String::new(),
        note: note.unwrap_or_default(),
        pictogram: need.pictogram.clone(),
        colour: above.unwrap_or(need).colour,
        is_open: absence.is_none() || is_helped,
    }
}
