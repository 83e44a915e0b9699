//! Presence, capacity and time: who is here, whether there is still time today, and clocks that jump.

use crate::queue_fixture::{House, service_code};
use jiff::civil::date;
use sportello::domain::command::Command;
use sportello::domain::{Absence, DeskNumber, InstitutionCode, Refusal, TicketState};

fn clinic() -> InstitutionCode {
    InstitutionCode::parse("clinic").unwrap()
}

#[test]
fn who_is_not_here_today_is_told_when_exceptions_and_holidays_too() {
    let stories = [
        // Thursday: next Monday is an exception without hours, so Tuesday.
        ("2026-11-26T10:00:00+01:00", "not-here-today", date(2026, 12, 1).at(9, 0, 0, 0)),
        // The Wednesday with hours of its own, after they are over.
        ("2026-11-25T11:30:00+01:00", "institution-away", date(2026, 12, 1).at(9, 0, 0, 0)),
        // Christmas is a Friday, and a holiday of the whole house; on the next Monday it is here.
        ("2026-12-25T10:00:00+01:00", "house-closed", date(2026, 12, 28).at(9, 0, 0, 0)),
    ];
    for (now, code, back) in stories {
        let refusal = House::at(now).tries(&["card"], "it", false).unwrap_err();
        assert_eq!((refusal.code(), Absence::from(refusal).back), (code, Some(back)), "{now}");
    }
    // On a holiday of the site every institution is away, whatever its week says.
    let mut house =
        House::with(&[("holidays = [\"2026-12-25\"]", "holidays = [\"2026-11-24\"]")], "2026-11-24T10:00:00+01:00");
    let back = Some(date(2026, 11, 25).at(10, 0, 0, 0));
    assert_eq!(house.tries(&["card"], "it", false).unwrap_err(), Refusal::HouseClosed { opens: back });
    assert!(matches!(house.tries(&["help"], "it", false).unwrap_err(), Refusal::HouseClosed { .. }));
}

#[test]
fn the_exceptions_hours_are_those_that_count() {
    let mut house = House::at("2026-11-25T09:30:00+01:00");
    assert!(house.tries(&["card"], "it", false).is_ok(), "they come at ten: a number can be had before");
    let mut house = House::at("2026-11-25T10:15:00+01:00");
    assert!(house.tries(&["card"], "it", false).is_ok());
}

#[test]
fn a_desk_that_somebody_opens_is_here_outside_the_hours_too() {
    let mut house = House::at("2026-11-26T10:00:00+01:00");
    assert!(house.tries(&["card"], "it", false).is_err());
    house.opens(&[4]);
    let number = house.comes(&["card"], "it");
    assert_eq!(house.serves(4), Some(number));
}

#[test]
fn a_need_whose_people_come_later_today_gives_a_number_in_the_lunch_break() {
    let mut house = House::at("2026-11-24T13:00:00+01:00");
    let number = house.comes(&["card"], "it");
    assert!(house.ticket(number).is_waiting());
}

#[test]
fn when_what_waits_takes_until_they_leave_today_is_full_and_says_when_to_come() {
    // 120 minutes are left on a Monday at ten, one desk, thirty minutes each: four fit.
    let mut house = House::at("2026-11-23T10:00:00+01:00");
    house.opens(&[4]);
    let given: Vec<_> = std::iter::from_fn(|| house.tries(&["card"], "it", false).ok()).take(20).collect();
    assert_eq!(given.len(), 4);
    let full = Refusal::TodayIsFull { institution: clinic(), back: Some(date(2026, 11, 24).at(9, 0, 0, 0)) };
    assert_eq!(house.tries(&["card"], "it", false).unwrap_err(), full);
    // With priority too: a promise that can't be kept is not help.
    assert_eq!(house.tries(&["card"], "it", true).unwrap_err(), full);
    // Two who leave make room.
    for number in &given[..2] {
        house.does(Command::Dismiss { desk: None, ticket: *number }).unwrap();
    }
    assert!(house.tries(&["card"], "it", false).is_ok());
}

#[test]
fn past_the_cut_off_no_number_is_given() {
    let quick = [("minutes = 30", "minutes = 1")];
    let mut house = House::with(&quick, "2026-11-23T11:49:00+01:00");
    assert!(house.tries(&["card"], "it", false).is_ok(), "eleven minutes before they leave");
    house.minutes_pass(1);
    assert!(matches!(house.tries(&["card"], "it", false).unwrap_err(), Refusal::TodayIsFull { .. }), "ten");
}

#[test]
fn the_order_changes_on_the_way_only_when_the_next_one_has_gone() {
    let changes = [("after = [\"code\"]", "")];
    let mut house = House::with(&changes, "2026-11-23T11:20:00+01:00");
    house.opens(&[1, 4]);
    let number = house.comes(&["help"], "it");
    for service in ["card", "talk"] {
        house.does(Command::AddStep { desk: DeskNumber(1), ticket: number, service: service_code(service) }).unwrap();
    }
    house.calls(1).unwrap();
    house.starts(1);
    house.does(Command::Close { desk: DeskNumber(4) }).unwrap();
    house.now = "2026-11-23T12:05:00+01:00".parse().unwrap();
    house.finishes(1);
    assert_eq!(house.steps(number), ["talk", "card"], "the clinic has left; another institution is here");

    let mut house = House::with(&changes, "2026-11-23T10:00:00+01:00");
    house.opens(&[1, 4, 5]);
    let number = house.comes(&["help"], "it");
    for service in ["card", "talk"] {
        house.does(Command::AddStep { desk: DeskNumber(1), ticket: number, service: service_code(service) }).unwrap();
    }
    assert_eq!(house.serves(1), Some(number));
    assert_eq!(house.steps(number), ["card", "talk"], "what the slip says stays");
}

#[test]
fn at_the_days_end_everybody_leaves_parked_ones_too_and_numbers_begin_anew() {
    let mut house = House::new();
    house.opens(&[1, 2]);
    let (parked, waiting) = (house.comes(&["help"], "it"), house.comes(&["help"], "it"));
    house.calls(1).unwrap();
    house.does(Command::Park { desk: DeskNumber(1), expected: None }).unwrap();
    house.now = "2026-11-25T00:00:00+01:00".parse().unwrap();
    let leaving: Vec<_> = house.day.turn(house.now);
    let text = format!("{leaving:?}");
    assert!(text.contains(&format!("{parked:?}")) && text.contains(&format!("{waiting:?}")), "{text}");
    house.turns();
    assert_eq!(house.day.tickets().len(), 0);
    assert_eq!(house.comes(&["help"], "it").to_string(), "A 001");
}

#[test]
fn a_machine_that_was_off_for_three_days_closes_the_old_day_and_opens_one() {
    let mut house = House::new();
    house.comes(&["help"], "it");
    house.now = "2026-11-27T09:00:00+01:00".parse().unwrap();
    house.turns();
    assert_eq!(house.day.date(), Some(date(2026, 11, 27)));
    assert_eq!(house.comes(&["help"], "it").to_string(), "A 001");
}

#[test]
fn a_clock_that_goes_back_gives_no_number_twice_and_no_wait_below_nothing() {
    let mut house = House::new();
    house.opens(&[1]);
    let number = house.comes(&["help"], "it");
    house.minutes_pass(-300);
    let (called, why) = house.calls(1).expect("a ticket");
    assert_eq!(called, number);
    assert!(format!("{why:?}").contains("minutes: 0"), "{why:?}");
    house.starts(1);
    house.finishes(1);
    assert!(matches!(house.state(number), TicketState::Served { .. }));
    // Over midnight: the day that is open goes on.
    house.now = "2026-11-23T22:00:00+01:00".parse().unwrap();
    assert_eq!(house.comes(&["help"], "it").to_string(), "A 002");
    assert_eq!(house.day.date(), Some(date(2026, 11, 24)));
}

#[test]
fn a_clock_far_ahead_and_set_back_gives_no_number_twice() {
    let mut house = House::new();
    house.comes(&["help"], "it");
    let second = house.comes(&["help"], "it");
    assert_eq!(second.to_string(), "A 002");
    for ahead in ["2027-02-01T10:00:00+01:00", "2027-02-10T10:00:00+01:00"] {
        house.now = ahead.parse().unwrap();
        house.comes(&["help"], "it");
    }
    house.now = "2026-11-24T11:00:00+01:00".parse().unwrap();
    assert_eq!(house.comes(&["help"], "it").to_string(), "A 003", "not A 002 once more");
    assert_eq!(house.day.date(), Some(date(2026, 11, 24)), "the day has its true date again");
    house.now = "2026-11-25T09:00:00+01:00".parse().unwrap();
    house.turns();
    assert_eq!(house.day.date(), Some(date(2026, 11, 25)), "and can end");
}

#[test]
fn a_clock_that_begins_in_1970_and_is_then_set_right_changes_nothing() {
    let mut house = House::new();
    house.opens(&[1]);
    let code = house.books("help", "2026-11-26T10:00:00+01:00").unwrap();
    let number = house.comes(&["help"], "it");
    for wrong in
        ["1970-01-01T00:00:00Z", "2026-11-24T11:00:00+01:00", "1970-01-01T00:05:00Z", "2026-11-24T12:00:00+01:00"]
    {
        house.now = wrong.parse().unwrap();
        house.turns();
        assert!(house.ticket(number).is_waiting(), "{wrong}");
    }
    assert_eq!(house.comes(&["help"], "it").to_string(), "A 002");
    // After a weekend too, when the days have a gap.
    house.now = "2026-11-27T10:00:00+01:00".parse().unwrap();
    let number = house.comes(&["help"], "it");
    house.now = "1970-01-01T00:00:00Z".parse().unwrap();
    house.turns();
    house.now = "2026-11-27T11:00:00+01:00".parse().unwrap();
    house.turns();
    assert!(house.ticket(number).is_waiting());
    assert_eq!(house.comes(&["help"], "it").to_string(), "A 002");
    assert!(house.checks_in(code, "it").is_err(), "it was yesterday");
}

#[test]
fn an_appointment_outlives_a_clock_that_was_far_ahead() {
    let mut house = House::new();
    let code = house.books("help", "2026-11-24T12:00:00+01:00").unwrap();
    house.now = "2027-05-01T10:00:00+02:00".parse().unwrap();
    house.turns();
    house.now = "2026-11-24T11:00:00+01:00".parse().unwrap();
    assert!(house.checks_in(code, "it").is_ok());
}

#[test]
fn a_day_with_twenty_five_hours_and_one_with_twenty_three_are_days() {
    // Clocks go back at three on 25 October 2026, and forward at two on 28 March 2027.
    for (before, after, minutes) in [
        ("2026-10-25T02:30:00+02:00", "2026-10-25T02:30:00+01:00", 60),
        ("2027-03-28T01:45:00+01:00", "2027-03-28T03:15:00+02:00", 30),
    ] {
        let mut house = House::at(before);
        house.opens(&[1]);
        let number = house.comes(&["help"], "it");
        house.now = after.parse().unwrap();
        let (called, why) = house.calls(1).expect("a ticket");
        assert_eq!(called, number);
        assert!(format!("{why:?}").contains(&format!("minutes: {minutes}")), "{why:?}");
        assert_eq!(house.day.tickets().len(), 1, "it is still the same day");
    }
}
