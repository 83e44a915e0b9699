//! Where needs lead: the page before the number, and what it has in common with the number's own.

use super::{Composer, PRIMARY};
use crate::domain::institution::Colour;
use crate::domain::wait::Expected;
use crate::domain::{DeskNumber, Leads, Need, NeedCode, ServiceCode, Wait};
use crate::kiosk::page::Wish;
use crate::kiosk::screen::{Body, Choice, Confirmation, Direct, Place};
use crate::kiosk::session;

impl Composer<'_> {
    pub(super) fn confirmation(&self, wish: &Wish, may_change: bool) -> Confirmation {
        let way = self.day.way(&wish.needs, self.session.now());
        let people = way.first().map_or(0, |service| self.day.waiting_beside(service));
        let wait = way.first().and_then(|service| self.session.forecast().newcomer(service)).map(Expected::rounded);
        let needs = self.needs_of(&wish.needs);
        // Without the hub there is no number to add to.
        let may_change = may_change && !self.session.is_hub_gone();
        let has_room = wish.needs.len() < session::MOST_NEEDS_AT_ONCE && self.session.has_language();
        let (bring_title, bring) = self.bring(&needs);
        Confirmation {
            needs: needs.iter().map(|need| self.heading(need)).collect(),
            places: self.places(&way, false),
            waiting: self.say_with("kiosk-people-waiting", &[("people", people.into())]),
            wait: self.range(wait),
            bring_title,
            bring,
            sooner: may_change.then(|| Choice {
                label: self.say("kiosk-sooner"),
                note: self.say("kiosk-sooner-who"),
                is_chosen: wish.is_priority,
            }),
            more: (may_change && has_room).then(|| self.say("kiosk-add-need")),
            act: self.say("kiosk-take-number"),
        }
    }

    pub(super) fn needs_of(&self, codes: &[NeedCode]) -> Vec<&Need> {
        codes.iter().filter_map(|code| self.day.site().need(code)).collect()
    }

    pub(super) fn range(&self, wait: Option<Wait>) -> String {
        let Some(wait) = wait else { return String::new() };
        let (low, high) = (self.translator.count(wait.low_min), wait.high_min);
        match wait.low_min {
            0 => self.say_with("kiosk-wait-up-to", &[("high", high.into())]),
            _ => self.say_with("kiosk-wait-range", &[("low", low.into()), ("high", high.into())]),
        }
    }

    /// The heading of what to bring for needs, and each thing once.
    pub(super) fn bring(&self, needs: &[&Need]) -> (String, Vec<String>) {
        let mut lines: Vec<String> = Vec::new();
        for line in needs.iter().flat_map(|need| need.bring()).map(|line| self.translator.pick(line).to_owned()) {
            if !lines.contains(&line) {
                lines.push(line);
            }
        }
        (self.say(if lines.is_empty() { "kiosk-bring-nothing" } else { "kiosk-bring" }), lines)
    }

    /// The places behind services, each once, in order; without the institutions' names where those must not be told.
    pub(super) fn places(&self, services: &[ServiceCode], is_discreet: bool) -> Vec<Place> {
        let site = self.day.site();
        let several = services.len() > 1;
        let place = |(position, service): (usize, &ServiceCode)| {
            let institution = site.institution_of(service).filter(|_| !is_discreet);
            let mut rooms: Vec<&str> = Vec::new();
            let mut desks = Vec::new();
            for desk in site.desks_for(service) {
                desks.push(desk.number);
                let room = self.translator.pick(&desk.room);
                if !rooms.contains(&room) {
                    rooms.push(room);
                }
            }
            let step = match position {
                _ if !several => String::new(),
                0 => self.say("kiosk-step-first"),
                _ => self.say("kiosk-step-then"),
            };
            Place {
                step,
                institution: institution.map(|body| body.name.clone()).unwrap_or_default(),
                gloss: institution.map(|body| self.translator.pick(&body.gloss).to_owned()).unwrap_or_default(),
                colour: site.institution_of(service).map_or(PRIMARY, |body| body.colour),
                room: rooms.join(" · "),
                ..self.desks(&desks)
            }
        };
        services.iter().enumerate().map(place).collect()
    }

    pub(super) fn desks(&self, desks: &[DeskNumber]) -> Place {
        Place {
            step: String::new(),
            institution: String::new(),
            gloss: String::new(),
            colour: PRIMARY,
            desk_label: self.say_with("kiosk-desks", &[("count", desks.len().into())]),
            desks: desks.iter().map(DeskNumber::to_string).collect(),
            room: String::new(),
        }
    }

    pub(super) fn desk(&self, number: DeskNumber, colour: Colour) -> Place {
        let room = self.day.site().desk(number).map(|desk| self.translator.pick(&desk.room).to_owned());
        Place { room: room.unwrap_or_default(), colour, ..self.desks(&[number]) }
    }

    pub(super) fn person(&self, need: &Need) -> Body {
        let Some(Leads::Person { desk }) = need.leads() else { return self.needs(None) };
        let heading = self.heading(need);
        Body::Person(Direct {
            title: self.say("kiosk-person-title"),
            text: self.say("kiosk-person-text"),
            place: self.desk(*desk, heading.colour),
            act: self.say("kiosk-understood"),
            need: heading,
        })
    }
}
