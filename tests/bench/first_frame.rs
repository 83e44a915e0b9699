//! From the start of a process to the pixels of its first screen, at 1080 x 1920, in the software renderer.

use crate::figures::{line, milliseconds, spread, title};
use i_slint_backend_testing::{TestingBackend, TestingBackendOptions};
use sportello::domain::Day;
use sportello::kiosk::{Glass, Session, compose};
use sportello::locale::Locales;
use std::process::Command;
use std::sync::Arc;
use std::time::{Duration, Instant};

/// The argument with which a process only shows its first frame.
pub const ONLY: &str = "--first-frame-only";
const TIMES: usize = 10;

pub fn measure() {
    title("First frame");
    let itself = std::env::current_exe().expect("this program");
    let mut times: Vec<Duration> = (0..TIMES)
        .map(|_| {
            let begun = Instant::now();
            let status = Command::new(&itself).arg(ONLY).status().expect("this program once more");
            assert!(status.success());
            begun.elapsed()
        })
        .collect();
    line("process start to first pixels", &spread(&mut times));
    line("the quickest", &milliseconds(times.first().copied().unwrap_or_default()));
}

pub fn show() {
    let renderer_name = Some("software".into());
    let options = TestingBackendOptions { mock_time: false, threading: false, renderer_name };
    slint_platform(TestingBackend::new(options));
    let locales = Locales::load().expect("the words");
    let now = jiff::Timestamp::now();
    let session = Session::new(Arc::new(Day::new(Arc::new(crate::world::demo_site()))), "frame", now);
    let glass = Glass::new(Some((1080, 1920))).expect("a window");
    glass.show(&compose(&session, &locales, "http://127.0.0.1"));
    let pixels = glass.snapshot().expect("pixels");
    assert_eq!((pixels.width(), pixels.height()), (1080, 1920));
}

fn slint_platform(backend: TestingBackend) {
    slint::platform::set_platform(Box::new(backend)).expect("the only platform");
}
