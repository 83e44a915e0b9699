//! The expected wait: what it takes into account, and how it is shown.

use crate::queue_fixture::{House, service_code};
use sportello::domain::command::Command;
use sportello::domain::time::minutes_between;
use sportello::domain::wait::{Expected, ROUNDS};
use sportello::domain::{DeskNumber, Forecast, Rng, Target, TicketNumber, TransferReason, Wait};

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

    // A visitor at another desk comes here next, and is older.
    let mut house = House::with(&[("minutes = 30", "minutes = 20")], "2026-11-24T10:00:00+01:00");
    house.opens(&[3, 4]);
    house.comes(&["code", "card"], "it");
    let blocker = house.comes(&["card"], "it");
    let waiting = house.comes(&["card"], "it");
    let with_the_other = expected(&house, waiting);
    assert!(with_the_other.middle > expected(&house, blocker).middle + 15.0);
    house.does(Command::Dismiss { desk: None, ticket: blocker }).unwrap();
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
    assert_eq!(few.ticket(number), None, "one round is not a forecast");
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
fn late_in_the_day_nobody_is_promised_a_call_that_no_desk_will_make() {
    // The clinic leaves at twelve, and on the Wednesday with hours of its own at eleven.
    for (morning, late, after) in [
        ("2026-11-23T10:00:00+01:00", "2026-11-23T11:50:00+01:00", "2026-11-23T12:00:00+01:00"),
        ("2026-11-25T09:00:00+01:00", "2026-11-25T10:50:00+01:00", "2026-11-25T11:00:00+01:00"),
    ] {
        let mut house = House::with(&[("minutes = 30", "minutes = 20")], morning);
        house.opens(&[4]);
        let numbers: Vec<_> = (0..3).map(|_| house.comes(&["card"], "it")).collect();
        let all = forecast(&house);
        assert!(numbers.iter().all(|number| all.ticket(*number).is_some()), "{morning}: there is time for all");
        house.now = late.parse().unwrap();
        let few = forecast(&house);
        assert!(few.ticket(numbers[0]).is_some(), "{late}");
        assert_eq!((few.ticket(numbers[1]), few.ticket(numbers[2])), (None, None), "{late}");
        assert_eq!(few.wait(house.ticket(numbers[2])), None);
        assert_eq!(few.newcomer(&service_code("card")), None);
        house.now = after.parse().unwrap();
        let stayed = forecast(&house);
        assert!(numbers.iter().all(|number| stayed.ticket(*number).is_some()), "{after}: the desk is still open");
    }
    // In a break they will be back.
    let mut house = House::at("2026-11-24T11:50:00+01:00");
    house.opens(&[4]);
    let numbers: Vec<_> = (0..3).map(|_| house.comes(&["card"], "it")).collect();
    assert!(forecast(&house).ticket(numbers[2]).is_some(), "until four");
    // At ten there was time for eight, morning and afternoon; at one there is not any more.
    let mut house = House::new();
    let numbers: Vec<_> = (0..8).map(|_| house.comes(&["card"], "it")).collect();
    house.now = "2026-11-24T13:00:00+01:00".parse().unwrap();
    let waits = forecast(&house);
    assert!(waits.ticket(numbers[1]).is_some_and(|wait| wait.low > 60.0));
    assert_eq!(waits.ticket(numbers[7]), None, "the desk opens at two and closes at four");
}

#[test]
fn a_desk_goes_on_while_one_of_its_institutions_is_here_and_takes_whom_another_leaves() {
    let both = [("services = [\"talk\", \"help\"]", "services = [\"talk\", \"help\", \"card\"]")];
    let mut house = House::with(&both, "2026-11-23T11:00:00+01:00");
    house.opens(&[5]);
    let number = house.comes(&["card"], "it");
    house.does(Command::AddStep { desk: DeskNumber(5), ticket: number, service: service_code("talk") }).unwrap();
    let numbers: Vec<_> = (0..4).map(|_| house.comes(&["talk"], "it")).collect();
    house.now = "2026-11-23T11:50:00+01:00".parse().unwrap();
    assert!(forecast(&house).ticket(numbers[3]).is_some(), "the house is always here");
    // Handed on to desk 4, where a long visit has begun: when desk 4 closes, desk 5 has nothing else to do.
    let mut house = House::with(&both, "2026-11-23T11:00:00+01:00");
    house.opens(&[4, 5]);
    house.comes(&["card"], "it");
    let handed_on = house.comes(&["card"], "it");
    house.calls(4).unwrap();
    house.calls(5).unwrap();
    let to = Target::Desk(DeskNumber(4));
    house
        .does(Command::Transfer { desk: DeskNumber(5), expected: None, to, reason: TransferReason::Specialist })
        .unwrap();
    house.now = "2026-11-23T11:50:00+01:00".parse().unwrap();
    house.starts(4);
    let wait = expected(&house, handed_on);
    assert!(wait.middle < 10.01 && wait.high > 9.99, "at twelve: {wait:?}");
}

#[test]
fn todays_appointments_take_their_time_from_others() {
    let last_of_three = |booked: Option<&str>, now: &str| {
        let mut house = House::new();
        house.opens(&[3]);
        if let Some(at) = booked {
            house.books("code", &format!("2026-11-24T{at}:00+01:00")).unwrap();
        }
        house.now = format!("2026-11-24T{now}:00+01:00").parse().unwrap();
        let number = (0..3).map(|_| house.comes(&["code"], "it")).last().unwrap();
        let newcomer = forecast(&house).newcomer(&service_code("code")).expect("an expectation");
        (expected(&house, number).middle, newcomer.middle)
    };
    let (alone, newcomer_alone) = last_of_three(None, "10:05");
    let (beside, newcomer_beside) = last_of_three(Some("10:10"), "10:05");
    assert!(beside > alone + 6.0, "the appointment goes first from its hour on: {alone} {beside}");
    assert!(newcomer_beside > newcomer_alone + 6.0, "{newcomer_alone} {newcomer_beside}");
    let (beside, _) = last_of_three(Some("13:00"), "10:05");
    assert!((beside - alone).abs() < 4.0, "hours later it takes nothing from those who are here: {alone} {beside}");
    // A visitor who is more than five minutes late may come any moment, in no round earlier.
    let mut house = House::new();
    house.opens(&[3]);
    house.books("code", "2026-11-24T11:00:00+01:00").unwrap();
    house.now = "2026-11-24T11:06:00+01:00".parse().unwrap();
    let only = house.comes(&["code"], "it");
    assert!(expected(&house, only).low > 2.0, "{:?}", expected(&house, only));
    // Fifteen minutes after its time the appointment is no longer expected.
    let (beside, _) = last_of_three(Some("10:10"), "10:24");
    assert!(beside > alone + 6.0, "{beside}");
    let (beside, _) = last_of_three(Some("10:10"), "10:25");
    assert!((beside - alone).abs() < 4.0, "{beside}");
}

#[test]
fn an_appointment_of_tomorrow_takes_nothing_today_and_one_goes_before_whoever_comes_now() {
    let last_of_three = |booked: bool| {
        let mut house = House::at("2026-11-24T23:50:00+01:00");
        house.opens(&[3]);
        if booked {
            house.books("code", "2026-11-25T00:01:00+01:00").unwrap();
        }
        let number = (0..3).map(|_| house.comes(&["code"], "it")).last().unwrap();
        expected(&house, number)
    };
    assert_eq!(last_of_three(true), last_of_three(false));
    let newcomer = |appointments: usize| {
        let mut house = House::new();
        house.opens(&[3]);
        for _ in 0..appointments {
            house.books("code", "2026-11-24T10:02:00+01:00").unwrap();
        }
        house.comes(&["code"], "it");
        house.calls(3).unwrap();
        house.starts(3);
        house.minutes_pass(2);
        forecast(&house).newcomer(&service_code("code")).expect("an expectation").middle
    };
    assert!(newcomer(3) > newcomer(0) + 20.0, "{} {}", newcomer(0), newcomer(3));
}

#[test]
fn who_comes_here_next_and_is_older_goes_before_and_who_may_still_come_does_not() {
    let mut house = House::new();
    house.opens(&[3, 4]);
    let older = house.comes(&["code", "card"], "it");
    house.comes(&["card"], "it");
    let waiting = house.comes(&["card"], "it");
    house.calls(3).unwrap();
    house.starts(3);
    house.calls(4).unwrap();
    house.starts(4);
    let behind = expected(&house, waiting).middle;
    house.does(Command::DropStep { desk: DeskNumber(3), ticket: older, service: service_code("card") }).unwrap();
    let next = expected(&house, waiting).middle;
    assert!(behind > next + 15.0, "{behind} {next}");
    // Eleven came within the hour, more than the desk can serve, and as many may come in the next one.
    let mut house = House::new();
    house.opens(&[3]);
    for _ in 0..11 {
        let number = house.comes(&["code"], "it");
        house.does(Command::Dismiss { desk: None, ticket: number }).unwrap();
        house.minutes_pass(5);
    }
    house.comes(&["code"], "it");
    house.minutes_pass(1);
    let newcomer = forecast(&house).newcomer(&service_code("code")).expect("an expectation");
    assert!(newcomer.middle < 20.0, "after the one who waits: {newcomer:?}");
}

#[test]
fn who_was_put_aside_comes_back_to_the_desk_that_did_it() {
    // A ticket for help was parked at desk 1, or at desk 5, which does talks as well: there four wait for a talk.
    let last_heard = |parked_at: Option<u16>, is_closed: bool| {
        let mut house = House::new();
        house.opens(&[1, 5]);
        if let Some(desk) = parked_at {
            house.comes(&["help"], "it");
            house.calls(desk).unwrap();
            house.does(Command::Park { desk: DeskNumber(desk), expected: None }).unwrap();
        }
        if is_closed {
            house.does(Command::Close { desk: DeskNumber(1) }).unwrap();
        }
        let number = (0..4).map(|_| house.comes(&["talk"], "it")).last().unwrap();
        expected(&house, number).middle
    };
    let alone = last_heard(None, false);
    let there = last_heard(Some(5), false);
    assert!(there > alone + 6.0, "{alone} {there}");
    let elsewhere = last_heard(Some(1), false);
    assert!((elsewhere - alone).abs() < 4.0, "desk 1 takes her up again: {alone} {elsewhere}");
    let left = last_heard(Some(1), true);
    assert!(left > alone + 6.0, "desk 1 is closed: {alone} {left}");
    // Back after five minutes at least: the first one is called before, and no one is called twice.
    let mut house = House::new();
    house.opens(&[3]);
    house.comes(&["code"], "it");
    house.calls(3).unwrap();
    house.does(Command::Park { desk: DeskNumber(3), expected: None }).unwrap();
    let (first, second) = (house.comes(&["code"], "it"), house.comes(&["code"], "it"));
    assert!(expected(&house, first).high < 0.1);
    let second = expected(&house, second);
    assert!((8.0..25.0).contains(&second.middle), "{second:?}");
    // A visitor who comes from another desk meets her at an idle one.
    let mut house = House::with(&[("minutes = 30", "minutes = 60")], "2026-11-24T10:00:00+01:00");
    house.opens(&[3, 4]);
    house.comes(&["card"], "it");
    house.calls(4).unwrap();
    house.does(Command::Park { desk: DeskNumber(4), expected: None }).unwrap();
    let nobody_waits = forecast(&house).newcomer(&service_code("card")).expect("an expectation");
    assert!(nobody_waits.high < 0.1, "she is not back yet: {nobody_waits:?}");
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
    assert_eq!(told, before.newcomer(&service_code("help")).unwrap().rounded());
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
        let Wait { low_min, high_min } = Expected { low, middle, high }.rounded();
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
    let mut one = Rng::new(1);
    let mut same = Rng::new(1);
    let mut other = Rng::new(2);
    let bits: Vec<u64> = (0..4).map(|_| one.next_u64()).collect();
    // The first values for seed 1, as other programs compute them.
    assert_eq!(bits[..2], [0x910a_2dec_8902_5cc1, 0xbeeb_8da1_658e_ec67]);
    assert_eq!(bits, (0..4).map(|_| same.next_u64()).collect::<Vec<_>>());
    assert_ne!(bits[0], other.next_u64());
    let count = 20_000;
    let evens: Vec<f64> = (0..count).map(|_| one.uniform()).collect();
    assert!(evens.iter().all(|it| *it > 0.0 && *it <= 1.0));
    let mean = |numbers: &[f64]| numbers.iter().sum::<f64>() / numbers.len() as f64;
    assert!((mean(&evens) - 0.5).abs() < 0.01);
    let normals: Vec<f64> = (0..count).map(|_| one.normal()).collect();
    let squares: Vec<f64> = normals.iter().map(|it| it * it).collect();
    assert!(mean(&normals).abs() < 0.03 && (mean(&squares) - 1.0).abs() < 0.05);
    let happened = (0..count).filter(|_| one.happens(0.3)).count();
    assert!((5_600..6_400).contains(&happened), "{happened}");
    let mut chosen = [0; 3];
    (0..count).for_each(|_| chosen[one.weighted_index(&[1.0, 0.0, 3.0])] += 1);
    assert!(chosen[1] == 0 && (4_600..5_400).contains(&chosen[0]), "{chosen:?}");
    assert_eq!(one.weighted_index(&[]), 0);
}
