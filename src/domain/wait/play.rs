//! What is known of one day's rest, to be played through with chance.

use super::round::{Outcomes, Round};
use crate::domain::class::Class;
use crate::domain::code::{DeskNumber, LanguageTag, ServiceCode};
use crate::domain::day::Day;
use crate::domain::desk::DeskState;
use crate::domain::institution::Institution;
use crate::domain::learned::VisitTime;
use crate::domain::queue::{BitSet, Seat, Waiter};
use crate::domain::rng::Rng;
use crate::domain::rules::Rules;
use crate::domain::site::Site;
use crate::domain::ticket::{Ticket, TicketState};
use jiff::Timestamp;
use jiff::civil::Time;
use std::collections::BTreeMap;

pub(super) const MINUTE: i64 = 60_000;
pub(super) const HOUR: i64 = 60 * MINUTE;
/// What never comes, in milliseconds since 1970.
pub(super) const NEVER: i64 = i64::MAX;
/// Places from here on are nobody's: far more than all letters together can give numbers in a day.
const NOBODYS: u64 = 1_000_000_000;

/// What a round begins with; the same for all.
pub(super) struct Play<'d> {
    pub(super) rules: &'d Rules,
    pub(super) now: i64,
    pub(super) waiters: Vec<Waiter>,
    pub(super) seats: Vec<Seat>,
    /// For each seat.
    pub(super) hours: Vec<SeatHours>,
    /// For each seat: who is there, and since when.
    pub(super) busy: Vec<Option<Current>>,
    /// For each ticket that has more steps to come: their services, the next one last.
    pub(super) later_steps: BTreeMap<u64, Vec<u16>>,
    /// For each service of the site.
    pub(super) visits: Vec<VisitTime>,
    pub(super) no_show_share: f64,
    /// Who came within the last hour, as they would come within the next: a quick guess of who may still go first.
    pub(super) newcomers: Vec<(Waiter, Vec<u16>)>,
    /// Who was put aside.
    pub(super) parked: Vec<Parked>,
    /// Who has an appointment today and has not checked in.
    pub(super) booked: Vec<Waiter>,
}

/// From when on, and until when, a seat calls.
#[derive(Clone, Copy)]
pub(super) struct SeatHours {
    pub(super) from: i64,
    pub(super) to: i64,
}

pub(super) struct Current {
    /// The ticket as it would wait.
    pub(super) waiter: Waiter,
    /// When the visit began; `None` while the visitor is on the way.
    pub(super) since: Option<i64>,
}

/// Who was put aside.
#[derive(Clone)]
pub(super) struct Parked {
    /// The ticket as it would wait.
    pub(super) waiter: Waiter,
    /// The desk that put it aside.
    pub(super) desk: DeskNumber,
}

impl<'d> Play<'d> {
    pub(super) fn of(day: &'d Day, now: Timestamp) -> Play<'d> {
        let site = day.site();
        let mut seats = day.seats();
        let closing = |seat: &Seat| closes_at(site, &day.desk(seat.desk).services, now);
        let mut hours: Vec<SeatHours> = seats.iter().map(|seat| SeatHours { from: 0, to: closing(seat) }).collect();
        for (seat, later) in desks_to_come(day, now) {
            seats.push(seat);
            hours.push(later);
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
            hours,
            busy,
            later_steps,
            visits: site.services().iter().map(visit).collect(),
            no_show_share: day.learned().no_show_share(),
            newcomers: newcomers(day, now),
            parked: day.tickets().filter_map(|ticket| parked(day, ticket)).collect(),
            booked: booked(day, now),
        }
    }

    /// Plays one round and notes who was called when.
    pub(super) fn through(&self, seed: u64, outcomes: &mut Outcomes) {
        Round::begin(self, Rng::new(seed)).end(outcomes);
    }
}

/// When a desk with these services stops calling: when the last of their institutions has left for the day. Never, where
/// somebody stays to the day's end, and where somebody sits although all have left: that was a person's decision.
fn closes_at(site: &Site, services: &[ServiceCode], now: Timestamp) -> i64 {
    let local = site.local(now);
    let institutions: Vec<&Institution> = services.iter().filter_map(|service| site.institution_of(service)).collect();
    let stretches = institutions.iter().flat_map(|institution| site.stretches(institution, local.date()));
    let last = stretches.max_by_key(|stretch| stretch.minutes().1).map(|stretch| stretch.to);
    match last.filter(|to| *to != Time::midnight() && site.minutes_left(&institutions, local) > 0) {
        Some(to) => site.moment(local.date().to_datetime(to)).map_or(NEVER, Timestamp::as_millisecond),
        None => NEVER,
    }
}

/// Desks at which nobody sits yet, of institutions that come later today, with their hours from then on.
fn desks_to_come(day: &Day, now: Timestamp) -> Vec<(Seat, SeatHours)> {
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
            services: BitSet::of(desk.services.iter().filter_map(|service| site.service_place(service))),
            languages: BitSet::of(desk.languages.iter().filter_map(|language| site.language_place(language))),
            passed: 0,
        };
        to_come.push((seat, SeatHours { from: at.as_millisecond(), to: closes_at(site, &desk.services, at) }));
    }
    to_come
}

fn current(day: &Day, ticket: &Ticket) -> Option<Current> {
    let since = match ticket.state {
        TicketState::Serving { since, .. } => Some(since.as_millisecond()),
        _ => None,
    };
    Some(Current { waiter: waiter(day, ticket)?, since })
}

fn parked(day: &Day, ticket: &Ticket) -> Option<Parked> {
    let TicketState::Parked { desk, .. } = ticket.state else { return None };
    Some(Parked { waiter: waiter(day, ticket)?, desk })
}

/// A ticket that does not wait, as it would.
fn waiter(day: &Day, ticket: &Ticket) -> Option<Waiter> {
    Some(Waiter {
        place: ticket.place,
        service: service_place(day, &ticket.current_step()?.service)?,
        language: language_place(day, &ticket.language).unwrap_or(u8::MAX),
        class: ticket.class,
        aged_since: ticket.aged_since.as_millisecond(),
        since: 0,
        only: None,
    })
}

/// Those who came within the last hour once more, an hour later, with places that nobody has.
fn newcomers(day: &Day, now: Timestamp) -> Vec<(Waiter, Vec<u16>)> {
    let now = now.as_millisecond();
    let recent = day.tickets().rev().take_while(|ticket| ticket.issued_at.as_millisecond() > now - HOUR);
    let offset = day.tickets().len() as u64;
    let newcomer = |ticket: &std::sync::Arc<Ticket>| {
        let mut services: Vec<u16> = ticket.steps.iter().map_while(|step| service_place(day, &step.service)).collect();
        services.reverse();
        let service = services.pop()?;
        let language = language_place(day, &ticket.language)?;
        let at = ticket.issued_at.as_millisecond() + HOUR;
        let place = ticket.place + offset;
        let waiter = Waiter { place, service, language, class: ticket.class, aged_since: at, since: at, only: None };
        Some((waiter, services))
    };
    recent.filter_map(newcomer).collect()
}

/// Today's appointments, with places that nobody has and as if checked in at their hour. Whoever is later than somebody who
/// was called in vain may be is not expected any more. Their language is not known: the house's own.
fn booked(day: &Day, now: Timestamp) -> Vec<Waiter> {
    let grace = i64::from(day.site().rules().grace_minutes) * MINUTE;
    let is_today = |at: Timestamp| day.date() == Some(day.site().business_date(at));
    let is_expected = |at: Timestamp| is_today(at) && at.as_millisecond() + grace > now.as_millisecond();
    let to_come = day.appointments().filter(|(_, appointment)| is_expected(appointment.at));
    let waiters = to_come.zip(NOBODYS..).filter_map(|((_, appointment), place)| {
        let (service, at) = (service_place(day, &appointment.service)?, appointment.at.as_millisecond());
        let class = Class::Appointment(appointment.at);
        Some(Waiter { place, service, language: 0, class, aged_since: at, since: at, only: None })
    });
    waiters.collect()
}

fn later_steps(day: &Day, ticket: &Ticket) -> Option<(u64, Vec<u16>)> {
    let to_come = ticket.steps.iter().filter(|step| step.is_to_come()).skip(1);
    let mut services: Vec<u16> = to_come.map_while(|step| service_place(day, &step.service)).collect();
    services.reverse();
    (!services.is_empty()).then_some((ticket.place, services))
}

fn service_place(day: &Day, service: &ServiceCode) -> Option<u16> {
    u16::try_from(day.site().service_place(service)?).ok()
}

fn language_place(day: &Day, language: &LanguageTag) -> Option<u8> {
    u8::try_from(day.site().language_place(language)?).ok()
}
