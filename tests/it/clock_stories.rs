//! The machine's clock is wrong, has no battery, or is set during the day: nobody loses a number, and none is given twice.

use crate::clock_world::{MINUTE, NEED, Site, at};
use jiff::Timestamp;
use jiff::civil::date;
use sportello::clock::TimeTrust;
use sportello::domain::{Rng, TicketNumber, TicketState};
use sportello::journal::{DataFolder, Role, StaffBook, StaffSessionStart};
use std::collections::BTreeMap;
use std::time::Duration;

fn counts(numbers: &[TicketNumber]) -> Vec<u32> {
    numbers.iter().map(|number| number.count).collect()
}

#[test]
fn a_machine_without_a_battery_gives_no_number_twice_and_keeps_everyone_when_the_time_comes() {
    let site = Site::boots("1970-01-01T00:01:00Z");
    assert_eq!(site.world.clock.trust(), TimeTrust::Unknown);
    let desk = site.world.desk_for(NEED).opens();
    let first: Vec<TicketNumber> = (0..4).map(|_| site.world.visitor(NEED, "ti")).collect();
    assert_eq!(counts(&first), [1, 2, 3, 4], "hours are not judged, so the glass gives numbers");
    assert_eq!(desk.calls_next(), Some(first[0]));
    desk.starts().expect("served");
    let book = StaffBook::open(&DataFolder::database(site.world.folder())).expect("the staff book");
    book.add("carla", Role::Desk, "hash").expect("an account");
    let now = site.world.clock.now();
    let expires = now + jiff::SignedDuration::from_hours(12);
    let start = StaffSessionStart { at: now, expires, origin: None, asks_pin: false };
    book.open_session("carla", &[7; 32], &start, None).expect("a session");
    site.pass(5 * MINUTE);
    site.sets_clock("2026-11-27T08:05:00+01:00");
    assert_eq!(site.world.hub.day().date(), Some(date(2026, 11, 27)), "the date is the right one");
    assert!(matches!(site.world.state(first[0]), TicketState::Serving { .. }));
    assert!(first[1..].iter().all(|number| site.is_waiting(*number)));
    assert!(site.waited_minutes(first[1]) <= 8, "{} minutes", site.waited_minutes(first[1]));
    assert_eq!(site.world.visitor(NEED, "it").count, 5);
    let session = book.session(&[7; 32], site.world.clock.now()).expect("the staff book");
    assert!(session.is_some(), "the clerk stays signed in");
    assert_eq!(site.world.clock.trust(), TimeTrust::Plausible);
    desk.finishes().expect("done");
    assert_eq!(desk.calls_next(), Some(first[1]));
}

#[test]
fn a_machine_that_boots_with_the_evening_before_keeps_the_morning_and_lets_the_evening_go() {
    let site = Site::boots("2026-11-26T16:00:00+01:00");
    let evening: Vec<TicketNumber> = (0..6).map(|_| site.world.visitor(NEED, "it")).collect();
    site.pass(60 * MINUTE);
    let site = site.boots_again("2026-11-26T17:02:00+01:00");
    let desk = site.world.desk_for(NEED).opens();
    let morning: Vec<TicketNumber> = (0..4).map(|_| site.world.visitor(NEED, "ti")).collect();
    assert_eq!(counts(&morning), [7, 8, 9, 10]);
    site.sets_clock("2026-11-27T08:05:00+01:00");
    assert!(morning.iter().all(|number| site.is_waiting(*number)));
    assert!(site.waited_minutes(morning[0]) <= 3);
    let day = site.world.hub.day();
    assert!(evening.iter().all(|number| day.ticket(*number).is_none()), "they went home yesterday");
    assert_eq!(site.world.visitor(NEED, "it").count, 11);
    assert_eq!(desk.calls_next(), Some(morning[0]), "the desk that opened this morning is open");
}

#[test]
fn a_clock_nine_hours_slow_ends_its_day_in_the_morning_and_loses_nobody() {
    let site = Site::boots("2026-11-26T23:10:00+01:00");
    let desk = site.world.desk_for(NEED).opens();
    let numbers: Vec<TicketNumber> = (0..5).map(|_| site.world.visitor(NEED, "ar")).collect();
    assert_eq!(desk.calls_next(), Some(numbers[0]));
    desk.starts().expect("served");
    desk.finishes().expect("done");
    site.pass(60 * MINUTE);
    site.looks();
    assert_eq!(site.world.hub.day().date(), Some(date(2026, 11, 27)), "the clock's own midnight");
    assert!(numbers[1..].iter().all(|number| site.is_waiting(*number)));
    assert_eq!(site.world.visitor(NEED, "it").count, 6);
    site.sets_clock("2026-11-27T09:12:00+01:00");
    assert!(numbers[1..].iter().all(|number| site.is_waiting(*number)));
    assert!((60..70).contains(&site.waited_minutes(numbers[1])));
    assert_eq!(site.world.visitor(NEED, "it").count, 7);
    assert_eq!(desk.calls_next(), Some(numbers[1]));
}

#[test]
fn a_day_forward_for_six_seconds_changes_nothing() {
    let site = Site::boots("2026-11-24T10:00:00+01:00");
    let numbers: Vec<TicketNumber> = (0..3).map(|_| site.world.visitor(NEED, "uk")).collect();
    site.hands.set_wall(at("2026-11-25T10:00:00+01:00"));
    for _ in 0..6 {
        site.looks();
        site.pass(1);
    }
    assert_eq!(site.world.visitor(NEED, "uk").count, 4);
    assert_eq!(site.world.clock.now(), at("2026-11-24T10:00:06+01:00"));
    site.hands.set_wall(at("2026-11-24T10:00:06+01:00"));
    site.pass(120);
    site.looks();
    assert!(numbers.iter().all(|number| site.is_waiting(*number)));
    assert_eq!(site.world.hub.day().date(), Some(date(2026, 11, 24)));
    assert_eq!(site.world.visitor(NEED, "uk").count, 5);
}

#[test]
fn a_day_forward_for_an_hour_and_back_loses_nobody_either() {
    let site = Site::boots("2026-11-24T10:00:00+01:00");
    site.hands.synchronise(true);
    site.looks();
    let first = site.world.visitor(NEED, "uk");
    let site = site.starts_again();
    site.looks();
    let second = site.world.visitor(NEED, "uk");
    site.sets_clock("2026-11-25T10:02:00+01:00");
    assert_eq!(site.world.hub.day().date(), Some(date(2026, 11, 25)));
    assert!(site.is_waiting(first) && site.is_waiting(second));
    site.pass(60 * MINUTE);
    let third = site.world.visitor(NEED, "uk");
    site.sets_clock("2026-11-24T11:05:00+01:00");
    assert_eq!(site.world.hub.day().date(), Some(date(2026, 11, 24)));
    assert_eq!(counts(&[first, second, third]), [1, 2, 3]);
    assert!([first, second, third].iter().all(|number| site.is_waiting(*number)));
    assert!((60..70).contains(&site.waited_minutes(first)), "{}", site.waited_minutes(first));
    let site = site.starts_again();
    assert!(site.is_waiting(first));
    assert_eq!(site.world.visitor(NEED, "uk").count, 4);
}

#[test]
fn a_start_on_a_clock_before_the_last_event_goes_on_from_it_until_the_clock_is_set() {
    let site = Site::boots("2026-11-24T10:00:00+01:00");
    let first = site.world.visitor(NEED, "uk");
    let site = site.boots_again("2026-11-24T02:00:00+01:00");
    assert_eq!(site.world.clock.trust(), TimeTrust::Unknown);
    site.pass(20 * MINUTE);
    let second = site.world.visitor(NEED, "uk");
    assert_eq!(second.count, 2, "hours are not judged by a clock that is wrong");
    assert!((19..=21).contains(&site.waited_minutes(first)));
    site.sets_clock("2026-11-24T10:45:00+01:00");
    assert_eq!(site.world.clock.trust(), TimeTrust::Plausible);
    assert!(site.is_waiting(first) && site.is_waiting(second));
    assert!(site.waited_minutes(second) <= 3);
}

#[test]
fn a_power_cut_before_the_time_comes_loses_nobody_of_the_morning() {
    let site = Site::boots("1970-01-01T00:01:00Z");
    let before: Vec<TicketNumber> = (0..3).map(|_| site.world.visitor(NEED, "so")).collect();
    site.pass(20 * MINUTE);
    let site = site.boots_again("1970-01-01T00:00:40Z");
    site.pass(2 * MINUTE);
    site.sets_clock("2026-11-27T08:25:00+01:00");
    assert!(before.iter().all(|number| site.is_waiting(*number)));
    assert_eq!(site.world.visitor(NEED, "so").count, 4);
}

#[test]
fn a_time_server_that_vouches_for_a_clock_behind_the_last_event_is_believed() {
    let site = Site::boots("2027-11-24T10:00:00+01:00");
    let first = site.world.visitor(NEED, "uk");
    let site = site.boots_again("2026-11-24T10:05:00+01:00");
    site.hands.synchronise(true);
    for _ in 0..3 {
        site.looks();
        site.pass(10);
    }
    site.looks();
    assert_eq!(site.world.hub.day().date(), Some(date(2026, 11, 24)));
    assert!(site.is_waiting(first));
    assert_eq!(site.world.visitor(NEED, "uk").count, 2);
}

#[test]
fn nights_with_a_changed_hour_end_one_day_and_begin_one() {
    for (evening, morning) in [
        ("2026-03-28T12:00:00+01:00", "2026-03-30T10:00:00+02:00"),
        ("2026-10-24T12:00:00+02:00", "2026-10-26T10:00:00+01:00"),
    ] {
        let site = Site::boots(evening);
        site.world.desk(1).opens();
        site.world.desk(1).closes().expect("closed");
        let seconds = at(morning).duration_since(at(evening)).as_secs().unsigned_abs();
        let mut dates = Vec::new();
        for _ in 0..seconds / 600 {
            site.pass(600);
            site.looks();
            dates.push(site.world.hub.day().date());
        }
        dates.dedup();
        assert_eq!(dates.len(), 3, "{dates:?}");
        assert_eq!(site.world.visitor(NEED, "it").count, 1);
    }
}

/// What a seed does to a site: people come, time goes by, the clock is set to anything, the power fails.
fn hard_day(seed: u64) {
    let mut dice = Rng::new(seed);
    let mut below = |limit: u64| dice.next_u64() % limit;
    let mut real = at("2026-11-24T08:00:00+01:00");
    let mut site = Site::boots(
        ["1970-01-01T00:00:30Z", "2026-11-23T19:00:00+01:00", "2026-11-24T08:00:00+01:00"][below(3) as usize],
    );
    site.world.desk_for(NEED).opens();
    let mut given: BTreeMap<TicketNumber, Timestamp> = BTreeMap::new();
    // Four hours of one morning at most.
    for _ in 0..24 {
        let seconds = 30 + below(570);
        let walls = [
            real.to_string(),
            "2026-11-25T08:00:00Z".to_owned(),
            "2026-11-23T21:00:00Z".to_owned(),
            "2031-01-01T00:00:00Z".to_owned(),
        ];
        match below(9) {
            0 => site.hands.set_wall(at(&walls[below(4) as usize])),
            1 => site.hands.set_wall(real),
            2 => {
                let wall =
                    ["1970-01-01T00:00:20Z".to_owned(), site.world.clock.now().to_string()][below(2) as usize].clone();
                site = site.boots_again(&wall);
            }
            3 => site = site.starts_again(),
            _ => {
                let number = site.world.visitor(NEED, "ti");
                assert!(given.insert(number, real).is_none(), "seed {seed}: {number} twice within a morning");
            }
        }
        for _ in 0..seconds / 10 {
            site.pass(10);
            site.looks();
        }
        real += Duration::from_secs(seconds / 10 * 10);
        let _ = site.world.desk_for(NEED).try_opens(&[]);
    }
}

#[test]
fn whatever_becomes_of_the_clock_no_number_is_given_twice_within_a_morning() {
    (0..24).for_each(hard_day);
}

#[test]
fn a_power_cut_after_which_the_time_is_right_loses_nobody_of_the_morning_either() {
    let site = Site::boots("1970-01-01T00:01:00Z");
    let before: Vec<TicketNumber> = (0..3).map(|_| site.world.visitor(NEED, "so")).collect();
    site.pass(20 * MINUTE);
    let site = site.boots_again("2026-11-27T08:25:00+01:00");
    assert_eq!(site.world.visitor(NEED, "so").count, 4);
    for _ in 0..3 {
        site.pass(10);
        site.looks();
    }
    assert_eq!(site.world.hub.day().date(), Some(date(2026, 11, 27)));
    assert!(before.iter().all(|number| site.is_waiting(*number)));
    assert_eq!(site.world.visitor(NEED, "so").count, 5);
}

#[test]
fn a_machine_that_boots_ahead_ends_no_day_before_a_time_server_can_correct_it() {
    let site = Site::boots("2026-11-24T10:00:00+01:00");
    let first: Vec<TicketNumber> = (0..3).map(|_| site.world.visitor(NEED, "so")).collect();
    let site = site.boots_again("2026-11-25T10:02:00+01:00");
    assert_eq!(site.world.visitor(NEED, "so").count, 4);
    site.pass(20);
    site.looks();
    site.hands.set_wall(at("2026-11-24T10:03:00+01:00"));
    site.hands.synchronise(true);
    for _ in 0..7 {
        site.pass(10);
        site.looks();
    }
    assert_eq!(site.world.hub.day().date(), Some(date(2026, 11, 24)));
    assert!(first.iter().all(|number| site.is_waiting(*number)));
    assert_eq!(site.world.visitor(NEED, "so").count, 5);
}

#[test]
fn a_new_day_begins_a_minute_after_the_boot_of_a_machine_without_a_time_server() {
    let site = Site::boots("2026-11-24T10:00:00+01:00");
    let yesterday = site.world.visitor(NEED, "so");
    let site = site.boots_again("2026-11-25T08:00:00+01:00");
    let early = site.world.visitor(NEED, "so");
    site.pass(61);
    site.looks();
    let day = site.world.hub.day();
    assert_eq!(day.date(), Some(date(2026, 11, 25)));
    assert!(day.ticket(yesterday).is_none() && site.is_waiting(early), "who came in that minute stays");
    assert_eq!(site.world.visitor(NEED, "so").count, early.count + 1);
}

#[test]
fn a_record_of_the_clock_that_could_not_be_replaced_is_not_believed() {
    let site = Site::boots("2026-11-25T10:00:00+01:00");
    let first = site.world.visitor(NEED, "uk");
    let record = site.world.folder().join("clock.json");
    let old = std::fs::read(&record).expect("the first start records the clock");
    site.sets_clock("2026-11-24T10:02:00+01:00");
    assert_eq!(site.world.hub.day().date(), Some(date(2026, 11, 24)));
    let since = site.world.hub.day().opened_at();
    std::fs::write(&record, old).expect("the former record");
    let site = site.starts_again();
    assert_eq!(site.world.hub.day().date(), Some(date(2026, 11, 24)));
    assert!(site.is_waiting(first));
    assert_eq!(site.world.visitor(NEED, "uk").count, 2);
    assert_eq!(site.world.hub.day().opened_at(), since, "boards know the day again, and chime for no call twice");
}

#[test]
fn a_record_of_the_clock_in_which_a_digit_has_changed_ends_no_day() {
    for (from, to) in [("\"at_ms\":1", "\"at_ms\":9"), ("\"boot_ms\":", "\"boot_ms\":-9"), ("true", "false")] {
        let site = Site::boots("2026-11-25T10:00:00+01:00");
        let first = site.world.visitor(NEED, "uk");
        let record = site.world.folder().join("clock.json");
        let text = std::fs::read_to_string(&record).expect("the first start records the clock");
        assert_eq!(text.matches(from).count(), 1, "{text}");
        std::fs::write(&record, text.replacen(from, to, 1)).expect("a changed record");
        let site = site.starts_again();
        for _ in 0..3 {
            site.pass(MINUTE);
            site.looks();
        }
        let date_now = site.world.hub.day().date();
        assert_eq!(date_now, Some(date(2026, 11, 25)), "{to}");
        assert!(site.is_waiting(first), "{to}");
        assert_eq!(site.world.visitor(NEED, "uk").count, 2, "{to}");
    }
}

#[test]
fn a_clock_that_was_set_while_the_program_was_stopped_is_taken_up() {
    let site = Site::boots("1970-01-01T00:01:00Z");
    let first = site.world.visitor(NEED, "so");
    site.pass(MINUTE);
    let site = site.starts_again();
    site.pass(MINUTE);
    site.looks();
    assert_eq!(site.world.clock.trust(), TimeTrust::Unknown, "the same wrong clock is not believed");
    site.hands.set_wall(at("2026-11-27T08:05:00+01:00"));
    let site = site.starts_again();
    for _ in 0..3 {
        site.pass(10);
        site.looks();
    }
    assert_eq!(site.world.hub.day().date(), Some(date(2026, 11, 27)));
    assert!(site.is_waiting(first));
    assert_eq!(site.world.visitor(NEED, "so").count, 2);
}
