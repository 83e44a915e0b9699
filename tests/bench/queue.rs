//! The queue's mind: deciding and applying with more and more waiting, a year of tallies, the forecast; each beside the
//! next, so that growth can be read off.

use crate::figures::{line, milliseconds, spread, title};
use crate::world::{TUESDAY_TEN, demo_site, tag};
use jiff::{SignedDuration, Timestamp};
use sportello::domain::command::{Command, Fresh, Outcome};
use sportello::domain::site::leaves;
use sportello::domain::wait::ROUNDS;
use sportello::domain::{Day, DeskNumber, Entry, Event, Forecast, Sequence, Site, Tally, Token};
use sportello::sim::{Plan, simulate};
use std::sync::Arc;
use std::time::{Duration, Instant};

pub fn measure() {
    title("The queue: decide and apply (demo site, eight desks open)");
    let site = Arc::new(demo_site());
    for waiting in [10, 1_000, 10_000] {
        let (mut day, now) = day_with(&site, waiting);
        let (mut calls, mut issues) = (Vec::new(), Vec::new());
        for round in 0..50u128 {
            issues.push(timed(|| issue(&mut day, round, now)));
            let desk = DeskNumber(2 + (round % 8) as u16);
            calls.push(timed(|| call_next(&mut day, desk, now)));
            free(&mut day, desk, now);
        }
        line(&format!("call next, {waiting} waiting"), &spread(&mut calls));
        line(&format!("issue, {waiting} waiting"), &spread(&mut issues));
    }

    title("The forecast (100 rounds to the day's end)");
    let mut last: Option<Duration> = None;
    for waiting in [10, 100, 500] {
        let (day, now) = day_with(&site, waiting);
        let mut times: Vec<Duration> =
            (0..5).map(|seed| timed(|| drop(Forecast::of(&day, now, seed, ROUNDS, || true)))).collect();
        times.sort();
        let growth = last.map(|last| format!("   x {:.1}", times[2].as_secs_f64() / last.as_secs_f64()));
        line(&format!("{waiting} waiting"), &format!("{}{}", milliseconds(times[2]), growth.unwrap_or_default()));
        last = Some(times[2]);
    }

    title("A simulated day, and its tally");
    let plan = Plan::usual(jiff::civil::date(2026, 11, 24), 120);
    let mut entries = Vec::new();
    let took = timed(|| drop(simulate(&site, &plan, 1, |_, entry| entries.push(entry.clone()))));
    line("120 visitors through the real rules", &milliseconds(took));
    let mut year: Vec<Tally> = Vec::new();
    let took = timed(|| year = (0..365).flat_map(|_| Tally::of(&site, &entries)).collect());
    line("a year of days counted", &milliseconds(took));
    let took = timed(|| {
        let mut whole = Tally::empty(jiff::civil::date(2026, 1, 1));
        year.iter().for_each(|day| whole.add(day));
    });
    line("a year of tallies added up", &milliseconds(took));
}

fn timed(what: impl FnOnce()) -> Duration {
    let begun = Instant::now();
    what();
    begun.elapsed()
}

fn day_with(site: &Arc<Site>, waiting: usize) -> (Day, Timestamp) {
    let mut now: Timestamp = TUESDAY_TEN.parse().expect("a time");
    let mut day = Day::new(Arc::clone(site));
    for event in day.turn(now) {
        apply(&mut day, event, now);
    }
    for desk in 2..10 {
        give(&mut day, Command::Open { desk: DeskNumber(desk), languages: vec![], services: None }, now);
    }
    for visitor in 0..waiting {
        // All within the hours of the institution that keeps hours.
        now += SignedDuration::from_millis(100);
        issue(&mut day, 1_000_000 + visitor as u128, now);
    }
    (day, now + SignedDuration::from_mins(20))
}

fn issue(day: &mut Day, number: u128, now: Timestamp) {
    let site = Arc::clone(day.site());
    let needs: Vec<_> = leaves(site.needs()).filter(|leaf| !leaf.services().is_empty()).collect();
    let languages = ["it", "ar", "ti", "uk", "fr"];
    // Some needs may have no room left at such a length; the next one will do.
    for more in 0..needs.len() {
        let need = needs[(number as usize + more) % needs.len()].code.clone();
        let language = tag(languages[number as usize % languages.len()]);
        let priority = number.is_multiple_of(10);
        let command =
            Command::Issue { needs: vec![need], language, priority, token: Fresh(Token::from_random(number)) };
        if give(day, command, now).is_some() {
            return;
        }
    }
}

fn call_next(day: &mut Day, desk: DeskNumber, now: Timestamp) {
    give(day, Command::CallNext { desk }, now);
}

fn free(day: &mut Day, desk: DeskNumber, now: Timestamp) {
    give(day, Command::Start { desk, expected: None }, now);
    give(day, Command::Finish { desk, expected: None }, now);
}

fn give(day: &mut Day, command: Command, now: Timestamp) -> Option<Outcome> {
    let decision = day.decide(&command, now).ok()?;
    for event in decision.events {
        apply(day, event, now);
    }
    Some(decision.outcome)
}

fn apply(day: &mut Day, event: Event, at: Timestamp) {
    let sequence = Sequence(day.sequence().0 + 1);
    day.apply(&Entry { sequence, at, event });
}
