//! The choice of a language and of a need.

use super::{Composer, PRIMARY, italian_name};
use crate::domain::{LanguageTag, Need};
use crate::kiosk::screen::{Body, Languages, Menu, Tile};
use crate::kiosk::session;

impl Composer<'_> {
    pub(super) fn languages(&self) -> Languages {
        let tiles = self.day.site().languages().iter().map(|tag| {
            let language = self.locales.language(tag);
            Tile {
                id: tag.to_string(),
                label: language.map_or_else(|| tag.to_string(), |language| language.endonym.clone()),
                note: language.map(italian_name).unwrap_or_default(),
                pictogram: String::new(),
                colour: PRIMARY,
                is_open: true,
            }
        });
        let greetings: Vec<String> = self
            .day
            .site()
            .languages()
            .iter()
            .map(|tag| self.locales.translator(tag).message("kiosk-welcome").replace(' ', "\u{A0}"))
            .map(|greeting| format!("\u{2068}{greeting}\u{2069}"))
            .collect();
        Languages {
            title: self.say("kiosk-choose-language"),
            greeting: greetings.join("  ·  "),
            missing: self.missing(),
            tiles: tiles.collect(),
        }
    }

    /// Who finds no language here reads none of these words either; but whoever is with them may.
    pub(super) fn missing(&self) -> String {
        if !self.session.may_miss_a_language() {
            return String::new();
        }
        let own = self.say("kiosk-language-missing");
        let english = LanguageTag::parse("en").ok().filter(|tag| self.day.site().languages().contains(tag));
        match english.map(|tag| self.locales.translator(&tag).message("kiosk-language-missing")) {
            Some(english) if english != own => format!("{own}  ·  {english}"),
            _ => own,
        }
    }

    pub(super) fn needs(&self, above: Option<&Need>) -> Body {
        let needs = above.map_or(self.day.site().needs(), Need::menu);
        let title = match above {
            Some(_) => "kiosk-choose-leaf",
            None if self.session.is_adding() => "kiosk-choose-also",
            None => "kiosk-choose-need",
        };
        let asks_for_code = above.is_none()
            && !self.session.is_adding()
            && !self.session.is_hub_gone()
            && self.session.has_appointments();
        Body::Needs(Menu {
            title: self.say(title),
            chosen: above.map(|need| self.heading(need)),
            tiles: needs.iter().map(|need| self.tile(need, above)).collect(),
            appointment: asks_for_code.then(|| self.say("kiosk-appointment")),
        })
    }

    pub(super) fn tile(&self, need: &Need, above: Option<&Need>) -> Tile {
        let is_open = session::is_open(self.day, need, self.session.now());
        Tile {
            id: need.code.to_string(),
            label: self.translator.pick(&need.label).to_owned(),
            note: if is_open { String::new() } else { self.say("kiosk-closed-now") },
            pictogram: need.pictogram.clone(),
            colour: above.unwrap_or(need).colour,
            is_open,
        }
    }
}
