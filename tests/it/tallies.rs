//! The tally of a day, estimates from it, and what of it may be published.

use crate::queue_fixture::{House, language, service_code};
use sportello::domain::command::Command;
use sportello::domain::tally::suppress::Published::{Count, Hidden};
use sportello::domain::tally::suppress::suppress;
use sportello::domain::tally::{Flow, Histogram, HourBand, Tally};
use sportello::domain::{DeskNumber, Learned};

fn tallies(house: &House) -> Vec<Tally> {
    Tally::of(house.day.site(), &house.journal)
}

fn flow(tally: &Tally, service: &str, hour: u8) -> Flow {
    tally.hours.get(&(service_code(service), HourBand::of_hour(hour))).copied().unwrap_or_default()
}

/// The bins with a count, by their upper limit; `None` for the last.
fn bins(histogram: &Histogram) -> Vec<(Option<u32>, u32)> {
    let reach = |bin: usize| Histogram::REACH.get(bin).copied();
    histogram.0.iter().enumerate().filter(|(_, count)| **count > 0).map(|(bin, count)| (reach(bin), *count)).collect()
}

#[test]
fn a_day_becomes_counts_by_language_and_by_hours() {
    let mut house = House::at("2026-11-24T09:50:00+01:00");
    house.opens(&[1, 3, 4]);
    let several = house.comes(&["code", "card"], "ti");
    house.comes(&["code"], "ti");
    house.comes(&["code"], "it");
    house.minutes_pass(7);
    house.calls(3).unwrap();
    house.minutes_pass(1);
    house.starts(3);
    house.minutes_pass(12);
    house.finishes(3);
    house.minutes_pass(2);
    house.calls(4).unwrap();
    house.starts(4);
    house.minutes_pass(200);
    house.finishes(4);
    house.calls(3).unwrap();
    house.does(Command::NoShow { desk: DeskNumber(3), expected: None }).unwrap();
    let last = house.day.tickets().last().unwrap().number;
    house.does(Command::Dismiss { desk: None, ticket: last }).unwrap();
    assert!(house.ticket(several).current_step().is_none());

    let counted = tallies(&house);
    let [tally] = counted.as_slice() else { panic!("one day, not {counted:?}") };
    assert_eq!(tally.date, jiff::civil::date(2026, 11, 24));
    assert_eq!(tally.issued(), 3);
    assert_eq!(tally.languages[&(service_code("code"), language("ti"))], 2);
    assert_eq!(tally.languages[&(service_code("code"), language("it"))], 1);
    let (morning, noon, afternoon) = (flow(tally, "code", 9), flow(tally, "code", 11), flow(tally, "code", 13));
    assert_eq!((morning.issued, morning.served), (3, 0));
    assert_eq!(bins(&morning.waits), [(Some(10), 1)], "seven minutes");
    assert_eq!((noon.issued, noon.served, noon.no_shows), (0, 1, 0));
    assert_eq!(bins(&noon.visits), [(Some(15), 1)], "twelve minutes");
    assert_eq!((afternoon.no_shows, afternoon.withdrawn), (1, 1));
    assert_eq!(bins(&afternoon.waits), [(None, 1)], "far longer than two hours");
    assert_eq!(bins(&flow(tally, "card", 10).waits), [(Some(5), 1)], "from the moment when the way was done");
    assert_eq!(tally.steps.iter().map(|(steps, count)| (*steps, *count)).collect::<Vec<_>>(), [(2, 1)]);
}

#[test]
fn days_are_counted_each_by_itself_and_added_up() {
    let mut house = House::new();
    house.opens(&[1]);
    house.comes(&["help"], "it");
    house.serves(1).unwrap();
    house.now = "2026-11-25T10:00:00+01:00".parse().unwrap();
    house.turns();
    house.comes(&["help"], "it");
    house.comes(&["help"], "ar");
    house.now = "2026-11-26T10:00:00+01:00".parse().unwrap();
    house.turns();
    let days = tallies(&house);
    assert_eq!(days.iter().map(Tally::issued).collect::<Vec<_>>(), [1, 2]);
    assert_eq!(days[0].steps[&1], 1);
    // Waiting tickets are withdrawn at the end of the day: at midnight, although the next command comes at ten.
    let withdrawn: u32 = days[1].hours.values().map(|flow| flow.withdrawn).sum();
    assert_eq!(withdrawn, 2);
    let mut both = days[0].clone();
    both.add(&days[1]);
    assert_eq!(both.issued(), 3);
    assert_eq!(both.languages[&(service_code("help"), language("it"))], 2);
    let mut twice = days[0].clone();
    twice.add(&days[0]);
    let before = flow(&days[0], "help", 10);
    let after = flow(&twice, "help", 10);
    assert_eq!((after.issued, after.served), (before.issued * 2, before.served * 2));
    assert_eq!(after.waits.0, before.waits.0.map(|count| count * 2));
    assert_eq!((twice.steps[&1], before.served), (2, 1));
}

#[test]
fn minutes_fall_into_bins_and_hours_into_bands() {
    let mut histogram = Histogram::default();
    for minutes in [0, 5, 6, 10, 11, 15, 20, 30, 31, 45, 60, 90, 91, 120, 121, 100_000] {
        histogram.count(minutes);
    }
    assert_eq!(histogram.0, [2, 2, 2, 1, 1, 2, 1, 1, 2, 2]);
    assert_eq!([0, 1, 2, 11, 23, 99].map(|hour| HourBand::of_hour(hour).first_hour()), [0, 0, 2, 10, 22, 22]);
}

#[test]
fn small_counts_are_hidden_and_so_is_what_would_give_one_away() {
    assert_eq!(suppress(&[7, 8, 9], 5), [Count(7), Count(8), Count(9)]);
    assert_eq!(suppress(&[4, 8, 9], 5), [Hidden, Hidden, Count(9)], "the smallest of the others goes too");
    assert_eq!(suppress(&[9, 8, 0], 5), [Hidden, Hidden, Hidden], "eight of eight would reveal a zero");
    assert_eq!(suppress(&[4, 3, 9], 5), [Hidden, Hidden, Hidden], "seven in two would tell nearly all");
    assert_eq!(suppress(&[4, 3, 9, 12], 5), [Hidden, Hidden, Hidden, Count(12)]);
    assert_eq!(suppress(&[0, 20, 30], 5), [Hidden, Hidden, Count(30)], "zero is an answer too");
    assert_eq!(suppress(&[5], 5), [Count(5)]);
    assert_eq!(suppress(&[4], 5), [Hidden]);
    assert_eq!(suppress(&[], 5), []);
}

#[test]
fn three_quick_visits_do_not_promise_a_quick_day() {
    let mut house = House::new();
    house.opens(&[1]);
    let service = service_code("help");
    let guess = house.day.learned().visit_time(&service, 10);
    assert!((guess.average() - 10.0).abs() < 0.01, "before anything is known the site file's guess stands");
    assert!(guess.minutes_at(1.0) > guess.minutes_at(0.0) && guess.minutes_at(-1.0) < guess.minutes_at(0.0));
    for _ in 0..3 {
        house.comes(&["help"], "it");
        house.calls(1).unwrap();
        house.starts(1);
        house.minutes_pass(2);
        house.finishes(1);
    }
    let few = house.day.learned().clone();
    assert!((3..10).contains(&few.minutes(&service, 10)), "{}", few.minutes(&service, 10));
    for _ in 0..60 {
        house.comes(&["help"], "it");
        house.calls(1).unwrap();
        house.starts(1);
        house.minutes_pass(2);
        house.finishes(1);
    }
    let many = house.day.learned();
    assert!((2..=3).contains(&many.minutes(&service, 10)), "{}", many.minutes(&service, 10));
    assert!(many.visit_time(&service, 10).doubt < few.visit_time(&service, 10).doubt);
    assert!(many.visit_time(&service, 10).spread < guess.spread, "they were all alike");
    assert_eq!(many.minutes(&service_code("code"), 10), 10, "another service has learned nothing");
}

#[test]
fn what_is_no_visit_teaches_nothing_and_who_never_comes_is_counted() {
    let mut house = House::new();
    house.opens(&[1]);
    let before = house.day.learned().no_show_share();
    house.comes(&["help"], "it");
    house.calls(1).unwrap();
    house.starts(1);
    house.finishes(1);
    assert_eq!(house.day.learned().minutes(&service_code("help"), 10), 10, "ended in the second in which it began");
    let after_one = house.day.learned().no_show_share();
    assert!(after_one < before, "a visitor came");
    for _ in 0..10 {
        house.comes(&["help"], "it");
        house.calls(1).unwrap();
        house.does(Command::NoShow { desk: DeskNumber(1), expected: None }).unwrap();
    }
    let share = house.day.learned().no_show_share();
    assert!((0.3..0.45).contains(&share), "{share}");
    assert!((Learned::default().no_show_share() - 0.06).abs() < 1e-9);
}
