//! Stories of one visitor at the glass: inputs to the session under a turned clock, nothing drawn.

use super::glass_site::language;
use super::glass_world::Visitor;
use sportello::domain::{Refusal, SlipOutcome};
use sportello::hub::HubError;
use sportello::kiosk::parts::SlipSign;
use sportello::kiosk::screens::Body;
use sportello::kiosk::session::{
    ANSWER_WITHIN, NUMBER_IS_LATE_AFTER, NUMBER_STAYS, RESET_AFTER, SLIP_IS_SLOW_AFTER, WARN_BEFORE,
};
use sportello::kiosk::{Effect, Input, IssueError, Page, ShownTicket, SlipProgress, Touch};
use sportello::print::PrinterStatus;
use std::time::Duration;

fn at_the_confirmation() -> Visitor {
    let mut visitor = Visitor::arrives();
    visitor.chooses_language("uk");
    visitor.chooses(&["health", "health.ssn"]);
    assert!(matches!(visitor.session.page(), Page::Confirm { .. }));
    visitor
}

fn is_at_the_start(visitor: &Visitor) -> bool {
    *visitor.session.page() == Page::START
}

#[test]
fn a_visitor_takes_a_number_and_a_slip() {
    let mut visitor = at_the_confirmation();
    let asked = visitor.confirms();
    assert_eq!(asked.language, language("uk"));
    assert_eq!(asked.needs()[0].as_str(), "health.ssn");
    let ticket = visitor.hub_issues(&asked);
    assert_eq!(visitor.hears(&asked, Ok(ticket.clone())), [Effect::Print(ticket.clone())]);
    visitor.slip_is(&ticket, SlipOutcome::Printed);
    let Body::Number(number) = visitor.screen().body else { panic!("the number is on the glass") };
    assert_eq!((number.number.as_str(), number.slip.sign), ("H 001", SlipSign::Take));
    assert_eq!(number.desks.numbers, ["7"]);
    visitor.taps(Touch::Home);
    assert!(is_at_the_start(&visitor));
}

#[test]
fn ten_fingers_take_one_number() {
    let mut visitor = at_the_confirmation();
    let first = visitor.confirms();
    let mut more = Vec::new();
    for _ in 0..10 {
        more.extend(visitor.tells(Touch::Anywhere));
        more.extend(visitor.tells(Touch::Confirm));
        visitor.waits(0.3);
    }
    assert_eq!(more, [], "the button acts once");
    let ticket = visitor.hub_issues(&first);
    let prints = visitor.hears(&first, Ok(ticket.clone()));
    assert_eq!(prints.len(), 1);
    assert_eq!(visitor.hears(&first, Ok(ticket)), [], "the same answer twice prints once");
}

#[test]
fn the_second_tap_of_a_double_tap_does_not_reach_the_next_page() {
    let mut visitor = Visitor::arrives();
    visitor.chooses_language("it");
    visitor.chooses(&["health"]);
    visitor.waits(0.25);
    visitor.presses(Touch::Back);
    assert!(matches!(visitor.session.page(), Page::Leaves { .. }), "too soon after the page changed");
    visitor.waits(0.5);
    visitor.presses(Touch::Back);
    assert_eq!(*visitor.session.page(), Page::Needs);
}

#[test]
fn trying_again_sends_the_same_key_even_by_way_of_back_and_another_language() {
    let mut visitor = at_the_confirmation();
    let first = visitor.confirms();
    for error in [HubError::Away, HubError::Busy, HubError::NotSaved] {
        assert_eq!(visitor.hears(&first, Err(error.clone())), []);
        let Body::Trouble(trouble) = visitor.screen().body else { panic!("trouble is told after {error:?}") };
        assert!(trouble.act.is_some() && !trouble.help.is_empty());
        assert_eq!(visitor.taps(Touch::Retry), [Effect::Issue(first.clone())]);
    }
    visitor.hears(&first, Err(HubError::Away));
    visitor.taps(Touch::OpenLanguages);
    visitor.chooses_language("ar");
    assert!(matches!(visitor.session.page(), Page::Trouble { .. }), "back where the visitor was");
    visitor.taps(Touch::Back);
    assert_eq!(visitor.taps(Touch::Confirm), [Effect::Issue(first)]);
}

#[test]
fn another_visit_has_another_key() {
    let mut visitor = at_the_confirmation();
    let first = visitor.confirms();
    visitor.taps(Touch::Home);
    visitor.chooses_language("en");
    visitor.chooses(&["health", "health.ssn"]);
    assert_ne!(visitor.confirms().key, first.key);
}

#[test]
fn a_hub_that_never_answers_is_given_up_and_a_late_number_is_still_shown() {
    let mut visitor = at_the_confirmation();
    let asked = visitor.confirms();
    visitor.waits(ANSWER_WITHIN.as_secs_f64() + 0.5);
    assert!(matches!(visitor.session.page(), Page::Trouble { error: IssueError::Away, .. }));
    let ticket = visitor.hub_issues(&asked);
    assert_eq!(visitor.hears(&asked, Ok(ticket.clone())), [Effect::Print(ticket)]);
    assert!(matches!(visitor.session.page(), Page::Number(_)));
}

#[test]
fn a_number_that_comes_after_the_visitor_went_home_is_printed_without_disturbing_the_next() {
    let mut visitor = at_the_confirmation();
    let asked = visitor.confirms();
    visitor.taps(Touch::Home);
    visitor.chooses_language("ar");
    let ticket = visitor.hub_issues(&asked);
    assert_eq!(visitor.hears(&asked, Ok(ticket.clone())), [Effect::Print(ticket.clone())]);
    assert_eq!(*visitor.session.page(), Page::Needs, "the next visitor goes on");
    visitor.slip_is(&ticket, SlipOutcome::Printed);
    assert_eq!(*visitor.session.page(), Page::Needs);
}

#[test]
fn a_number_finds_its_visitor_who_is_choosing_another_language() {
    let mut visitor = at_the_confirmation();
    let asked = visitor.confirms();
    visitor.taps(Touch::OpenLanguages);
    let ticket = visitor.hub_issues(&asked);
    visitor.hears(&asked, Ok(ticket));
    assert!(matches!(visitor.session.page(), Page::Languages { .. }), "the choice is not taken away");
    visitor.chooses_language("fr");
    assert!(matches!(visitor.session.page(), Page::Number(_)));
}

#[test]
fn the_number_stays_on_the_glass_with_advice_whatever_the_printer_reports() {
    let mut visitor = at_the_confirmation();
    let asked = visitor.confirms();
    let ticket = visitor.hub_issues(&asked);
    visitor.hears(&asked, Ok(ticket.clone()));
    let slip = |visitor: &Visitor| match visitor.screen().body {
        Body::Number(number) => (number.slip.sign, number.slip.text, number.phone.map(|phone| phone.address)),
        other => panic!("the number stays, not {other:?}"),
    };
    let (sign, printing, address) = slip(&visitor);
    assert_eq!(sign, SlipSign::Printing);
    assert_eq!(address, Some(format!("https://spazio.example/t/{}", ticket.token)));
    visitor.waits(SLIP_IS_SLOW_AFTER.as_secs_f64() + 0.5);
    let (sign, slow, _) = slip(&visitor);
    assert!(sign == SlipSign::Doubtful && slow != printing);
    visitor.slip_is(&ticket, SlipOutcome::Failed);
    let (sign, failed, _) = slip(&visitor);
    assert!(sign == SlipSign::Doubtful && failed != slow);
    visitor.waits(NUMBER_STAYS.as_secs_f64() + 10.0);
    slip(&visitor);
    visitor.waits(90.0);
    assert!(is_at_the_start(&visitor), "but not for ever");
}

#[test]
fn the_glass_asks_before_it_forgets_and_one_touch_is_enough() {
    let mut visitor = Visitor::arrives();
    visitor.chooses_language("fr");
    let quiet = (RESET_AFTER - WARN_BEFORE).as_secs_f64();
    for _ in 0..12 {
        visitor.waits(quiet - 1.0);
        assert_eq!(visitor.session.warning(), None);
        visitor.waits(2.0);
        let warned = visitor.session.warning().expect("it asks");
        assert!(warned >= Duration::from_secs(18), "twenty seconds to answer, of which {warned:?} are left");
        visitor.tells(Touch::Anywhere);
        assert_eq!(visitor.session.warning(), None);
    }
    visitor.waits(RESET_AFTER.as_secs_f64() + 0.5);
    assert!(is_at_the_start(&visitor));
    assert_eq!(*visitor.session.language(), language("it"), "the next visitor begins in the house's language");
    visitor.waits(3600.0);
    assert!(visitor.session.warning().is_none() && is_at_the_start(&visitor));
}

#[test]
fn a_tap_that_answers_the_question_does_nothing_else() {
    let mut visitor = Visitor::arrives();
    visitor.chooses_language("fr");
    visitor.waits(80.0);
    visitor.tells(Touch::ChooseNeed(sportello::domain::NeedCode::parse("health").expect("a code")));
    assert_eq!(*visitor.session.page(), Page::Needs);
    visitor.waits(80.0);
    visitor.tells(Touch::Home);
    assert!(is_at_the_start(&visitor), "'I have finished' does what it says");
}

#[test]
fn a_clock_that_is_set_back_stops_nothing() {
    let mut visitor = at_the_confirmation();
    visitor.clock.turn_to("2026-11-22T09:00:00+01:00".parse().expect("a time"));
    visitor.waits(RESET_AFTER.as_secs_f64() + 0.5);
    assert!(is_at_the_start(&visitor));
}

#[test]
fn a_closed_need_says_when_it_opens_and_what_to_do() {
    let mut visitor = Visitor::arrives();
    visitor.chooses_language("en");
    visitor.chooses(&["permit", "permit.family"]);
    let Body::Closed(closed) = visitor.screen().body else { panic!("the Prefettura is not here on a Monday") };
    assert_eq!(closed.institution, "Prefettura");
    assert!(closed.next.contains("09:00"), "{}", closed.next);
    visitor.taps(Touch::Back);
    assert!(matches!(visitor.session.page(), Page::Leaves { .. }));
    visitor.clock.turn_to("2026-11-24T10:00:00+01:00".parse().expect("a time"));
    visitor.tells(Input::Tick);
    visitor.chooses_language("en");
    visitor.chooses(&["permit", "permit.family"]);
    assert!(matches!(visitor.session.page(), Page::Confirm { .. }), "on Tuesday it is");
}

#[test]
fn an_institution_that_left_between_page_and_tap_is_told_as_closed() {
    let mut visitor = at_the_confirmation();
    let asked = visitor.confirms();
    let institution = sportello::domain::InstitutionCode::parse("asl").expect("a code");
    visitor.hears(&asked, Err(HubError::Refused(Refusal::InstitutionAway { institution, back: None })));
    assert!(matches!(visitor.session.page(), Page::Closed { .. }));
}

#[test]
fn a_refusal_is_told_in_words_without_a_button_that_cannot_help() {
    let mut visitor = at_the_confirmation();
    let asked = visitor.confirms();
    visitor.hears(&asked, Err(HubError::Refused(Refusal::DayFull)));
    let Body::Trouble(trouble) = visitor.screen().body else { panic!("trouble") };
    assert!(trouble.act.is_none() && !trouble.text.is_empty());
}

#[test]
fn some_needs_lead_straight_to_a_person() {
    let mut visitor = Visitor::arrives();
    visitor.chooses_language("it");
    visitor.chooses(&["permit", "permit.minor"]);
    let Body::Person(person) = visitor.screen().body else { panic!("a person") };
    assert_eq!(person.number, "1");
    assert_eq!(visitor.taps(Touch::Confirm), [], "there is nothing to confirm");
}

#[test]
fn a_quick_desk_is_told_on_the_glass() {
    let mut visitor = at_the_confirmation();
    visitor.hub_opens(7);
    let asked = visitor.confirms();
    let ticket = visitor.hub_issues(&asked);
    visitor.hears(&asked, Ok(ticket));
    visitor.hub_calls(7);
    let Body::Number(number) = visitor.screen().body else { panic!("the number") };
    assert_eq!(number.desks.numbers, ["7"]);
    assert_eq!(number.title, "Ваша черга");
    assert_eq!(number.ahead, None);
}

#[test]
fn a_hub_that_is_gone_is_told_until_it_is_back() {
    let mut visitor = Visitor::arrives();
    visitor.tells(Input::HubGone);
    assert!(visitor.screen().header.notice.is_some());
    let day = visitor.session.day().clone();
    visitor.tells(Input::DayChanged(day));
    assert_eq!(visitor.screen().header.notice, None);
}

#[test]
fn questions_to_the_hub_are_bounded() {
    let mut visitor = Visitor::arrives();
    let mut questions = 0;
    for _ in 0..50 {
        visitor.chooses_language("it");
        visitor.chooses(&["health", "health.ssn"]);
        questions += visitor.taps(Touch::Confirm).len();
        visitor.taps(Touch::Home);
    }
    assert_eq!(questions, 8);
}

#[test]
fn the_slip_of_a_number_that_comes_far_too_late_is_printed_on_request_only() {
    let mut visitor = at_the_confirmation();
    let asked = visitor.confirms();
    let ticket = visitor.hub_issues(&asked);
    // As when the whole process was stopped for a while.
    visitor.waits(NUMBER_IS_LATE_AFTER.as_secs_f64());
    assert_eq!(visitor.hears(&asked, Ok(ticket.clone())), [Effect::LeaveUnprinted(ticket.number)]);
    let failed = SlipProgress::Done(SlipOutcome::Failed);
    assert!(matches!(visitor.session.page(), Page::Number(ShownTicket { slip, .. }) if *slip == failed));
    visitor.tells(Input::PrinterChanged(PrinterStatus::Ready));
    visitor.waits(2.0);
    assert_eq!(visitor.taps(Touch::PrintSlip), [Effect::Print(ticket)]);
}

#[test]
fn a_missing_font_is_told_with_the_package_that_brings_it() {
    let visitor = Visitor::arrives();
    let languages = visitor.session.day().site().languages().to_vec();
    let nowhere = std::path::Path::new("/nowhere");
    let names = || visitor.locales.fonts_of(&languages);
    let error = sportello::fonts::check(nowhere, names()).expect_err("nothing is there");
    let told = error.to_string();
    assert!(told.contains("/nowhere/truetype/noto/NotoSans-Regular.ttf") && told.contains("fonts-noto-core"), "{told}");
    assert!(!told.contains('\n'));
    let fonts = std::path::Path::new("/usr/share/fonts");
    if let Err(error) = sportello::fonts::check(fonts, names()) {
        panic!("{error}, or run provisioning/test");
    }
}

#[test]
fn an_impatient_second_tap_does_not_wipe_the_number_away() {
    let mut visitor = at_the_confirmation();
    let asked = visitor.confirms();
    let ticket = visitor.hub_issues(&asked);
    visitor.hears(&asked, Ok(ticket));
    // "I have finished" lies where "give me a number" was.
    visitor.waits(0.8);
    visitor.tells(Touch::Home);
    assert!(matches!(visitor.screen().body, Body::Number(_)));
    visitor.taps(Touch::Home);
    assert!(is_at_the_start(&visitor));
}

#[test]
fn a_clock_that_is_set_wipes_no_number_away() {
    let mut visitor = at_the_confirmation();
    let asked = visitor.confirms();
    let ticket = visitor.hub_issues(&asked);
    visitor.hears(&asked, Ok(ticket));
    for seconds in [90, -90, 3 * 3600, -86_400] {
        let set = visitor.clock.now() + jiff::SignedDuration::from_secs(seconds);
        visitor.clock.turn_to(set);
        visitor.waits(2.0);
        assert!(matches!(visitor.screen().body, Body::Number(_)), "set by {seconds} seconds");
    }
}
