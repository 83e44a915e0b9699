//! Who is next, in which order, and why: the queue's rules, told as stories.

use crate::queue_fixture::{House, language, service_code};
use sportello::domain::command::Command;
use sportello::domain::{Class, DeskNumber, Reason, Refusal, UrgencyReason};

const ONE: DeskNumber = DeskNumber(1);
const TWO: DeskNumber = DeskNumber(2);

#[test]
fn a_visitor_is_left_to_the_desk_that_speaks_the_language_but_not_for_ever() {
    let mut house = House::new();
    house.opens(&[1, 2]);
    let tigrinya = house.comes(&["help"], "ti");
    assert_eq!(house.calls(1), None, "left to desk 2");
    house.minutes_pass(9);
    assert_eq!(house.calls(1), None);
    house.minutes_pass(1);
    let (called, why) = house.calls(1).expect("the bound has passed");
    assert_eq!(called, tigrinya);
    assert!(why.contains(&Reason::NeedsInterpreter { language: language("ti") }), "{why:?}");
}

#[test]
fn the_desk_that_speaks_the_language_prefers_it_within_the_bound_and_says_so() {
    let mut house = House::new();
    house.opens(&[1, 2]);
    let italian = house.comes(&["help"], "it");
    house.minutes_pass(9);
    let tigrinya = house.comes(&["help"], "ti");
    let (called, why) = house.calls(2).expect("a ticket");
    assert_eq!(called, tigrinya, "nine minutes are within the bound of ten");
    assert!(why.contains(&Reason::SpeaksLanguage { language: language("ti") }), "{why:?}");
    assert!(why.contains(&Reason::Waited { minutes: 0 }), "{why:?}");
    assert_eq!(house.calls(1).expect("the other desk").0, italian);

    let mut house = House::new();
    house.opens(&[1, 2]);
    let italian = house.comes(&["help"], "it");
    house.minutes_pass(11);
    house.comes(&["help"], "ti");
    assert_eq!(house.calls(2).expect("a ticket").0, italian, "eleven are not");
}

#[test]
fn nobody_is_left_to_a_desk_that_is_closed_paused_or_alone() {
    let mut house = House::new();
    house.opens(&[1]);
    house.comes(&["help"], "ti");
    let (_, why) = house.calls(1).expect("no other desk is open");
    assert!(why.contains(&Reason::NeedsInterpreter { language: language("ti") }), "{why:?}");

    let mut house = House::new();
    house.opens(&[1, 2]);
    house.comes(&["help"], "ti");
    house.does(Command::Pause { desk: TWO }).unwrap();
    assert!(house.calls(1).is_some(), "desk 2 pauses");
    let mut house = House::new();
    house.opens(&[2]);
    house.comes(&["help"], "it");
    house.comes(&["help"], "ti");
    let (_, why) = house.calls(2).expect("the first");
    assert_eq!(why, [Reason::LongestWaiting { minutes: 0 }], "where only one desk is open, nothing is to be preferred");
}

#[test]
fn somebody_else_sits_there_now_and_other_languages_are_spoken() {
    let mut house = House::new();
    house.opens(&[1, 2]);
    house.comes(&["help"], "ar");
    house.does(Command::Open { desk: TWO, languages: vec![language("ar")], services: None }).unwrap();
    assert_eq!(house.calls(1), None, "desk 2 speaks Arabic today");
    let (_, why) = house.calls(2).expect("at desk 2");
    assert!(why.contains(&Reason::SpeaksLanguage { language: language("ar") }), "{why:?}");
}

#[test]
fn priority_has_a_head_start_and_a_cap_in_a_row() {
    let mut house = House::new();
    house.opens(&[1]);
    let early = house.comes(&["help"], "it");
    house.minutes_pass(20);
    let standard: Vec<_> = (0..2).map(|_| house.comes(&["help"], "it")).collect();
    let priority: Vec<_> = (0..5).map(|_| house.asks_for_priority("help", "it")).collect();
    let (first, why) = house.calls(1).expect("a ticket");
    assert_eq!(first, priority[0], "twenty minutes are within the head start of thirty");
    assert!(why.contains(&Reason::GoesFirst { class: Class::Priority }), "{why:?}");
    house.starts(1);
    house.finishes(1);
    assert_eq!(house.serves(1), Some(priority[1]));
    assert_eq!(house.serves(1), Some(early), "after two in a row age alone decides");
    assert_eq!(house.serves(1), Some(priority[2]));
    assert_eq!(house.serves(1), Some(priority[3]));
    assert_eq!(house.serves(1), Some(standard[0]));
    assert_eq!(house.serves(1), Some(priority[4]));
    assert_eq!(house.serves(1), Some(standard[1]));

    let mut house = House::new();
    house.opens(&[1]);
    let early = house.comes(&["help"], "it");
    house.minutes_pass(31);
    house.asks_for_priority("help", "it");
    assert_eq!(house.serves(1), Some(early), "thirty-one are not");
}

#[test]
fn however_many_ask_for_priority_nobody_starves() {
    let mut house = House::new();
    house.opens(&[1]);
    let patient = house.comes(&["help"], "it");
    let mut calls = 0;
    loop {
        house.asks_for_priority("help", "it");
        house.asks_for_priority("help", "it");
        calls += 1;
        if house.serves(1) == Some(patient) {
            break;
        }
        assert!(calls <= 3, "no ticket is older, so at most two may pass");
    }
    assert_eq!(calls, 3);
}

#[test]
fn staff_make_a_ticket_urgent_with_a_reason_and_may_take_it_back() {
    let mut house = House::new();
    house.opens(&[1]);
    let early = house.comes(&["help"], "it");
    house.minutes_pass(90);
    let refused = house.comes(&["help"], "it");
    let urgent = |reason| Command::SetUrgent { ticket: refused, reason };
    house.does(urgent(Some(UrgencyReason::Deadline))).unwrap();
    assert_eq!(house.ticket(refused).class, Class::Urgent);
    house.does(urgent(None)).unwrap();
    assert_eq!(house.ticket(refused).class, Class::Standard);
    let priority = house.asks_for_priority("help", "ar");
    house.does(Command::SetUrgent { ticket: priority, reason: Some(UrgencyReason::Safety) }).unwrap();
    house.does(Command::SetUrgent { ticket: priority, reason: None }).unwrap();
    assert_eq!(house.ticket(priority).class, Class::Priority, "what was asked for stays");
    house.does(Command::Dismiss { desk: None, ticket: priority }).unwrap();
    house.does(urgent(Some(UrgencyReason::Deadline))).unwrap();
    let before = house.journal.len();
    house.does(urgent(Some(UrgencyReason::Health))).unwrap();
    assert_eq!(house.journal.len(), before, "it is so already");
    let (called, why) = house.calls(1).expect("a ticket");
    assert_eq!(called, refused);
    assert!(why.contains(&Reason::GoesFirst { class: Class::Urgent }), "{why:?}");
    assert_eq!(house.does(urgent(None)).unwrap_err(), Refusal::NotWaiting(refused));
    house.starts(1);
    house.finishes(1);
    assert_eq!(house.serves(1), Some(early));
}

#[test]
fn what_must_come_first_comes_first_and_a_needs_own_order_stays() {
    let mut house = House::new();
    let number = house.comes(&["card", "code"], "it");
    assert_eq!(house.steps(number), ["code", "card"], "the site file says so");
    assert_eq!(number.to_string(), "C 001", "the letter is the first step's");
    let refused = house.does(Command::OrderSteps {
        desk: ONE,
        ticket: number,
        services: ["card", "code"].map(service_code).to_vec(),
    });
    let circle = Refusal::MustComeAfter { service: service_code("card"), after: service_code("code") };
    assert_eq!(refused.unwrap_err(), circle);
}

#[test]
fn the_shorter_way_comes_first_and_who_leaves_soon_before_all() {
    let mut house = House::new();
    house.opens(&[1, 3]);
    for _ in 0..6 {
        house.comes(&["help"], "it");
    }
    let number = house.comes(&["help", "code"], "it");
    assert_eq!(house.steps(number), ["code", "help"], "six wait for help, none for the code");
    // At twenty-five to twelve the clinic leaves in twenty-five minutes; both together take thirty.
    let mut house =
        House::with(&[("after = [\"code\"]", ""), ("minutes = 30", "minutes = 10")], "2026-11-23T11:35:00+01:00");
    house.opens(&[1]);
    house.comes(&["card"], "it");
    let number = house.comes(&["help", "card"], "it");
    assert_eq!(house.steps(number).len(), 2);
    assert_eq!(house.steps(number)[0], "card", "they leave at twelve");
}

#[test]
fn a_step_that_ends_keeps_the_age_and_leaves_time_for_the_way() {
    let mut house = House::new();
    house.opens(&[3, 4]);
    let several = house.comes(&["code", "card"], "it");
    house.minutes_pass(5);
    let later = house.comes(&["card"], "it");
    assert_eq!(house.serves(3), Some(several));
    house.minutes_pass(1);
    assert_eq!(house.calls(4).expect("a ticket").0, later, "she is still on the way");
    house.starts(4);
    house.finishes(4);
    house.comes(&["card"], "it");
    house.minutes_pass(1);
    let (called, why) = house.calls(4).expect("a ticket");
    assert_eq!(called, several, "her age is kept");
    assert!(why.contains(&Reason::LaterStep { step: 2 }), "{why:?}");
    assert!(why.contains(&Reason::LongestWaiting { minutes: 7 }), "{why:?}");
}

#[test]
fn whom_a_desk_would_call_is_whom_it_calls_one_after_another() {
    let mut house = House::new();
    assert!(house.day.would_call(ONE, 9, house.now).is_empty(), "the desk is closed");
    house.opens(&[1, 2]);
    let early = house.comes(&["help"], "it");
    house.minutes_pass(20);
    house.comes(&["help"], "it");
    let left_to_others = house.comes(&["help"], "ti");
    for _ in 0..4 {
        house.asks_for_priority("help", "it");
    }
    let urgent = house.comes(&["help"], "it");
    house.does(Command::SetUrgent { ticket: urgent, reason: Some(UrgencyReason::Health) }).unwrap();
    let numbers = |house: &House, most| {
        let line = house.day.would_call(ONE, most, house.now);
        line.iter().map(|ticket| ticket.number).collect::<Vec<_>>()
    };
    let line = numbers(&house, 20);
    assert_eq!((line.len(), line[0]), (7, urgent), "{line:?}");
    assert!(line.iter().position(|it| *it == early) == Some(2), "two in a row may pass, not more: {line:?}");
    assert!(!line.contains(&left_to_others), "{line:?}");
    assert_eq!(numbers(&house, 2), line[..2]);
    house.does(Command::Pause { desk: ONE }).unwrap();
    assert_eq!(numbers(&house, 20)[0], urgent, "asked as if it called");
    house.opens(&[1]);
    let called: Vec<_> = std::iter::from_fn(|| house.serves(1)).collect();
    assert_eq!(called, line);
}

#[test]
fn closing_and_opening_again_does_not_reset_how_many_have_passed() {
    let mut house = House::new();
    house.opens(&[1]);
    let early = house.comes(&["help"], "it");
    for _ in 0..3 {
        house.asks_for_priority("help", "it");
    }
    house.serves(1).unwrap();
    house.serves(1).unwrap();
    house.does(Command::Close { desk: ONE }).unwrap();
    house.opens(&[1]);
    assert_eq!(house.serves(1), Some(early));
}
