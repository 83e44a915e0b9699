//! Every screen is complete: a visit meets it, draws every text of its data, and each of its buttons sends a touch.
//!
//! Nothing here lists the screens, so that a new one can't be forgotten.

use super::glass_inspection::buttons;
use super::glass_pages::visit;
use super::glass_world::{Visitor, glass, settle};
use super::world::demo_site;
use i_slint_backend_testing::{ElementHandle, ElementQuery};
use slint::platform::PointerEventButton;
use sportello::kiosk::screen::Screen;
use sportello::kiosk::{Glass, Touch};
use std::cell::RefCell;
use std::collections::BTreeSet;
use std::path::Path;
use std::rc::Rc;

/// Fields whose text is not a text to read.
const NOT_READ: [&str; 4] = ["id", "pictogram", "address", "family"];
/// Left out where several needs take up the room.
const MAY_BE_LEFT_OUT: &str = "gloss";

#[test]
fn a_visit_meets_every_screen_that_has_a_file() {
    let mut met = BTreeSet::new();
    visit(&mut Visitor::arrives_at(demo_site()), "it", &mut |visitor, _| {
        let body = format!("{:?}", visitor.screen().body);
        met.insert(body.split('(').next().expect("the name of a variant").to_lowercase());
    });
    let mut sources = files("src/kiosk/screens", "rs");
    sources.remove("mod");
    assert_eq!(met, sources, "met by glass_pages.rs, and in src/kiosk/screens");
    assert_eq!(met, files("ui/kiosk/screens", "slint"), "met by glass_pages.rs, and in ui/kiosk/screens");
}

fn files(folder: &str, extension: &str) -> BTreeSet<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let paths = std::fs::read_dir(folder).expect("a folder of screens").map(|entry| entry.expect("a file").path());
    let of_kind = paths.filter(|path| path.extension().is_some_and(|it| it == extension));
    of_kind.map(|path| path.file_stem().expect("a name").to_string_lossy().into_owned()).collect()
}

#[test]
fn every_text_of_every_screen_is_drawn() {
    let glass = glass(1080, 1920);
    let mut missing = Vec::new();
    visit(&mut Visitor::arrives_at(demo_site()), "it", &mut |visitor, page| {
        let screen = visitor.screen();
        glass.show(&screen);
        settle();
        let drawn = drawn_texts(&glass);
        for (field, text) in texts(&screen) {
            if field != MAY_BE_LEFT_OUT && !drawn.iter().any(|it| it.contains(&text)) {
                missing.push(format!("{page}: {field} {text:?}"));
            }
        }
    });
    assert!(missing.is_empty(), "in the data of a screen, but not drawn:\n{}", missing.join("\n"));
}

fn drawn_texts(glass: &Glass) -> BTreeSet<String> {
    let elements = ElementQuery::from_root(glass.window()).match_descendants().find_all();
    let visible = elements.iter().filter(|element| element.computed_opacity() > 0.0);
    let texts = |element: &ElementHandle| {
        [element.accessible_label(), element.accessible_value(), element.accessible_description()]
    };
    visible.flat_map(texts).flatten().map(String::from).collect()
}

/// Every text to read, with the name of its field, from the data's `Debug` form.
fn texts(screen: &Screen) -> Vec<(String, String)> {
    let debug = format!("{:#?}", (&screen.header, &screen.footer, &screen.body, &screen.warning));
    let (mut texts, mut fields) = (Vec::new(), Vec::<&str>::new());
    for line in debug.lines().map(str::trim) {
        let (field, value) = match line.split_once(": ") {
            Some((field, value)) if field.chars().all(|it| it.is_ascii_lowercase() || it == '_') => (field, value),
            _ => (fields.last().copied().unwrap_or_default(), line),
        };
        if let Some(text) = value.strip_prefix('"').and_then(|text| text.trim_end_matches(',').strip_suffix('"')) {
            if !text.is_empty() && !NOT_READ.contains(&field) {
                texts.push((field.to_owned(), unescaped(text)));
            }
        } else if value.ends_with(['(', '[', '{']) {
            fields.push(field);
        } else if value.starts_with([')', ']', '}']) {
            fields.pop();
        }
    }
    assert!(texts.len() > 2, "a screen has texts");
    texts
}

/// The text with its characters in place of escapes such as `\u{2068}`.
fn unescaped(debug: &str) -> String {
    let mut text = String::new();
    let mut rest = debug;
    while let Some((before, escape)) = rest.split_once('\\') {
        text += before;
        rest = match escape.strip_prefix("u{").and_then(|escape| escape.split_once('}')) {
            Some((number, after)) => {
                text.extend(u32::from_str_radix(number, 16).ok().and_then(char::from_u32));
                after
            }
            None => {
                let mut characters = escape.chars();
                text.extend(characters.next().map(|escaped| if escaped == 'n' { '\n' } else { escaped }));
                characters.as_str()
            }
        };
    }
    text + rest
}

#[test]
fn every_button_of_every_screen_sends_a_touch() {
    let glass = glass(1080, 1920);
    let sent = Rc::new(RefCell::new(Vec::new()));
    let sink = Rc::clone(&sent);
    glass.connect(move |touch| sink.borrow_mut().push(touch));
    visit(&mut Visitor::arrives_at(demo_site()), "it", &mut |visitor, page| {
        // The warning covers the other buttons; glass_touch.rs tests its own.
        if visitor.session.warning().is_some() {
            return;
        }
        glass.show(&visitor.screen());
        settle();
        for button in buttons(&glass) {
            sent.borrow_mut().clear();
            button.mock_single_click(PointerEventButton::Left);
            let label = button.accessible_label().unwrap_or_default();
            let has_acted = sent.borrow().iter().any(|touch| *touch != Touch::Anywhere);
            assert!(has_acted, "{page}: the button {label:?} does nothing");
        }
    });
}
