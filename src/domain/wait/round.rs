//! One round of the simulation: the rest of a day under the rules of the queue, event by event.
//!
//! Durations that have not been measured yet (how long a pause lasts, when a parked visitor comes back, how early visitors
//! check in for an appointment) are drawn uniformly from the ranges below.

use super::outcomes::Outcomes;
use super::rest::{HOUR, NEVER, ParkedTicket, RestOfDay};
use crate::domain::queue::{self, BitSet, Seat, Waiter};
use crate::domain::rng::Rng;
use crate::domain::time::MINUTE;
use jiff::Timestamp;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BinaryHeap};

/// The simulation ends this long after the forecast's moment. All times are in milliseconds.
const HORIZON: i64 = 10 * HOUR;
/// From the call until the visitor is at the desk.
const WALK_TO_DESK: i64 = 45_000;
/// From the call until staff report a no-show.
const NO_SHOW_AFTER: i64 = 2 * MINUTE;
/// The length of a pause, at least and at most.
const PAUSE: (i64, i64) = (3 * MINUTE, 17 * MINUTE);
/// When a parked visitor is back, from the forecast's moment on, at least and at most.
const BACK_AFTER: (i64, i64) = (5 * MINUTE, 25 * MINUTE);
/// When visitors check in relative to the time of an appointment, at least and at most.
const CHECK_IN: (i64, i64) = (-10 * MINUTE, 5 * MINUTE);
/// The changing state of one round.
pub(super) struct Round<'r, 'd> {
    rest: &'r RestOfDay<'d>,
    rng: Rng,
    waiters: Vec<Waiter>,
    /// Tickets that start to wait later, by that moment and their place.
    arrivals: BTreeMap<(i64, u64), Waiter>,
    /// Parked tickets, each with the moment when its visitor is back.
    parked: Vec<(i64, ParkedTicket)>,
    seats: Vec<Seat>,
    /// By seat: until when it is busy.
    busy_until: Vec<i64>,
    later_steps: BTreeMap<u64, Vec<u16>>,
    /// By service: how far off the estimated median is in this round, as a logarithm.
    bias: Vec<f64>,
    /// The event queue: when which seat tries to call.
    attempts: BinaryHeap<Reverse<(i64, usize)>>,
    /// Seats without a ticket to call.
    idle: Vec<usize>,
    /// When a ticket was called, by its place.
    called: BTreeMap<u64, i64>,
    /// When a newcomer would have been called, by service.
    newcomers: BTreeMap<u16, i64>,
}

impl<'r, 'd> Round<'r, 'd> {
    pub(super) fn begin(rest: &'r RestOfDay<'d>, mut rng: Rng) -> Round<'r, 'd> {
        let bias = rest.visits.iter().map(|visit| rng.normal() * visit.doubt).collect();
        let mut round = Round {
            rest,
            rng,
            waiters: rest.waiters.clone(),
            arrivals: BTreeMap::new(),
            parked: Vec::new(),
            seats: rest.seats.clone(),
            busy_until: vec![rest.now; rest.seats.len()],
            later_steps: rest.later_steps.clone(),
            bias,
            attempts: BinaryHeap::new(),
            idle: Vec::new(),
            called: BTreeMap::new(),
            newcomers: BTreeMap::new(),
        };
        for (waiter, later) in &rest.newcomers {
            // Shifted within the hour, so that rounds do not all repeat the minutes of the last hour.
            let shift = (round.rng.uniform() * HOUR as f64) as i64;
            let at = rest.now + (waiter.since_ms - rest.now + shift) % HOUR;
            round.arrive(Waiter { aged_since_ms: at, ..waiter.clone() }, at);
            if !later.is_empty() {
                round.later_steps.insert(waiter.place, later.clone());
            }
        }
        for waiter in &rest.booked {
            let at = (waiter.since_ms + round.uniform(CHECK_IN)).max(rest.now);
            round.arrive(waiter.clone(), at);
        }
        for seat in 0..round.seats.len() {
            let free = round.first_free(seat);
            round.keep_busy(seat, free);
        }
        for hours in rest.hours.iter().filter(|hours| hours.to != NEVER) {
            round.attempt_all(hours.to);
        }
        for parked in &rest.parked {
            let at = rest.now + round.uniform(BACK_AFTER);
            round.parked.push((at, parked.clone()));
            round.attempt_all(at);
        }
        round
    }

    /// Simulates to the end and records when each ticket was called.
    pub(super) fn run(mut self, outcomes: &mut Outcomes) {
        let end = self.rest.now + HORIZON;
        while let Some(Reverse((now, seat))) = self.attempts.pop() {
            if now > end {
                break;
            }
            self.attempt(seat, now);
        }
        let minutes = |at: i64| (at - self.rest.now).max(0) as f64 / MINUTE as f64;
        for waiter in &self.rest.waiters {
            let minutes = self.called.get(&waiter.place).map(|at| minutes(*at));
            outcomes.tickets.entry(waiter.place).or_default().extend(minutes);
        }
        for (service, at) in &self.newcomers {
            outcomes.services.entry(*service).or_default().push(minutes(*at));
        }
        outcomes.rounds += 1;
    }

    fn uniform(&mut self, (least, most): (i64, i64)) -> i64 {
        least + ((most - least) as f64 * self.rng.uniform()) as i64
    }

    /// Lets a ticket wait from this moment on.
    fn arrive(&mut self, waiter: Waiter, at: i64) {
        self.arrivals.insert((at, waiter.place), Waiter { since_ms: at, ..waiter });
    }

    fn keep_busy(&mut self, seat: usize, free: i64) {
        self.busy_until[seat] = free;
        self.attempts.push(Reverse((free, seat)));
    }

    /// Every seat tries to call at this moment, because something changes then.
    fn attempt_all(&mut self, at: i64) {
        self.attempts.extend((0..self.seats.len()).map(|seat| Reverse((at, seat))));
    }

    /// When a seat is free for the first time: after its current visit and its pause.
    fn first_free(&mut self, seat: usize) -> i64 {
        let now = self.rest.now;
        let mut free = now.max(self.rest.hours[seat].from);
        if let Some(current) = &self.rest.busy[seat] {
            let service = current.waiter.service;
            free = match current.since {
                Some(since) => self.end_of_visit(service, since),
                None => now + WALK_TO_DESK + self.draw_visit(service),
            };
            self.queue_next_step(seat, current.waiter.clone(), free);
        }
        if !self.seats[seat].is_calling {
            free = free.max(now + self.uniform(PAUSE));
            self.seats[seat].is_calling = true;
        }
        free
    }

    /// Draws the length of a visit.
    fn draw_visit(&mut self, service: u16) -> i64 {
        let place = usize::from(service);
        let Some(visit) = self.rest.visits.get(place) else { return MINUTE };
        let minutes = visit.minutes_at(self.rng.normal()) * self.bias[place].exp();
        (minutes * MINUTE as f64) as i64
    }

    /// Draws the end of a visit that has begun, given that it has not ended yet.
    fn end_of_visit(&mut self, service: u16, since: i64) -> i64 {
        const TRIES: usize = 12;
        let now = self.rest.now;
        let ends = (0..TRIES).map(|_| since + self.draw_visit(service)).find(|end| *end > now);
        ends.unwrap_or(now + 3 * MINUTE)
    }

    /// When a visit ends, its ticket waits for the next step, if there is one; without a walk where the same desk does it.
    fn queue_next_step(&mut self, seat: usize, ticket: Waiter, at: i64) {
        let Some(service) = self.later_steps.get_mut(&ticket.place).and_then(Vec::pop) else { return };
        let is_here = self.seats[seat].services.has(usize::from(service));
        let since = at + if is_here { 0 } else { i64::from(self.rest.rules.walk_minutes) * MINUTE };
        self.arrive(Waiter { service, only: None, ..ticket }, since);
        self.attempts.extend(self.idle.drain(..).map(|seat| Reverse((since, seat))));
    }

    /// A free seat resumes a parked ticket, or calls the next one.
    fn attempt(&mut self, seat: usize, now: i64) {
        self.close_seats(now);
        if now < self.busy_until[seat] || now >= self.rest.hours[seat].to {
            return;
        }
        if let Some(back) = self.rest.hours[seat].back_from_break(now) {
            return self.keep_busy(seat, back);
        }
        if let Some(waiter) = self.resume(seat, now) {
            return self.serve(seat, waiter, now);
        }
        while let Some(first) = self.arrivals.first_entry().filter(|first| first.key().0 <= now) {
            self.waiters.push(first.remove());
        }
        let Ok(moment) = Timestamp::from_millisecond(now) else { return };
        let picked = queue::next(self.waiters.iter(), &self.seats[seat], &self.seats, self.rest.rules, moment);
        let Some(pick) = picked else { return self.wait_for_tickets(seat, now) };
        let Some(at) = self.waiters.iter().position(|waiter| waiter.place == pick.place) else { return };
        let waiter = self.waiters.swap_remove(at);
        if self.is_after_newcomers(&waiter) {
            self.record_newcomers(seat, now);
        }
        self.called.entry(waiter.place).or_insert(now);
        self.seats[seat].passed = queue::passed_after(self.seats[seat].passed, pick.passes);
        if self.rng.happens(self.rest.no_show_share) {
            self.keep_busy(seat, now + NO_SHOW_AFTER);
        } else {
            self.serve(seat, waiter, now);
        }
    }

    /// Closed desks no longer count as speaking a language, so that other desks may call at once.
    fn close_seats(&mut self, now: i64) {
        for (seat, _) in self.seats.iter_mut().zip(&self.rest.hours).filter(|(_, hours)| now >= hours.to) {
            seat.services = BitSet::default();
        }
    }

    /// A parked ticket whose visitor is back: one of this seat, or of a seat that no longer does the service.
    fn resume(&mut self, seat: usize, now: i64) -> Option<Waiter> {
        let does = |seat: &Seat, parked: &ParkedTicket| seat.services.has(usize::from(parked.waiter.service));
        let is_own = |parked: &ParkedTicket| parked.desk == self.seats[seat].desk;
        let is_left = |parked: &ParkedTicket| self.seats.iter().all(|it| it.desk != parked.desk || !does(it, parked));
        let at = self.parked.iter().position(|(back, parked)| {
            *back <= now && does(&self.seats[seat], parked) && (is_own(parked) || is_left(parked))
        })?;
        Some(self.parked.swap_remove(at).1.waiter)
    }

    fn serve(&mut self, seat: usize, waiter: Waiter, now: i64) {
        let free = now + WALK_TO_DESK + self.draw_visit(waiter.service);
        self.queue_next_step(seat, waiter, free);
        self.keep_busy(seat, free);
    }

    /// Whether a standard ticket that is issued at the forecast's moment would be called before this one.
    fn is_after_newcomers(&self, waiter: &Waiter) -> bool {
        let head_start = waiter.class.privilege(self.rest.rules).map_or(0, |it| i64::from(it.head_start_minutes));
        waiter.aged_since_ms - head_start * MINUTE > self.rest.now
    }

    /// Records that this seat would now call a ticket that was issued at the forecast's moment.
    fn record_newcomers(&mut self, seat: usize, now: i64) {
        let services = self.seats[seat].services;
        for service in (0..=255).filter(|service| services.has(usize::from(*service))) {
            self.newcomers.entry(service).or_insert(now);
        }
    }

    /// There is no ticket to call, so a newcomer would be called. The next attempt is when a walk or a language bound ends, or a
    /// ticket arrives.
    fn wait_for_tickets(&mut self, seat: usize, now: i64) {
        self.record_newcomers(seat, now);
        let own = &self.seats[seat];
        let language = i64::from(self.rest.rules.language_minutes) * MINUTE;
        let is_mine = |waiter: &&Waiter| own.services.has(usize::from(waiter.service));
        let here = self.waiters.iter().filter(is_mine).flat_map(|waiter| [waiter.since_ms, waiter.since_ms + language]);
        let arriving = self.arrivals.values().find(is_mine).map(|waiter| waiter.since_ms);
        match here.chain(arriving).filter(|at| *at > now).min() {
            Some(at) => self.attempts.push(Reverse((at, seat))),
            None => self.idle.push(seat),
        }
    }
}
