//! Small values at their limits: lengths of codes, hours, estimates of visits, random numbers.

use crate::queue_fixture::{House, service_code};
use crate::world::tag;
use jiff::civil::{Time, time};
use sportello::domain::command::Command;
use sportello::domain::institution::Colour;
use sportello::domain::tally::Flow;
use sportello::domain::tally::suppress::Published::{Count, Hidden};
use sportello::domain::tally::suppress::suppress;
use sportello::domain::{CallNumber, DeskNumber, IdempotencyKey, Rng, ServiceCode, Stretch, Token, Words};

#[test]
fn codes_and_keys_are_as_long_as_they_may_be_and_no_longer() {
    for (length, is_code) in [(0, false), (1, true), (40, true), (41, false), (42, false)] {
        assert_eq!(ServiceCode::parse(&"x".repeat(length)).is_ok(), is_code, "{length}");
    }
    for (length, is_key) in [(0, false), (1, true), (64, true), (65, false)] {
        assert_eq!(IdempotencyKey::parse(&"x".repeat(length)).is_some(), is_key, "{length}");
    }
    for wrong in ["a b", "é", "a\n"] {
        assert_eq!(IdempotencyKey::parse(wrong), None, "{wrong:?}");
    }
    assert_eq!(IdempotencyKey::parse("touch-1").unwrap().to_string(), "touch-1");
    assert_eq!((CallNumber(7).to_string(), DeskNumber(12).to_string()), ("7".to_owned(), "12".to_owned()));
}

#[test]
fn a_token_has_128_bits_and_is_not_shown_to_logs() {
    let greatest = format!("7{}", "z".repeat(25));
    assert_eq!(Token::parse(&greatest), Some(Token::from_random(u128::MAX)));
    assert_eq!(Token::parse(&format!("8{}", "0".repeat(25))), None, "129 bits");
    assert_eq!(Token::from_random(u128::MAX).to_string(), greatest);
    let logged = format!("{:?}", Token::from_random(u128::MAX));
    assert!(logged.starts_with("Token") && !logged.contains("zz"), "{logged}");
}

#[test]
fn a_stretch_may_end_on_the_next_day_and_a_night_is_not_longer_than_sixteen_hours() {
    let morning = Stretch { from: time(9, 0, 0, 0), to: time(12, 0, 0, 0) };
    let evening = Stretch { from: time(20, 0, 0, 0), to: Time::midnight() };
    let night = Stretch { from: time(20, 0, 0, 0), to: time(3, 0, 0, 0) };
    let wrong_way = Stretch { from: time(14, 0, 0, 0), to: time(12, 0, 0, 0) };
    let minutes = [morning, evening, night, Stretch::ALL_DAY].map(|stretch| stretch.minutes());
    assert_eq!(minutes, [(540, 720), (1_200, 1_440), (1_200, 1_620), (0, 1_440)]);
    assert!(wrong_way.is_too_long());
    assert!([morning, evening, night, Stretch::ALL_DAY].iter().all(|stretch| !stretch.is_too_long()));
}

#[test]
fn a_colour_is_written_as_it_is_read() {
    for text in ["#0033a0", "#f2a900", "#000000"] {
        assert_eq!(Colour::parse(text).map(|colour| colour.css()).as_deref(), Some(text));
    }
    for wrong in ["0033a0", "#0033a", "#0033a00", "#0033g0", "#é33a0", ""] {
        assert_eq!(Colour::parse(wrong), None, "{wrong:?}");
    }
}

#[test]
fn words_are_there_in_each_language_once_and_empty_ones_are_filled_in() {
    let mut words =
        Words::new([("it", "Casa"), ("ar", " "), ("it", "Casa nostra")].map(|(l, t)| (tag(l), t.to_owned())));
    assert!(!words.is_empty() && Words::default().is_empty());
    words.complete(&tag("it"), "House");
    words.complete(&tag("ar"), "بيت");
    words.complete(&tag("ti"), "ገዛ");
    let all: Vec<(&str, &str)> = words.iter().map(|(language, text)| (language.as_str(), text)).collect();
    assert_eq!(all, [("ar", "بيت"), ("it", "Casa nostra"), ("ti", "ገዛ")]);
}

#[test]
fn chance_is_never_nothing_and_at_most_everything() {
    // The seeds that give the least and the greatest bits.
    let mut least = Rng::new(0x61c8_8646_80b5_83eb);
    assert_eq!(least.clone().next_u64(), 0);
    assert!(least.clone().uniform() > 0.0 && least.clone().normal().is_finite());
    assert!(!least.happens(0.0), "what never happens");
    for seed in 0..1_000 {
        assert!(Rng::new(seed).happens(1.0), "what always does");
    }
}

/// Visits of these seconds at one desk.
fn visits(seconds: &[i64]) -> House {
    let mut house = House::new();
    house.opens(&[1]);
    for seconds in seconds {
        house.comes(&["help"], "it");
        house.calls(1).unwrap();
        house.starts(1);
        house.now += jiff::SignedDuration::from_secs(*seconds);
        house.finishes(1);
    }
    house
}

#[test]
fn the_middle_of_visits_is_that_of_four_guesses_and_of_what_was_seen() {
    let help = service_code("help");
    let seen = [60, 150, 420, 1_800];
    let learned = visits(&seen).day.learned().visit_time(&help, 10);
    // The site file's ten minutes are an average: the median of what is spread like this lies below.
    let guess = 10.0_f64.ln() - 0.45 * 0.45 / 2.0;
    let mut logarithms = vec![guess; 4];
    logarithms.extend(seen.map(|seconds| (seconds as f64 / 60.0).ln()));
    let middle = logarithms.iter().sum::<f64>() / 8.0;
    assert!((learned.middle - middle).abs() < 1e-9, "{learned:?}, not {middle}");
    // The four guesses differ by what visits usually do, from wherever the middle is; what was seen differs from it too.
    let spread =
        ((4.0 * 0.45 * 0.45 + logarithms[4..].iter().map(|it| (it - middle).powi(2)).sum::<f64>()) / 8.0).sqrt();
    assert!((learned.spread - spread).abs() < 1e-9, "{learned:?}, not {spread}");
    assert!((learned.doubt - spread / 8.0_f64.sqrt()).abs() < 1e-9, "{learned:?}");
    assert!((learned.minutes_at(2.0) - (middle + 2.0 * spread).exp()).abs() < 1e-9);
    assert!((learned.average() - (middle + spread * spread / 2.0).exp()).abs() < 1e-9);
}

#[test]
fn what_tells_more_of_a_button_than_of_a_visit_teaches_nothing() {
    let help = service_code("help");
    let fresh = House::new().day.learned().visit_time(&help, 10);
    for (seconds, teaches) in [(29, false), (30, true), (240 * 60, true), (240 * 60 + 1, false)] {
        let learned = visits(&[seconds]).day.learned().visit_time(&help, 10);
        assert_eq!(learned != fresh, teaches, "{seconds} seconds");
    }
}

#[test]
fn one_call_in_vain_of_several_is_weighed_against_twenty_that_were_guessed() {
    let mut house = visits(&[300, 300]);
    for _ in 0..3 {
        house.comes(&["help"], "it");
        house.calls(1).unwrap();
        house.does(Command::NoShow { desk: DeskNumber(1), expected: None }).unwrap();
    }
    let share = house.day.learned().no_show_share();
    assert!((share - (1.2 + 3.0) / 25.0).abs() < 1e-12, "{share}");
}

#[test]
fn flows_add_up_in_every_count() {
    let mut sum = Flow { issued: 1, served: 2, no_shows: 3, withdrawn: 4, ..Flow::default() };
    sum.waits.count(7);
    let mut more = Flow { issued: 10, served: 20, no_shows: 30, withdrawn: 40, ..Flow::default() };
    more.waits.count(7);
    more.visits.count(200);
    sum.add(&more);
    assert_eq!((sum.issued, sum.served, sum.no_shows, sum.withdrawn), (11, 22, 33, 44));
    assert_eq!((sum.waits.0.iter().sum::<u32>(), sum.visits.0.iter().sum::<u32>()), (2, 1));
    assert_eq!((sum.waits.0[1], sum.visits.0[9]), (2, 1));
}

#[test]
fn what_is_hidden_together_is_twice_the_least_and_that_is_enough() {
    assert_eq!(suppress(&[4, 6, 9], 5), [Hidden, Hidden, Count(9)], "ten of two");
    assert_eq!(suppress(&[4, 5, 9], 5), [Hidden, Hidden, Hidden], "nine are too few");
}
