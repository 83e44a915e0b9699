//! Stories beyond taking a number: several needs, priority, appointments, leaving, and the note about a closed need.

use super::glass_site;
use super::glass_world::Visitor;
use sportello::domain::{Class, NeedCode, Refusal, SlipOutcome};
use sportello::hub::HubError;
use sportello::kiosk::parts::SlipSign;
use sportello::kiosk::screens::{Body, closed::NoteOffer, confirm::Confirm, leaving::LeavingButtons, needs::Needs};
use sportello::kiosk::session::NOTE_LIMIT;
use sportello::kiosk::{Effect, Input, Page, Touch};
use sportello::print::Slip;
use std::sync::Arc;

fn confirmation(visitor: &Visitor) -> Confirm {
    match visitor.screen().body {
        Body::Confirm(confirmation) => confirmation,
        other => panic!("a page to confirm, not {other:?}"),
    }
}

fn menu(visitor: &Visitor) -> Needs {
    match visitor.screen().body {
        Body::Needs(menu) => menu,
        other => panic!("a menu, not {other:?}"),
    }
}

#[test]
fn three_needs_go_on_one_number() {
    let mut visitor = Visitor::arrives();
    visitor.chooses_language("en");
    let first_title = menu(&visitor).title;
    visitor.chooses(&["health", "health.ssn"]);
    visitor.taps(Touch::AddNeed);
    assert_ne!(menu(&visitor).title, first_title, "what else?");
    visitor.chooses(&["permit", "permit.renew"]);
    assert_eq!(confirmation(&visitor).needs.len(), 2);
    visitor.taps(Touch::AddNeed);
    visitor.taps(Touch::Back);
    assert_eq!(confirmation(&visitor).needs.len(), 2, "on second thoughts nothing else");
    visitor.taps(Touch::AddNeed);
    visitor.chooses(&["health", "health.ssn"]);
    assert_eq!(confirmation(&visitor).needs.len(), 2, "the same need twice is one");
    visitor.taps(Touch::AddNeed);
    visitor.chooses(&["permit", "permit.asylum"]);
    let shown = confirmation(&visitor);
    assert_eq!((shown.needs.len(), shown.more), (3, None), "no more fits on one number");
    assert!(shown.locations.len() >= 2, "and the way leads to several places: {:?}", shown.locations);
    let asked = visitor.confirms();
    let ticket = visitor.hub_issues(&asked);
    assert_eq!(ticket.needs.len(), 3);
    let shown: Vec<_> = shown.locations.iter().map(|location| location.desks.numbers.clone()).collect();
    let site = Arc::clone(visitor.session.day().site());
    let desks = |service| site.desks_for(service).map(|desk| desk.number.to_string()).collect::<Vec<_>>();
    let walked: Vec<_> = ticket.steps.iter().map(|step| desks(&step.service)).collect();
    assert_eq!(shown, walked, "the glass promised the way that the ticket goes");
}

#[test]
fn the_selection_is_forgotten_at_the_start() {
    let mut visitor = Visitor::arrives();
    visitor.chooses_language("en");
    visitor.chooses(&["health", "health.ssn"]);
    visitor.taps(Touch::TogglePriority);
    visitor.taps(Touch::AddNeed);
    visitor.taps(Touch::Home);
    visitor.chooses_language("it");
    visitor.chooses(&["permit", "permit.renew"]);
    let shown = confirmation(&visitor);
    assert_eq!(shown.needs.len(), 1);
    assert_eq!(shown.priority.map(|choice| choice.is_chosen), Some(false), "the next visitor asked for nothing");
}

#[test]
fn the_priority_request_can_be_made_and_taken_back() {
    let mut visitor = Visitor::arrives();
    visitor.chooses_language("ar");
    visitor.chooses(&["health", "health.ssn"]);
    visitor.taps(Touch::TogglePriority);
    visitor.taps(Touch::AddNeed);
    visitor.chooses(&["permit", "permit.renew"]);
    assert!(confirmation(&visitor).priority.is_some_and(|choice| choice.is_chosen), "one wish for the whole number");
    visitor.taps(Touch::TogglePriority);
    assert!(confirmation(&visitor).priority.is_some_and(|choice| !choice.is_chosen));
    visitor.taps(Touch::TogglePriority);
    let asked = visitor.confirms();
    assert_eq!(visitor.hub_issues(&asked).class, Class::Priority);
}

#[test]
fn a_selection_that_was_requested_cannot_be_changed() {
    let mut visitor = Visitor::arrives();
    visitor.chooses_language("en");
    visitor.chooses(&["health", "health.ssn"]);
    let asked = visitor.confirms();
    visitor.hears(&asked, Err(HubError::Away));
    visitor.taps(Touch::Back);
    let shown = confirmation(&visitor);
    assert_eq!((shown.priority, shown.more), (None, None));
    visitor.taps(Touch::TogglePriority);
    visitor.taps(Touch::AddNeed);
    assert_eq!(visitor.taps(Touch::Confirm), [Effect::Issue(asked)], "it may have got through");
}

#[test]
fn a_visitor_with_an_appointment_types_its_code() {
    let mut visitor = Visitor::arrives();
    visitor.chooses_language("uk");
    assert_eq!(menu(&visitor).appointment, None, "no appointments today");
    visitor.taps(Touch::OpenAppointment);
    assert_eq!(*visitor.session.page(), Page::Needs);
    visitor.hub_books("asl.card", "2026-11-24T10:00:00+01:00", "2B4D6F");
    assert_eq!(menu(&visitor).appointment, None, "tomorrow's is none today");
    visitor.hub_books("asl.card", "2026-11-23T10:00:00+01:00", "7GH9JK");
    assert!(menu(&visitor).appointment.is_some());
    visitor.taps(Touch::OpenAppointment);
    let typed =
        |visitor: &mut Visitor, signs: &str| signs.chars().for_each(|sign| drop(visitor.taps(Touch::Key(sign))));
    typed(&mut visitor, "7GH9JX!2");
    let Body::Code(code) = visitor.screen().body else { panic!("a place for the code") };
    assert_eq!(code.characters.concat(), "7GH9JX", "six signs, and only those that a code is made of");
    let asked = match visitor.taps(Touch::CheckIn).as_slice() {
        [Effect::Issue(asked)] => asked.clone(),
        other => panic!("one question to the hub, not {other:?}"),
    };
    visitor.hears(&asked, Err(HubError::Refused(Refusal::UnknownAppointment)));
    let Body::Code(code) = visitor.screen().body else { panic!("the code can be mended") };
    assert!(code.refusal.is_some());
    visitor.taps(Touch::Erase);
    let Body::Code(code) = visitor.screen().body else { panic!("the code can be mended") };
    assert_eq!((code.refusal, code.act), (None, None), "not whole yet");
    assert_eq!(visitor.taps(Touch::CheckIn), []);
    typed(&mut visitor, "K");
    let second = match visitor.taps(Touch::CheckIn).as_slice() {
        [Effect::Issue(asked)] => asked.clone(),
        other => panic!("one question to the hub, not {other:?}"),
    };
    assert_ne!(second.key, asked.key, "another code is another question");
    visitor.hears(&second, Err(HubError::Busy));
    visitor.taps(Touch::Back);
    assert_eq!(visitor.taps(Touch::CheckIn), [Effect::Issue(second.clone())], "the same code is the same question");
    let ticket = visitor.hub_issues(&second);
    assert!(matches!(ticket.class, Class::Appointment(_)));
    visitor.hears(&second, Ok(ticket));
    assert!(matches!(visitor.screen().body, Body::Number(_)));
}

#[test]
fn leaving_is_confirmed_and_sent_once() {
    let (mut visitor, ticket) = Visitor::with_a_number(glass_site::site());
    assert!(visitor.screen().footer.leave.is_some());
    visitor.taps(Touch::Leave);
    visitor.slip_is(&ticket, SlipOutcome::Printed);
    visitor.taps(Touch::Back);
    let Body::Number(number) = visitor.screen().body else { panic!("back at the number") };
    assert_eq!(number.slip.sign, SlipSign::Take, "what the printer said meanwhile is not lost");
    visitor.taps(Touch::Leave);
    assert_eq!(visitor.taps(Touch::ConfirmLeave), [Effect::Withdraw(ticket.token)]);
    assert_eq!(visitor.taps(Touch::ConfirmLeave), [], "ten fingers leave once");
    visitor.hub_withdraws(ticket.token);
    visitor.tells(Input::Withdrawn { token: ticket.token, result: Ok(()) });
    let Body::Leaving(left) = visitor.screen().body else { panic!("it says that it is done") };
    assert!(matches!(left.buttons, LeavingButtons::Done(_)));
    assert_eq!(visitor.screen().footer.leave, None);
    visitor.waits(21.0);
    assert_eq!(*visitor.session.page(), Page::START);
}

#[test]
fn a_number_that_can_t_be_given_up_stays() {
    let (mut visitor, ticket) = Visitor::with_a_number(glass_site::site());
    visitor.taps(Touch::Leave);
    visitor.taps(Touch::ConfirmLeave);
    visitor.tells(Input::Withdrawn { token: ticket.token, result: Err(HubError::Away) });
    assert!(matches!(visitor.screen().body, Body::Number(_)));
    visitor.hub_opens(7);
    visitor.hub_calls(7);
    assert_eq!(visitor.screen().footer.leave, None, "a called ticket can only be ended at the desk");
    visitor.taps(Touch::Leave);
    assert!(matches!(visitor.screen().body, Body::Number(_)));
}

#[test]
fn a_closed_need_offers_a_note_on_paper() {
    let mut visitor = Visitor::arrives();
    visitor.chooses_language("uk");
    visitor.chooses(&["permit", "permit.family"]);
    let note = |visitor: &Visitor| match visitor.screen().body {
        Body::Closed(closed) => closed.note,
        other => panic!("a closed need, not {other:?}"),
    };
    assert!(matches!(note(&visitor), NoteOffer::Offered(_)));
    let printed = visitor.taps(Touch::PrintNote);
    assert!(matches!(printed.as_slice(), [Effect::PrintNote { language, .. }] if language.as_str() == "uk"));
    assert_eq!(visitor.taps(Touch::PrintNote), [], "once");
    assert!(matches!(note(&visitor), NoteOffer::Requested(line) if line.sign == SlipSign::Printing));
    visitor.tells(Input::NoteDone { note: 7, outcome: SlipOutcome::Failed });
    assert!(
        matches!(note(&visitor), NoteOffer::Requested(line) if line.sign == SlipSign::Printing),
        "that was another note"
    );
    visitor.tells(Input::NoteDone { note: 1, outcome: SlipOutcome::Printed });
    assert!(matches!(note(&visitor), NoteOffer::Requested(line) if line.sign == SlipSign::Take));
    visitor.tells(Input::NoteDone { note: 1, outcome: SlipOutcome::Failed });
    assert!(
        matches!(note(&visitor), NoteOffer::Requested(line) if line.sign == SlipSign::Doubtful),
        "else the screen is to be photographed"
    );
    let mut printed = 1;
    for _ in 0..20 {
        visitor.taps(Touch::Back);
        visitor.chooses(&["permit.family"]);
        printed += visitor.taps(Touch::PrintNote).len();
    }
    assert_eq!(printed, NOTE_LIMIT, "a child does not empty the roll");
    assert!(matches!(note(&visitor), NoteOffer::Requested(line) if line.sign == SlipSign::Doubtful));
    visitor.waits(30.0);
    visitor.clock.turn_to("2026-11-24T10:00:00+01:00".parse().expect("a moment"));
    visitor.hub_opens(7);
    assert!(matches!(visitor.screen().body, Body::Confirm(_)), "the institution is back, and the page follows");
}

#[test]
fn needs_selected_before_one_without_a_number_still_get_theirs() {
    let mut visitor = Visitor::arrives();
    visitor.chooses_language("en");
    visitor.chooses(&["health", "health.ssn"]);
    visitor.taps(Touch::AddNeed);
    visitor.chooses(&["permit", "permit.minor"]);
    assert!(matches!(visitor.screen().body, Body::Person(_)));
    visitor.taps(Touch::Understood);
    assert_eq!(confirmation(&visitor).needs.len(), 1);
    assert_eq!(visitor.confirms().needs()[0].as_str(), "health.ssn");
    let mut visitor = Visitor::arrives();
    visitor.chooses_language("en");
    visitor.chooses(&["permit", "permit.minor"]);
    visitor.taps(Touch::Understood);
    assert_eq!(*visitor.session.page(), Page::START, "where nothing else was wanted, that is all");
}

#[test]
fn a_number_that_is_given_up_elsewhere_is_not_shown_as_valid() {
    let (mut visitor, ticket) = Visitor::with_a_number(glass_site::site());
    visitor.hub_withdraws(ticket.token);
    assert!(
        matches!(visitor.screen().body, Body::Leaving(left) if matches!(left.buttons, LeavingButtons::Done(_))),
        "by phone, say"
    );
    let (mut visitor, ticket) = Visitor::with_a_number(glass_site::site());
    visitor.taps(Touch::Leave);
    visitor.taps(Touch::ConfirmLeave);
    visitor.taps(Touch::Back);
    assert!(matches!(visitor.session.page(), Page::Leaving { .. }), "what was sent is waited for");
    visitor.taps(Touch::OpenLanguages);
    visitor.tells(Input::Withdrawn { token: ticket.token, result: Ok(()) });
    visitor.chooses_language("fr");
    assert!(matches!(visitor.session.page(), Page::Left { .. }), "and found in another language too");
}

#[test]
fn an_unanswered_request_keeps_its_key_by_any_way() {
    let mut visitor = Visitor::arrives();
    visitor.hub_books("asl.card", "2026-11-23T10:00:00+01:00", "7GH9JK");
    visitor.chooses_language("en");
    visitor.chooses(&["health", "health.ssn"]);
    let asked = visitor.confirms();
    visitor.hears(&asked, Err(HubError::Away));
    visitor.taps(Touch::Back);
    visitor.taps(Touch::Back);
    visitor.chooses(&["health.ssn"]);
    assert_eq!(visitor.confirms(), asked, "it may have got through");
    visitor.hears(&asked, Err(HubError::Away));
    visitor.taps(Touch::Home);
    visitor.chooses_language("en");
    visitor.chooses(&["health", "health.ssn"]);
    assert_ne!(visitor.confirms().key, asked.key, "but the next visitor needs an own ticket");
    visitor.taps(Touch::Home);
    let mut keys = Vec::new();
    for _ in 0..2 {
        visitor.chooses_language("en");
        visitor.taps(Touch::OpenAppointment);
        "7GH9JK".chars().for_each(|sign| drop(visitor.taps(Touch::Key(sign))));
        let effects = visitor.taps(Touch::CheckIn);
        let [Effect::Issue(asked)] = effects.as_slice() else { panic!("a question to the hub") };
        visitor.hears(asked, Err(HubError::Away));
        keys.push(asked.key.clone());
        visitor.taps(Touch::Home);
    }
    assert_eq!(keys[0], keys[1], "a code belongs to one ticket whoever types it");
}

#[test]
fn the_selection_does_not_come_back_after_the_number() {
    let mut visitor = Visitor::arrives_at(super::world::demo_site());
    visitor.chooses_language("en");
    visitor.chooses(&["health", "health.ssn"]);
    visitor.taps(Touch::AddNeed);
    visitor.chooses(&["permit", "permit.renew"]);
    let asked = visitor.confirms();
    let ticket = visitor.hub_issues(&asked);
    visitor.hears(&asked, Ok(ticket));
    visitor.taps(Touch::OpenLanguages);
    visitor.taps(Touch::NoLanguage);
    assert!(matches!(visitor.session.page(), Page::Languages { .. }), "that tile is for those who begin");
    let Body::Languages(shown) = visitor.screen().body else { panic!("the languages") };
    assert_eq!(shown.missing, None);
}

#[test]
fn checking_in_for_a_discreet_need_reveals_nothing() {
    let mut visitor = Visitor::arrives_at(super::world::demo_site());
    visitor.chooses_language("en");
    let service =
        visitor.session.day().site().need(&NeedCode::parse("care.talk").unwrap()).unwrap().services()[0].clone();
    visitor.hub_books(service.as_str(), "2026-11-23T10:00:00+01:00", "7GH9JK");
    visitor.taps(Touch::OpenAppointment);
    "7GH9JK".chars().for_each(|sign| drop(visitor.taps(Touch::Key(sign))));
    let effects = visitor.taps(Touch::CheckIn);
    let [Effect::Issue(asked)] = effects.as_slice() else { panic!("a question to the hub") };
    let ticket = visitor.hub_issues(asked);
    visitor.hears(asked, Ok(Arc::clone(&ticket)));
    let Body::Number(number) = visitor.screen().body else { panic!("the number") };
    assert_eq!(number.bring, None);
    let site = visitor.session.day().site();
    let institution = &site.institution_of(&service).expect("an institution").name;
    assert!(!format!("{number:?}").contains(institution.as_str()), "{number:?}");
    let slip = Slip::compose(visitor.session.day().site(), &ticket, 0, &visitor.locales, "");
    for words in [&slip.visitor, slip.house.as_ref().expect("for the staff")] {
        assert!(words.quiet.is_some() && words.stops.iter().all(|stop| stop.institution.is_none()), "{words:?}");
    }
}

#[test]
fn after_a_refusal_the_selection_may_be_changed() {
    let mut visitor = Visitor::arrives();
    visitor.chooses_language("en");
    visitor.chooses(&["health", "health.ssn"]);
    let asked = visitor.confirms();
    visitor.hears(&asked, Err(HubError::Refused(Refusal::DayFull)));
    visitor.taps(Touch::Back);
    assert!(confirmation(&visitor).priority.is_some() && confirmation(&visitor).more.is_some());
    assert_ne!(visitor.confirms().key, asked.key);
}

#[test]
fn a_visitor_whose_language_is_missing_finds_the_mediator_by_pictures() {
    let mut visitor = Visitor::arrives_at(super::world::demo_site());
    visitor.taps(Touch::NoLanguage);
    let Body::Wordless(shown) = visitor.screen().body else { panic!("pictures, not a page in Italian") };
    assert!(!shown.need.pictogram.is_empty() && !shown.desks.numbers.is_empty());
    assert!(shown.act.contains("Prendi il numero") && shown.act.contains("Take a number"), "{}", shown.act);
    let asked = visitor.confirms();
    assert_eq!(asked.needs()[0].as_str(), "city.mediator");
    let ticket = visitor.hub_issues(&asked);
    visitor.hears(&asked, Ok(ticket));
    assert!(matches!(visitor.screen().body, Body::Number(_)));
}
