//! What is known of the rest of a day when a forecast begins: the same start for all rounds.

use crate::domain::class::Class;
use crate::domain::code::{DeskNumber, LanguageTag, ServiceCode};
use crate::domain::day::Day;
use crate::domain::desk::DeskState;
use crate::domain::institution::Institution;
use crate::domain::learned::VisitTime;
use crate::domain::queue::{BitSet, Seat, Waiter};
use crate::domain::rules::Rules;
use crate::domain::site::Site;
use crate::domain::ticket::{Ticket, TicketState};
use crate::domain::time::MINUTE;
use jiff::Timestamp;
use std::collections::BTreeMap;

pub(super) const HOUR: i64 = 60 * MINUTE;
/// Sentinel for a moment that is never reached.
pub(super) const NEVER: i64 = i64::MAX;

/// The initial state of all rounds. Moments are in milliseconds since 1970.
pub(super) struct RestOfDay<'d> {
    pub(super) rules: &'d Rules,
    pub(super) now: i64,
    pub(super) waiters: Vec<Waiter>,
    pub(super) seats: Vec<Seat>,
    /// By seat.
    pub(super) hours: Vec<SeatHours>,
    /// By seat: the ticket that is called or served there.
    pub(super) busy: Vec<Option<CurrentTicket>>,
    /// Remaining services of a ticket by its place, the next one last.
    pub(super) later_steps: BTreeMap<u64, Vec<u16>>,
    /// By service.
    pub(super) visits: Vec<VisitTime>,
    pub(super) no_show_share: f64,
    /// The tickets of the last hour, shifted by an hour, each with its later services: an estimate of those to come that
    /// may be called before waiting ones.
    pub(super) newcomers: Vec<(Waiter, Vec<u16>)>,
    pub(super) parked: Vec<ParkedTicket>,
    /// Today's appointments that have not checked in.
    pub(super) booked: Vec<Waiter>,
}

/// The time within which a seat calls.
pub(super) struct SeatHours {
    pub(super) from: i64,
    pub(super) to: i64,
    /// Begin and end of each break: lunch.
    pub(super) breaks: Vec<(i64, i64)>,
}

impl SeatHours {
    /// When the break ends that a moment lies in.
    pub(super) fn back_from_break(&self, at: i64) -> Option<i64> {
        self.breaks.iter().find(|(from, to)| *from <= at && at < *to).map(|(_, to)| *to)
    }
}

/// A ticket that is called or served.
pub(super) struct CurrentTicket {
    /// The ticket as if it waited.
    pub(super) waiter: Waiter,
    /// When the visit began; `None` while the visitor is on the way.
    pub(super) since: Option<i64>,
}

#[derive(Clone)]
pub(super) struct ParkedTicket {
    /// The ticket as if it waited.
    pub(super) waiter: Waiter,
    /// The desk that parked it.
    pub(super) desk: DeskNumber,
}

impl<'d> RestOfDay<'d> {
    pub(super) fn of(day: &'d Day, now: Timestamp) -> RestOfDay<'d> {
        let site = day.site();
        let mut seats = day.seats();
        let hours_now = |seat: &Seat| seat_hours(site, &day.desk(seat.desk).services, now);
        let mut hours: Vec<SeatHours> = seats.iter().map(hours_now).collect();
        for (seat, later) in desks_that_will_open(day, now) {
            seats.push(seat);
            hours.push(later);
        }
        let busy = seats.iter().map(|seat| day.current(seat.desk).and_then(|ticket| current(day, ticket))).collect();
        // A ticket that no desk does today is not called in any round.
        let is_done = |waiter: &&Waiter| seats.iter().any(|seat| seat.services.has(usize::from(waiter.service)));
        let waiters: Vec<Waiter> = day.queues().waiters().filter(is_done).cloned().collect();
        let waiting = waiters.iter().filter_map(|waiter| day.ticket_at(waiter.place));
        let at_desks = seats.iter().filter_map(|seat| day.current(seat.desk));
        let to_come = waiting.chain(at_desks).chain(day.parked());
        let later_steps = to_come.filter_map(|ticket| later_steps(day, ticket)).collect();
        let visit = |service: &crate::domain::Service| day.learned().visit_time(&service.code, service.minutes);
        RestOfDay {
            rules: site.rules(),
            now: now.as_millisecond(),
            waiters,
            seats,
            hours,
            busy,
            later_steps,
            visits: site.services().iter().map(visit).collect(),
            no_show_share: day.learned().no_show_share(),
            newcomers: newcomers(day, now),
            parked: day.parked().filter_map(|ticket| parked(day, ticket)).collect(),
            booked: booked(day, now),
        }
    }
}

/// Within which time a desk with these services calls, from a moment on, and its breaks: until the last of their institutions
/// leaves for the day. To the end of the day, when an institution stays so long, and when the desk is open although all have
/// left: staff decided that.
fn seat_hours(site: &Site, services: &[ServiceCode], at: Timestamp) -> SeatHours {
    let institutions: Vec<&Institution> = services.iter().filter_map(|service| site.institution_of(service)).collect();
    let stays = site.stays(&institutions, at);
    let end_of_day = site.end_of_day(at).and_then(|end| site.moment(end));
    let last = stays.last().map(|stay| stay.to).filter(|to| end_of_day.is_some_and(|end| *to < end));
    let breaks = stays.windows(2).map(|two| (two[0].to.as_millisecond(), two[1].from.as_millisecond()));
    SeatHours { from: at.as_millisecond(), to: last.map_or(NEVER, Timestamp::as_millisecond), breaks: breaks.collect() }
}

/// Closed desks of institutions that come later today, with their hours from then on.
fn desks_that_will_open(day: &Day, now: Timestamp) -> Vec<(Seat, SeatHours)> {
    let site = day.site();
    let Some(end) = site.end_of_day(now) else { return Vec::new() };
    let closed = site.desks().iter().filter(|desk| day.desk(desk.number).state == DeskState::Closed);
    let mut opening = Vec::new();
    for desk in closed {
        let institutions = desk.services.iter().filter_map(|service| site.institution_of(service));
        let away = institutions.filter(|institution| !site.is_here(institution, now));
        let next = away.filter_map(|institution| site.next_presence(institution, now)).min();
        let Some(at) = next.filter(|next| *next < end).and_then(|next| site.moment(next)) else {
            continue;
        };
        let seat = Seat {
            desk: desk.number,
            is_calling: true,
            services: BitSet::of(desk.services.iter().filter_map(|service| site.service_place(service))),
            languages: BitSet::of(desk.languages.iter().filter_map(|language| site.language_place(language))),
            passed: 0,
        };
        opening.push((seat, seat_hours(site, &desk.services, at)));
    }
    opening
}

fn current(day: &Day, ticket: &Ticket) -> Option<CurrentTicket> {
    let since = match ticket.state {
        TicketState::Serving { since, .. } => Some(since.as_millisecond()),
        _ => None,
    };
    Some(CurrentTicket { waiter: waiter(day, ticket)?, since })
}

fn parked(day: &Day, ticket: &Ticket) -> Option<ParkedTicket> {
    let TicketState::Parked { desk, .. } = ticket.state else { return None };
    Some(ParkedTicket { waiter: waiter(day, ticket)?, desk })
}

/// A ticket that does not wait, as if it waited.
fn waiter(day: &Day, ticket: &Ticket) -> Option<Waiter> {
    Some(Waiter {
        place: ticket.place,
        service: service_place(day, &ticket.current_step()?.service)?,
        language: language_place(day, &ticket.language).unwrap_or(Waiter::LANGUAGE_REMOVED),
        class: ticket.class,
        aged_since_ms: ticket.aged_since.as_millisecond(),
        since_ms: 0,
        only: None,
    })
}

/// The tickets of the last hour once more, an hour later. Their places follow those of all tickets of the day.
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
        let waiter =
            Waiter { place, service, language, class: ticket.class, aged_since_ms: at, since_ms: at, only: None };
        Some((waiter, services))
    };
    recent.filter_map(newcomer).collect()
}

/// Today's appointments, as if checked in on time. Their places follow those of [`newcomers`]. An appointment that is late
/// by more than the grace time after a no-show is no longer expected. The language is unknown, so the site's first one is
/// assumed.
fn booked(day: &Day, now: Timestamp) -> Vec<Waiter> {
    let grace = i64::from(day.site().rules().grace_minutes) * MINUTE;
    let is_today = |at: Timestamp| day.date() == Some(day.site().business_date(at));
    let is_expected = |at: Timestamp| is_today(at) && at.as_millisecond() + grace > now.as_millisecond();
    let expected = day.appointments().filter(|(_, appointment)| is_expected(appointment.at));
    let first_place = 2 * day.tickets().len() as u64;
    let waiters = expected.zip(first_place..).filter_map(|((_, appointment), place)| {
        let (service, at) = (service_place(day, &appointment.service)?, appointment.at.as_millisecond());
        let class = Class::Appointment(appointment.at);
        Some(Waiter { place, service, language: 0, class, aged_since_ms: at, since_ms: at, only: None })
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
