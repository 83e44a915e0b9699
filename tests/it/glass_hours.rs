//! The pages of a house that is shut, or whose desks are not open yet, as pictures: every language fits, and nothing is cut off.

use super::glass_inspection::inspect;
use super::glass_world::{Visitor, glass};
use super::{pictures, site_file};
use sportello::catalogue::{self, DEMO, demo_parts};
use sportello::domain::Site;
use sportello::kiosk::Touch;
use sportello::locale::Locales;

/// The demo site with the hours of mornings.
fn site_of_mornings() -> Site {
    let known = site_file::known();
    let text = DEMO.replace("presence = \"always\"", "presence = { mon = [\"9:00-12:00\"] }");
    let site = catalogue::read(&text, "mornings.toml", &known).unwrap_or_else(|mistakes| panic!("{mistakes:#?}"));
    catalogue::translated(site, &demo_parts(&known).translations)
}

#[track_caller]
fn draw((width, height): (u32, u32)) {
    let (glass, site) = (glass(width, height), site_of_mornings());
    for tag in site.languages() {
        for (time, moments) in [("2026-11-23T09:30:00+01:00", "morning"), ("2026-11-23T21:51:00+01:00", "night")] {
            let pages: [(&str, &[&str]); 4] = [
                ("menu", &["care"]),
                ("ticket", &["health", "health.ssn"]),
                ("danger", &["care", "care.violence"]),
                ("minor", &["legal", "legal.minor"]),
            ];
            for (page, needs) in pages {
                let locales = Locales::load().expect("the messages");
                let mut visitor = Visitor::arrives_with(site.clone(), locales);
                visitor.clock.turn_to(time.parse().expect("a time"));
                visitor.waits(1.0);
                visitor.chooses_language(tag.as_str());
                visitor.chooses(needs);
                visitor.taps(Touch::Anywhere);
                let name = format!("{moments}-{page}-{tag}-{width}x{height}");
                inspect(&glass, &visitor, &name);
                let picture = glass.snapshot().expect("a picture");
                pictures::keep(&format!("hours/{name}"), picture.width(), picture.height(), picture.as_bytes());
            }
        }
    }
}

#[test]
fn a_shut_house_and_a_desk_that_is_not_open_fit_upright() {
    draw((1080, 1920));
}

#[test]
fn a_shut_house_and_a_desk_that_is_not_open_fit_a_small_screen() {
    draw((1280, 800));
}
