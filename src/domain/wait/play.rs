//! One day's rest, played through with chance.

use super::{Expected, Forecast};
use crate::domain::chance::Chance;
use crate::domain::day::Day;
use crate::domain::desk::DeskState;
use crate::domain::learned::VisitTime;
use crate::domain::queue::{self, Places, Seat, Waiter};
use crate::domain::rules::Rules;
use crate::domain::ticket::{Ticket, TicketState};
use jiff::Timestamp;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BinaryHeap};

/// Longer than this nobody looks ahead, in milliseconds.
const HORIZON: i64 = 10 * 60 * MINUTE;
const MINUTE: i64 = 60_000;
const HOUR: i64 = 60 * MINUTE;
/// From the call until somebody is at the desk, and until it is noted that nobody comes.
const COMING: i64 = 45_000;
const IN_VAIN: i64 = 2 * MINUTE;
/// How long a pause lasts, at least and at most.
const PAUSE: (i64, i64) = (3 * MINUTE, 17 * MINUTE);

/// What a round begins with; the same for all.
pub(super) struct Play<'d> {
    rules: &'d Rules,
    now: i64,
    waiters: Vec<Waiter>,
    seats: Vec<Seat>,
    /// For each seat: who is there, and since when.
    busy: Vec<Option<Current>>,
    /// For each seat: whether it opens only later, and when.
    opens_at: Vec<i64>,
    /// For each ticket that has more steps to come: their services, the next one last.
    later_steps: BTreeMap<u64, Vec<u16>>,
    /// For each service of the site.
    visits: Vec<VisitTime>,
    no_show_share: f64,
    /// Who came within the last hour, as they would come within the next: a quick guess of who may still go first.
    newcomers: Vec<(Waiter, Vec<u16>)>,
}

struct Current {
    /// The ticket as it would wait.
    waiter: Waiter,
    /// When the visit began; `None` while the visitor is on the way.
    since: Option<i64>,
}

/// What the rounds have shown: for each ticket and each service the minutes until the call.
#[derive(Default)]
pub(super) struct Outcomes {
    rounds: usize,
    tickets: BTreeMap<u64, Vec<f64>>,
    services: BTreeMap<u16, Vec<f64>>,
}

impl<'d> Play<'d> {
    pub(super) fn of(day: &'d Day, now: Timestamp) -> Play<'d> {
        let site = day.site();
        let mut seats = day.seats();
        let mut opens_at: Vec<i64> = seats.iter().map(|_| 0).collect();
        for (seat, at) in desks_to_come(day, now) {
            seats.push(seat);
            opens_at.push(at);
        }
        let busy = seats.iter().map(|seat| day.current(seat.desk).and_then(|ticket| current(day, ticket))).collect();
        let in_the_day = day.tickets().filter(|ticket| ticket.state.is_in_the_day());
        let later_steps = in_the_day.filter_map(|ticket| later_steps(day, ticket)).collect();
        let visit = |service: &crate::domain::Service| day.learned().visit_time(&service.code, service.minutes);
        Play {
            rules: site.rules(),
            now: now.as_millisecond(),
            waiters: day.queues().waiters().cloned().collect(),
            seats,
            busy,
            opens_at,
            later_steps,
            visits: site.services().iter().map(visit).collect(),
            no_show_share: day.learned().no_show_share(),
            newcomers: newcomers(day, now),
        }
    }

    /// Plays one round and notes who was called when.
    pub(super) fn through(&self, seed: u64, outcomes: &mut Outcomes) {
        Round::begin(self, Chance::new(seed)).end(outcomes);
        outcomes.rounds += 1;
    }
}

/// Desks at which nobody sits yet, of institutions that come later today, with the moment when they come.
fn desks_to_come(day: &Day, now: Timestamp) -> Vec<(Seat, i64)> {
    let site = day.site();
    let local = site.local(now);
    let closed = site.desks().iter().filter(|desk| day.desk(desk.number).state == DeskState::Closed);
    let mut to_come = Vec::new();
    for desk in closed {
        let institutions = desk.services.iter().filter_map(|service| site.institution_of(service));
        let away = institutions.filter(|institution| !site.is_here(institution, local));
        let next = away.filter_map(|institution| site.next_presence(institution, local)).min();
        let Some(at) = next.filter(|next| next.date() == local.date()).and_then(|next| site.moment(next)) else {
            continue;
        };
        let seat = Seat {
            desk: desk.number,
            is_calling: true,
            services: Places::of(desk.services.iter().filter_map(|service| site.service_place(service))),
            languages: Places::of(desk.languages.iter().filter_map(|language| site.language_place(language))),
            passed: 0,
        };
        to_come.push((seat, at.as_millisecond()));
    }
    to_come
}

fn current(day: &Day, ticket: &Ticket) -> Option<Current> {
    let service = u16::try_from(day.site().service_place(&ticket.current_step()?.service)?).ok()?;
    let language = day.site().language_place(&ticket.language).and_then(|place| u8::try_from(place).ok());
    let since = match ticket.state {
        TicketState::Serving { since, .. } => Some(since.as_millisecond()),
        _ => None,
    };
    let waiter = Waiter {
        place: ticket.place,
        service,
        language: language.unwrap_or(u8::MAX),
        class: ticket.class,
        aged_since: ticket.aged_since.as_millisecond(),
        since: 0,
        only: None,
    };
    Some(Current { waiter, since })
}

/// Those who came within the last hour once more, an hour later, with places that nobody has.
fn newcomers(day: &Day, now: Timestamp) -> Vec<(Waiter, Vec<u16>)> {
    let now = now.as_millisecond();
    let recent = day.tickets().rev().take_while(|ticket| ticket.issued_at.as_millisecond() > now - HOUR);
    let offset = day.tickets().len() as u64;
    let newcomer = |ticket: &std::sync::Arc<Ticket>| {
        let place = |service: &crate::domain::ServiceCode| u16::try_from(day.site().service_place(service)?).ok();
        let mut services: Vec<u16> = ticket.steps.iter().map_while(|step| place(&step.service)).collect();
        services.reverse();
        let service = services.pop()?;
        let language = day.site().language_place(&ticket.language).and_then(|place| u8::try_from(place).ok())?;
        let at = ticket.issued_at.as_millisecond() + HOUR;
        let place = ticket.place + offset;
        let waiter = Waiter { place, service, language, class: ticket.class, aged_since: at, since: at, only: None };
        Some((waiter, services))
    };
    recent.filter_map(newcomer).collect()
}

fn later_steps(day: &Day, ticket: &Ticket) -> Option<(u64, Vec<u16>)> {
    let to_come = ticket.steps.iter().filter(|step| step.is_to_come()).skip(1);
    let place = |step: &crate::domain::Step| u16::try_from(day.site().service_place(&step.service)?).ok();
    let mut services: Vec<u16> = to_come.map_while(place).collect();
    services.reverse();
    (!services.is_empty()).then_some((ticket.place, services))
}

/// One round: the state that changes.
struct Round<'p, 'd> {
    play: &'p Play<'d>,
    chance: Chance,
    waiters: Vec<Waiter>,
    /// Who will wait, from this moment on.
    to_come: BTreeMap<(i64, u64), Waiter>,
    seats: Vec<Seat>,
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
    fn begin(play: &'p Play<'d>, mut chance: Chance) -> Round<'p, 'd> {
        let slowness = play.visits.iter().map(|visit| chance.normal() * visit.doubt).collect();
        let mut round = Round {
            play,
            chance,
            waiters: play.waiters.clone(),
            to_come: BTreeMap::new(),
            seats: play.seats.clone(),
            later_steps: play.later_steps.clone(),
            slowness,
            looks: BinaryHeap::new(),
            idle: Vec::new(),
            called: BTreeMap::new(),
            newcomers: BTreeMap::new(),
        };
        for (waiter, later) in &play.newcomers {
            // Not to the minute as an hour ago.
            let shift = (round.chance.even() * HOUR as f64) as i64;
            let at = play.now + (waiter.since - play.now + shift) % HOUR;
            round.to_come.insert((at, waiter.place), Waiter { since: at, aged_since: at, ..waiter.clone() });
            if !later.is_empty() {
                round.later_steps.insert(waiter.place, later.clone());
            }
        }
        for seat in 0..round.seats.len() {
            let free = round.first_free(seat);
            round.looks.push(Reverse((free, seat)));
        }
        round
    }

    /// When a seat is free for the first time.
    fn first_free(&mut self, seat: usize) -> i64 {
        let now = self.play.now;
        let mut free = now.max(self.play.opens_at[seat]);
        if let Some(current) = &self.play.busy[seat] {
            let service = current.waiter.service;
            free = match current.since {
                Some(since) => self.end_of_visit(service, since),
                None => now + COMING + self.visit(service),
            };
            self.go_on(current.waiter.clone(), free);
        }
        if !self.seats[seat].is_calling {
            let (least, most) = PAUSE;
            free = free.max(now + least + ((most - least) as f64 * self.chance.even()) as i64);
            self.seats[seat].is_calling = true;
        }
        free
    }

    /// A visit's length, in milliseconds.
    fn visit(&mut self, service: u16) -> i64 {
        let place = usize::from(service);
        let Some(visit) = self.play.visits.get(place) else { return MINUTE };
        let minutes = visit.minutes_at(self.chance.normal()) * self.slowness[place].exp();
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
        self.to_come.insert((since, ticket.place), Waiter { service, since, only: None, ..ticket });
        for seat in std::mem::take(&mut self.idle) {
            self.looks.push(Reverse((since, seat)));
        }
    }

    fn end(mut self, outcomes: &mut Outcomes) {
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
    }

    /// A seat calls whoever is next.
    fn look(&mut self, seat: usize, now: i64) {
        while let Some(first) = self.to_come.first_entry().filter(|first| first.key().0 <= now) {
            self.waiters.push(first.remove());
        }
        let Ok(moment) = Timestamp::from_millisecond(now) else { return };
        let picked = queue::next(self.waiters.iter(), &self.seats[seat], &self.seats, self.play.rules, moment);
        let Some(pick) = picked else { return self.wait_for_somebody(seat, now) };
        let Some(at) = self.waiters.iter().position(|waiter| waiter.place == pick.place) else { return };
        let waiter = self.waiters.swap_remove(at);
        if waiter.aged_since > self.play.now && !pick.passes {
            // Whoever comes now would have been called in place of this one.
            self.note_newcomers(seat, now);
        }
        self.called.entry(waiter.place).or_insert(now);
        let passed = &mut self.seats[seat].passed;
        *passed = if pick.passes { passed.saturating_add(1) } else { 0 };
        let free = if self.chance.happens(self.play.no_show_share) {
            now + IN_VAIN
        } else {
            let free = now + COMING + self.visit(waiter.service);
            self.go_on(waiter, free);
            free
        };
        self.looks.push(Reverse((free, seat)));
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
