//! The content of a note as plain data: the paper for a visitor who gets no number now. It says when to come back and
//! what to bring, in the visitor's language and in the site's own.
//!
//! Promises: as on a slip, a discreet need and its institution are not shown; every note says that it is not a number.

use super::slip::{self, ChosenNeed, bring, chosen, tidy};
use crate::domain::{Absence, LanguageTag, Need, Site};
use crate::locale::{Direction, Locales, Translator};

/// A note, ready to be drawn.
#[derive(Debug, Clone, PartialEq)]
pub struct Note {
    pub visitor: NoteWords,
    /// The same for the staff in the site's first language; `None` when that is the visitor's.
    pub house: Option<NoteWords>,
}

/// The words of a note in one language.
#[derive(Debug, Clone, PartialEq)]
pub struct NoteWords {
    pub language: LanguageTag,
    pub direction: Direction,
    pub site: String,
    /// The chosen need; `None` when it is discreet.
    pub need: Option<ChosenNeed>,
    /// That the institution is away now, or that today is full.
    pub title: String,
    /// The absent institution; `None` when the need is discreet.
    pub institution: Option<String>,
    /// When to come back, in the site's time zone.
    pub next: String,
    /// A line for each room, with its desks; empty when the need is discreet.
    pub places: Vec<String>,
    /// The things to bring: a heading, and a line for each; `None` without lines.
    pub bring: Option<(String, Vec<String>)>,
    /// "This is not a number."
    pub no_number: String,
}

impl Note {
    /// The note of a need for which there is no number now.
    pub fn compose(site: &Site, need: &Need, absence: &Absence, language: &LanguageTag, locales: &Locales) -> Note {
        let house = site.house_language();
        let words = |translator: Translator<'_>| words(site, need, absence, translator);
        Note {
            visitor: words(locales.translator(language)),
            house: (house != language).then(|| words(locales.translator(house))),
        }
    }
}

fn words(site: &Site, need: &Need, absence: &Absence, translator: Translator<'_>) -> NoteWords {
    let institution = absence.institution.as_ref().and_then(|code| site.institution(code));
    let shown = (!need.is_discreet()).then_some(need);
    NoteWords {
        language: translator.tag().clone(),
        direction: translator.direction(),
        site: tidy(translator.pick(site.name())),
        need: shown.map(|need| chosen(&need.label, Some(need), translator)),
        title: translator.absence(absence.kind),
        institution: institution.filter(|_| shown.is_some()).map(|body| tidy(&body.name)),
        next: match absence.back {
            Some(at) => translator.message_with("slip-come-back", &[("moment", translator.moment(at).into())]),
            None => translator.message("kiosk-closed-for-long"),
        },
        places: shown.map(|need| places(site, need, translator)).unwrap_or_default(),
        bring: shown.and_then(|need| bring(&[need], translator)),
        no_number: translator.message("slip-no-number"),
    }
}

fn places(site: &Site, need: &Need, translator: Translator<'_>) -> Vec<String> {
    let places = need.services().iter().flat_map(|service| slip::places(site, service, translator));
    let mut lines: Vec<String> = Vec::new();
    for line in places.map(|place| place.line) {
        if !lines.contains(&line) {
            lines.push(line);
        }
    }
    lines
}
