//! The glass under a finger: visits with an inspection of every page, taps on drawn buttons that lead through a visit, and
//! no missing message.

use super::glass_inspection::{buttons, inspect};
use super::glass_world::{Visitor, glass, settle};
use i_slint_backend_testing::ElementHandle;
use slint::platform::PointerEventButton;
use sportello::domain::SlipOutcome;
use sportello::hub::HubError;
use sportello::kiosk::{Effect, Input, Page, Touch};
use std::cell::RefCell;
use std::rc::Rc;

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
        visitor.taps(Touch::Back);
    }
    visitor.taps(Touch::Back);
    visitor.chooses(&["health", "health.ssn"]);
    see(&visitor, "health.ssn");
    let asked = visitor.confirms();
    visitor.waits(3.0);
    see(&visitor, "waiting");
    for error in [HubError::Away, HubError::Busy, HubError::NotSaved] {
        visitor.hears(&asked, Err(error));
        see(&visitor, "trouble");
        visitor.taps(Touch::Retry);
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
    visitor.taps(Touch::OpenLanguages);
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
fn taps_on_drawn_buttons_lead_from_the_start_to_a_slip() {
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
    tap("Terminé");
    assert_eq!(*visitor.borrow().session.page(), Page::START);
}

#[test]
fn the_buttons_of_the_idle_warning_work() {
    let glass = glass(1080, 1920);
    let visitor = Rc::new(RefCell::new(Visitor::arrives()));
    let told = Rc::clone(&visitor);
    glass.connect(move |input| drop(told.borrow_mut().tells(input)));
    for (label, stays) in [("Yes, I am here", true), ("Done", false)] {
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
    // Glass and paper share the words for what is away.
    let mut paths = vec![root.join("src/kiosk"), root.join("src/locale/absence.rs")];
    while let Some(path) = paths.pop() {
        if path.is_dir() {
            let inside = std::fs::read_dir(path).expect("the glass's code");
            paths.extend(inside.map(|entry| entry.expect("a file").path()));
            continue;
        }
        let text = std::fs::read_to_string(path).expect("code is text");
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
