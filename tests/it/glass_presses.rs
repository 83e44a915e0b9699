//! Which presses count: one that began on the page as it is. What ends a visit stands where no drumming finger is, and warns.

use super::glass_inspection::buttons;
use super::glass_pages::visit;
use super::glass_world::{Visitor, glass, settle};
use super::world::demo_site;
use i_slint_backend_testing::ElementHandle;
use slint::platform::{PointerEventButton, WindowEvent};
use slint::{ComponentHandle, LogicalPosition};
use sportello::domain::SlipOutcome;
use sportello::kiosk::screens::Body;
use sportello::kiosk::session::{ANSWER_WITHIN, NUMBER_STAYS, QUESTION_STAYS, WARN_BEFORE};
use sportello::kiosk::{Glass, Page, Touch};
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

const SIZES: [(u32, u32); 3] = [(1080, 1920), (1920, 1080), (1280, 800)];

fn is_number(visitor: &Visitor) -> bool {
    matches!(visitor.session.page(), Page::Number(_))
}

#[test]
fn a_press_that_began_on_the_page_before_does_nothing_however_long_it_lasts() {
    let mut visitor = Visitor::arrives_at(demo_site());
    visitor.chooses_language("en");
    visitor.chooses(&["health", "health.ssn"]);
    let asked = visitor.confirms();
    visitor.tells(Touch::Anywhere);
    let ticket = visitor.hub_issues(&asked);
    visitor.hears(&asked, Ok(ticket));
    visitor.waits(2.0);
    visitor.tells(Touch::Done);
    assert!(is_number(&visitor), "lifted two seconds after the number came");
    visitor.presses(Touch::Done);
    assert!(matches!(visitor.session.page(), Page::Survey { .. }));
    let mut visitor = Visitor::arrives_at(demo_site());
    visitor.chooses_language("en");
    visitor.chooses(&["health", "health.ssn"]);
    visitor.confirms();
    visitor.waits(ANSWER_WITHIN.as_secs_f64() - 0.5);
    visitor.tells(Touch::Anywhere);
    visitor.waits(0.75);
    assert!(matches!(visitor.session.page(), Page::Trouble { .. }), "a page may come by itself");
    assert_eq!(visitor.tells(Touch::Retry), [], "and a finger is on the glass just then");
}

#[test]
fn a_drumming_finger_does_not_wipe_the_number() {
    let (mut visitor, _) = Visitor::with_a_number(demo_site());
    for _ in 0..16 {
        visitor.presses(Touch::Done);
        assert!(is_number(&visitor));
        visitor.waits(0.25);
    }
    visitor.waits(1.0);
    visitor.presses(Touch::Done);
    assert!(is_number(&visitor), "one second of peace is no decision");
    visitor.waits(1.5);
    visitor.presses(Touch::Done);
    assert!(!is_number(&visitor));
    let (mut visitor, _) = Visitor::with_a_number(demo_site());
    for _ in 0..40 {
        visitor.presses(Touch::Anywhere);
        visitor.waits(0.25);
    }
    assert!(is_number(&visitor));
}

#[test]
fn a_double_tap_on_the_wish_to_go_first_makes_it_and_does_not_take_it_back() {
    let mut visitor = Visitor::arrives_at(demo_site());
    visitor.chooses_language("en");
    visitor.chooses(&["health", "health.ssn"]);
    visitor.taps(Touch::TogglePriority);
    visitor.waits(0.25);
    visitor.presses(Touch::TogglePriority);
    let Body::Confirm(shown) = visitor.screen().body else { panic!("the page to confirm") };
    assert!(shown.priority.is_some_and(|choice| choice.is_chosen));
}

#[test]
fn the_number_and_the_questions_warn_before_they_go_and_any_finger_keeps_them() {
    let (mut visitor, ticket) = Visitor::with_a_number(demo_site());
    visitor.slip_is(&ticket, SlipOutcome::Printed);
    for _ in 0..3 {
        visitor.waits((NUMBER_STAYS - WARN_BEFORE).as_secs_f64() + 0.5);
        assert!(visitor.session.warning().is_some() && visitor.screen().warning.is_some());
        visitor.tells(Touch::Anywhere);
        assert!(visitor.session.warning().is_none() && is_number(&visitor));
    }
    visitor.taps(Touch::Done);
    visitor.waits((QUESTION_STAYS - WARN_BEFORE).as_secs_f64() + 0.5);
    assert!(visitor.session.warning().is_some());
    let Body::Survey(survey) = visitor.screen().body else { panic!("a question") };
    assert!(survey.left > 0.0 && survey.left < 0.6, "the time that is left can be seen: {}", survey.left);
    visitor.tells(Touch::Anywhere);
    assert!(visitor.session.warning().is_none());
    visitor.waits(QUESTION_STAYS.as_secs_f64() + 0.5);
    assert_eq!(*visitor.session.page(), Page::START, "left alone it ends");
}

#[test]
fn a_warning_that_comes_under_a_finger_does_not_end_the_visit() {
    let mut visitor = Visitor::arrives_at(demo_site());
    visitor.chooses_language("en");
    while visitor.session.warning().is_none() {
        visitor.waits(0.25);
    }
    visitor.tells(Touch::Home);
    assert_eq!(*visitor.session.page(), Page::Needs);
}

#[test]
fn what_ends_a_visit_stands_elsewhere_than_what_led_there() {
    for (width, height) in SIZES {
        let glass = glass(width, height);
        for language in ["it", "ar"] {
            let mut places = BTreeMap::new();
            visit(&mut Visitor::arrives_at(demo_site()), language, &mut |visitor, page| {
                if ["confirm", "number", "count-first-visit"].contains(&page) {
                    let act = match visitor.screen().body {
                        Body::Confirm(confirm) => confirm.act,
                        _ => visitor.screen().footer.done.unwrap_or_default(),
                    };
                    places.insert(page.to_owned(), (act, rectangles(&glass, visitor)));
                }
            });
            let (take, before) = &places["confirm"];
            let (done, number) = &places["number"];
            let (_, questions) = &places["count-first-visit"];
            let nothing_under = |act: &Rectangle, page: &BTreeMap<String, Rectangle>, allowed: &[&str]| {
                let under =
                    page.iter().filter(|(label, place)| overlap(act, place) && !allowed.contains(&label.as_str()));
                let under: Vec<_> = under.collect();
                assert!(under.is_empty(), "{language} {width}x{height}: {under:?}");
            };
            nothing_under(&before[take], number, &[]);
            nothing_under(&number[done], questions, &[]);
        }
    }
}

#[test]
fn the_keys_of_a_code_stay_where_they_are_when_it_is_refused() {
    for (width, height) in SIZES {
        let glass = glass(width, height);
        for language in ["it", "ar", "ti", "ru"] {
            let mut places = Vec::new();
            visit(&mut Visitor::arrives_at(demo_site()), language, &mut |visitor, page| {
                if ["code", "code-unknown"].contains(&page) {
                    let mut keys = rectangles(&glass, visitor);
                    keys.retain(|label, _| label.chars().count() == 1);
                    assert!(keys.len() > 20, "the keys are found");
                    places.push(keys);
                }
            });
            assert_eq!(places[0], places[1], "{language} {width}x{height}");
        }
    }
}

/// Left, top, right and bottom edge, in pixels.
type Rectangle = (i32, i32, i32, i32);

/// The buttons of a page by their labels.
fn rectangles(glass: &Glass, visitor: &Visitor) -> BTreeMap<String, Rectangle> {
    glass.show(&visitor.screen());
    settle();
    buttons(glass).iter().map(|button| (label(button), rectangle(button))).collect()
}

fn label(button: &ElementHandle) -> String {
    button.accessible_label().unwrap_or_default().to_string()
}

fn rectangle(button: &ElementHandle) -> Rectangle {
    let (at, size) = (button.absolute_position(), button.size());
    let round = |edge: f32| edge.round() as i32;
    (round(at.x), round(at.y), round(at.x + size.width), round(at.y + size.height))
}

fn overlap(one: &Rectangle, other: &Rectangle) -> bool {
    one.0 < other.2 && other.0 < one.2 && one.1 < other.3 && other.1 < one.3
}

#[test]
fn a_finger_that_slides_off_an_edge_did_mean_the_button_unless_it_is_on_another() {
    for (width, height) in [(1080, 1920), (1280, 800)] {
        let glass = glass(width, height);
        let sent = Rc::new(RefCell::new(Vec::new()));
        let sink = Rc::clone(&sent);
        glass.connect(move |touch| sink.borrow_mut().push(touch));
        let scale = (width as f32 / 1080.0).min(height as f32 / 1080.0);
        let mut slides = 0;
        visit(&mut Visitor::arrives_at(demo_site()), "it", &mut |visitor, page| {
            if visitor.session.warning().is_some() {
                return;
            }
            let places = rectangles(&glass, visitor);
            for (label, place) in &places {
                let mut slide = |by: i32, acts: bool| {
                    let middle = ((place.0 + place.2) / 2, (place.1 + place.3) / 2);
                    let ends = [(middle.0, place.3 + by), (middle.0, place.1 - by), (place.2 + by, middle.1)];
                    for end in ends {
                        let is_off = end.1 < 0 || end.0 >= width as i32 || end.1 >= height as i32;
                        let is_on_another = places
                            .values()
                            .any(|other| other != place && overlap(other, &(end.0, end.1, end.0 + 1, end.1 + 1)));
                        if is_off {
                            continue;
                        }
                        sent.borrow_mut().clear();
                        drag(&glass, middle, end);
                        let has_acted = sent.borrow().iter().any(|touch| *touch != Touch::Anywhere);
                        assert_eq!(has_acted, acts && !is_on_another, "{page} {width}x{height}: {label:?} by {by}");
                        slides += 1;
                    }
                };
                slide((12.0 * scale) as i32, true);
                slide((60.0 * scale) as i32, false);
            }
        });
        assert!(slides > 500, "{slides} slides were tried");
    }
}

fn drag(glass: &Glass, from: (i32, i32), to: (i32, i32)) {
    let at = |place: (i32, i32)| LogicalPosition::new(place.0 as f32, place.1 as f32);
    let (window, button) = (glass.window().window(), PointerEventButton::Left);
    window.dispatch_event(WindowEvent::PointerPressed { position: at(from), button });
    window.dispatch_event(WindowEvent::PointerMoved { position: at(to) });
    window.dispatch_event(WindowEvent::PointerReleased { position: at(to), button });
}
