//! A note, as plain data: what to take home when there is no number to be had now. It says when to come again and what to
//! bring, in the visitor's language and in the house's.
//!
//! Promises: as for a slip, a discreet need and its institution are not told; and every note says that it is no number.

use super::slip::{ChosenNeed, bring, chosen, stop, tidy};
use crate::domain::{Absence, LanguageTag, Need, Site};
use crate::locale::{Direction, Locales, Translator};

/// A note, ready to be drawn.
#[derive(Debug, Clone, PartialEq)]
pub struct Note {
    /// For the visitor.
    pub visitor: NoteWords,
    /// The same for the staff in the house's language; `None` when that is the visitor's.
    pub house: Option<NoteWords>,
}

/// What a note tells in one language.
#[derive(Debug, Clone, PartialEq)]
pub struct NoteWords {
    /// The language in which it is told.
    pub language: LanguageTag,
    /// The side its lines begin at.
    pub direction: Direction,
    /// The name over the door.
    pub site: String,
    /// What was chosen; `None` when that must not be read.
    pub need: Option<ChosenNeed>,
    /// That nobody is here now, or that today is full.
    pub title: String,
    /// Who it is that is not here; `None` when that must not be read.
    pub institution: Option<String>,
    /// When to come again, in the site's own time.
    pub next: String,
    /// Where, a line for each room: desks and room; none when that must not be read.
    pub places: Vec<String>,
    /// What to bring: a heading, and a line each; no heading without lines.
    pub bring: Option<(String, Vec<String>)>,
    /// "This is no number."
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
        need: shown.map(|need| chosen(need, translator)),
        title: translator.message(if absence.is_full { "kiosk-full-title" } else { "kiosk-closed-title" }),
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
    let stops = need.services().iter().flat_map(|service| stop(site, service, false, translator).places);
    let mut lines: Vec<String> = Vec::new();
    for line in stops.map(|place| place.line) {
        if !lines.contains(&line) {
            lines.push(line);
        }
    }
    lines
}
