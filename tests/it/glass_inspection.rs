//! Inspects the glass as a finger and a screen reader find it: every button is large enough and wholly on the glass, and no
//! text is cut off. Tests that the inspection finds faults, and that the fullest screens pass it.

use super::glass_world::{Visitor, glass, settle};
use i_slint_backend_testing::{AccessibleRole, ElementHandle, ElementQuery};
use slint::ComponentHandle;
use sportello::kiosk::Glass;
use sportello::kiosk::parts::Tile;
use sportello::kiosk::screen::Screen;
use sportello::kiosk::screens::Body;

/// 20 mm at 0.248 mm a pixel.
const LEAST: f32 = 80.0;

/// All buttons, each once.
pub fn buttons(glass: &Glass) -> Vec<ElementHandle> {
    let query = ElementQuery::from_root(glass.window()).match_descendants();
    each_once(query.match_accessible_role(AccessibleRole::Button).find_all())
}

/// A component and its base are found as two elements in the same place.
fn each_once(mut elements: Vec<ElementHandle>) -> Vec<ElementHandle> {
    let mut places = Vec::new();
    elements.retain(|element| {
        let place = (element.accessible_label(), element.absolute_position(), element.size());
        let is_new = !places.contains(&place);
        places.push(place);
        is_new
    });
    elements
}

/// The areas of texts; letters may reach a little beyond.
fn texts(glass: &Glass) -> Vec<ElementHandle> {
    each_once(ElementQuery::from_root(glass.window()).match_descendants().match_inherits("Label").find_all())
}

/// The marks that `label.slint` puts into labels whose text does not fit.
fn cut_texts(glass: &Glass) -> Vec<ElementHandle> {
    ElementQuery::from_root(glass.window()).match_descendants().match_inherits("CutOff").find_all()
}

/// The faults of a page. Every button must be large enough, inside the window, named, and apart from all others; every text
/// inside the window, whole, and apart from all others.
pub fn faults(glass: &Glass, visitor: &Visitor) -> Vec<String> {
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

/// Fails when the page of this visitor has a fault.
#[track_caller]
pub fn inspect(glass: &Glass, visitor: &Visitor, place: &str) {
    let faults = faults(glass, visitor);
    assert!(faults.is_empty(), "{place}:\n{}", faults.join("\n"));
}

fn overlap(one: &ElementHandle, other: &ElementHandle) -> bool {
    let (a, s) = (one.absolute_position(), one.size());
    let (b, t) = (other.absolute_position(), other.size());
    a.x + s.width > b.x + 0.5 && b.x + t.width > a.x + 0.5 && a.y + s.height > b.y + 0.5 && b.y + t.height > a.y + 0.5
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
    }
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
    confirmation.locations[0].desks.numbers = vec!["123456789".to_owned()];
    assert!(cut_off(&glass, &screen) > 0, "words that are cut off are found");
}

fn cut_off(glass: &Glass, screen: &Screen) -> usize {
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
