//! The whole way in languages that test the glass hardest, and in two that nobody speaks: a picture of each page at three
//! sizes. And a change of language at every step, which leaves nothing in the old one.

use super::glass_pictures::look;
use super::glass_world::{Visitor, glass};
use super::pseudo;
use super::world::demo_site;
use sportello::domain::{LanguageTag, Site, SlipOutcome};
use sportello::hub::HubError;
use sportello::kiosk::screen::Screen;
use sportello::kiosk::{Page, Touch};
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
    visitor.taps(Touch::Back);
    visitor.chooses(&["permit.btp"]);
    see(visitor, "confirm");
    visitor.taps(Touch::Back);
    visitor.taps(Touch::Back);
    visitor.chooses(&["legal", "legal.minor"]);
    see(visitor, "person");
    visitor.taps(Touch::Back);
    visitor.taps(Touch::Back);
    visitor.chooses(&["health", "health.ssn"]);
    let asked = visitor.confirms();
    visitor.waits(3.0);
    see(visitor, "waiting");
    visitor.hears(&asked, Err(HubError::Away));
    see(visitor, "trouble");
    visitor.taps(Touch::Retry);
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
        visitor.taps(Touch::OpenLanguages);
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
    unescaped(&format!("{:?}", (&screen.header, &screen.footer, &screen.body, &screen.warning)))
}

/// The text with letters where Rust has written their numbers, as it does for the marks of Bengali.
fn unescaped(debug: &str) -> String {
    let mut pieces = debug.split("\\u{");
    let first = pieces.next().unwrap_or_default().to_owned();
    pieces.fold(first, |text, piece| {
        let (number, rest) = piece.split_once('}').expect("an escape ends");
        let letter = u32::from_str_radix(number, 16).ok().and_then(char::from_u32).expect("an escape is a letter");
        format!("{text}{letter}{rest}")
    })
}

/// What the glass says in a language, and what the site says in it: each long enough to be no coincidence.
fn sayings(language: &str, site: &Site) -> BTreeSet<String> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("locales").join(language).join("kiosk.ftl");
    let text = std::fs::read_to_string(file).expect("the glass's texts");
    let messages = Message::read(&text).unwrap_or_else(|faults| panic!("{faults:?}"));
    let tag = LanguageTag::parse(language).expect("a tag");
    let of_site = site.texts().into_iter().filter_map(|words| words.get(&tag)).map(str::to_owned);
    let texts = messages.iter().flat_map(Message::texts).map(|(_, text)| text.to_owned()).chain(of_site);
    let texts = texts.collect::<Vec<_>>();
    let pieces = texts.iter().flat_map(|text| text.split(['{', '}']).step_by(2));
    // Chinese says in three letters what others say in eight.
    let least = if language.starts_with("zh") { 3 } else { 6 };
    pieces.map(|piece| piece.trim().to_owned()).filter(|piece| piece.chars().count() >= least).collect()
}

/// What only the first of two languages says. Neighbours such as Ukrainian and Russian share words, and an institution's
/// official name is the same in all.
fn only_in(from: &str, to: &str, site: &Site) -> Vec<String> {
    let new = sayings(to, site);
    let names = site.institutions().iter().map(|institution| institution.name.as_str()).collect::<Vec<_>>();
    let stays =
        |saying: &str| new.iter().map(String::as_str).chain(names.iter().copied()).any(|it| it.contains(saying));
    sayings(from, site).into_iter().filter(|saying| !stays(saying)).collect()
}

#[test]
fn another_language_repaints_everything_at_every_step_and_keeps_the_place() {
    let locales = Locales::load().expect("the texts");
    let tags: Vec<String> = locales.languages().iter().map(|language| language.tag.to_string()).collect();
    let site = demo_site();
    for (from, to) in tags.iter().zip(tags.iter().cycle().skip(1)) {
        let (glass, fresh) = (glass(1080, 1920), glass(1080, 1920));
        let mut visitor = Visitor::arrives_at(site.clone());
        let old = only_in(from, to, &site);
        let mut steps = 0;
        journey(&mut visitor, from, |visitor, page| {
            glass.show(&visitor.screen());
            super::glass_pictures::settle();
            let before = visitor.session.page().clone();
            let words = words_on(&visitor.screen());
            assert!(old.iter().any(|saying| words.contains(saying.as_str())), "{page}: {from} is not recognised");
            visitor.taps(Touch::OpenLanguages);
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
            visitor.taps(Touch::OpenLanguages);
            visitor.chooses_language(from);
            steps += 1;
        });
        assert_eq!(steps, 8, "every step was tried");
    }
}

#[test]
fn whoever_finds_no_language_gets_to_an_interpreter_in_the_houses_words() {
    let mut visitor = Visitor::arrives_at(demo_site());
    visitor.taps(Touch::NoLanguage);
    assert_eq!(visitor.session.page().needs().first().map(|need| need.as_str()), Some("city.mediator"));
    assert_eq!(visitor.session.language().as_str(), "it");
    visitor.taps(Touch::Back);
    assert_eq!(*visitor.session.page(), Page::START, "who has chosen no language has seen no menu");
    // The same in the middle of a visit in a language that was chosen by mistake.
    visitor.chooses_language("ar");
    visitor.taps(Touch::OpenLanguages);
    visitor.taps(Touch::NoLanguage);
    assert_eq!(visitor.session.language().as_str(), "it");
    let asked = visitor.confirms();
    assert_eq!((asked.needs()[0].as_str(), asked.language.as_str()), ("city.mediator", "it"));
}
