//! Finds where the buttons of the real window are: asks the same session and the same window, in this process, for the
//! positions of their elements.

use i_slint_backend_testing::{ElementHandle, TestingBackend, TestingBackendOptions};
use jiff::Timestamp;
use sportello::domain::{Day, NeedCode};
use sportello::kiosk::session::SETTLE;
use sportello::kiosk::{Glass, Session, Touch, compose};
use sportello::locale::Locales;
use std::sync::Arc;

/// The centres, in pixels, of the buttons to touch one after another: language, need, leaf, main button.
pub fn journey(day: Arc<Day>, language: &str, leaf: &str, size: (u32, u32), now: Timestamp) -> Vec<(i32, i32)> {
    let (language, leaf) = (language.to_owned(), leaf.to_owned());
    // A thread keeps its Slint platform for ever.
    let asking = std::thread::spawn(move || places(day, &language, &leaf, size, now));
    asking.join().expect("the places")
}

fn places(day: Arc<Day>, language: &str, leaf: &str, size: (u32, u32), now: Timestamp) -> Vec<(i32, i32)> {
    // With the fonts of the real window: the height of texts moves the elements below them.
    let options = TestingBackendOptions { mock_time: true, threading: false, renderer_name: Some("software".into()) };
    slint::platform::set_platform(Box::new(TestingBackend::new(options))).expect("the thread's only platform");
    let locales = Locales::load().expect("the words");
    let glass = Glass::new(Some(size)).expect("a window");
    let tag = crate::world::tag(language);
    let leaf = crate::world::need_code(leaf);
    let need = day.site().need_above(&leaf).expect("a menu").code.clone();
    let label =
        |code: &NeedCode| locales.translator(&tag).pick(&day.site().need(code).expect("a need").label).to_owned();
    let endonym = locales.language(&tag).expect("a language").endonym.clone();
    let labels = [endonym, label(&need), label(&leaf), locales.translator(&tag).message("kiosk-take-number")];
    let touches =
        [Touch::ChooseLanguage(tag.clone()), Touch::ChooseNeed(need), Touch::ChooseNeed(leaf.clone()), Touch::Confirm];

    let (mut session, mut now) = (Session::new(Arc::clone(&day), "places", now), now);
    let mut places = Vec::new();
    for (label, touch) in labels.iter().zip(touches) {
        glass.show(&compose(&session, &locales, "http://127.0.0.1"));
        i_slint_backend_testing::mock_elapsed_time(SETTLE);
        places.push(middle(&glass, label));
        now += SETTLE * 2;
        // A finger comes down before it taps.
        session.handle(Touch::Anywhere.into(), now);
        session.handle(touch.into(), now);
    }
    places
}

fn middle(glass: &Glass, label: &str) -> (i32, i32) {
    let found = ElementHandle::find_by_accessible_label(glass.window(), label).next();
    let element = found.unwrap_or_else(|| panic!("nothing on the glass is called {label:?}"));
    let (at, size) = (element.absolute_position(), element.size());
    ((at.x + size.width / 2.0) as i32, (at.y + size.height / 2.0) as i32)
}
