//! The independent check of the bounds counts every violation and nothing else: clerks who call as they like, and a day
//! under other rules than the check knows.

use crate::queue_fixture::House;
use crate::world::demo_site;
use sportello::domain::{CallNumber, Day, DeskNumber, Entry, Event, Privilege, Reason, Rules, Sequence, TicketNumber};
use sportello::sim::{Bound, Bounds, Plan, Policy, Share, simulate};
use std::sync::Arc;

/// Calls a ticket that the queue would not have called, as if by the rules, and serves it.
fn calls_against_the_rules(house: &mut House, desk: u16, ticket: TicketNumber) {
    calls_because(house, desk, ticket, Reason::Waited { minutes: 0 });
}

fn calls_because(house: &mut House, desk: u16, ticket: TicketNumber, reason: Reason) {
    let call = CallNumber(house.day.last_call().0 + 1);
    let event =
        Event::Called { ticket, desk: DeskNumber(desk), call, why: vec![reason], is_quiet: false, finished: None };
    let entry = Entry { sequence: Sequence(house.day.sequence().0 + 1), at: house.now, event };
    house.day.apply(&entry);
    house.journal.push(entry);
    house.starts(desk);
    house.finishes(desk);
}

/// The violations counted: idle desks, passed over, in a row.
fn broken(house: &House) -> [usize; 3] {
    watched(Day::new(Arc::clone(house.day.site())), &house.journal)
}

fn watched(mut day: Day, entries: &[Entry]) -> [usize; 3] {
    let mut bounds = Bounds::default();
    for entry in entries {
        day.apply(entry);
        bounds.check(&day, entry);
    }
    [Bound::IdleDesk, Bound::PassedOver, Bound::InARow].map(|bound| bounds.broken(bound))
}

#[test]
fn a_third_priority_in_a_row_that_passes_somebody_is_counted() {
    let crowd = || {
        let mut house = House::new();
        house.comes(&["help"], "it");
        house.minutes_pass(1);
        let priority: Vec<_> = (0..4).map(|_| house.asks_for_priority("help", "it")).collect();
        house.opens(&[1]);
        (house, priority)
    };
    let (mut house, _) = crowd();
    while house.serves(1).is_some() {}
    assert_eq!(broken(&house), [0, 0, 0], "the queue lets two pass, then the one who came first");

    let (mut house, priority) = crowd();
    for (count, ticket) in priority.into_iter().enumerate() {
        calls_against_the_rules(&mut house, 1, ticket);
        assert_eq!(broken(&house)[2], count.saturating_sub(1), "after {} in a row", count + 1);
    }
}

#[test]
fn whoever_came_later_and_has_no_class_may_not_pass_at_all() {
    let mut house = House::new();
    let first = house.comes(&["help"], "it");
    house.minutes_pass(1);
    let second = house.comes(&["help"], "it");
    house.opens(&[1]);
    calls_against_the_rules(&mut house, 1, second);
    assert_eq!(broken(&house), [0, 0, 1]);
    calls_against_the_rules(&mut house, 1, first);
    assert_eq!(broken(&house), [0, 0, 1], "no ticket was passed now");
}

#[test]
fn passing_within_the_language_bound_is_no_breach_and_beyond_it_is() {
    for (minutes, expected) in [(9, 0), (11, 1)] {
        let mut house = House::new();
        house.comes(&["help"], "it");
        house.minutes_pass(minutes);
        let tigrinya = house.comes(&["help"], "ti");
        house.opens(&[1, 2]);
        calls_against_the_rules(&mut house, 2, tigrinya);
        assert_eq!(broken(&house)[2], expected, "after {minutes} minutes");
    }
}

#[test]
fn a_ticket_that_a_desk_passes_over_more_often_than_promised_is_counted_once() {
    let mut house = House::new();
    house.comes(&["help"], "it");
    house.minutes_pass(11);
    let later: Vec<_> = (0..6).map(|_| house.comes(&["help"], "it")).collect();
    house.opens(&[1]);
    // No ticket came before it or within the language bound after it: as many passes in a row as allowed, and no more.
    let most = usize::from(house.day.site().rules().most_in_a_row());
    for (count, ticket) in later.into_iter().enumerate() {
        calls_against_the_rules(&mut house, 1, ticket);
        // Those who came later at the same moment are passed less often.
        assert_eq!(broken(&house)[1], usize::from(count + 1 > most), "after {} calls", count + 1);
    }
}

#[test]
fn what_the_staff_choose_themselves_breaks_no_bound() {
    let mut house = House::new();
    house.comes(&["help"], "it");
    house.minutes_pass(11);
    let later: Vec<_> = (0..6).map(|_| house.comes(&["help"], "it")).collect();
    house.opens(&[1]);
    for ticket in later {
        calls_because(&mut house, 1, ticket, Reason::Chosen);
    }
    assert_eq!(broken(&house), [0, 0, 0]);
}

#[test]
fn a_desk_that_sits_idle_beside_somebody_is_counted_however_it_ends() {
    let waits = |language: &str, minutes: i64| {
        let mut house = House::new();
        house.opens(&[1]);
        let ticket = house.comes(&["help"], language);
        house.minutes_pass(minutes);
        (house, ticket)
    };
    let (mut house, ticket) = waits("it", 1);
    calls_against_the_rules(&mut house, 1, ticket);
    assert_eq!(broken(&house)[0], 0, "it looks round every half minute");

    let (mut house, ticket) = waits("it", 2);
    calls_against_the_rules(&mut house, 1, ticket);
    assert_eq!(broken(&house)[0], 1);

    let (mut house, _) = waits("it", 2);
    house.does(sportello::domain::Command::Close { desk: DeskNumber(1) }).unwrap();
    assert_eq!(broken(&house)[0], 1, "the desk closed without a call");

    for (minutes, expected) in [(11, 0), (12, 1)] {
        let (mut house, ticket) = waits("ti", minutes);
        calls_against_the_rules(&mut house, 1, ticket);
        assert_eq!(broken(&house)[0], expected, "not spoken here, after {minutes} minutes");
    }
}

#[test]
fn a_day_under_loose_rules_breaks_the_strict_ones_and_keeps_its_own() {
    let site = demo_site();
    let loose = Privilege { head_start_minutes: 480, in_a_row: 20 };
    let rules = Rules { priority: loose, ..site.rules().clone() };
    let own = Plan::usual(jiff::civil::date(2026, 11, 24), 200);
    let plan = Plan { priority: Share::new(0.5).unwrap(), policy: Policy::Rules(rules), ..own };
    let mut entries = Vec::new();
    let report = simulate(&site, &plan, 5, |_, entry| entries.push(entry.clone()));
    assert_eq!(report.broken_bounds(), 0, "{:?}", report.broken);
    let [_, _, in_a_row] = watched(Day::new(Arc::new(site)), &entries);
    assert!(in_a_row > 0, "more than two in a row have passed a ticket");
}
