//! The start tells what a visitor should know before the first touch: a house that is shut, no numbers, no paper.

use super::glass_site::sleeping_demo;
use super::glass_world::Visitor;
use super::world::demo_site;
use sportello::hub::HubError;
use sportello::kiosk::screens::Body;
use sportello::kiosk::screens::languages::StartNotice;
use sportello::kiosk::{Input, Page, Touch};
use sportello::print::PrinterStatus;
use std::collections::BTreeSet;

fn notice(visitor: &Visitor) -> Option<StartNotice> {
    match visitor.screen().body {
        Body::Languages(start) => start.notice,
        other => panic!("the start, not {other:?}"),
    }
}

fn at_night() -> Visitor {
    let mut visitor = Visitor::arrives_at(sleeping_demo());
    visitor.clock.turn_to("2026-11-28T21:51:00+01:00".parse().expect("a Saturday night"));
    visitor.tells(Input::Tick);
    visitor
}

#[test]
fn the_start_is_calm_when_all_is_well() {
    let mut visitor = Visitor::arrives_at(demo_site());
    for status in [PrinterStatus::Ready, PrinterStatus::NearEnd, PrinterStatus::Unknown] {
        visitor.tells(Input::PrinterChanged(status));
        assert_eq!(notice(&visitor), None);
    }
}

#[test]
fn a_shut_house_says_when_it_opens_in_every_language_and_sends_to_no_desk() {
    let mut visitor = at_night();
    let first = notice(&visitor).expect("it is shut");
    assert!(first.text.starts_with("Adesso qui è chiuso") && first.text.contains("lunedì"), "{}", first.text);
    let mut turns = BTreeSet::new();
    for _ in 0..15 {
        turns.insert(notice(&visitor).expect("still shut").turning);
        visitor.waits(4.0);
    }
    assert_eq!(turns.len(), 15, "every other language has its turn");
    visitor.tells(Input::HubGone);
    visitor.tells(Input::PrinterChanged(PrinterStatus::Offline));
    let told = visitor.screen().header.notice.expect("there are no numbers either");
    assert!(!told.contains("accoglienza"), "the welcome desk can't help now: {told}");
    assert_eq!(notice(&visitor).expect("shut all the same").text, first.text);
}

#[test]
fn a_failure_in_a_shut_house_names_no_welcome_desk() {
    let mut visitor = Visitor::arrives_at(sleeping_demo());
    visitor.chooses_language("it");
    visitor.chooses(&["health", "health.ssn"]);
    let asked = visitor.confirms();
    visitor.hears(&asked, Err(HubError::NotSaved));
    let Body::Trouble(trouble) = visitor.screen().body else { panic!("trouble") };
    assert!(trouble.help.contains("accoglienza"));
    visitor.clock.turn_to("2026-11-28T21:51:00+01:00".parse().expect("a Saturday night"));
    visitor.tells(Input::Tick);
    let Body::Trouble(trouble) = visitor.screen().body else { panic!("trouble") };
    assert!(!trouble.help.contains("accoglienza"), "{}", trouble.help);
}

#[test]
fn missing_paper_and_a_disk_that_takes_nothing_are_told_before_the_first_touch() {
    let mut visitor = Visitor::arrives_at(demo_site());
    for status in [PrinterStatus::PaperOut, PrinterStatus::CoverOpen, PrinterStatus::Error, PrinterStatus::Offline] {
        visitor.tells(Input::PrinterChanged(status));
        let told = notice(&visitor).expect("no paper comes");
        assert_eq!(told.pictogram, "receipt-x");
        assert!(told.text.contains("carta") && !told.turning.is_empty() && told.turning != told.text);
    }
    visitor.tells(Input::SavingChanged(false));
    let told = notice(&visitor).expect("nothing can be saved");
    assert_eq!(told.pictogram, "warning", "the worse news is told");
    assert_eq!(visitor.screen().header.notice.as_deref(), Some(told.text.as_str()));
    visitor.chooses_language("en");
    assert_eq!(*visitor.session.page(), Page::Needs, "a try is never forbidden");
    assert!(visitor.screen().header.notice.is_some());
    visitor.taps(Touch::Home);
    visitor.tells(Input::SavingChanged(true));
    visitor.tells(Input::PrinterChanged(PrinterStatus::Ready));
    assert_eq!(notice(&visitor), None);
}
