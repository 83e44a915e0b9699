//! The glass as a finger and a screen reader find it: every button is large enough and wholly on the glass, nothing is
//! cut off, and taps on what is drawn lead through a whole visit.

use super::glass_pictures::settle;
use super::glass_world::{Visitor, glass};
use super::pseudo;
use i_slint_backend_testing::{AccessibleRole, ElementHandle, ElementQuery};
use slint::ComponentHandle;
use slint::platform::PointerEventButton;
use sportello::domain::{Site, SlipOutcome};
use sportello::hub::HubError;
use sportello::kiosk::screen::{Body, Tile};
use sportello::kiosk::{Effect, Glass, Input, Page};
use sportello::locale::Locales;
use std::cell::RefCell;
use std::rc::Rc;

/// 20 mm at 0.248 mm a pixel.
const LEAST: f32 = 80.0;

fn buttons(glass: &Glass) -> Vec<ElementHandle> {
    let query = ElementQuery::from_root(glass.window()).match_descendants();
    let mut buttons = query.match_accessible_role(AccessibleRole::Button).find_all();
    // A component and what it inherits from are found as two elements in the same place.
    let mut places = Vec::new();
    buttons.retain(|button| {
        let place = (button.accessible_label(), button.absolute_position(), button.size());
        let is_new = !places.contains(&place);
        places.push(place);
        is_new
    });
    buttons
}

/// The places that texts take up; their letters may reach a little beyond.
fn texts(glass: &Glass) -> Vec<ElementHandle> {
    ElementQuery::from_root(glass.window()).match_descendants().match_inherits("Label").find_all()
}

/// Marks in the labels whose texts do not fit their place, as `label.slint` makes them.
fn cut_texts(glass: &Glass) -> Vec<ElementHandle> {
    ElementQuery::from_root(glass.window()).match_descendants().match_inherits("CutOff").find_all()
}

/// What is wrong with a page: every button is large enough, inside the window, has a name, and touches no other; every text
/// is inside as well, whole, and over no other.
fn faults(glass: &Glass, visitor: &Visitor) -> Vec<String> {
    glass.show(&visitor.screen());
    settle();
    let is_over_all = visitor.session.warning().is_some();
    let (buttons, texts) = (buttons(glass), texts(glass));
    let mut faults = faults_of_buttons(glass, &buttons, is_over_all);
    for mark in cut_texts(glass) {
        let at = mark.absolute_position();
        let is_here = |text: &&ElementHandle| {
            let (from, size) = (text.absolute_position(), text.size());
            from.x <= at.x && at.x <= from.x + size.width && from.y <= at.y && at.y <= from.y + size.height
        };
        let words: Vec<_> = texts.iter().filter(is_here).filter_map(ElementHandle::accessible_label).collect();
        faults.push(format!("a text is cut off: {words:?}"));
    }
    for (position, text) in texts.iter().enumerate().filter(|_| !is_over_all) {
        for other in texts[..position].iter().filter(|other| other.accessible_label() != text.accessible_label()) {
            if overlap(text, other) {
                faults.push(format!("{:?} and {:?} overlap", text.accessible_label(), other.accessible_label()));
            }
        }
    }
    for text in texts.iter().filter(|text| text.computed_opacity() > 0.0) {
        let words = text.accessible_label().unwrap_or_default();
        let (at, size) = (text.absolute_position(), text.size());
        if !is_inside(glass, text) {
            faults.push(format!("{words:?} is cut off at {at:?} {size:?}"));
        }
        let is_in_a_button = buttons.iter().any(|button| overlap(button, text));
        let inner = |button: &ElementHandle| {
            let (b, s) = (button.absolute_position(), button.size());
            at.x >= b.x - 0.5
                && at.y >= b.y - 0.5
                && at.x + size.width <= b.x + s.width + 0.5
                && at.y + size.height <= b.y + s.height + 0.5
        };
        let covers = is_over_all || size.width < 1.0 || size.height < 1.0;
        if !covers && is_in_a_button && !buttons.iter().any(inner) {
            faults.push(format!("{words:?} at {at:?} {size:?} runs into a button or out of it"));
        }
    }
    faults
}

fn faults_of_buttons(glass: &Glass, buttons: &[ElementHandle], is_over_all: bool) -> Vec<String> {
    let name = |button: &ElementHandle| button.accessible_label().unwrap_or_default();
    let mut faults = Vec::new();
    if buttons.is_empty() {
        faults.push("there is nothing to touch".to_owned());
    }
    for (position, button) in buttons.iter().enumerate() {
        let (label, size) = (name(button), button.size());
        if label.is_empty() {
            faults.push("a button does not say what it is".to_owned());
        }
        if size.width < LEAST - 0.5 || size.height < LEAST - 0.5 {
            faults.push(format!("{label} is {} x {}", size.width, size.height));
        }
        if !is_inside(glass, button) {
            faults.push(format!("{label} is not on the glass"));
        }
        for other in buttons[..position].iter().filter(|other| !is_over_all && overlap(button, other)) {
            faults.push(format!("the buttons {label} and {} overlap", name(other)));
        }
    }
    faults
}

fn is_inside(glass: &Glass, element: &ElementHandle) -> bool {
    let window = glass.window().window().size();
    let (width, height) = (window.width as f32, window.height as f32);
    let (at, size) = (element.absolute_position(), element.size());
    at.x >= -0.5 && at.y >= -0.5 && at.x + size.width <= width + 0.5 && at.y + size.height <= height + 0.5
}

#[track_caller]
fn inspect(glass: &Glass, visitor: &Visitor, place: &str) {
    let faults = faults(glass, visitor);
    assert!(faults.is_empty(), "{place}:\n{}", faults.join("\n"));
}

fn overlap(one: &ElementHandle, other: &ElementHandle) -> bool {
    let (a, s) = (one.absolute_position(), one.size());
    let (b, t) = (other.absolute_position(), other.size());
    a.x + s.width > b.x + 0.5 && b.x + t.width > a.x + 0.5 && a.y + s.height > b.y + 0.5 && b.y + t.height > a.y + 0.5
}

fn inspect_a_visit(width: u32, height: u32, language: &str) {
    let glass = glass(width, height);
    let mut visitor = Visitor::arrives();
    visitor.finds_a_full_room();
    let see = |visitor: &Visitor, page: &str| inspect(&glass, visitor, &format!("{page} {language} {width}x{height}"));
    see(&visitor, "start");
    visitor.chooses_language(language);
    see(&visitor, "needs");
    visitor.chooses(&["permit"]);
    see(&visitor, "leaves");
    for leaf in ["permit.family", "permit.minor", "permit.asylum", "permit.renew"] {
        visitor.chooses(&[leaf]);
        see(&visitor, leaf);
        visitor.taps(Input::Back);
    }
    visitor.taps(Input::Back);
    visitor.chooses(&["health", "health.ssn"]);
    see(&visitor, "health.ssn");
    let asked = visitor.confirms();
    visitor.waits(3.0);
    see(&visitor, "waiting");
    for error in [HubError::Away, HubError::Busy, HubError::NotSaved] {
        visitor.hears(&asked, Err(error));
        see(&visitor, "trouble");
        visitor.taps(Input::TryAgain);
    }
    let ticket = visitor.hub_issues(&asked);
    visitor.hears(&asked, Ok(ticket.clone()));
    see(&visitor, "printing");
    visitor.waits(9.0);
    see(&visitor, "slow slip");
    for outcome in [SlipOutcome::Printed, SlipOutcome::Unknown, SlipOutcome::Failed] {
        visitor.slip_is(&ticket, outcome);
        see(&visitor, "number");
    }
    visitor.taps(Input::OpenLanguages);
    see(&visitor, "another language");
    visitor.tells(Input::HubGone);
    see(&visitor, "hub gone");
    visitor.waits(75.0);
    see(&visitor, "still there");
}

#[test]
fn everything_is_on_the_glass_and_large_enough_upright() {
    for language in super::glass_site::LANGUAGES {
        inspect_a_visit(1080, 1920, language);
    }
}

#[test]
fn everything_is_on_the_glass_and_large_enough_on_its_side() {
    for language in super::glass_site::LANGUAGES {
        inspect_a_visit(1920, 1080, language);
    }
}

#[test]
fn everything_is_on_the_glass_and_large_enough_on_a_small_screen() {
    for language in super::glass_site::LANGUAGES {
        inspect_a_visit(1280, 800, language);
    }
}

#[test]
fn taps_on_what_is_drawn_lead_from_the_start_to_a_slip() {
    let glass = glass(1080, 1920);
    let visitor = Rc::new(RefCell::new(Visitor::arrives()));
    let effects = Rc::new(RefCell::new(Vec::new()));
    let (told, asked) = (Rc::clone(&visitor), Rc::clone(&effects));
    glass.connect(move |input| asked.borrow_mut().extend(told.borrow_mut().tells(input)));
    let tap = |label: &str| {
        visitor.borrow_mut().waits(0.6);
        glass.show(&visitor.borrow().screen());
        settle();
        let found = buttons(&glass);
        let named = |button: &&ElementHandle| button.accessible_label().is_some_and(|name| name == label);
        let button = found.iter().find(named).unwrap_or_else(|| panic!("there is a button {label}"));
        button.mock_single_click(PointerEventButton::Left);
    };
    tap("العربية");
    tap("الصحة");
    tap("تغيير اللغة");
    tap("Français");
    tap("Retour");
    tap("Santé");
    tap("Carte de santé et médecin");
    tap("Prendre un numéro");
    let asked = match effects.borrow_mut().drain(..).collect::<Vec<_>>().as_slice() {
        [Effect::Issue(asked)] => asked.clone(),
        other => panic!("one question to the hub, not {other:?}"),
    };
    assert_eq!(asked.language.as_str(), "fr");
    let ticket = visitor.borrow_mut().hub_issues(&asked);
    let printed = visitor.borrow_mut().hears(&asked, Ok(ticket.clone()));
    assert_eq!(printed, [Effect::Print(ticket)]);
    visitor.borrow_mut().waits(1.0);
    tap("J’ai fini");
    assert_eq!(*visitor.borrow().session.page(), Page::START);
}

#[test]
fn the_question_whether_somebody_is_there_is_answered_by_its_buttons() {
    let glass = glass(1080, 1920);
    let visitor = Rc::new(RefCell::new(Visitor::arrives()));
    let told = Rc::clone(&visitor);
    glass.connect(move |input| drop(told.borrow_mut().tells(input)));
    for (label, stays) in [("Yes, I am here", true), ("I have finished", false)] {
        visitor.borrow_mut().chooses_language("en");
        visitor.borrow_mut().waits(75.0);
        glass.show(&visitor.borrow().screen());
        settle();
        let button = buttons(&glass).into_iter().find(|button| button.accessible_label().is_some_and(|it| it == label));
        button.expect("the question has two buttons").mock_single_click(PointerEventButton::Left);
        assert_eq!(visitor.borrow().session.warning(), None);
        assert_eq!(*visitor.borrow().session.page() == Page::Needs, stays);
    }
}

#[test]
fn every_message_the_glass_asks_for_is_written() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut asked = std::collections::BTreeSet::new();
    for file in std::fs::read_dir(root.join("src/kiosk")).expect("the glass's code") {
        let text = std::fs::read_to_string(file.expect("a file").path()).expect("code is text");
        for piece in text.split('"').filter(|piece| piece.starts_with("kiosk-")) {
            asked.insert(piece.to_owned());
        }
    }
    assert!(asked.len() > 30, "the code names its messages in plain strings");
    for language in super::glass_site::LANGUAGES {
        let file = root.join("locales").join(language).join("kiosk.ftl");
        let text = std::fs::read_to_string(file).expect("the glass speaks every language");
        let mut written = std::collections::BTreeSet::new();
        for line in text.lines().filter(|line| line.starts_with("kiosk-")) {
            written.insert(line.split(" =").next().expect("an id").to_owned());
        }
        assert_eq!(asked, written, "asked for, and written in {language}");
    }
}

#[test]
fn sixteen_languages_have_sixteen_places() {
    for (width, height) in [(1080, 1920), (1920, 1080), (1280, 800)] {
        let glass = glass(width, height);
        let visitor = Visitor::arrives();
        let mut screen = visitor.screen();
        let Body::Languages(languages) = &mut screen.body else { panic!("the start is a choice of languages") };
        let names = [
            "Italiano",
            "English",
            "Français",
            "العربية",
            "Українська",
            "Русский",
            "Soomaali",
            "دری",
            "پښتو",
            "ትግርኛ",
            "Shqip",
            "Română",
            "Español",
            "বাংলা",
            "اردو",
            "中文",
        ];
        let tile = languages.tiles[0].clone();
        languages.tiles = names
            .iter()
            .map(|name| Tile { label: (*name).to_owned(), note: "lingua".to_owned(), ..tile.clone() })
            .collect();
        glass.show(&screen);
        settle();
        let buttons = buttons(&glass);
        assert_eq!(buttons.len(), 16);
        for button in &buttons {
            let (at, size) = (button.absolute_position(), button.size());
            assert!(size.width >= LEAST && size.height >= LEAST);
            assert!(at.x + size.width <= width as f32 && at.y + size.height <= height as f32);
            let inner = texts(&glass).into_iter().filter(|text| overlap(button, text)).collect::<Vec<_>>();
            assert!(!inner.is_empty());
        }
        let picture = glass.snapshot().expect("a picture");
        super::pictures::check(
            &format!("glass/sixteen-{width}x{height}"),
            picture.width(),
            picture.height(),
            picture.as_bytes(),
        );
    }
}

/// What is wrong with any page of the demo site that a visitor of this language can see.
fn faults_of_every_need(glass: &Glass, language: &str, site: &Site, mut visitor: Visitor) -> Vec<String> {
    let mut found = Vec::new();
    let mut see = |visitor: &Visitor, what: &str| {
        found.extend(faults(glass, visitor).into_iter().map(|fault| format!("{language}, {what}: {fault}")));
    };
    see(&visitor, "start");
    visitor.chooses_language(language);
    see(&visitor, "needs");
    for need in site.needs() {
        visitor.chooses(&[need.code.as_str()]);
        see(&visitor, need.code.as_str());
        for leaf in need.menu() {
            visitor.chooses(&[leaf.code.as_str()]);
            see(&visitor, leaf.code.as_str());
            if matches!(visitor.session.page(), Page::Confirm { .. }) {
                let asked = visitor.confirms();
                let ticket = visitor.hub_issues(&asked);
                visitor.hears(&asked, Ok(ticket.clone()));
                visitor.slip_is(&ticket, SlipOutcome::Failed);
                see(&visitor, &format!("number for {}", leaf.code));
                visitor.taps(Input::Home);
                visitor.chooses_language(language);
                visitor.chooses(&[need.code.as_str()]);
            } else {
                visitor.taps(Input::Back);
            }
        }
        visitor.taps(Input::Back);
    }
    found
}

fn every_need_fits(width: u32, height: u32) {
    let (glass, site) = (glass(width, height), super::world::demo_site());
    let locales = Locales::load().expect("the messages can be read");
    let mut found = Vec::new();
    for language in locales.languages() {
        let visitor = Visitor::arrives_at(site.clone());
        found.extend(faults_of_every_need(&glass, language.tag.as_str(), &site, visitor));
    }
    let site = pseudo::site(&pseudo::locales());
    for language in [pseudo::LONG, pseudo::MIRRORED] {
        let visitor = Visitor::arrives_with(site.clone(), pseudo::locales());
        found.extend(faults_of_every_need(&glass, language, &site, visitor));
    }
    assert!(found.is_empty(), "{} faults at {width}x{height}:\n{}", found.len(), found.join("\n"));
}

#[test]
fn every_need_of_the_demo_site_fits_upright_in_every_language() {
    every_need_fits(1080, 1920);
}

#[test]
fn every_need_of_the_demo_site_fits_on_its_side_in_every_language() {
    every_need_fits(1920, 1080);
}

#[test]
fn every_need_of_the_demo_site_fits_on_a_small_screen_in_every_language() {
    every_need_fits(1280, 800);
}

#[test]
fn the_inspection_sees_what_does_not_fit() {
    let glass = glass(1280, 800);
    let mut visitor = Visitor::arrives();
    visitor.chooses_language("it");
    visitor.chooses(&["health", "health.ssn"]);
    let mut screen = visitor.screen();
    assert_eq!(cut_off(&glass, &screen), 0);
    let Body::Confirm(confirmation) = &mut screen.body else { panic!("a confirmation") };
    confirmation.places[0].desks = vec!["123456789".to_owned()];
    assert!(cut_off(&glass, &screen) > 0, "words that are cut off are found");
}

fn cut_off(glass: &Glass, screen: &sportello::kiosk::screen::Screen) -> usize {
    glass.show(screen);
    settle();
    cut_texts(glass).len()
}

#[test]
fn a_number_beyond_999_still_fits() {
    for (width, height) in [(1080, 1920), (1920, 1080), (1280, 800)] {
        let glass = glass(width, height);
        let mut visitor = Visitor::arrives();
        visitor.chooses_language("it");
        visitor.chooses(&["health", "health.ssn"]);
        let asked = visitor.confirms();
        let ticket = visitor.hub_issues(&asked);
        visitor.hears(&asked, Ok(ticket));
        for number in ["W 999", "W 1042", "W 99999"] {
            let mut screen = visitor.screen();
            if let Body::Number(shown) = &mut screen.body {
                shown.number = number.to_owned();
            }
            glass.show(&screen);
            settle();
            let band = texts(&glass).into_iter().find(|text| text.accessible_label().is_some_and(|it| it == number));
            let band = band.expect("the number is on the glass");
            let scale = (width as f32 / 1080.0)
                .min(height as f32 / 1920.0)
                .max((width as f32 / 1920.0).min(height as f32 / 1080.0));
            // The widest letter and the digits of Noto Sans Bold, in ems of 300 pixels less what long numbers give up.
            let digits = number.len() as f32 - 2.0;
            let em = 300.0
                * scale
                * if number.len() > 6 {
                    0.72
                } else if number.len() > 5 {
                    0.85
                } else {
                    1.0
                };
            let needed = em * (0.95 + 0.26 + 0.572 * digits);
            assert!(needed <= band.size().width, "{number} needs {needed} of {}", band.size().width);
        }
    }
}
