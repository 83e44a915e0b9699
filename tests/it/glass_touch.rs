//! The glass as a finger and a screen reader find it: every button is large enough and wholly on the glass, nothing is
//! cut off, and taps on what is drawn lead through a whole visit.

use super::glass_pictures::settle;
use super::glass_world::{Visitor, glass};
use i_slint_backend_testing::{AccessibleRole, ElementHandle, ElementQuery};
use slint::ComponentHandle;
use slint::platform::PointerEventButton;
use sportello::domain::SlipOutcome;
use sportello::hub::HubError;
use sportello::kiosk::{Effect, Glass, Input, Page};
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

fn texts(glass: &Glass) -> Vec<ElementHandle> {
    ElementQuery::from_root(glass.window()).match_descendants().match_inherits("Text").find_all()
}

/// Every button is large enough, inside the window, has a name, and touches no other; every text is inside as well.
#[track_caller]
fn inspect(glass: &Glass, visitor: &Visitor, place: &str) {
    glass.show(&visitor.screen());
    settle();
    let size = glass.window().window().size();
    let (width, height) = (size.width as f32, size.height as f32);
    let inside = |element: &ElementHandle| {
        let (at, size) = (element.absolute_position(), element.size());
        at.x >= -0.5 && at.y >= -0.5 && at.x + size.width <= width + 0.5 && at.y + size.height <= height + 0.5
    };
    let buttons = buttons(glass);
    assert!(!buttons.is_empty(), "{place}: there is something to touch");
    let name = |button: &ElementHandle| button.accessible_label().unwrap_or_default();
    for (position, button) in buttons.iter().enumerate() {
        let (label, size) = (name(button), button.size());
        assert!(!label.is_empty(), "{place}: every button says what it is");
        let is_large = size.width >= LEAST - 0.5 && size.height >= LEAST - 0.5;
        assert!(is_large, "{place}: {label} is {} x {}", size.width, size.height);
        assert!(inside(button), "{place}: {label} is on the glass");
        let is_over_all = visitor.session.warning().is_some();
        for other in buttons[..position].iter().filter(|_| !is_over_all) {
            assert!(
                !overlap(button, other),
                "{place}: {label} at {:?} {size:?} and {} at {:?} {:?} overlap",
                button.absolute_position(),
                name(other),
                other.absolute_position(),
                other.size(),
            );
        }
    }
    for text in texts(glass).iter().filter(|text| text.computed_opacity() > 0.0) {
        let words = text.accessible_label().unwrap_or_default();
        assert!(inside(text), "{place}: {words:?} is cut off at {:?} {:?}", text.absolute_position(), text.size());
        let is_in_a_button = buttons.iter().any(|button| overlap(button, text));
        let (at, size) = (text.absolute_position(), text.size());
        let inner = |button: &ElementHandle| {
            let (b, s) = (button.absolute_position(), button.size());
            at.x >= b.x - 0.5
                && at.y >= b.y - 0.5
                && at.x + size.width <= b.x + s.width + 0.5
                && at.y + size.height <= b.y + s.height + 0.5
        };
        let covers = visitor.session.warning().is_some() || size.width < 1.0 || size.height < 1.0;
        assert!(
            covers || !is_in_a_button || buttons.iter().any(inner),
            "{place}: {words:?} at {at:?} {size:?} runs into a button or out of it"
        );
    }
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
