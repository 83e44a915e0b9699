//! Where to go: desks and their room, and the institution behind them.

use crate::domain::institution::Colour;
use crate::domain::{DeskNumber, ServiceCode};
use crate::kiosk::composer::Composer;
use crate::kiosk::tokens::QUIET_INK;
use crate::kiosk::ui;

/// Where a service is, as one of the stops of a ticket.
#[derive(Debug, Clone, PartialEq)]
pub struct DeskLocation {
    /// "First" or "then", when there are several; empty for one.
    pub step: String,
    /// The institution's official name; empty when it must stay private.
    pub institution: String,
    /// The meaning of that name; empty if `institution` is.
    pub gloss: String,
    /// The desks that serve it.
    pub desks: Desks,
}

/// One or several desks.
#[derive(Debug, Clone, PartialEq)]
pub struct Desks {
    /// "Desk" or "desks".
    pub label: String,
    /// Their numbers.
    pub numbers: Vec<String>,
    /// Their room or rooms; empty when unknown.
    pub room: String,
    /// The institution's colour.
    pub colour: Colour,
}

impl DeskLocation {
    /// One location for each service, in order. A discreet ticket's locations show no institution, not even by its colour.
    pub(in crate::kiosk) fn of_services(
        composer: &Composer,
        services: &[ServiceCode],
        is_discreet: bool,
    ) -> Vec<DeskLocation> {
        let site = composer.day.site();
        let step = |position: usize| match position {
            _ if services.len() < 2 => String::new(),
            0 => composer.message("kiosk-step-first"),
            _ => composer.message("kiosk-step-then"),
        };
        let location = |(position, service)| {
            let institution = site.institution_of(service).filter(|_| !is_discreet);
            DeskLocation {
                step: step(position),
                institution: institution.map(|body| body.name.clone()).unwrap_or_default(),
                gloss: institution.map(|body| composer.pick(&body.gloss)).unwrap_or_default(),
                desks: Desks::of_service(composer, service, institution.map(|body| body.colour)),
            }
        };
        services.iter().enumerate().map(location).collect()
    }

    pub(in crate::kiosk) fn to_slint(&self) -> ui::LocationData {
        ui::LocationData {
            step: ui::text(&self.step),
            institution: ui::text(&self.institution),
            gloss: ui::text(&self.gloss),
            desks: self.desks.to_slint(),
        }
    }
}

impl Desks {
    fn of_service(composer: &Composer, service: &ServiceCode, colour: Option<Colour>) -> Desks {
        let mut rooms: Vec<String> = Vec::new();
        let mut numbers = Vec::new();
        for desk in composer.day.desks_to_find(service) {
            numbers.push(desk.number);
            let room = composer.pick(&desk.room);
            if !rooms.contains(&room) {
                rooms.push(room);
            }
        }
        Desks { room: rooms.join(" · "), ..Desks::of_numbers(composer, &numbers, colour.unwrap_or(QUIET_INK)) }
    }

    /// Desks by number; `room` stays empty.
    pub(in crate::kiosk) fn of_numbers(composer: &Composer, numbers: &[DeskNumber], colour: Colour) -> Desks {
        Desks {
            label: composer.message_with("kiosk-desks", &[("count", numbers.len().into())]),
            numbers: numbers.iter().map(DeskNumber::to_string).collect(),
            room: String::new(),
            colour,
        }
    }

    /// One desk in its room.
    pub(in crate::kiosk) fn of_desk(composer: &Composer, number: DeskNumber, colour: Colour) -> Desks {
        let room = composer.day.site().desk(number).map(|desk| composer.pick(&desk.room));
        Desks { room: room.unwrap_or_default(), ..Desks::of_numbers(composer, &[number], colour) }
    }

    pub(in crate::kiosk) fn to_slint(&self) -> ui::DesksData {
        ui::DesksData {
            label: ui::text(&self.label),
            numbers: ui::list(self.numbers.iter().map(|number| ui::text(number))),
            room: ui::text(&self.room),
            colour: ui::colour(self.colour),
        }
    }
}
