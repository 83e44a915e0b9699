//! What a long queue asks again and again is answered from orders that the day keeps: the same as by walking all tickets,
//! and of a size that does not grow with them.

use crate::queue_fixture::{House, service_code};
use sportello::domain::queue::{self, Seat, Waiter};
use sportello::domain::{Board, Day, TicketNumber, TicketState};
use std::collections::BTreeMap;

/// Compares every answer with the one that walking all tickets gives.
pub fn answers_as_by_walking(day: &Day, now: jiff::Timestamp) {
    for seat in day.seats() {
        for most in 1..=3 {
            let line: Vec<_> = day.would_call(seat.desk, most, now).iter().map(|ticket| ticket.number).collect();
            assert_eq!(line, called_by_walking(day, seat.clone(), most, now), "desk {}, the first {most}", seat.desk);
        }
    }
    let waiting: Vec<_> = day.tickets().filter(|ticket| ticket.is_waiting()).collect();
    for ticket in &waiting {
        let service = &ticket.current_step().expect("a step").service;
        let before = waiting.iter().filter(|other| other.place < ticket.place);
        let before = before.filter(|other| other.current_step().is_some_and(|step| step.service == *service));
        assert_eq!(day.queues().ahead(service, ticket.place), before.count(), "before {}", ticket.number);
    }
    let shown: Vec<_> = waiting.iter().filter(|ticket| !ticket.is_quiet()).collect();
    let board = Board::of(day);
    assert_eq!(board.waiting, shown.len());
    let mut lines: BTreeMap<_, Vec<TicketNumber>> = BTreeMap::new();
    for ticket in shown.iter().filter(|ticket| day.has_place(ticket)) {
        let institution = day.site().institution_of(&ticket.steps[0].service).map(|it| it.code.clone());
        lines.entry((ticket.number.letter, institution)).or_default().push(ticket.number);
    }
    for line in &board.next {
        let all = lines.remove(&(line.letter, line.institution.clone())).expect("a line of the board that waits");
        assert_eq!((line.waiting, &line.next[..]), (all.len(), &all[..all.len().min(3)]));
    }
    assert!(lines.is_empty(), "not on the board: {lines:?}");
}

fn called_by_walking(day: &Day, mut seat: Seat, most: usize, now: jiff::Timestamp) -> Vec<TicketNumber> {
    let (seats, rules) = (day.seats(), day.site().rules());
    let mut waiters: Vec<&Waiter> = day.queues().waiters().collect();
    let mut line = Vec::new();
    while line.len() < most {
        let Some(pick) = queue::next(waiters.iter().copied(), &seat, &seats, rules, now) else { break };
        seat.passed = if pick.passes { seat.passed + 1 } else { 0 };
        waiters.retain(|waiter| waiter.place != pick.place);
        line.push(day.tickets().nth(pick.place as usize).expect("the ticket").number);
    }
    line
}

#[test]
fn a_day_of_many_is_answered_as_by_walking_all_its_tickets() {
    let mut house = House::new();
    house.opens(&[1, 5]);
    let languages = ["it", "ar", "ti"];
    for visitor in 0..300usize {
        let needs: &[&str] = [&["help"][..], &["talk"], &["help", "talk"]][visitor % 3];
        if house.tries(needs, languages[visitor % 7 % 3], visitor.is_multiple_of(11)).is_err() {
            continue;
        }
        house.now += jiff::SignedDuration::from_secs(7);
        if visitor.is_multiple_of(5) {
            house.serves(1);
        }
        if visitor.is_multiple_of(50) {
            answers_as_by_walking(&house.day, house.now);
            // A clock that was set back, then right again.
            answers_as_by_walking(&house.day, house.now - jiff::SignedDuration::from_mins(20));
        }
    }
    let walking =
        house.day.tickets().filter(|it| matches!(it.state, TicketState::Waiting { since, .. } if since > house.now));
    assert!(walking.count() > 0, "some are on their way to a later step");
}

#[test]
fn a_call_looks_at_as_few_tickets_of_ten_thousand_as_of_a_hundred() {
    let looked_at = |waiting: usize| {
        let mut house = House::new();
        house.opens(&[1]);
        for visitor in 0..waiting {
            house.comes_unverified("help", ["it", "ar", "ti"][visitor % 3], visitor.is_multiple_of(10));
        }
        let (day, now) = (&house.day, house.now.as_millisecond());
        assert_eq!(day.queues().len(&service_code("help")), waiting);
        day.queues().candidates(&day.seats()[0], 1, day.site().rules(), now).len()
    };
    assert_eq!(looked_at(100), 6, "the oldest of each language and class");
    assert_eq!(looked_at(10_000), 6);
}
