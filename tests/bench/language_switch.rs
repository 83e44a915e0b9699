//! From a touch on a language to its pixels, at 1080 x 1920, for each language: the first time, when its letters are read
//! and shaped, and after that. And what the process takes up once it has shown them all.

use crate::figures::{line, milliseconds, spread, title};
use crate::over_http::resident;
use i_slint_backend_testing::{TestingBackend, TestingBackendOptions};
use sportello::domain::Day;
use sportello::kiosk::session::SETTLE;
use sportello::kiosk::{Glass, Session, Touch, compose};
use sportello::locale::Locales;
use std::process::Command;
use std::sync::Arc;
use std::time::{Duration, Instant};

/// The argument with which a process only switches languages and prints its figures.
pub const ONLY: &str = "--language-switch-only";
const ROUNDS: usize = 10;

pub fn measure() {
    title("Language switch to painted, the menu of needs, 1080 x 1920");
    let itself = std::env::current_exe().expect("this program");
    let status = Command::new(itself).arg(ONLY).status().expect("this program once more");
    assert!(status.success());
}

pub fn show() {
    let options = TestingBackendOptions { mock_time: true, threading: false, renderer_name: Some("software".into()) };
    slint::platform::set_platform(Box::new(TestingBackend::new(options))).expect("the only platform");
    let locales = Locales::load().expect("the words");
    let mut now = jiff::Timestamp::now();
    let mut session = Session::new(Arc::new(Day::new(Arc::new(crate::world::demo_site()))), "switch", now);
    let glass = Glass::new(Some((1080, 1920))).expect("a window");
    let mut paint = |touch: Option<Touch>| {
        now += SETTLE * 2;
        let begun = Instant::now();
        if let Some(touch) = touch {
            session.handle(touch.into(), now);
        }
        glass.show(&compose(&session, &locales, "http://127.0.0.1"));
        // What comes in with a movement is wholly there after it.
        i_slint_backend_testing::mock_elapsed_time(SETTLE);
        let pixels = glass.snapshot().expect("pixels");
        assert_eq!((pixels.width(), pixels.height()), (1080, 1920));
        begun.elapsed()
    };
    paint(None);
    let mut first: Vec<(String, Duration)> = Vec::new();
    let mut later = Vec::new();
    for round in 0..ROUNDS {
        for language in locales.languages() {
            let took = paint(Some(Touch::ChooseLanguage(language.tag.clone())));
            if round == 0 {
                first.push((format!("{} ({})", language.italian_name, language.tag), took));
            } else {
                later.push(took);
            }
            paint(Some(Touch::OpenLanguages));
        }
    }
    for (name, took) in first {
        line(&format!("{name}, the first time"), &milliseconds(took));
    }
    line("any of them, later", &spread(&mut later));
    line("memory of a glass that has shown all", &resident("/proc/self/status"));
}
