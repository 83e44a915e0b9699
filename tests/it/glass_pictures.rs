//! What visitors see: each screen, in portrait and landscape, from the left and from the right.

use super::glass_world::{Visitor, glass};
use super::pictures;
use sportello::domain::{Refusal, SlipOutcome};
use sportello::hub::HubError;
use sportello::kiosk::{Effect, Glass, Input, Touch};

/// The three sizes: a 21.5 inch screen upright and on its side, and a small one.
const PORTRAIT: (u32, u32) = (1080, 1920);
const LANDSCAPE: (u32, u32) = (1920, 1080);
const SMALL: (u32, u32) = (1280, 800);

#[track_caller]
pub fn look(glass: &Glass, visitor: &Visitor, name: &str) {
    glass.show(&visitor.screen());
    settle();
    let picture = glass.snapshot().expect("a picture");
    pictures::check(&format!("glass/{name}"), picture.width(), picture.height(), picture.as_bytes());
}

/// Lets a new screen be made, and then come in.
pub fn settle() {
    for _ in 0..2 {
        i_slint_backend_testing::mock_elapsed_time(std::time::Duration::from_millis(200));
    }
}

/// One visit with everything on the way, and a picture of each page.
fn visit(language: &str, (width, height): (u32, u32), pages: &[&str]) {
    let glass = glass(width, height);
    let mut visitor = Visitor::arrives();
    visitor.finds_a_full_room();
    let see = |visitor: &Visitor, page: &str| {
        if pages.contains(&page) {
            look(&glass, visitor, &format!("{page}-{language}-{width}x{height}"));
        }
    };
    visitor.chooses_language(language);
    see(&visitor, "needs");
    visitor.chooses(&["permit"]);
    see(&visitor, "leaves");
    visitor.chooses(&["permit.family"]);
    see(&visitor, "closed");
    visitor.taps(Touch::PrintNote);
    visitor.tells(Input::NoteDone { note: 1, outcome: SlipOutcome::Printed });
    see(&visitor, "closed-note");
    visitor.taps(Touch::Back);
    visitor.chooses(&["permit.minor"]);
    see(&visitor, "person");
    visitor.taps(Touch::Back);
    visitor.chooses(&["permit.asylum"]);
    see(&visitor, "confirm-steps");
    visitor.taps(Touch::Back);
    visitor.taps(Touch::Back);
    visitor.chooses(&["health", "health.ssn"]);
    see(&visitor, "confirm");
    visitor.taps(Touch::TogglePriority);
    visitor.taps(Touch::AddNeed);
    visitor.chooses(&["permit", "permit.asylum"]);
    see(&visitor, "confirm-several");
    visitor.taps(Touch::Back);
    visitor.taps(Touch::Back);
    visitor.taps(Touch::Back);
    visitor.taps(Touch::TogglePriority);
    let asked = visitor.confirms();
    visitor.waits(3.0);
    see(&visitor, "waiting");
    visitor.hears(&asked, Err(HubError::Away));
    see(&visitor, "trouble");
    visitor.taps(Touch::Retry);
    let ticket = visitor.hub_issues(&asked);
    visitor.hears(&asked, Ok(ticket.clone()));
    see(&visitor, "printing");
    visitor.slip_is(&ticket, SlipOutcome::Printed);
    see(&visitor, "number");
    visitor.slip_is(&ticket, SlipOutcome::Failed);
    see(&visitor, "no-slip");
    visitor.taps(Touch::Leave);
    see(&visitor, "leaving");
    visitor.taps(Touch::ConfirmLeave);
    visitor.tells(Input::Withdrawn { token: ticket.token, result: Ok(()) });
    see(&visitor, "left");
    visitor.taps(Touch::Home);
    visitor.chooses_language(language);
    visitor.waits(75.0);
    see(&visitor, "still-there");
    visitor.tells(Touch::Anywhere);
    visitor.hub_books("asl.card", "2026-11-23T10:00:00+01:00", "7GH9JK");
    see(&visitor, "needs-appointment");
    visitor.taps(Touch::OpenAppointment);
    for sign in ['7', 'G', 'H', '9'] {
        visitor.taps(Touch::Key(sign));
    }
    see(&visitor, "code");
    for sign in ['J', 'X'] {
        visitor.taps(Touch::Key(sign));
    }
    if let [Effect::Issue(asked)] = visitor.taps(Touch::CheckIn).as_slice() {
        visitor.hears(asked, Err(HubError::Refused(Refusal::UnknownAppointment)));
    }
    see(&visitor, "code-unknown");
}

const ALL: &[&str] = &[
    "needs",
    "leaves",
    "closed",
    "person",
    "confirm-steps",
    "confirm",
    "waiting",
    "trouble",
    "number",
    "no-slip",
    "still-there",
    "closed-note",
    "confirm-several",
    "leaving",
    "left",
    "needs-appointment",
    "code",
    "code-unknown",
];
const MAIN: &[&str] = &["needs", "confirm", "number"];

#[test]
fn every_page_upright_in_italian() {
    visit("it", PORTRAIT, ALL);
}

#[test]
fn every_page_upright_in_arabic() {
    visit("ar", PORTRAIT, ALL);
}

#[test]
fn every_page_on_its_side_in_italian() {
    visit("it", LANDSCAPE, ALL);
}

#[test]
fn the_main_pages_on_their_side_in_arabic() {
    visit("ar", LANDSCAPE, &["needs", "leaves", "confirm", "number", "closed"]);
}

#[test]
fn the_main_pages_on_a_small_screen() {
    visit("it", SMALL, &["needs", "confirm-steps", "confirm-several", "number", "trouble", "code-unknown"]);
    visit("ar", SMALL, &["needs", "number"]);
}

#[test]
fn the_main_pages_upright_in_the_other_languages() {
    visit("en", PORTRAIT, MAIN);
    visit("fr", PORTRAIT, MAIN);
    visit("uk", PORTRAIT, MAIN);
}

/// What may be counted, at a site that asks all of it.
fn count(language: &str, (width, height): (u32, u32)) {
    let glass = glass(width, height);
    let mut visitor = Visitor::arrives_at(super::world::demo_site());
    visitor.chooses_language(language);
    visitor.chooses(&["health", "health.ssn"]);
    let asked = visitor.confirms();
    let ticket = visitor.hub_issues(&asked);
    visitor.hears(&asked, Ok(ticket));
    visitor.taps(Touch::Done);
    for page in ["first-visit", "gender", "age", "status"] {
        look(&glass, &visitor, &format!("count-{page}-{language}-{width}x{height}"));
        visitor.taps(Touch::Skip);
    }
}

#[test]
fn the_questions_for_the_counts() {
    count("it", PORTRAIT);
    count("ar", PORTRAIT);
    count("it", LANDSCAPE);
}

#[test]
fn the_start_in_every_size() {
    for (width, height) in [PORTRAIT, LANDSCAPE, SMALL] {
        look(&glass(width, height), &Visitor::arrives(), &format!("start-{width}x{height}"));
    }
}
