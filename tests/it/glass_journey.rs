//! The whole way in languages that test the glass hardest, and in two that nobody speaks: a picture of each page at three
//! sizes. And a change of language at every step, which leaves nothing in the old one.

use super::glass_pictures::look;
use super::glass_world::{Visitor, glass};
use super::pseudo;
use super::world::demo_site;
use sportello::domain::SlipOutcome;
use sportello::hub::HubError;
use sportello::kiosk::screen::Screen;
use sportello::kiosk::{Input, Page};
use sportello::locale::{Locales, Message};
use std::collections::BTreeSet;
use std::path::Path;

const SIZES: [(u32, u32); 3] = [(1080, 1920), (1920, 1080), (1280, 800)];

/// Leads a visitor of the demo site to each page in turn.
fn journey(visitor: &mut Visitor, language: &str, mut see: impl FnMut(&mut Visitor, &str)) {
    visitor.chooses_language(language);
    see(visitor, "needs");
    visitor.chooses(&["permit"]);
    see(visitor, "leaves");
    visitor.chooses(&["permit.family"]);
    see(visitor, "closed");
    visitor.taps(Input::Back);
    visitor.chooses(&["permit.btp"]);
    see(visitor, "confirm");
    visitor.taps(Input::Back);
    visitor.taps(Input::Back);
    visitor.chooses(&["legal", "legal.minor"]);
    see(visitor, "person");
    visitor.taps(Input::Back);
    visitor.taps(Input::Back);
    visitor.chooses(&["health", "health.ssn"]);
    let asked = visitor.confirms();
    visitor.waits(3.0);
    see(visitor, "waiting");
    visitor.hears(&asked, Err(HubError::Away));
    see(visitor, "trouble");
    visitor.taps(Input::TryAgain);
    let ticket = visitor.hub_issues(&asked);
    visitor.hears(&asked, Ok(ticket.clone()));
    visitor.slip_is(&ticket, SlipOutcome::Printed);
    see(visitor, "number");
}

fn pictures(language: &str, arrive: impl Fn() -> Visitor) {
    for (width, height) in SIZES {
        let glass = glass(width, height);
        let mut visitor = arrive();
        journey(&mut visitor, language, |visitor, page| {
            look(&glass, visitor, &format!("journey/{language}/{page}-{width}x{height}"));
        });
        visitor.taps(Input::OpenLanguages);
        look(&glass, &visitor, &format!("journey/{language}/languages-{width}x{height}"));
    }
}

#[test]
fn the_whole_way_in_italian() {
    pictures("it", || Visitor::arrives_at(demo_site()));
}

#[test]
fn the_whole_way_in_arabic() {
    pictures("ar", || Visitor::arrives_at(demo_site()));
}

#[test]
fn the_whole_way_in_tigrinya() {
    pictures("ti", || Visitor::arrives_at(demo_site()));
}

#[test]
fn the_whole_way_in_bengali() {
    pictures("bn", || Visitor::arrives_at(demo_site()));
}

#[test]
fn the_whole_way_in_chinese() {
    pictures("zh-Hans", || Visitor::arrives_at(demo_site()));
}

#[test]
fn the_whole_way_in_two_languages_that_nobody_speaks() {
    for language in [pseudo::LONG, pseudo::MIRRORED] {
        pictures(language, || {
            let locales = pseudo::locales();
            Visitor::arrives_with(pseudo::site(&locales), locales)
        });
    }
}

/// Every text on a screen, as its data say it.
fn words_on(screen: &Screen) -> String {
    format!("{:?}", (&screen.header, &screen.footer, &screen.body, &screen.warning))
}

/// The program's sentences that only one of the two languages says, long enough to be no coincidence.
fn sayings(language: &str) -> BTreeSet<String> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("locales").join(language).join("kiosk.ftl");
    let text = std::fs::read_to_string(file).expect("the glass's texts");
    let messages = Message::read(&text).unwrap_or_else(|faults| panic!("{faults:?}"));
    let texts = messages.iter().flat_map(Message::texts).map(|(_, text)| text.to_owned()).collect::<Vec<_>>();
    let pieces = texts.iter().flat_map(|text| text.split(['{', '}']).step_by(2));
    pieces.map(|piece| piece.trim().to_owned()).filter(|piece| piece.chars().count() >= 6).collect()
}

#[test]
fn another_language_repaints_everything_at_every_step_and_keeps_the_place() {
    let locales = Locales::load().expect("the texts");
    let tags: Vec<String> = locales.languages().iter().map(|language| language.tag.to_string()).collect();
    for (from, to) in tags.iter().zip(tags.iter().cycle().skip(1)) {
        let (glass, fresh) = (glass(1080, 1920), glass(1080, 1920));
        let mut visitor = Visitor::arrives_at(demo_site());
        let new = sayings(to);
        // Neighbours such as Ukrainian and Russian share words.
        let is_own = |saying: &&String| !new.iter().any(|other| other.contains(saying.as_str()));
        let old: Vec<String> = sayings(from).iter().filter(is_own).cloned().collect();
        let mut steps = 0;
        journey(&mut visitor, from, |visitor, page| {
            glass.show(&visitor.screen());
            super::glass_pictures::settle();
            let before = visitor.session.page().clone();
            if matches!(before, Page::Issuing { .. }) {
                return;
            }
            visitor.taps(Input::OpenLanguages);
            glass.show(&visitor.screen());
            visitor.chooses_language(to);
            assert_eq!(*visitor.session.page(), before, "{from} to {to}: the place is kept on {page}");
            let screen = visitor.screen();
            let words = words_on(&screen);
            let left = old.iter().find(|saying| words.contains(saying.as_str()));
            assert_eq!(left, None, "{from} to {to} on {page}: words in the old language are left");
            // What is painted is what a glass shows that never knew the old language.
            glass.show(&screen);
            fresh.show(&screen);
            super::glass_pictures::settle();
            let (one, two) = (glass.snapshot().expect("a picture"), fresh.snapshot().expect("a picture"));
            assert!(one.as_bytes() == two.as_bytes(), "{from} to {to} on {page}: something of before is left");
            visitor.taps(Input::OpenLanguages);
            visitor.chooses_language(from);
            steps += 1;
        });
        assert_eq!(steps, 7, "every step was tried");
    }
}

#[test]
fn whoever_finds_no_language_gets_to_an_interpreter_in_the_houses_words() {
    let mut visitor = Visitor::arrives_at(demo_site());
    visitor.taps(Input::NoLanguage);
    assert_eq!(visitor.session.page().need().map(|need| need.as_str()), Some("city.mediator"));
    assert_eq!(visitor.session.language().as_str(), "it");
    visitor.taps(Input::Back);
    assert_eq!(*visitor.session.page(), Page::START, "who has chosen no language has seen no menu");
    // The same in the middle of a visit in a language that was chosen by mistake.
    visitor.chooses_language("ar");
    visitor.taps(Input::OpenLanguages);
    visitor.taps(Input::NoLanguage);
    assert_eq!(visitor.session.language().as_str(), "it");
    let asked = visitor.confirms();
    assert_eq!((asked.need.as_str(), asked.language.as_str()), ("city.mediator", "it"));
}
