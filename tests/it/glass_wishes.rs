//! Stories of what a visitor may wish for besides a number: several needs on one, to go first, to be expected, to leave,
//! and a paper where there is no number.

use super::glass_world::Visitor;
use sportello::domain::tally::taps::{AgeBand, FirstVisit, Tap};
use sportello::domain::{Class, NeedCode, Refusal, SlipOutcome, Ticket};
use sportello::hub::HubError;
use sportello::kiosk::screen::{Body, Confirmation, Menu, Note, SlipSign};
use sportello::kiosk::session::{MOST_NOTES, QUESTION_STAYS};
use sportello::kiosk::{Effect, Input, Page};
use sportello::print::Slip;
use std::sync::Arc;

fn confirmation(visitor: &Visitor) -> Confirmation {
    match visitor.screen().body {
        Body::Confirm(confirmation) => confirmation,
        other => panic!("a page to confirm, not {other:?}"),
    }
}

fn menu(visitor: &Visitor) -> Menu {
    match visitor.screen().body {
        Body::Needs(menu) => menu,
        other => panic!("a menu, not {other:?}"),
    }
}

fn with_a_number() -> (Visitor, Arc<Ticket>) {
    let mut visitor = Visitor::arrives();
    visitor.chooses_language("en");
    visitor.chooses(&["health", "health.ssn"]);
    let asked = visitor.confirms();
    let ticket = visitor.hub_issues(&asked);
    visitor.hears(&asked, Ok(Arc::clone(&ticket)));
    (visitor, ticket)
}

#[test]
fn three_needs_go_on_one_number() {
    let mut visitor = Visitor::arrives();
    visitor.chooses_language("en");
    let first_title = menu(&visitor).title;
    visitor.chooses(&["health", "health.ssn"]);
    visitor.taps(Input::AddNeed);
    assert_ne!(menu(&visitor).title, first_title, "what else?");
    visitor.chooses(&["permit", "permit.renew"]);
    assert_eq!(confirmation(&visitor).needs.len(), 2);
    visitor.taps(Input::AddNeed);
    visitor.taps(Input::Back);
    assert_eq!(confirmation(&visitor).needs.len(), 2, "on second thoughts nothing else");
    visitor.taps(Input::AddNeed);
    visitor.chooses(&["health", "health.ssn"]);
    assert_eq!(confirmation(&visitor).needs.len(), 2, "the same need twice is one");
    visitor.taps(Input::AddNeed);
    visitor.chooses(&["permit", "permit.asylum"]);
    let shown = confirmation(&visitor);
    assert_eq!((shown.needs.len(), shown.more), (3, None), "no more fits on one number");
    assert!(shown.places.len() >= 2, "and the way leads to several places: {:?}", shown.places);
    let asked = visitor.confirms();
    let ticket = visitor.hub_issues(&asked);
    assert_eq!(ticket.needs.len(), 3);
    let shown: Vec<_> = shown.places.iter().map(|place| place.desks.clone()).collect();
    let site = Arc::clone(visitor.session.day().site());
    let desks = |service| site.desks_for(service).map(|desk| desk.number.to_string()).collect::<Vec<_>>();
    let walked: Vec<_> = ticket.steps.iter().map(|step| desks(&step.service)).collect();
    assert_eq!(shown, walked, "the glass promised the way that the ticket goes");
}

#[test]
fn what_was_chosen_before_is_forgotten_at_the_start() {
    let mut visitor = Visitor::arrives();
    visitor.chooses_language("en");
    visitor.chooses(&["health", "health.ssn"]);
    visitor.taps(Input::Sooner);
    visitor.taps(Input::AddNeed);
    visitor.taps(Input::Home);
    visitor.chooses_language("it");
    visitor.chooses(&["permit", "permit.renew"]);
    let shown = confirmation(&visitor);
    assert_eq!(shown.needs.len(), 1);
    assert_eq!(shown.sooner.map(|choice| choice.is_chosen), Some(false), "the next visitor asked for nothing");
}

#[test]
fn who_needs_to_go_first_says_so_and_may_think_again() {
    let mut visitor = Visitor::arrives();
    visitor.chooses_language("ar");
    visitor.chooses(&["health", "health.ssn"]);
    visitor.taps(Input::Sooner);
    visitor.taps(Input::AddNeed);
    visitor.chooses(&["permit", "permit.renew"]);
    assert!(confirmation(&visitor).sooner.is_some_and(|choice| choice.is_chosen), "one wish for the whole number");
    visitor.taps(Input::Sooner);
    assert!(confirmation(&visitor).sooner.is_some_and(|choice| !choice.is_chosen));
    visitor.taps(Input::Sooner);
    let asked = visitor.confirms();
    assert_eq!(visitor.hub_issues(&asked).class, Class::Priority);
}

#[test]
fn what_was_asked_of_the_hub_is_not_changed_any_more() {
    let mut visitor = Visitor::arrives();
    visitor.chooses_language("en");
    visitor.chooses(&["health", "health.ssn"]);
    let asked = visitor.confirms();
    visitor.hears(&asked, Err(HubError::Away));
    visitor.taps(Input::Back);
    let shown = confirmation(&visitor);
    assert_eq!((shown.sooner, shown.more), (None, None));
    visitor.taps(Input::Sooner);
    visitor.taps(Input::AddNeed);
    assert_eq!(visitor.taps(Input::Confirmed), [Effect::Issue(asked)], "it may have got through");
}

#[test]
fn who_has_an_appointment_types_its_code() {
    let mut visitor = Visitor::arrives();
    visitor.chooses_language("uk");
    assert_eq!(menu(&visitor).appointment, None, "nobody has one today");
    visitor.taps(Input::OpenAppointment);
    assert_eq!(*visitor.session.page(), Page::Needs);
    visitor.hub_books("asl.card", "2026-11-24T10:00:00+01:00", "2B4D6F");
    assert_eq!(menu(&visitor).appointment, None, "tomorrow's is none today");
    visitor.hub_books("asl.card", "2026-11-23T10:00:00+01:00", "7GH9JK");
    assert!(menu(&visitor).appointment.is_some());
    visitor.taps(Input::OpenAppointment);
    let typed =
        |visitor: &mut Visitor, signs: &str| signs.chars().for_each(|sign| drop(visitor.taps(Input::Sign(sign))));
    typed(&mut visitor, "7GH9JX!2");
    let Body::Code(code) = visitor.screen().body else { panic!("a place for the code") };
    assert_eq!(code.signs.concat(), "7GH9JX", "six signs, and only those that a code is made of");
    let asked = match visitor.taps(Input::CheckIn).as_slice() {
        [Effect::Issue(asked)] => asked.clone(),
        other => panic!("one question to the hub, not {other:?}"),
    };
    visitor.hears(&asked, Err(HubError::Refused(Refusal::UnknownAppointment)));
    let Body::Code(code) = visitor.screen().body else { panic!("the code can be mended") };
    assert!(!code.trouble.is_empty());
    visitor.taps(Input::Erase);
    let Body::Code(code) = visitor.screen().body else { panic!("the code can be mended") };
    assert_eq!((code.trouble.as_str(), code.act), ("", None), "not whole yet");
    assert_eq!(visitor.taps(Input::CheckIn), []);
    typed(&mut visitor, "K");
    let second = match visitor.taps(Input::CheckIn).as_slice() {
        [Effect::Issue(asked)] => asked.clone(),
        other => panic!("one question to the hub, not {other:?}"),
    };
    assert_ne!(second.key, asked.key, "another code is another question");
    visitor.hears(&second, Err(HubError::Busy));
    visitor.taps(Input::Back);
    assert_eq!(visitor.taps(Input::CheckIn), [Effect::Issue(second.clone())], "the same code is the same question");
    let ticket = visitor.hub_issues(&second);
    assert!(matches!(ticket.class, Class::Appointment(_)));
    visitor.hears(&second, Ok(ticket));
    assert!(matches!(visitor.screen().body, Body::Number(_)));
}

#[test]
fn who_leaves_is_asked_once_more_and_the_number_is_given_up_once() {
    let (mut visitor, ticket) = with_a_number();
    assert!(visitor.screen().footer.leave.is_some());
    visitor.taps(Input::Leave);
    visitor.slip_is(&ticket, SlipOutcome::Printed);
    visitor.taps(Input::Back);
    let Body::Number(number) = visitor.screen().body else { panic!("back at the number") };
    assert_eq!(number.slip, SlipSign::Take, "what the printer said meanwhile is not lost");
    visitor.taps(Input::Leave);
    assert_eq!(visitor.taps(Input::LeaveForSure), [Effect::Withdraw(ticket.token)]);
    assert_eq!(visitor.taps(Input::LeaveForSure), [], "ten fingers leave once");
    visitor.hub_withdraws(ticket.token);
    visitor.tells(Input::Withdrawn { token: ticket.token, result: Ok(()) });
    let Body::Leaving(left) = visitor.screen().body else { panic!("it says that it is done") };
    assert_eq!(left.yes, None);
    assert_eq!(visitor.screen().footer.leave, None);
    visitor.waits(21.0);
    assert_eq!(*visitor.session.page(), Page::START);
}

#[test]
fn a_number_that_can_t_be_given_up_stays() {
    let (mut visitor, ticket) = with_a_number();
    visitor.taps(Input::Leave);
    visitor.taps(Input::LeaveForSure);
    visitor.tells(Input::Withdrawn { token: ticket.token, result: Err(HubError::Away) });
    assert!(matches!(visitor.screen().body, Body::Number(_)));
    visitor.hub_opens(7);
    visitor.hub_calls(7);
    assert_eq!(visitor.screen().footer.leave, None, "whoever is called is the desk's to let go");
    visitor.taps(Input::Leave);
    assert!(matches!(visitor.screen().body, Body::Number(_)));
}

/// At a site that asks everything.
fn done_with(needs: &[&str]) -> Visitor {
    let mut visitor = Visitor::arrives_at(super::world::demo_site());
    visitor.chooses_language("ti");
    visitor.chooses(needs);
    let asked = visitor.confirms();
    let ticket = visitor.hub_issues(&asked);
    visitor.hears(&asked, Ok(ticket));
    visitor.taps(Input::Done);
    visitor
}

#[test]
fn who_likes_tells_a_little_for_the_counts_and_may_leave_out_everything() {
    let mut visitor = done_with(&["health", "health.ssn"]);
    let titles = |visitor: &Visitor| match visitor.screen().body {
        Body::Count(count) => count.title,
        other => panic!("a question, not {other:?}"),
    };
    let first = titles(&visitor);
    let other = Tap::Age(AgeBand::From65);
    assert_eq!(visitor.taps(Input::Told(other)), [], "not what is asked now");
    let yes = Tap::FirstVisit(FirstVisit::Yes);
    assert_eq!(visitor.taps(Input::Told(yes)), [Effect::Count(yes)]);
    assert_eq!(visitor.tells(Input::Told(yes)), [], "a double tap tells once");
    assert_ne!(titles(&visitor), first);
    assert_eq!(visitor.taps(Input::Skipped), [], "what is left out is not counted either");
    assert_eq!(visitor.taps(Input::Told(other)), [Effect::Count(other)]);
    visitor.taps(Input::Skipped);
    assert_eq!(*visitor.session.page(), Page::START, "four questions and no more");
    let mut visitor = done_with(&["health", "health.ssn"]);
    visitor.waits(QUESTION_STAYS.as_secs_f64() + 0.5);
    assert_eq!(*visitor.session.page(), Page::START, "and nobody waits for an answer");
}

#[test]
fn nobody_is_asked_who_came_in_trust_or_at_a_site_that_does_not_count() {
    assert_eq!(*done_with(&["care", "care.talk"]).session.page(), Page::START);
    let (mut visitor, _) = with_a_number();
    visitor.taps(Input::Done);
    assert_eq!(*visitor.session.page(), Page::START);
}

#[test]
fn where_nobody_is_here_the_paper_says_when_to_come_again() {
    let mut visitor = Visitor::arrives();
    visitor.chooses_language("uk");
    visitor.chooses(&["permit", "permit.family"]);
    let note = |visitor: &Visitor| match visitor.screen().body {
        Body::Closed(closed) => closed.note,
        other => panic!("nobody is here, not {other:?}"),
    };
    assert!(matches!(note(&visitor), Note::Offered(_)));
    let printed = visitor.taps(Input::PrintNote);
    assert!(matches!(printed.as_slice(), [Effect::PrintNote { language, .. }] if language.as_str() == "uk"));
    assert_eq!(visitor.taps(Input::PrintNote), [], "once");
    assert!(matches!(note(&visitor), Note::Asked(SlipSign::Printing, _)));
    visitor.tells(Input::NoteDone { note: 7, outcome: SlipOutcome::Failed });
    assert!(matches!(note(&visitor), Note::Asked(SlipSign::Printing, _)), "that was somebody else's");
    visitor.tells(Input::NoteDone { note: 1, outcome: SlipOutcome::Printed });
    assert!(matches!(note(&visitor), Note::Asked(SlipSign::Take, _)));
    visitor.tells(Input::NoteDone { note: 1, outcome: SlipOutcome::Failed });
    assert!(matches!(note(&visitor), Note::Asked(SlipSign::Doubtful, _)), "else the screen is to be photographed");
    let mut printed = 1;
    for _ in 0..20 {
        visitor.taps(Input::Back);
        visitor.chooses(&["permit.family"]);
        printed += visitor.taps(Input::PrintNote).len();
    }
    assert_eq!(printed, MOST_NOTES, "a child does not empty the roll");
    assert!(matches!(note(&visitor), Note::Asked(SlipSign::Doubtful, _)));
    visitor.waits(30.0);
    visitor.clock.turn_to("2026-11-24T10:00:00+01:00".parse().expect("a moment"));
    visitor.hub_opens(7);
    assert!(matches!(visitor.screen().body, Body::Confirm(_)), "somebody is here again, and the page knows");
}

#[test]
fn whoever_is_sent_to_a_person_still_gets_the_number_for_what_was_chosen_before() {
    let mut visitor = Visitor::arrives();
    visitor.chooses_language("en");
    visitor.chooses(&["health", "health.ssn"]);
    visitor.taps(Input::AddNeed);
    visitor.chooses(&["permit", "permit.minor"]);
    assert!(matches!(visitor.screen().body, Body::Person(_)));
    visitor.taps(Input::Understood);
    assert_eq!(confirmation(&visitor).needs.len(), 1);
    assert_eq!(visitor.confirms().needs()[0].as_str(), "health.ssn");
    let mut visitor = Visitor::arrives();
    visitor.chooses_language("en");
    visitor.chooses(&["permit", "permit.minor"]);
    visitor.taps(Input::Understood);
    assert_eq!(*visitor.session.page(), Page::START, "where nothing else was wanted, that is all");
}

#[test]
fn a_number_that_is_given_up_elsewhere_is_not_shown_as_valid() {
    let (mut visitor, ticket) = with_a_number();
    visitor.hub_withdraws(ticket.token);
    assert!(matches!(visitor.screen().body, Body::Leaving(left) if left.yes.is_none()), "by phone, say");
    let (mut visitor, ticket) = with_a_number();
    visitor.taps(Input::Leave);
    visitor.taps(Input::LeaveForSure);
    visitor.taps(Input::Back);
    assert!(matches!(visitor.session.page(), Page::Leaving { .. }), "what was sent is waited for");
    visitor.taps(Input::OpenLanguages);
    visitor.tells(Input::Withdrawn { token: ticket.token, result: Ok(()) });
    visitor.chooses_language("fr");
    assert!(matches!(visitor.session.page(), Page::Left { .. }), "and found in another language too");
}

#[test]
fn the_same_question_that_nobody_answered_has_the_same_key_by_any_way() {
    let mut visitor = Visitor::arrives();
    visitor.hub_books("asl.card", "2026-11-23T10:00:00+01:00", "7GH9JK");
    visitor.chooses_language("en");
    visitor.chooses(&["health", "health.ssn"]);
    let asked = visitor.confirms();
    visitor.hears(&asked, Err(HubError::Away));
    visitor.taps(Input::Back);
    visitor.taps(Input::Back);
    visitor.chooses(&["health.ssn"]);
    assert_eq!(visitor.confirms(), asked, "it may have got through");
    visitor.hears(&asked, Err(HubError::Away));
    visitor.taps(Input::Home);
    visitor.chooses_language("en");
    visitor.chooses(&["health", "health.ssn"]);
    assert_ne!(visitor.confirms().key, asked.key, "but the next visitor is somebody else");
    visitor.taps(Input::Home);
    let mut keys = Vec::new();
    for _ in 0..2 {
        visitor.chooses_language("en");
        visitor.taps(Input::OpenAppointment);
        "7GH9JK".chars().for_each(|sign| drop(visitor.taps(Input::Sign(sign))));
        let effects = visitor.taps(Input::CheckIn);
        let [Effect::Issue(asked)] = effects.as_slice() else { panic!("a question to the hub") };
        visitor.hears(asked, Err(HubError::Away));
        keys.push(asked.key.clone());
        visitor.taps(Input::Home);
    }
    assert_eq!(keys[0], keys[1], "a code stands for itself, whoever types it");
}

#[test]
fn what_was_chosen_before_does_not_come_back_after_the_number() {
    let mut visitor = Visitor::arrives_at(super::world::demo_site());
    visitor.chooses_language("en");
    visitor.chooses(&["health", "health.ssn"]);
    visitor.taps(Input::AddNeed);
    visitor.chooses(&["permit", "permit.renew"]);
    let asked = visitor.confirms();
    let ticket = visitor.hub_issues(&asked);
    visitor.hears(&asked, Ok(ticket));
    visitor.taps(Input::OpenLanguages);
    visitor.taps(Input::NoLanguage);
    assert!(matches!(visitor.session.page(), Page::Languages { .. }), "that tile is for those who begin");
    let Body::Languages(shown) = visitor.screen().body else { panic!("the languages") };
    assert_eq!(shown.missing, "");
}

#[test]
fn who_checks_in_for_what_nobody_should_know_is_not_given_away() {
    let mut visitor = Visitor::arrives_at(super::world::demo_site());
    visitor.chooses_language("en");
    let service =
        visitor.session.day().site().need(&NeedCode::parse("care.talk").unwrap()).unwrap().services()[0].clone();
    visitor.hub_books(service.as_str(), "2026-11-23T10:00:00+01:00", "7GH9JK");
    visitor.taps(Input::OpenAppointment);
    "7GH9JK".chars().for_each(|sign| drop(visitor.taps(Input::Sign(sign))));
    let effects = visitor.taps(Input::CheckIn);
    let [Effect::Issue(asked)] = effects.as_slice() else { panic!("a question to the hub") };
    let ticket = visitor.hub_issues(asked);
    visitor.hears(asked, Ok(Arc::clone(&ticket)));
    let Body::Number(number) = visitor.screen().body else { panic!("the number") };
    assert_eq!((number.place.institution.as_str(), number.bring.len()), ("", 0));
    let slip = Slip::compose(visitor.session.day().site(), &ticket, 0, &visitor.locales, "");
    for words in [&slip.visitor, slip.house.as_ref().expect("for the staff")] {
        assert!(words.quiet.is_some() && words.stops.iter().all(|stop| stop.institution.is_none()), "{words:?}");
    }
}

#[test]
fn a_refusal_is_certain_so_what_was_asked_may_be_changed() {
    let mut visitor = Visitor::arrives();
    visitor.chooses_language("en");
    visitor.chooses(&["health", "health.ssn"]);
    let asked = visitor.confirms();
    visitor.hears(&asked, Err(HubError::Refused(Refusal::DayFull)));
    visitor.taps(Input::Back);
    assert!(confirmation(&visitor).sooner.is_some() && confirmation(&visitor).more.is_some());
    assert_ne!(visitor.confirms().key, asked.key);
}
