//! Edge cases of the day: the last number, the last day for an appointment, the night, clocks that were set back.

use crate::queue_fixture::{House, language, service_code};
use crate::world::need_code;
use sportello::domain::command::{Command, FURTHEST_BOOKING_DAYS, Fresh, MAX_NEEDS};
use sportello::domain::{
    AppointmentCode, Class, DeskNumber, Entry, Event, Letter, Refusal, Sequence, SlipOutcome, TicketNumber, Token,
};

const ONE: DeskNumber = DeskNumber(1);

#[test]
fn a_letter_gives_its_last_number_and_then_the_day_is_full() {
    let mut house = House::new();
    let number = TicketNumber { letter: Letter::parse("A").unwrap(), count: 99_998 };
    let issued = Event::Issued {
        number,
        token: Token::from_random(1_000),
        needs: vec![need_code("help")],
        steps: vec![service_code("help")],
        language: language("it"),
        class: Class::Standard,
        appointment: None,
        promise: None,
    };
    house.day.apply(&Entry { sequence: Sequence(2), at: house.now, event: issued });
    assert_eq!(house.comes(&["help"], "it").to_string(), "A 99999");
    assert_eq!(house.tries(&["help"], "it", false), Err(Refusal::DayFull));
    assert_eq!(house.comes(&["code"], "it").to_string(), "C 001", "another letter has numbers left");
}

#[test]
fn a_secret_is_given_once() {
    let mut house = House::new();
    let issue = Command::Issue {
        needs: vec![need_code("help")],
        language: language("it"),
        priority: false,
        token: Fresh(Token::from_random(77)),
    };
    assert!(house.does(issue.clone()).is_ok());
    assert_eq!(house.does(issue), Err(Refusal::DayFull));
}

#[test]
fn as_many_needs_as_there_is_room_for_are_taken_and_one_more_is_not() {
    let mut house = House::new();
    let number = house.comes(&["help"; MAX_NEEDS], "it");
    assert_eq!(house.steps(number), ["help"], "what is wished for twice is one step");
    assert_eq!(house.tries(&["help"; MAX_NEEDS + 1], "it", false), Err(Refusal::TooManyNeeds));
    assert_eq!(house.tries(&[], "it", false), Err(Refusal::NoNeed));
}

#[test]
fn what_became_of_a_slip_is_noted_once_and_again_when_it_changes() {
    let mut house = House::new();
    let ticket = house.comes(&["help"], "it");
    let mut noted = |outcome| {
        let before = house.journal.len();
        house.does(Command::ReportSlip { ticket, outcome }).unwrap();
        assert_eq!(house.ticket(ticket).slip, Some(outcome));
        house.journal.len() - before
    };
    let stories =
        [(SlipOutcome::Unknown, 1), (SlipOutcome::Unknown, 0), (SlipOutcome::Printed, 1), (SlipOutcome::Printed, 0)];
    for (outcome, events) in stories {
        assert_eq!(noted(outcome), events, "{outcome:?}");
    }
}

#[test]
fn an_appointment_is_made_up_to_ninety_two_days_ahead_each_code_once() {
    let mut house = House::new();
    let book = |house: &mut House, code, minutes: i64| {
        let at = house.now + jiff::SignedDuration::from_mins(minutes);
        house.does(Command::Book { service: service_code("help"), at, code: Fresh(AppointmentCode::from_random(code)) })
    };
    let furthest = FURTHEST_BOOKING_DAYS * 24 * 60;
    assert_eq!(book(&mut house, 1, 0), Err(Refusal::NotBookable), "now is not an appointment");
    assert!(book(&mut house, 1, 1).is_ok());
    assert!(book(&mut house, 2, furthest - 1).is_ok());
    assert!(book(&mut house, 3, furthest).is_ok());
    for minutes in [furthest + 1, furthest + 60] {
        assert_eq!(book(&mut house, 4, minutes), Err(Refusal::NotBookable), "{minutes}");
    }
    assert_eq!(book(&mut house, 3, 5), Err(Refusal::TooManyAppointments), "a code in use");
    let known: Vec<_> = house.day.appointments().map(|(code, it)| (code, it.service.to_string())).collect();
    assert_eq!(known.len(), 3);
    assert!(known.contains(&(AppointmentCode::from_random(2), "help".to_owned())));
}

#[test]
fn an_appointment_taken_back_late_counts_from_its_hour_and_after_it_from_now() {
    for (back, aged_since) in [("10:20", "10:30"), ("10:50", "10:50")] {
        let mut house = House::new();
        house.opens(&[1]);
        let code = house.books("help", "2026-11-24T10:30:00+01:00").unwrap();
        let ticket = house.checks_in(code, "it").unwrap();
        house.calls(1).unwrap();
        house.does(Command::NoShow { desk: ONE, expected: Some(ticket) }).unwrap();
        house.now = format!("2026-11-24T{back}:00+01:00").parse().unwrap();
        house.does(Command::TakeBack { desk: ONE, ticket }).unwrap();
        let expected = format!("2026-11-24T{aged_since}:00+01:00").parse().unwrap();
        assert_eq!(house.ticket(ticket).aged_since, expected, "back at {back}");
    }
}

#[test]
fn a_need_may_be_asked_for_before_anybody_touches_it() {
    let changes = [("services = [\"talk\"]\ndiscreet = true", "person = 5")];
    let house = House::with(&changes, "2026-11-26T10:00:00+01:00");
    let may = |code: &str| house.day.may_issue(house.day.site().need(&need_code(code)).unwrap(), house.now);
    assert_eq!(may("help"), Ok(()));
    assert_eq!(may("talk"), Err(Refusal::NoTicketNeeded { desk: DeskNumber(5) }));
    assert_eq!(may("card").map_err(|refusal| refusal.code()), Err("not-here-today"));
}

#[test]
fn a_command_is_decided_without_changing_the_day() {
    let house = House::new();
    let before = house.day.clone();
    let command = Command::Open { desk: ONE, languages: vec![], services: None };
    assert!(house.day.decide(&command, house.now).is_ok());
    assert_eq!(house.day, before);
}

#[test]
fn calls_are_counted_on_from_day_to_day() {
    let mut house = House::new();
    house.opens(&[1]);
    house.comes(&["help"], "it");
    house.calls(1).unwrap();
    let before = house.day.last_call();
    house.now = "2026-11-25T10:00:00+01:00".parse().unwrap();
    house.turns();
    assert_eq!(house.day.last_call(), before);
    house.opens(&[1]);
    house.comes(&["help"], "it");
    house.calls(1).unwrap();
    assert_eq!(house.day.last_call().0, before.0 + 1);
}

#[test]
fn at_the_days_end_the_desks_close_at_which_somebody_sits_and_no_others() {
    let mut house = House::new();
    house.opens(&[1, 2, 3]);
    house.does(Command::Pause { desk: DeskNumber(2) }).unwrap();
    house.does(Command::Close { desk: DeskNumber(3) }).unwrap();
    house.now = "2026-11-25T00:00:00+01:00".parse().unwrap();
    let turned = house.day.turn(house.now);
    let closed = turned.iter().filter_map(|event| match event {
        Event::DeskClosed { desk } => Some(desk.0),
        _ => None,
    });
    assert_eq!(closed.collect::<Vec<_>>(), [1, 2]);
}

#[test]
fn a_clock_set_back_by_days_after_ordinary_days_changes_no_date() {
    let mut house = House::new();
    for day in ["25", "26", "27"] {
        house.now = format!("2026-11-{day}T09:00:00+01:00").parse().unwrap();
        house.turns();
    }
    for day in ["26", "25", "24", "20"] {
        house.now = format!("2026-11-{day}T09:00:00+01:00").parse().unwrap();
        house.turns();
        assert_eq!(house.day.date(), Some(jiff::civil::date(2026, 11, 27)), "set back to {day}");
    }
    // After a gap it may have been the clock: two days back it was, one day back it need not have been.
    for (back, date) in [("29", "2026-11-30"), ("28", "2026-11-28"), ("27", "2026-11-27"), ("26", "2026-11-30")] {
        let mut house = House::at("2026-11-27T09:00:00+01:00");
        house.now = "2026-11-30T09:00:00+01:00".parse().unwrap();
        house.turns();
        house.now = format!("2026-11-{back}T09:00:00+01:00").parse().unwrap();
        house.turns();
        assert_eq!(house.day.date(), Some(date.parse().unwrap()), "set back to {back}");
    }
}

#[test]
fn who_means_another_ticket_than_the_desk_has_is_told_that_it_moved_on() {
    let mut house = House::new();
    house.opens(&[1]);
    let (first, second) = (house.comes(&["help"], "it"), house.comes(&["help"], "it"));
    let start = |ticket| Command::Start { desk: ONE, expected: Some(ticket) };
    assert_eq!(house.does(start(first)), Err(Refusal::MovedOn(ONE)), "the desk has no ticket");
    house.calls(1).unwrap();
    assert_eq!(house.does(start(second)), Err(Refusal::MovedOn(ONE)));
    assert!(house.does(start(first)).is_ok());
}
