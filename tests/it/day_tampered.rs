//! Tampered journals: `verify`, which runs after every operation, finds states that cannot occur.

use crate::queue_fixture::{House, language, service_code};
use crate::world::need_code;
use jiff::SignedDuration;
use sportello::domain::command::Command;
use sportello::domain::{CallNumber, Class, DeskNumber, Entry, Event, Letter, Sequence, TicketNumber, Token};

const ONE: DeskNumber = DeskNumber(1);
const TWO: DeskNumber = DeskNumber(2);

fn number(letter: &str, count: u32) -> TicketNumber {
    TicketNumber { letter: Letter::parse(letter).unwrap(), count }
}

fn issued(number: TicketNumber, token: u128, steps: &[&str]) -> Event {
    Event::Issued {
        number,
        token: Token::from_random(token),
        needs: vec![need_code("help")],
        steps: steps.iter().map(|step| service_code(step)).collect(),
        language: language("it"),
        class: Class::Standard,
        appointment: None,
        promise: None,
    }
}

fn called(ticket: TicketNumber, desk: DeskNumber, call: u64) -> Event {
    Event::Called { ticket, desk, call: CallNumber(call), why: Vec::new(), is_quiet: false, finished: None }
}

/// Two wait, A 001 and A 002, and desks 1 and 2 are open.
fn house() -> House {
    let mut house = House::new();
    house.opens(&[1, 2]);
    house.comes(&["help"], "it");
    house.comes(&["help"], "it");
    house
}

/// What the check says after these events.
fn told(house: &mut House, events: Vec<Event>) -> Result<(), String> {
    for event in events {
        let entry = Entry { sequence: Sequence(house.day.sequence().0 + 1), at: house.now, event };
        house.day.apply(&entry);
    }
    house.day.verify()
}

#[test]
fn every_day_that_cannot_be_is_told_with_what_is_wrong() {
    let (first, second, third) = (number("A", 1), number("A", 2), number("A", 3));
    let next_from = house().now + SignedDuration::from_mins(2);
    let finished = |ticket| Event::Finished { ticket, desk: ONE, next_from };
    let stories: Vec<(&str, Vec<Event>)> = vec![
        ("A 002 was given twice", vec![issued(second, 90, &["help"])]),
        ("the token of A 001 was given twice", vec![issued(third, 1, &["help"])]),
        ("A 003 has no step", vec![issued(third, 90, &[])]),
        (
            "A 001 is at desks [DeskNumber(1), DeskNumber(2)] and says [DeskNumber(2)]",
            vec![called(first, ONE, 1), called(first, TWO, 2)],
        ),
        ("A 001 is at desks [] and says [DeskNumber(1)]", vec![called(first, ONE, 1), called(second, ONE, 2)]),
        (
            "A 001 is at desks [DeskNumber(1)] and says []",
            vec![called(first, ONE, 1), Event::TakenBack { ticket: first, keeps_age: true, desk: None }],
        ),
        ("desk 1 has a ticket that does not exist", vec![Event::Started { ticket: number("Z", 9), desk: ONE }]),
        ("desk 3 is closed with a ticket", vec![called(first, DeskNumber(3), 1)]),
        (
            "A 001 is Waiting",
            vec![
                called(first, ONE, 1),
                Event::Started { ticket: first, desk: ONE },
                finished(first),
                Event::TakenBack { ticket: first, keeps_age: true, desk: None },
            ],
        ),
        (
            "A 001 is NoShow",
            vec![
                called(first, ONE, 1),
                Event::Started { ticket: first, desk: ONE },
                finished(first),
                Event::MarkedNoShow { ticket: first, desk: ONE },
            ],
        ),
        ("calls are counted [CallNumber(2), CallNumber(1)]", vec![called(first, ONE, 2), called(second, TWO, 1)]),
        ("calls are counted [CallNumber(1), CallNumber(1)]", vec![called(first, ONE, 1), called(second, TWO, 1)]),
    ];
    for (wrong, events) in stories {
        let told = told(&mut house(), events).expect_err(wrong);
        assert!(told.contains(wrong), "{told:?}, not {wrong:?}");
    }
}

#[test]
fn a_day_that_can_be_is_not_told_of_though_much_has_happened_in_it() {
    let mut house = house();
    let (first, second) = (number("A", 1), number("A", 2));
    // House verifies after each of these.
    house.calls(1).unwrap();
    house.does(Command::Recall { desk: ONE, expected: None }).unwrap();
    house.starts(1);
    house.does(Command::AddStep { desk: ONE, ticket: first, service: service_code("talk") }).unwrap();
    house.does(Command::AddStep { desk: ONE, ticket: second, service: service_code("code") }).unwrap();
    house.finishes(1);
    house.does(Command::DropStep { desk: ONE, ticket: first, service: service_code("talk") }).unwrap();
    house.does(Command::Dismiss { desk: None, ticket: second }).unwrap();
    let gap = told(&mut house, vec![issued(number("A", 7), 90, &["help"])]);
    assert_eq!(gap, Ok(()), "numbers may have gaps");
}
