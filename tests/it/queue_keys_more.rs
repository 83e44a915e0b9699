//! More of what a key stands for: appointments, slips, and verbs that change the order of the steps as well.

use crate::queue_fixture::{House, language, service_code};
use crate::queue_keys::orders;
use sportello::domain::command::Command;
use sportello::domain::{
    AppointmentCode, DeskNumber, Refusal, SlipOutcome, Target, TicketNumber, Token, TransferReason,
};

const ONE: DeskNumber = DeskNumber(1);

/// Gives the command twice, and each of the others once, all with one key.
fn is_done_once(house: &mut House, command: &Command, others: &[Command]) {
    let first = orders(house, command).unwrap_or_else(|refusal| panic!("{command:?}: {refusal:?}"));
    let events = house.journal.len();
    assert_eq!(orders(house, command).as_ref(), Ok(&first), "{command:?}");
    for other in others {
        assert_eq!(orders(house, other), Err(Refusal::KeyReused), "{other:?} after {command:?}");
    }
    assert_eq!(house.journal.len(), events, "nothing happened twice: {command:?}");
}

#[test]
fn an_appointment_is_checked_in_with_and_given_up_once() {
    let booked = || {
        let mut house = House::new();
        let codes = [(); 2].map(|()| house.books("help", "2026-11-24T12:00:00+01:00").unwrap());
        (house, codes)
    };
    let check_in = |code: AppointmentCode, tongue| Command::CheckIn {
        code,
        language: language(tongue),
        token: Token::from_random(900),
    };
    let (mut house, [one, two]) = booked();
    is_done_once(
        &mut house,
        &check_in(one, "it"),
        &[check_in(one, "ar"), check_in(two, "it"), Command::Unbook { code: one }],
    );
    let (mut house, [one, two]) = booked();
    is_done_once(&mut house, &Command::Unbook { code: one }, &[Command::Unbook { code: two }, check_in(one, "it")]);
}

#[test]
fn what_became_of_a_slip_is_reported_once() {
    let mut house = House::new();
    let (ticket, other) = (house.comes(&["help"], "it"), house.comes(&["help"], "it"));
    let report = |ticket, outcome| Command::ReportSlip { ticket, outcome };
    let others = [report(other, SlipOutcome::Printed), report(ticket, SlipOutcome::Failed)];
    is_done_once(&mut house, &report(ticket, SlipOutcome::Printed), &others);
}

fn add(ticket: TicketNumber, service: &str) -> Command {
    Command::AddStep { desk: ONE, ticket, service: service_code(service) }
}

#[test]
fn a_step_that_had_to_be_put_before_another_is_added_once() {
    let mut house = House::new();
    let (ticket, other) = (house.comes(&["card"], "it"), house.comes(&["card"], "it"));
    is_done_once(&mut house, &add(ticket, "code"), &[add(other, "code"), add(ticket, "talk"), add(ticket, "help")]);
    assert_eq!(house.steps(ticket), ["code", "card"]);
}

#[test]
fn a_visit_after_which_the_rest_has_another_order_is_finished_once() {
    let mut house = House::with(&[("after = [\"code\"]", "")], "2026-11-23T11:20:00+01:00");
    house.opens(&[1, 4]);
    let ticket = house.comes(&["help"], "it");
    for service in ["card", "talk"] {
        house.does(add(ticket, service)).unwrap();
    }
    house.calls(1).unwrap();
    house.starts(1);
    house.does(Command::Close { desk: DeskNumber(4) }).unwrap();
    house.now = "2026-11-23T12:05:00+01:00".parse().unwrap();
    let finish = |expected| Command::Finish { desk: ONE, expected };
    let wrong = TicketNumber { count: 9, ..ticket };
    is_done_once(
        &mut house,
        &finish(Some(ticket)),
        &[finish(Some(wrong)), Command::Park { desk: ONE, expected: None }],
    );
    assert_eq!(house.steps(ticket), ["talk", "card"]);
    assert!(orders(&mut house, &finish(None)).is_ok(), "what it leaves open fits");
}

#[test]
fn a_call_is_answered_again_to_whoever_asked_and_to_no_other_verb() {
    let mut house = House::new();
    house.opens(&[1, 2]);
    let (first, second) = (house.comes(&["help"], "it"), house.comes(&["help"], "it"));
    let call = |desk, ticket| Command::Call { desk, ticket };
    let next = |desk| Command::CallNext { desk };
    is_done_once(&mut house, &next(ONE), &[next(DeskNumber(2)), Command::Recall { desk: ONE, expected: None }]);
    assert!(orders(&mut house, &call(ONE, first)).is_ok(), "the same call, said in another way");
    assert_eq!(orders(&mut house, &call(ONE, second)), Err(Refusal::KeyReused));
}

#[test]
fn what_the_desk_is_meant_to_do_may_be_left_open_but_not_said_otherwise() {
    let open = |languages: &[&str], services: Option<&[&str]>| Command::Open {
        desk: DeskNumber(5),
        languages: languages.iter().map(|tag| language(tag)).collect(),
        services: services.map(|services| services.iter().map(|service| service_code(service)).collect()),
    };
    let mut house = House::new();
    let others = [open(&["it"], None), open(&["ti"], Some(&["help"])), open(&[], Some(&["talk", "help"]))];
    is_done_once(&mut house, &open(&["ti"], Some(&["talk"])), &others);
    for alike in [open(&[], None), open(&["ti"], None), open(&[], Some(&[])), open(&[], Some(&["talk"]))] {
        assert!(orders(&mut house, &alike).is_ok(), "{alike:?}");
    }
}

#[test]
fn starts_no_shows_and_handings_on_are_done_once_at_the_desk_that_was_meant() {
    let called = || {
        let mut house = House::new();
        house.opens(&[1, 2]);
        let numbers = [house.comes(&["help"], "it"), house.comes(&["help"], "it")];
        house.calls(1).unwrap();
        house.calls(2).unwrap();
        (house, numbers)
    };
    let two = DeskNumber(2);
    let start = |desk, expected| Command::Start { desk, expected };
    let no_show = |desk, expected| Command::NoShow { desk, expected };
    let (mut house, [first, second]) = called();
    is_done_once(
        &mut house,
        &start(ONE, Some(first)),
        &[start(two, None), start(ONE, Some(second)), no_show(ONE, None)],
    );
    let (mut house, [first, second]) = called();
    is_done_once(
        &mut house,
        &no_show(ONE, Some(first)),
        &[no_show(two, None), no_show(ONE, Some(second)), start(ONE, None)],
    );
    let (mut house, [first, _]) = called();
    let to = |desk| Command::Transfer {
        desk: ONE,
        expected: Some(first),
        to: Target::Desk(DeskNumber(desk)),
        reason: TransferReason::Specialist,
    };
    is_done_once(&mut house, &to(2), &[to(5)]);
}
