//! The expected wait, part by part: each estimate alone, at a site where nothing else happens, against values computed by
//! hand.

use crate::queue_fixture::{House, service_code};
use sportello::domain::command::Command;
use sportello::domain::wait::Expected;
use sportello::domain::{DeskNumber, Forecast, TicketNumber};

/// Enough rounds to see a difference of one minute in ten.
const MANY: usize = 1_000;

/// Enough rounds where the difference is large, or none.
const FEW: usize = 150;

fn forecast(house: &House, rounds: usize) -> Forecast {
    Forecast::of(&house.day, house.now, 11, rounds, || true)
}

fn expected(house: &House, number: TicketNumber) -> Option<Expected> {
    forecast(house, MANY).ticket(number)
}

fn roughly(house: &House, number: TicketNumber) -> Expected {
    forecast(house, FEW).ticket(number).expect("an expectation")
}

fn assert_is(wait: Expected, low: f64, middle: f64, high: f64) {
    let is_near = |found: f64, wanted: f64| (found - wanted).abs() <= wanted * 0.08;
    let fits = is_near(wait.low, low) && is_near(wait.middle, middle) && is_near(wait.high, high);
    assert!(fits, "{wait:?}, not {low} {middle} {high}");
}

/// The quantile of a visit that takes ten minutes on average, `deviations` off its middle: visits differ by 0.45, and the
/// middle itself is in doubt by half of that.
fn visit(deviations: f64) -> f64 {
    let middle = 10.0_f64.ln() - 0.45 * 0.45 / 2.0;
    (middle + deviations * (0.45_f64.powi(2) + 0.225_f64.powi(2)).sqrt()).exp()
}

#[test]
fn the_second_waits_for_a_visit_or_sometimes_for_a_call_in_vain() {
    let mut house = House::new();
    house.opens(&[3]);
    house.comes(&["code"], "it");
    let second = house.comes(&["code"], "it");
    // Six of a hundred rounds are no-shows, and those are the shortest; the others have the walk to the desk before them.
    assert_is(expected(&house, second).unwrap(), 0.75 + visit(-1.041), 0.75 + visit(-0.080), 0.75 + visit(0.797));
    // Once a ticket is called, the visit is certain; once it is at the desk, the walk is over.
    house.calls(3).unwrap();
    assert_is(expected(&house, second).unwrap(), 0.75 + visit(-0.842), 0.75 + visit(0.0), 0.75 + visit(0.842));
    house.starts(3);
    assert_is(expected(&house, second).unwrap(), visit(-0.842), visit(0.0), visit(0.842));
}

#[test]
fn a_call_in_vain_takes_two_minutes() {
    let mut house = House::new();
    house.opens(&[3]);
    for _ in 0..20 {
        house.comes(&["code"], "it");
        house.calls(3).unwrap();
        house.does(Command::NoShow { desk: DeskNumber(3), expected: None }).unwrap();
    }
    house.comes(&["code"], "it");
    let second = house.comes(&["code"], "it");
    let wait = roughly(&house, second);
    assert_eq!((wait.low, wait.middle), (2.0, 2.0), "more than half of all are called in vain");
    assert!(wait.high > 5.0, "{wait:?}");
}

#[test]
fn a_pause_lasts_from_three_to_seventeen_minutes() {
    let mut house = House::new();
    house.opens(&[3]);
    house.does(Command::Pause { desk: DeskNumber(3) }).unwrap();
    let first = house.comes(&["code"], "it");
    assert_is(expected(&house, first).unwrap(), 5.8, 10.0, 14.2);
}

#[test]
fn a_visit_that_lasts_far_too_long_ends_in_three_minutes() {
    let mut house = House::new();
    house.opens(&[3]);
    house.comes(&["code"], "it");
    house.calls(3).unwrap();
    house.starts(3);
    house.minutes_pass(500);
    let second = house.comes(&["code"], "it");
    let wait = roughly(&house, second);
    assert_eq!((wait.low, wait.middle, wait.high), (3.0, 3.0, 3.0));
}

#[test]
fn who_would_wait_until_tomorrow_is_told_nothing() {
    let mut house = House::new();
    house.opens(&[3]);
    let numbers: Vec<_> = (0..90).map(|_| house.comes(&["code"], "it")).collect();
    let waits = forecast(&house, 40);
    assert!(waits.ticket(numbers[40]).is_some_and(|wait| wait.low > 240.0), "seven hours can be looked ahead");
    assert_eq!(waits.ticket(numbers[89]), None, "fifteen can't");
}

/// A site where desk 3 has long visits and is free, and a visitor walks to it for some minutes; it is eleven, and the
/// last visitor came more than an hour ago. `before` happens at half past nine, `after` at ten past ten.
struct Walk {
    house: House,
    walks: TicketNumber,
}

impl Walk {
    fn of(minutes: u32, prepare: impl FnOnce(&mut House)) -> Walk {
        let walk = format!("walk_minutes = {minutes}");
        let long = "label = { it = \"Codice\" }\nminutes = 120";
        let changes = [("walk_minutes = 2", walk.as_str()), ("label = { it = \"Codice\" }\nminutes = 10", long)];
        let mut house = House::with(&changes, "2026-11-24T09:30:00+01:00");
        house.opens(&[1, 3]);
        let walks = house.comes(&["help"], "it");
        house.does(Command::AddStep { desk: DeskNumber(1), ticket: walks, service: service_code("code") }).unwrap();
        house.calls(1).unwrap();
        prepare(&mut house);
        house.now = "2026-11-24T10:55:00+01:00".parse().unwrap();
        house.starts(1);
        house.now = "2026-11-24T11:00:00+01:00".parse().unwrap();
        house.finishes(1);
        Walk { house, walks }
    }

    /// Whether desk 3 is still free after the walk: in one of five rounds at least, in four of five.
    fn finds_a_free_desk(&self, minutes: u32) -> (bool, bool) {
        let wait = expected(&self.house, self.walks).expect("an expectation");
        let minutes = f64::from(minutes);
        assert!(wait.low >= minutes, "{wait:?}");
        (wait.low == minutes, wait.high == minutes)
    }
}

#[test]
fn who_walks_to_a_free_desk_where_nobody_else_is_expected_is_called_on_arrival() {
    for minutes in [1, 8, 20] {
        assert_eq!(Walk::of(minutes, |_| {}).finds_a_free_desk(minutes), (true, true), "{minutes}");
    }
}

#[test]
fn who_was_put_aside_is_back_after_five_to_twenty_five_minutes() {
    // Back before: three of twenty rounds, five, fifteen, seventeen.
    for (minutes, finds) in [(8, (true, true)), (10, (true, false)), (20, (true, false)), (22, (false, false))] {
        let walk = Walk::of(minutes, |house| {
            house.comes(&["code"], "it");
            house.calls(3).unwrap();
            house.does(Command::Park { desk: DeskNumber(3), expected: None }).unwrap();
        });
        assert_eq!(walk.finds_a_free_desk(minutes), finds, "{minutes}");
    }
}

#[test]
fn people_check_in_from_ten_minutes_before_their_hour_to_five_after() {
    // The hour is twenty past: checked in before, in two of fifteen rounds, four, eleven, fourteen.
    for (minutes, finds) in [(12, (true, true)), (14, (true, false)), (21, (true, false)), (24, (false, false))] {
        let walk = Walk::of(minutes, |house| {
            house.books("code", "2026-11-24T11:20:00+01:00").unwrap();
        });
        assert_eq!(walk.finds_a_free_desk(minutes), finds, "{minutes}");
    }
}

#[test]
fn who_came_within_the_last_hour_comes_again_at_any_moment_of_the_next() {
    // One came: again in the next ten minutes in ten rounds of sixty, in the next sixteen in sixteen; but for calls in vain.
    for (came, minutes, finds) in [
        ("10:00", 16, (true, true)),
        ("10:01", 10, (true, true)),
        ("10:01", 16, (true, false)),
        ("10:54", 10, (true, true)),
        ("10:54", 16, (true, false)),
        ("10:54", 44, (true, false)),
        ("10:54", 54, (false, false)),
    ] {
        let walk = Walk::of(minutes, |house| {
            house.now = format!("2026-11-24T{came}:00+01:00").parse().unwrap();
            let gone = house.comes(&["code"], "it");
            house.does(Command::Dismiss { desk: None, ticket: gone }).unwrap();
        });
        assert_eq!(walk.finds_a_free_desk(minutes), finds, "{came} {minutes}");
    }
}

#[test]
fn whoever_goes_on_walks_as_well_and_is_no_longer_in_the_way_at_the_desk_before() {
    // Desk 2 serves an older ticket that will go to desk 3 too, and can't be there first.
    let walk = Walk::of(8, |house| {
        house.opens(&[2]);
        let older = house.comes(&["help"], "it");
        house.does(Command::AddStep { desk: DeskNumber(2), ticket: older, service: service_code("code") }).unwrap();
        house.calls(2).unwrap();
        house.now = "2026-11-24T10:54:00+01:00".parse().unwrap();
        house.starts(2);
    });
    assert_eq!(walk.finds_a_free_desk(8), (true, true));
    let behind = |needs: &[&str]| {
        let mut house = House::new();
        house.opens(&[1, 3]);
        house.comes(needs, "it");
        let number = house.comes(&["help"], "it");
        house.calls(1).unwrap();
        house.starts(1);
        expected(&house, number).unwrap()
    };
    let changes = behind(&["help", "code"]);
    assert_is(changes, visit(-0.842), visit(0.0), visit(0.842));
    assert_eq!(behind(&["help"]).middle, changes.middle);
}

#[test]
fn a_newcomer_comes_after_those_with_priority_who_will_come_soon_and_before_others() {
    let first_in_line = |priority: bool| {
        let mut house = House::new();
        house.opens(&[3]);
        house.comes(&["code"], "it");
        house.calls(3).unwrap();
        for _ in 0..8 {
            let gone = house.tries(&["code"], "it", priority).unwrap();
            house.does(Command::Dismiss { desk: None, ticket: gone }).unwrap();
        }
        house.minutes_pass(30);
        house.starts(3);
        forecast(&house, 400).newcomer(&service_code("code")).expect("an expectation")
    };
    assert_is(first_in_line(false), visit(-0.842), visit(0.0), visit(0.842));
    let behind = first_in_line(true);
    assert!(behind.middle > visit(0.0) + 8.0 && behind.middle < visit(0.0) + 30.0, "{behind:?}");
}

#[test]
fn who_comes_for_two_things_with_priority_is_reckoned_with_at_the_second_desk() {
    let last = |needs: &[&str]| {
        let long = ("label = { it = \"Ascolto\" }\nminutes = 10", "label = { it = \"Ascolto\" }\nminutes = 60");
        let mut house = House::with(&[long], "2026-11-24T10:00:00+01:00");
        house.opens(&[1, 2, 5]);
        let talk = Some(vec![service_code("talk")]);
        house.does(Command::Open { desk: DeskNumber(5), languages: vec![], services: talk }).unwrap();
        for _ in 0..6 {
            let number = house.tries(needs, "it", true).unwrap();
            house.does(Command::Dismiss { desk: None, ticket: number }).unwrap();
        }
        house.minutes_pass(50);
        house.comes(&["talk"], "it");
        house.calls(5).unwrap();
        let number = house.comes(&["talk"], "it");
        house.starts(5);
        roughly(&house, number).middle
    };
    let (alone, beside) = (last(&["help"]), last(&["help", "talk"]));
    assert!(beside > alone + 15.0, "{alone} {beside}");
}

#[test]
fn whoever_will_come_from_another_desk_and_is_older_takes_a_visits_time() {
    let last = |needs: &[&str]| {
        let mut house = House::with(&[("minutes = 30", "minutes = 20")], "2026-11-24T09:00:00+01:00");
        house.opens(&[3, 4]);
        house.comes(needs, "it");
        house.minutes_pass(61);
        let number = (0..4).map(|_| house.comes(&["card"], "it")).last().unwrap();
        roughly(&house, number).middle
    };
    let (alone, beside) = (last(&["code"]), last(&["code", "card"]));
    assert!(beside > alone + 12.0 && beside < alone + 28.0, "{alone} {beside}");
}

#[test]
fn who_has_been_at_one_desk_is_not_taken_for_who_may_come_there_next() {
    let long = ("label = { it = \"Codice\" }\nminutes = 10", "label = { it = \"Codice\" }\nminutes = 60");
    let mut house = House::with(&[long], "2026-11-24T10:00:00+01:00");
    house.opens(&[1, 3]);
    let number = house.comes(&["help"], "it");
    house.does(Command::AddStep { desk: DeskNumber(1), ticket: number, service: service_code("code") }).unwrap();
    house.comes(&["code"], "it");
    house.calls(3).unwrap();
    assert_eq!(house.serves(1), Some(number));
    house.starts(3);
    house.minutes_pass(5);
    // A visitor like her comes again within the hour, to the desk where she has been; she herself waits for the long visit.
    let wait = roughly(&house, number);
    assert!(wait.low > 25.0, "{wait:?}");
}

#[test]
fn who_comes_again_speaks_what_was_spoken_and_leaves_a_desk_to_others() {
    let finds_a_free_desk = |tongue: &str| {
        let long = ("label = { it = \"Aiuto\" }\nminutes = 10", "label = { it = \"Aiuto\" }\nminutes = 120");
        let mut house = House::with(&[("walk_minutes = 2", "walk_minutes = 8"), long], "2026-11-24T09:30:00+01:00");
        house.opens(&[1, 2, 3]);
        let walks = house.comes(&["code"], "it");
        house.does(Command::AddStep { desk: DeskNumber(3), ticket: walks, service: service_code("help") }).unwrap();
        house.calls(3).unwrap();
        house.starts(3);
        house.now = "2026-11-24T10:45:00+01:00".parse().unwrap();
        for _ in 0..12 {
            let gone = house.comes(&["help"], tongue);
            house.does(Command::Dismiss { desk: None, ticket: gone }).unwrap();
        }
        house.now = "2026-11-24T11:00:00+01:00".parse().unwrap();
        house.finishes(3);
        roughly(&house, walks).high == 8.0
    };
    assert!(finds_a_free_desk("ti"), "they are left to desk 2 for ten minutes");
    assert!(!finds_a_free_desk("it"), "in half of all rounds two of twelve come in time for both desks");
}

#[test]
fn an_appointment_is_nobody_who_has_a_number_already() {
    let long = ("label = { it = \"Codice\" }\nminutes = 10", "label = { it = \"Codice\" }\nminutes = 60");
    let mut house = House::with(&[long], "2026-11-24T10:00:00+01:00");
    house.opens(&[1, 3]);
    house.books("help", "2026-11-24T10:06:00+01:00").unwrap();
    let numbers = [(); 3].map(|()| house.comes(&["code"], "it"));
    house.does(Command::Call { desk: DeskNumber(3), ticket: numbers[2] }).unwrap();
    house.starts(3);
    // Who has the appointment is called within minutes, at the other desk.
    let wait = roughly(&house, numbers[0]);
    assert!(wait.low > 25.0, "{wait:?}");
}

#[test]
fn a_visitor_whose_next_step_is_at_the_same_desk_does_not_walk_and_goes_before_those_who_came_later() {
    let both = ("services = [\"code\"]\nlanguages", "services = [\"code\", \"help\"]\nlanguages");
    let mut house = House::with(&[both, ("walk_minutes = 2", "walk_minutes = 90")], "2026-11-24T10:00:00+01:00");
    house.opens(&[3]);
    house.comes(&["help", "code"], "it");
    house.calls(3).unwrap();
    house.starts(3);
    let second = house.comes(&["code"], "it");
    let wait = roughly(&house, second);
    assert!(wait.middle > 15.0, "two visits of ten minutes come before it: {wait:?}");
}
