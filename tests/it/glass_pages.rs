//! One visit to the demo site that meets every page of the glass: for the text snapshots and the pictures.

use super::glass_site::sleeping_demo;
use super::glass_world::Visitor;
use sportello::domain::tally::taps::{AgeBand, FirstVisit, Gender, Status, Tap};
use sportello::domain::{Day, Refusal, SlipOutcome};
use sportello::hub::HubError;
use sportello::kiosk::{Effect, Input, Touch};
use sportello::print::PrinterStatus;
use std::sync::Arc;

/// Every page, in the order of [`visit`].
pub const PAGES: [&str; 34] = [
    "start",
    "start-no-paper",
    "no-language",
    "needs",
    "leaves",
    "closed",
    "closed-note",
    "person",
    "person-discreet",
    "confirm-steps",
    "confirm",
    "confirm-several",
    "waiting",
    "trouble",
    "printing",
    "number",
    "no-slip",
    "print-slip",
    "leaving",
    "left",
    "languages",
    "still-there",
    "needs-appointment",
    "code",
    "code-unknown",
    "confirm-discreet",
    "number-discreet",
    "number-three",
    "count-first-visit",
    "count-gender",
    "count-age",
    "count-status",
    "no-hub",
    "start-shut",
];

/// Leads a visitor who has just arrived at the demo site to each page in turn.
pub fn visit(visitor: &mut Visitor, language: &str, see: &mut dyn FnMut(&mut Visitor, &str)) {
    visitor.finds_a_full_room();
    for desk in [5, 6, 8, 13] {
        visitor.hub_opens(desk);
    }
    see(visitor, "start");
    visitor.tells(Input::PrinterChanged(PrinterStatus::PaperOut));
    see(visitor, "start-no-paper");
    visitor.tells(Input::PrinterChanged(PrinterStatus::Unknown));
    visitor.taps(Touch::NoLanguage);
    see(visitor, "no-language");
    visitor.taps(Touch::Home);
    visitor.chooses_language(language);
    choose(visitor, see);
    take_a_number(visitor, see);
    visitor.chooses_language(language);
    ask_for_other_things(visitor, see);
    visitor.taps(Touch::Home);
    visitor.chooses_language(language);
    answer_questions(visitor, language, see);
    visitor.tells(Input::HubGone);
    visitor.chooses_language(language);
    see(visitor, "no-hub");
    visitor.taps(Touch::Home);
    visitor.clock.turn_to("2026-11-28T21:51:00+01:00".parse().expect("a Saturday night"));
    visitor.tells(Input::DayChanged(Arc::new(Day::new(Arc::new(sleeping_demo())))));
    see(visitor, "start-shut");
}

/// From the menu to what would go on a number.
fn choose(visitor: &mut Visitor, see: &mut dyn FnMut(&mut Visitor, &str)) {
    see(visitor, "needs");
    visitor.chooses(&["permit"]);
    see(visitor, "leaves");
    visitor.chooses(&["permit.family"]);
    see(visitor, "closed");
    visitor.taps(Touch::PrintNote);
    visitor.tells(Input::NoteDone { note: 1, outcome: SlipOutcome::Printed });
    see(visitor, "closed-note");
    visitor.taps(Touch::Back);
    visitor.taps(Touch::Back);
    visitor.chooses(&["legal", "legal.minor"]);
    see(visitor, "person");
    visitor.taps(Touch::Back);
    visitor.taps(Touch::Back);
    visitor.chooses(&["care", "care.violence"]);
    see(visitor, "person-discreet");
    visitor.taps(Touch::Back);
    visitor.taps(Touch::Back);
    visitor.chooses(&["permit", "permit.btp"]);
    see(visitor, "confirm-steps");
    visitor.taps(Touch::Back);
    visitor.taps(Touch::Back);
    visitor.chooses(&["health", "health.ssn"]);
    see(visitor, "confirm");
    visitor.taps(Touch::TogglePriority);
    visitor.taps(Touch::AddNeed);
    visitor.chooses(&["permit", "permit.asylum"]);
    see(visitor, "confirm-several");
    visitor.taps(Touch::Back);
    visitor.taps(Touch::Back);
    visitor.taps(Touch::Back);
    visitor.taps(Touch::TogglePriority);
}

/// From the confirmation to a number, out of the queue and home.
fn take_a_number(visitor: &mut Visitor, see: &mut dyn FnMut(&mut Visitor, &str)) {
    let asked = visitor.confirms();
    visitor.waits(3.0);
    see(visitor, "waiting");
    visitor.hears(&asked, Err(HubError::Away));
    see(visitor, "trouble");
    visitor.taps(Touch::Retry);
    let ticket = visitor.hub_issues(&asked);
    visitor.hears(&asked, Ok(ticket.clone()));
    see(visitor, "printing");
    visitor.slip_is(&ticket, SlipOutcome::Printed);
    see(visitor, "number");
    visitor.slip_is(&ticket, SlipOutcome::Failed);
    see(visitor, "no-slip");
    visitor.tells(Input::PrinterChanged(PrinterStatus::Ready));
    see(visitor, "print-slip");
    visitor.taps(Touch::Leave);
    see(visitor, "leaving");
    visitor.taps(Touch::ConfirmLeave);
    visitor.tells(Input::Withdrawn { token: ticket.token, result: Ok(()) });
    see(visitor, "left");
    visitor.taps(Touch::Home);
}

/// Another language, no touch for a while, an appointment.
fn ask_for_other_things(visitor: &mut Visitor, see: &mut dyn FnMut(&mut Visitor, &str)) {
    visitor.taps(Touch::OpenLanguages);
    see(visitor, "languages");
    visitor.taps(Touch::Back);
    visitor.waits(75.0);
    see(visitor, "still-there");
    visitor.tells(Touch::Anywhere);
    visitor.hub_books("asl.card", "2026-11-23T11:00:00+01:00", "7GH9JK");
    see(visitor, "needs-appointment");
    visitor.taps(Touch::OpenAppointment);
    type_code(visitor, "7GH9");
    see(visitor, "code");
    type_code(visitor, "JX");
    if let [Effect::Issue(asked)] = visitor.taps(Touch::CheckIn).as_slice() {
        visitor.hears(asked, Err(HubError::Refused(Refusal::UnknownAppointment)));
    }
    see(visitor, "code-unknown");
}

fn type_code(visitor: &mut Visitor, signs: &str) {
    for sign in signs.chars() {
        visitor.taps(Touch::Key(sign));
    }
}

/// A discreet need, and the questions for the counts after another one.
fn answer_questions(visitor: &mut Visitor, language: &str, see: &mut dyn FnMut(&mut Visitor, &str)) {
    visitor.chooses(&["care", "care.talk"]);
    see(visitor, "confirm-discreet");
    take_number(visitor);
    see(visitor, "number-discreet");
    visitor.taps(Touch::Home);
    visitor.chooses_language(language);
    for needs in [["health", "health.ssn"], ["permit", "permit.asylum"], ["tax", "tax.code"]] {
        visitor.chooses(&needs);
        visitor.taps(Touch::AddNeed);
    }
    take_number(visitor);
    see(visitor, "number-three");
    visitor.taps(Touch::Home);
    visitor.chooses_language(language);
    visitor.chooses(&["health", "health.ssn"]);
    take_number(visitor);
    visitor.taps(Touch::Done);
    let answers = [
        Tap::FirstVisit(FirstVisit::Yes),
        Tap::Gender(Gender::Woman),
        Tap::Age(AgeBand::From18),
        Tap::Status(Status::Permit),
    ];
    for (page, answer) in ["count-first-visit", "count-gender", "count-age", "count-status"].into_iter().zip(answers) {
        see(visitor, page);
        visitor.taps(Touch::Answer(answer));
    }
}

fn take_number(visitor: &mut Visitor) {
    let asked = visitor.confirms();
    let ticket = visitor.hub_issues(&asked);
    visitor.hears(&asked, Ok(ticket));
}
