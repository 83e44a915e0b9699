//! The expected wait: what it knows of, and that it is told honestly.

use crate::queue_house::{House, service_code};
use sportello::domain::command::Command;
use sportello::domain::wait::{Expected, ROUNDS, minutes_between};
use sportello::domain::{Chance, DeskNumber, Forecast, TicketNumber, Wait};

fn forecast(house: &House) -> Forecast {
    Forecast::of(&house.day, house.now, 7, ROUNDS, || true)
}

fn expected(house: &House, number: TicketNumber) -> Expected {
    forecast(house).ticket(number).expect("an expectation")
}

#[test]
fn whoever_is_first_at_a_free_desk_waits_for_nothing_and_the_next_for_a_visit() {
    let mut house = House::new();
    house.opens(&[3]);
    let numbers: Vec<_> = (0..4).map(|_| house.comes(&["code"], "it")).collect();
    let waits: Vec<Expected> = numbers.iter().map(|number| expected(&house, *number)).collect();
    assert!(waits[0].high < 0.1, "{waits:?}");
    for (place, wait) in waits.iter().enumerate().skip(1) {
        // A visit takes ten minutes, and coming to the desk a little.
        let middle = place as f64 * 10.5;
        assert!((wait.middle - middle).abs() < middle * 0.3, "{place}: {wait:?}");
        assert!(wait.low < wait.middle && wait.middle < wait.high, "{wait:?}");
    }
    assert_eq!(forecast(&house).sequence(), house.day.sequence());
    assert_eq!(forecast(&house), forecast(&house), "the same day, the same forecast");
}

#[test]
fn a_second_desk_halves_it_and_a_newcomer_comes_last() {
    let mut house = House::new();
    house.opens(&[1]);
    let numbers: Vec<_> = (0..8).map(|_| house.comes(&["help"], "it")).collect();
    let one_desk = expected(&house, numbers[7]);
    let newcomer = forecast(&house).newcomer(&service_code("help")).expect("an expectation");
    assert!(newcomer.middle > one_desk.middle + 4.0, "{newcomer:?} after {one_desk:?}");
    house.opens(&[2]);
    let two_desks = expected(&house, numbers[7]);
    assert!((0.35..0.65).contains(&(two_desks.middle / one_desk.middle)), "{two_desks:?} {one_desk:?}");
}

#[test]
fn it_knows_of_visits_under_way_of_pauses_and_of_who_is_elsewhere_first() {
    let mut house = House::new();
    house.opens(&[3]);
    house.comes(&["code"], "it");
    let waiting = house.comes(&["code"], "it");
    house.calls(3).unwrap();
    house.starts(3);
    let fresh = expected(&house, waiting);
    house.minutes_pass(8);
    let later = expected(&house, waiting);
    assert!(later.middle < fresh.middle - 2.0, "{fresh:?} {later:?}");
    house.does(Command::Pause { desk: DeskNumber(3) }).unwrap();
    assert!(expected(&house, waiting).middle > later.middle, "the desk will pause");

    // Somebody at another desk comes here next, and is older.
    let mut house = House::with(&[("minutes = 30", "minutes = 20")], "2026-11-24T10:00:00+01:00");
    house.opens(&[3, 4]);
    house.comes(&["code", "card"], "it");
    let blocker = house.comes(&["card"], "it");
    let waiting = house.comes(&["card"], "it");
    let with_the_other = expected(&house, waiting);
    assert!(with_the_other.middle > expected(&house, blocker).middle + 15.0);
    house.does(Command::Dismiss { ticket: blocker }).unwrap();
    house.calls(3).unwrap();
    house.starts(3);
    let alone = expected(&house, waiting);
    assert!(alone.middle < 1.0, "desk 4 is free now: {alone:?}");
}

#[test]
fn it_says_nothing_where_nobody_can_tell() {
    let mut house = House::new();
    let number = house.comes(&["help"], "it");
    assert_eq!(forecast(&house).ticket(number), None, "no desk is open");
    assert_eq!(forecast(&house).newcomer(&service_code("help")), None);
    assert_eq!(forecast(&house).wait(house.ticket(number)), None);
    house.opens(&[1]);
    assert!(forecast(&house).ticket(number).is_some());
    let few = Forecast::of(&house.day, house.now, 7, ROUNDS, || false);
    assert_eq!(few.ticket(number), None, "one round is no forecast");
    house.calls(1).unwrap();
    assert_eq!(forecast(&house).wait(house.ticket(number)), None, "who is called waits no more");
}

#[test]
fn a_desk_that_opens_later_today_is_reckoned_with() {
    let mut house = House::at("2026-11-24T13:00:00+01:00");
    let number = house.comes(&["card"], "it");
    let wait = expected(&house, number);
    assert!((59.0..=61.0).contains(&wait.middle), "they are back at two: {wait:?}");
}

#[test]
fn a_ticket_that_the_forecast_does_not_know_yet_is_told_what_newcomers_are() {
    let mut house = House::new();
    house.opens(&[1]);
    for _ in 0..4 {
        house.comes(&["help"], "it");
    }
    let before = forecast(&house);
    let number = house.comes(&["help"], "it");
    assert_eq!(before.ticket(number), None);
    let told = before.wait(house.ticket(number)).expect("what a newcomer is told");
    assert_eq!(told, before.newcomer(&service_code("help")).unwrap().told());
}

#[test]
fn language_and_class_are_reckoned_with() {
    let mut house = House::new();
    house.opens(&[1]);
    for _ in 0..4 {
        house.comes(&["help"], "it");
    }
    let standard = house.comes(&["help"], "it");
    let first = house.asks_for_priority("help", "it");
    assert!(expected(&house, first).middle + 20.0 < expected(&house, standard).middle);
    let mut house = House::new();
    house.opens(&[1, 2]);
    house.comes(&["help"], "it");
    house.calls(2).unwrap();
    house.starts(2);
    let tigrinya = house.comes(&["help"], "ti");
    let wait = expected(&house, tigrinya);
    assert!((9.9..=10.1).contains(&wait.high), "desk 2 is busy, desk 1 takes her after ten minutes: {wait:?}");
}

#[test]
fn it_is_told_in_steps_outwards() {
    let told = |low, middle, high| {
        let Wait { low_min, high_min } = Expected { low, middle, high }.told();
        (low_min, high_min)
    };
    assert_eq!(told(21.0, 27.0, 33.0), (20, 35));
    assert_eq!(told(20.0, 27.0, 35.0), (20, 35));
    assert_eq!(told(0.0, 0.0, 0.0), (0, 5));
    assert_eq!(told(4.9, 5.0, 5.0), (0, 5));
    assert_eq!(told(61.0, 75.0, 90.0), (60, 90));
    assert_eq!(told(61.0, 75.0, 90.1), (60, 105));
}

#[test]
fn minutes_between_two_moments_are_whole_and_never_below_nothing() {
    let at = |text: &str| text.parse().unwrap();
    let from = at("2026-11-24T10:00:00Z");
    assert_eq!(minutes_between(from, at("2026-11-24T10:00:59Z")), 0);
    assert_eq!(minutes_between(from, at("2026-11-24T10:02:00Z")), 2);
    assert_eq!(minutes_between(from, at("2026-11-24T09:00:00Z")), 0);
}

#[test]
fn chance_is_fair_and_the_same_for_the_same_seed() {
    let mut one = Chance::new(1);
    let mut same = Chance::new(1);
    let mut other = Chance::new(2);
    let bits: Vec<u64> = (0..4).map(|_| one.bits()).collect();
    // The first values for seed 1, as other programs compute them.
    assert_eq!(bits[..2], [0x910a_2dec_8902_5cc1, 0xbeeb_8da1_658e_ec67]);
    assert_eq!(bits, (0..4).map(|_| same.bits()).collect::<Vec<_>>());
    assert_ne!(bits[0], other.bits());
    let count = 20_000;
    let evens: Vec<f64> = (0..count).map(|_| one.even()).collect();
    assert!(evens.iter().all(|it| *it > 0.0 && *it <= 1.0));
    let mean = |numbers: &[f64]| numbers.iter().sum::<f64>() / numbers.len() as f64;
    assert!((mean(&evens) - 0.5).abs() < 0.01);
    let normals: Vec<f64> = (0..count).map(|_| one.normal()).collect();
    let squares: Vec<f64> = normals.iter().map(|it| it * it).collect();
    assert!(mean(&normals).abs() < 0.03 && (mean(&squares) - 1.0).abs() < 0.05);
    let happened = (0..count).filter(|_| one.happens(0.3)).count();
    assert!((5_600..6_400).contains(&happened), "{happened}");
    let mut chosen = [0; 3];
    (0..count).for_each(|_| chosen[one.one_of(&[1.0, 0.0, 3.0])] += 1);
    assert!(chosen[1] == 0 && (4_600..5_400).contains(&chosen[0]), "{chosen:?}");
    assert_eq!(one.one_of(&[]), 0);
}
