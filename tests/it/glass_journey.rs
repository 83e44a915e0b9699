//! Another language in the middle of a visit: nothing in the old one is left, and the page stays the same.

use super::glass_pages::visit;
use super::glass_world::{Visitor, glass, settle};
use super::world::demo_site;
use sportello::domain::{LanguageTag, Site};
use sportello::kiosk::screen::Screen;
use sportello::kiosk::{Page, Touch};
use sportello::locale::{Locales, Message};
use std::collections::BTreeSet;
use std::path::Path;

/// The pages on which the language is changed: one of each kind that has the button for it.
const STEPS: [&str; 8] = ["needs", "leaves", "closed", "confirm-steps", "person", "waiting", "trouble", "number"];

/// Every text on a screen.
fn words_on(screen: &Screen) -> String {
    unescaped(&format!("{:?}", (&screen.header, &screen.footer, &screen.body, &screen.warning)))
}

/// The text without the escapes that `Debug` writes, for instance for vowel signs of Bengali.
fn unescaped(debug: &str) -> String {
    let mut pieces = debug.split("\\u{");
    let first = pieces.next().unwrap_or_default().to_owned();
    pieces.fold(first, |text, piece| {
        let (number, rest) = piece.split_once('}').expect("an escape ends");
        let letter = u32::from_str_radix(number, 16).ok().and_then(char::from_u32).expect("an escape is a letter");
        format!("{text}{letter}{rest}")
    })
}

/// The texts of a language, from the program and from the site; short ones are left out, since other languages may have
/// them too.
fn sayings(language: &str, site: &Site) -> BTreeSet<String> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("locales").join(language).join("kiosk.ftl");
    let text = std::fs::read_to_string(file).expect("the glass's texts");
    let messages = Message::read(&text).unwrap_or_else(|faults| panic!("{faults:?}"));
    let tag = LanguageTag::parse(language).expect("a tag");
    let of_site = site.texts().into_iter().filter_map(|words| words.get(&tag)).map(str::to_owned);
    let texts = messages.iter().flat_map(Message::texts).map(|(_, text)| text.to_owned()).chain(of_site);
    let texts = texts.collect::<Vec<_>>();
    let pieces = texts.iter().flat_map(|text| text.split(['{', '}']).step_by(2));
    // Three Chinese characters say as much as eight letters.
    let least = if language.starts_with("zh") { 3 } else { 6 };
    pieces.map(|piece| piece.trim().to_owned()).filter(|piece| piece.chars().count() >= least).collect()
}

/// The texts that only the first of two languages has. Ukrainian and Russian, for instance, share words, and an
/// institution's official name is the same in all languages.
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
        visit(&mut visitor, from, &mut |visitor, page| {
            if !STEPS.contains(&page) {
                return;
            }
            glass.show(&visitor.screen());
            settle();
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
            // The same pixels as on a glass that has never shown the old language.
            glass.show(&screen);
            fresh.show(&screen);
            settle();
            let (one, two) = (glass.snapshot().expect("a picture"), fresh.snapshot().expect("a picture"));
            assert!(one.as_bytes() == two.as_bytes(), "{from} to {to} on {page}: something of before is left");
            visitor.taps(Touch::OpenLanguages);
            visitor.chooses_language(from);
            steps += 1;
        });
        assert_eq!(steps, STEPS.len(), "every step was tried");
    }
}

#[test]
fn a_visitor_without_a_language_is_led_to_an_interpreter_in_the_house_language() {
    let mut visitor = Visitor::arrives_at(demo_site());
    visitor.taps(Touch::NoLanguage);
    assert_eq!(visitor.session.page().needs().first().map(|need| need.as_str()), Some("city.mediator"));
    assert_eq!(visitor.session.language().as_str(), "it");
    visitor.taps(Touch::Back);
    assert_eq!(*visitor.session.page(), Page::START, "a visitor without a language has seen no menu");
    // The same in the middle of a visit in a language that was chosen by mistake.
    visitor.chooses_language("ar");
    visitor.taps(Touch::OpenLanguages);
    visitor.taps(Touch::NoLanguage);
    assert_eq!(visitor.session.language().as_str(), "it");
    let asked = visitor.confirms();
    assert_eq!((asked.needs()[0].as_str(), asked.language.as_str()), ("city.mediator", "it"));
}
