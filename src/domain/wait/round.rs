//! One round: a day's rest, played through with the rules that will decide it.
//!
//! What nobody has measured yet (how long a pause is, when a parked visitor is back, how early people come to an
//! appointment) is a guess and drawn evenly from a range; the ranges stand below.

use super::play::{HOUR, MINUTE, NEVER, Parked, Play};
use super::{Expected, Forecast};
use crate::domain::day::Day;
use crate::domain::queue::{self, BitSet, Seat, Waiter};
use crate::domain::rng::Rng;
use jiff::Timestamp;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BinaryHeap};

/// Longer than this nobody looks ahead, in milliseconds.
const HORIZON: i64 = 10 * HOUR;
/// From the call until somebody is at the desk, and until it is noted that nobody comes.
const COMING: i64 = 45_000;
const IN_VAIN: i64 = 2 * MINUTE;
/// How long a pause lasts, at least and at most.
const PAUSE: (i64, i64) = (3 * MINUTE, 17 * MINUTE);
/// After how long somebody who was put aside is back with the paper, from the forecast's moment on.
const BACK: (i64, i64) = (5 * MINUTE, 25 * MINUTE);
/// When people check in for an appointment, before (less than nothing) or after its hour.
const CHECK_IN: (i64, i64) = (-10 * MINUTE, 5 * MINUTE);

/// What the rounds have shown: for each ticket and each service the minutes until the call.
#[derive(Default)]
pub(super) struct Outcomes {
    rounds: usize,
    tickets: BTreeMap<u64, Vec<f64>>,
    services: BTreeMap<u16, Vec<f64>>,
}

impl Outcomes {
    pub(super) fn forecast(self, day: &Day) -> Forecast {
        let rounds = self.rounds;
        let tickets = self.tickets.into_iter().filter_map(|(place, minutes)| {
            let ticket = day.tickets().nth(usize::try_from(place).ok()?)?;
            Some((ticket.number, Expected::of(minutes, rounds)?))
        });
        let services = self.services.into_iter().filter_map(|(service, minutes)| {
            let service = day.site().services().get(usize::from(service))?;
            Some((service.code.clone(), Expected::of(minutes, rounds)?))
        });
        Forecast { sequence: day.sequence(), tickets: tickets.collect(), services: services.collect() }
    }
}

/// One round: the state that changes.
pub(super) struct Round<'p, 'd> {
    play: &'p Play<'d>,
    rng: Rng,
    waiters: Vec<Waiter>,
    /// Who will wait, from this moment on.
    to_come: BTreeMap<(i64, u64), Waiter>,
    /// Who was put aside and is back from this moment on.
    parked: Vec<(i64, Parked)>,
    seats: Vec<Seat>,
    /// For each seat: until when it is busy.
    free: Vec<i64>,
    later_steps: BTreeMap<u64, Vec<u16>>,
    /// For each service: by how much all its visits of this round are longer or shorter than believed.
    slowness: Vec<f64>,
    /// When which seat looks for somebody to call.
    looks: BinaryHeap<Reverse<(i64, usize)>>,
    /// Seats that found nobody.
    idle: Vec<usize>,
    called: BTreeMap<u64, i64>,
    newcomers: BTreeMap<u16, i64>,
}

impl<'p, 'd> Round<'p, 'd> {
    pub(super) fn begin(play: &'p Play<'d>, mut rng: Rng) -> Round<'p, 'd> {
        let slowness = play.visits.iter().map(|visit| rng.normal() * visit.doubt).collect();
        let mut round = Round {
            play,
            rng,
            waiters: play.waiters.clone(),
            to_come: BTreeMap::new(),
            parked: Vec::new(),
            seats: play.seats.clone(),
            free: vec![play.now; play.seats.len()],
            later_steps: play.later_steps.clone(),
            slowness,
            looks: BinaryHeap::new(),
            idle: Vec::new(),
            called: BTreeMap::new(),
            newcomers: BTreeMap::new(),
        };
        for (waiter, later) in &play.newcomers {
            // Not to the minute as an hour ago.
            let shift = (round.rng.uniform() * HOUR as f64) as i64;
            let at = play.now + (waiter.since - play.now + shift) % HOUR;
            round.comes(Waiter { aged_since: at, ..waiter.clone() }, at);
            if !later.is_empty() {
                round.later_steps.insert(waiter.place, later.clone());
            }
        }
        for waiter in &play.booked {
            let at = (waiter.since + round.between(CHECK_IN)).max(play.now);
            round.comes(waiter.clone(), at);
        }
        for seat in 0..round.seats.len() {
            let free = round.first_free(seat);
            round.is_busy_until(seat, free);
        }
        for hours in play.hours.iter().filter(|hours| hours.to != NEVER) {
            round.all_look_at(hours.to);
        }
        for parked in &play.parked {
            let at = play.now + round.between(BACK);
            round.parked.push((at, parked.clone()));
            round.all_look_at(at);
        }
        round
    }

    /// Plays to the end and notes who was called when.
    pub(super) fn end(mut self, outcomes: &mut Outcomes) {
        let end = self.play.now + HORIZON;
        while let Some(Reverse((now, seat))) = self.looks.pop() {
            if now > end {
                break;
            }
            self.look(seat, now);
        }
        let minutes = |at: i64| (at - self.play.now).max(0) as f64 / MINUTE as f64;
        for waiter in &self.play.waiters {
            let minutes = self.called.get(&waiter.place).map(|at| minutes(*at));
            outcomes.tickets.entry(waiter.place).or_default().extend(minutes);
        }
        for (service, at) in &self.newcomers {
            outcomes.services.entry(*service).or_default().push(minutes(*at));
        }
        outcomes.rounds += 1;
    }

    fn between(&mut self, (least, most): (i64, i64)) -> i64 {
        least + ((most - least) as f64 * self.rng.uniform()) as i64
    }

    /// Somebody will wait, from this moment on.
    fn comes(&mut self, waiter: Waiter, at: i64) {
        self.to_come.insert((at, waiter.place), Waiter { since: at, ..waiter });
    }

    fn is_busy_until(&mut self, seat: usize, free: i64) {
        self.free[seat] = free;
        self.looks.push(Reverse((free, seat)));
    }

    /// Something changes then: whoever is free looks again.
    fn all_look_at(&mut self, at: i64) {
        self.looks.extend((0..self.seats.len()).map(|seat| Reverse((at, seat))));
    }

    /// When a seat is free for the first time.
    fn first_free(&mut self, seat: usize) -> i64 {
        let now = self.play.now;
        let mut free = now.max(self.play.hours[seat].from);
        if let Some(current) = &self.play.busy[seat] {
            let service = current.waiter.service;
            free = match current.since {
                Some(since) => self.end_of_visit(service, since),
                None => now + COMING + self.visit(service),
            };
            self.go_on(current.waiter.clone(), free);
        }
        if !self.seats[seat].is_calling {
            free = free.max(now + self.between(PAUSE));
            self.seats[seat].is_calling = true;
        }
        free
    }

    /// A visit's length, in milliseconds.
    fn visit(&mut self, service: u16) -> i64 {
        let place = usize::from(service);
        let Some(visit) = self.play.visits.get(place) else { return MINUTE };
        let minutes = visit.minutes_at(self.rng.normal()) * self.slowness[place].exp();
        (minutes * MINUTE as f64) as i64
    }

    /// When a visit ends that has begun, given that it has not ended yet.
    fn end_of_visit(&mut self, service: u16, since: i64) -> i64 {
        const TRIES: usize = 12;
        let now = self.play.now;
        let ends = (0..TRIES).map(|_| since + self.visit(service)).find(|end| *end > now);
        ends.unwrap_or(now + 3 * MINUTE)
    }

    /// A ticket whose visit ends then waits for its next step, if it has one.
    fn go_on(&mut self, ticket: Waiter, at: i64) {
        let Some(service) = self.later_steps.get_mut(&ticket.place).and_then(Vec::pop) else { return };
        let since = at + i64::from(self.play.rules.walk_minutes) * MINUTE;
        self.comes(Waiter { service, only: None, ..ticket }, since);
        self.looks.extend(self.idle.drain(..).map(|seat| Reverse((since, seat))));
    }

    /// A seat that is free takes up again who was put aside there, or calls whoever is next.
    fn look(&mut self, seat: usize, now: i64) {
        self.close_whose_time_is_over(now);
        if now < self.free[seat] || now >= self.play.hours[seat].to {
            return;
        }
        if let Some(waiter) = self.take_up(seat, now) {
            return self.serve(seat, waiter, now);
        }
        while let Some(first) = self.to_come.first_entry().filter(|first| first.key().0 <= now) {
            self.waiters.push(first.remove());
        }
        let Ok(moment) = Timestamp::from_millisecond(now) else { return };
        let picked = queue::next(self.waiters.iter(), &self.seats[seat], &self.seats, self.play.rules, moment);
        let Some(pick) = picked else { return self.wait_for_somebody(seat, now) };
        let Some(at) = self.waiters.iter().position(|waiter| waiter.place == pick.place) else { return };
        let waiter = self.waiters.swap_remove(at);
        if self.goes_after_newcomers(&waiter) {
            self.note_newcomers(seat, now);
        }
        self.called.entry(waiter.place).or_insert(now);
        self.seats[seat].passed = queue::passed_after(self.seats[seat].passed, pick.passes);
        if self.rng.happens(self.play.no_show_share) {
            self.is_busy_until(seat, now + IN_VAIN);
        } else {
            self.serve(seat, waiter, now);
        }
    }

    /// Where nobody calls any more nobody is left to either.
    fn close_whose_time_is_over(&mut self, now: i64) {
        for (seat, _) in self.seats.iter_mut().zip(&self.play.hours).filter(|(_, hours)| now >= hours.to) {
            seat.services = BitSet::default();
        }
    }

    /// Who was put aside at this seat and is back; at another one, if that does not do it any more.
    fn take_up(&mut self, seat: usize, now: i64) -> Option<Waiter> {
        let does = |seat: &Seat, parked: &Parked| seat.services.has(usize::from(parked.waiter.service));
        let is_own = |parked: &Parked| parked.desk == self.seats[seat].desk;
        let is_left = |parked: &Parked| self.seats.iter().all(|it| it.desk != parked.desk || !does(it, parked));
        let at = self.parked.iter().position(|(back, parked)| {
            *back <= now && does(&self.seats[seat], parked) && (is_own(parked) || is_left(parked))
        })?;
        Some(self.parked.swap_remove(at).1.waiter)
    }

    fn serve(&mut self, seat: usize, waiter: Waiter, now: i64) {
        let free = now + COMING + self.visit(waiter.service);
        self.go_on(waiter, free);
        self.is_busy_until(seat, free);
    }

    /// Whether somebody of no class who comes at the forecast's moment would have been called in place of this one.
    fn goes_after_newcomers(&self, waiter: &Waiter) -> bool {
        let head_start = waiter.class.privilege(self.play.rules).map_or(0, |it| i64::from(it.head_start_minutes));
        waiter.aged_since - head_start * MINUTE > self.play.now
    }

    /// Somebody who comes at the forecast's moment would be called by this seat now.
    fn note_newcomers(&mut self, seat: usize, now: i64) {
        let services = self.seats[seat].services;
        for service in (0..=255).filter(|service| services.has(usize::from(*service))) {
            self.newcomers.entry(service).or_insert(now);
        }
    }

    /// Nobody to call: a newcomer would be. Looks again when somebody's way or language bound ends, or somebody comes.
    fn wait_for_somebody(&mut self, seat: usize, now: i64) {
        self.note_newcomers(seat, now);
        let looking = &self.seats[seat];
        let language = i64::from(self.play.rules.language_minutes) * MINUTE;
        let is_mine = |waiter: &&Waiter| looking.services.has(usize::from(waiter.service));
        let here = self.waiters.iter().filter(is_mine).flat_map(|waiter| [waiter.since, waiter.since + language]);
        let coming = self.to_come.values().find(is_mine).map(|waiter| waiter.since);
        match here.chain(coming).filter(|at| *at > now).min() {
            Some(at) => self.looks.push(Reverse((at, seat))),
            None => self.idle.push(seat),
        }
    }
}
