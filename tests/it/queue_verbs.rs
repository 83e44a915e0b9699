//! What staff do with a ticket, told as stories: choosing, putting aside, handing on, steps, walk-ins, appointments, leaving.

use crate::queue_fixture::{House, language, service_code};
use sportello::domain::command::{Command, Outcome};
use sportello::domain::{Board, DeskNumber, Reason, Refusal, Target, TicketState, TransferReason};

const ONE: DeskNumber = DeskNumber(1);
const TWO: DeskNumber = DeskNumber(2);

#[test]
fn staff_call_whom_they_choose_but_not_who_is_on_the_way() {
    let mut house = House::new();
    house.opens(&[1, 3, 4]);
    house.comes(&["help"], "it");
    let chosen = house.comes(&["help"], "it");
    let call = |desk, ticket| Command::Call { desk: DeskNumber(desk), ticket };
    house.does(call(1, chosen)).unwrap();
    assert_eq!(house.ticket(chosen).why[..2], [Reason::Chosen, Reason::Waited { minutes: 0 }]);
    assert_eq!(house.does(call(3, chosen)).unwrap_err(), Refusal::NotWaiting(chosen));
    let two = house.comes(&["code", "card"], "it");
    let wrong = Refusal::ServiceNotAtDesk { desk: DeskNumber(4), service: service_code("code") };
    assert_eq!(house.does(call(4, two)).unwrap_err(), wrong);
    assert_eq!(house.serves(3), Some(two));
    assert_eq!(house.does(call(4, two)).unwrap_err(), Refusal::OnTheWay(two));
    assert_eq!(house.does(call(9, two)).unwrap_err(), Refusal::UnknownDesk(DeskNumber(9)));
    assert_eq!(house.does(call(2, two)).unwrap_err(), Refusal::DeskClosed(TWO));
}

#[test]
fn who_is_put_aside_is_taken_up_again_at_any_desk_of_the_service() {
    let mut house = House::new();
    house.opens(&[1, 2, 3]);
    let number = house.comes(&["help"], "it");
    house.calls(1).unwrap();
    house.starts(1);
    house.does(Command::Park { desk: ONE, expected: Some(number) }).unwrap();
    assert!(matches!(house.state(number), TicketState::Parked { desk: ONE, .. }));
    assert_eq!(house.day.current(ONE), None, "the desk is free");
    assert_eq!(house.calls(1), None, "nobody calls her by chance");
    let resume = |desk, ticket| Command::Resume { desk: DeskNumber(desk), ticket };
    let wrong = Refusal::ServiceNotAtDesk { desk: DeskNumber(3), service: service_code("help") };
    assert_eq!(house.does(resume(3, number)).unwrap_err(), wrong);
    house.does(resume(2, number)).unwrap();
    assert!(matches!(house.state(number), TicketState::Called { desk: TWO, .. }));
    assert!(house.ticket(number).why.contains(&Reason::Resumed));
    assert_eq!(house.does(resume(1, number)).unwrap_err(), Refusal::NotParked(number));
    house.starts(2);
    house.finishes(2);
    assert_eq!(house.does(Command::Park { desk: TWO, expected: None }).unwrap_err(), Refusal::DeskHasNoTicket(TWO));
}

#[test]
fn a_visitor_is_handed_on_to_another_service_with_number_and_age() {
    let mut house = House::new();
    house.opens(&[1, 3]);
    let number = house.comes(&["help"], "it");
    let issued = house.ticket(number).issued_at;
    house.minutes_pass(5);
    house.comes(&["code"], "it");
    house.calls(1).unwrap();
    house.starts(1);
    let to = |service: &str| Command::Transfer {
        desk: ONE,
        expected: Some(number),
        to: Target::Service(service_code(service)),
        reason: TransferReason::OtherNeed,
    };
    assert_eq!(house.does(to("help")).unwrap_err(), Refusal::StepIsThere(service_code("help")));
    house.does(to("code")).unwrap();
    assert_eq!(house.steps(number), ["code"]);
    assert_eq!((house.ticket(number).number, house.ticket(number).aged_since), (number, issued));
    house.minutes_pass(2);
    assert_eq!(house.calls(3).expect("somebody").0, number, "before the one who came later");
}

#[test]
fn nobody_is_handed_on_past_what_has_to_come_first() {
    let mut house = House::new();
    house.opens(&[1, 3, 4]);
    let number = house.comes(&["help"], "it");
    for service in ["code", "card"] {
        house.does(Command::AddStep { desk: ONE, ticket: number, service: service_code(service) }).unwrap();
    }
    house.calls(1).unwrap();
    house.starts(1);
    let to = |desk, service: &str| Command::Transfer {
        desk: DeskNumber(desk),
        expected: Some(number),
        to: Target::Service(service_code(service)),
        reason: TransferReason::OtherNeed,
    };
    let before = house.journal.len();
    let refused = Refusal::MustComeAfter { service: service_code("card"), after: service_code("code") };
    assert_eq!(house.does(to(1, "card")).unwrap_err(), refused);
    assert_eq!(house.journal.len(), before, "she stays at the desk");
    house.does(to(1, "code")).unwrap();
    assert_eq!(house.steps(number), ["code", "card"], "the code first, and then the card");
    // The step at which she is goes with the handing on: that is not an order that breaks.
    house.minutes_pass(2);
    house.calls(3).unwrap();
    house.does(Command::DropStep { desk: ONE, ticket: number, service: service_code("card") }).unwrap();
    house.does(to(3, "card")).unwrap();
    assert_eq!(house.steps(number), ["card"]);
}

#[test]
fn a_visitor_is_handed_on_to_one_desk_and_no_other_while_somebody_sits_there() {
    let mut house = House::new();
    house.opens(&[1, 2]);
    house.comes(&["help"], "it");
    house.calls(1).unwrap();
    let to = |desk| Command::Transfer {
        desk: ONE,
        expected: None,
        to: Target::Desk(DeskNumber(desk)),
        reason: TransferReason::Specialist,
    };
    assert_eq!(house.does(to(1)).unwrap_err(), Refusal::SameDesk(ONE));
    assert_eq!(house.does(to(5)).unwrap_err(), Refusal::DeskClosed(DeskNumber(5)));
    house.opens(&[3]);
    let wrong = Refusal::ServiceNotAtDesk { desk: DeskNumber(3), service: service_code("help") };
    assert_eq!(house.does(to(3)).unwrap_err(), wrong);
    house.does(to(2)).unwrap();
    house.minutes_pass(30);
    assert_eq!(house.calls(1), None, "it is for desk 2");
    let (_, why) = house.calls(2).expect("at desk 2");
    assert!(why.contains(&Reason::HandedOn), "{why:?}");

    let mut house = House::new();
    house.opens(&[1, 2]);
    let number = house.comes(&["help"], "it");
    house.calls(1).unwrap();
    house.does(to(2)).unwrap();
    house.does(Command::Close { desk: TWO }).unwrap();
    house.minutes_pass(2);
    assert_eq!(house.calls(1).expect("desk 2 has gone").0, number, "nobody waits for an empty chair");
}

#[test]
fn who_was_handed_on_is_not_stuck_when_that_desk_does_other_things() {
    let mut house = House::new();
    house.opens(&[1, 5]);
    let number = house.comes(&["help"], "it");
    house.calls(1).unwrap();
    let to = Target::Desk(DeskNumber(5));
    house.does(Command::Transfer { desk: ONE, expected: None, to, reason: TransferReason::Specialist }).unwrap();
    house.minutes_pass(2);
    assert_eq!(house.calls(1), None);
    let talk = Some(vec![service_code("talk")]);
    house.does(Command::Open { desk: DeskNumber(5), languages: vec![], services: talk }).unwrap();
    assert_eq!(house.calls(1).expect("anybody may now").0, number);
}

#[test]
fn steps_are_added_dropped_and_put_in_order_by_staff() {
    let mut house = House::new();
    house.opens(&[1]);
    let number = house.comes(&["help"], "it");
    let add = |service: &str| Command::AddStep { desk: ONE, ticket: number, service: service_code(service) };
    let drop = |service: &str| Command::DropStep { desk: ONE, ticket: number, service: service_code(service) };
    house.does(add("code")).unwrap();
    house.does(add("talk")).unwrap();
    assert_eq!(house.does(add("talk")).unwrap_err(), Refusal::StepIsThere(service_code("talk")));
    assert_eq!(house.does(add("nothing")).unwrap_err(), Refusal::UnknownService(service_code("nothing")));
    house.calls(1).unwrap();
    house.starts(1);
    assert_eq!(house.does(drop("help")).unwrap_err(), Refusal::NoSuchStep(service_code("help")), "it is being done");
    let order = |services: &[&str]| Command::OrderSteps {
        desk: ONE,
        ticket: number,
        services: services.iter().map(|service| service_code(service)).collect(),
    };
    house.does(order(&["talk", "code"])).unwrap();
    assert_eq!(house.steps(number), ["help", "talk", "code"]);
    assert_eq!(house.does(order(&["talk"])).unwrap_err(), Refusal::NoSuchStep(service_code("code")));
    house.does(drop("talk")).unwrap();
    house.finishes(1);
    assert_eq!(house.steps(number), ["code"]);
    house.does(drop("code")).unwrap();
    assert!(matches!(house.state(number), TicketState::Served { .. }), "help was done, the rest dropped");
    assert_eq!(house.does(add("talk")).unwrap_err(), Refusal::HasLeft(number));

    let card = house.comes(&["card"], "it");
    house.does(Command::AddStep { desk: ONE, ticket: card, service: service_code("help") }).unwrap();
    house.does(Command::AddStep { desk: ONE, ticket: card, service: service_code("code") }).unwrap();
    assert_eq!(house.steps(card), ["code", "card", "help"], "what has to come first is put first");

    let alone = house.comes(&["code"], "it");
    house.does(Command::DropStep { desk: ONE, ticket: alone, service: service_code("code") }).unwrap();
    assert!(matches!(house.state(alone), TicketState::Withdrawn { .. }), "nothing was done for this one");
}

#[test]
fn somebody_without_a_number_is_served_at_the_desk_and_never_on_the_board() {
    let mut house = House::new();
    house.opens(&[1]);
    let token = house.token();
    let walk_in =
        |service: &str| Command::WalkIn { desk: ONE, service: service_code(service), language: language("ar"), token };
    let wrong = Refusal::ServiceNotAtDesk { desk: ONE, service: service_code("code") };
    assert_eq!(house.does(walk_in("code")).unwrap_err(), wrong);
    let Outcome::Changed(number) = house.does(walk_in("help")).unwrap() else { panic!("a ticket") };
    assert!(matches!(house.state(number), TicketState::Serving { desk: ONE, .. }));
    assert_eq!(house.day.current(ONE).map(|ticket| ticket.number), Some(number));
    assert!(Board::of(&house.day).calls.is_empty());
    house.finishes(1);
    assert!(matches!(house.state(number), TicketState::Served { .. }));
}

#[test]
fn a_quiet_need_is_called_without_board_and_loudspeaker() {
    let mut house = House::new();
    house.opens(&[5]);
    let number = house.comes(&["talk"], "ti");
    assert_eq!(number.to_string(), "N 001", "a letter that says nothing");
    assert!(Board::of(&house.day).next.is_empty());
    let before = house.day.last_call();
    house.calls(5).unwrap();
    assert!(house.day.last_call() > before);
    assert!(house.day.calls().all(|call| call.is_quiet()));
    assert!(Board::of(&house.day).calls.is_empty());
    house.does(Command::Recall { desk: DeskNumber(5), expected: None }).unwrap();
    assert!(Board::of(&house.day).calls.is_empty());
}

#[test]
fn who_comes_back_within_the_grace_keeps_the_age_and_later_begins_anew() {
    for (minutes, keeps) in [(15, true), (16, false)] {
        let mut house = House::new();
        house.opens(&[1]);
        let late = house.comes(&["help"], "it");
        house.minutes_pass(1);
        let second = house.comes(&["help"], "it");
        house.calls(1).unwrap();
        house.does(Command::NoShow { desk: ONE, expected: Some(late) }).unwrap();
        house.minutes_pass(minutes);
        house.does(Command::TakeBack { desk: ONE, ticket: late }).unwrap();
        assert_eq!(house.serves(1), Some(if keeps { late } else { second }), "after {minutes} minutes");
    }
}

#[test]
fn an_appointment_goes_first_from_its_hour_on_and_is_there_the_next_day_too() {
    let mut house = House::new();
    house.opens(&[1]);
    assert_eq!(house.books("help", "2026-11-24T09:00:00+01:00").unwrap_err(), Refusal::NotBookable, "it is past");
    assert_eq!(house.books("card", "2026-11-25T09:30:00+01:00").unwrap_err(), Refusal::NotBookable, "not here then");
    let today = house.books("help", "2026-11-24T10:30:00+01:00").unwrap();
    let tomorrow = house.books("card", "2026-11-25T10:30:00+01:00").unwrap();
    let later = Refusal::AppointmentLater { at: jiff::civil::date(2026, 11, 25).at(10, 30, 0, 0) };
    assert_eq!(house.checks_in(tomorrow, "it").unwrap_err(), later);
    let early = house.comes(&["help"], "it");
    house.minutes_pass(10);
    let booked = house.checks_in(today, "ti").unwrap();
    assert_eq!(house.checks_in(today, "ti").unwrap_err(), Refusal::UnknownAppointment, "it is used");
    let (one, two) = (house.comes(&["help"], "it"), house.comes(&["help"], "it"));
    house.minutes_pass(19);
    assert_eq!(house.serves(1), Some(early), "before the hour age alone decides");
    house.minutes_pass(1);
    let (called, why) = house.calls(1).expect("somebody");
    assert_eq!(called, booked, "before those who came earlier");
    assert!(why.contains(&Reason::GoesFirst { class: house.ticket(booked).class }), "{why:?}");
    house.starts(1);
    house.finishes(1);
    assert_eq!([house.serves(1), house.serves(1)], [Some(one), Some(two)]);

    house.now = "2026-11-25T10:05:00+01:00".parse().unwrap();
    house.turns();
    let number = house.checks_in(tomorrow, "it").unwrap();
    assert_eq!(number.to_string(), "B 001");
    let gone = house.books("help", "2026-11-25T12:00:00+01:00").unwrap();
    house.does(Command::Unbook { code: gone }).unwrap();
    assert_eq!(house.checks_in(gone, "it").unwrap_err(), Refusal::UnknownAppointment);
}

#[test]
fn who_leaves_tells_by_phone_or_at_the_desk() {
    let mut house = House::new();
    house.opens(&[1]);
    let (one, two) = (house.comes(&["help"], "it"), house.comes(&["help"], "it"));
    let token = house.ticket(one).token;
    house.does(Command::Withdraw { token }).unwrap();
    house.does(Command::Dismiss { desk: None, ticket: two }).unwrap();
    house.does(Command::Dismiss { desk: None, ticket: two }).unwrap();
    for number in [one, two] {
        assert!(matches!(house.state(number), TicketState::Withdrawn { .. }));
    }
    let three = house.comes(&["help"], "it");
    house.calls(1).unwrap();
    assert_eq!(house.does(Command::Dismiss { desk: None, ticket: three }).unwrap_err(), Refusal::NotWaiting(three));
    house.does(Command::Park { desk: ONE, expected: None }).unwrap();
    house.does(Command::Dismiss { desk: None, ticket: three }).unwrap();
    assert!(matches!(house.state(three), TicketState::Withdrawn { .. }), "put aside and gone home");
}
