//! What a clerk sees of a desk: made once for the page and for the desk's events.

use super::health;
use super::picture::{self, ClerkTicket, DeskPicture, ReasonPicture};
use super::shared::Shared;
use crate::domain::wait::minutes_between;
use crate::domain::{Day, DeskNumber, DeskState, Institution, Service, ServiceCode, Ticket, TicketState};
use crate::locale::Speech;
use serde::Serialize;
use std::sync::Arc;

/// How many of those who wait are listed.
const LISTED_MOST: usize = 10;
/// How many no-shows are listed, newest first.
const NO_SHOWS_MOST: usize = 8;

/// A desk and who waits, for its clerk.
#[derive(Serialize)]
pub(super) struct Workbench {
    #[serde(flatten)]
    pub(super) desk: DeskPicture,
    pub(super) current: Option<Current>,
    /// Those who wait for what this desk does, next first.
    pub(super) waiting: Vec<Waiting>,
    pub(super) waiting_count: usize,
    /// Those who wait for what this desk does not do.
    pub(super) elsewhere: Vec<Elsewhere>,
    pub(super) no_shows: Vec<NoShow>,
    /// What is wrong with the printer, as a code.
    pub(super) printer: Option<&'static str>,
    /// Whether what was decided last could be saved.
    pub(super) is_saving: bool,
    pub(super) last_call: u64,
}

/// The ticket at the desk.
#[derive(Serialize)]
pub(super) struct Current {
    #[serde(flatten)]
    pub(super) ticket: ClerkTicket,
    pub(super) endonym: String,
    pub(super) language_name: String,
    pub(super) why: Vec<ReasonPicture>,
    /// For how many minutes it has been called or served.
    pub(super) for_min: u32,
    /// The institution's place in the site, for its colour.
    #[serde(skip)]
    pub(super) institution: Option<usize>,
}

/// Somebody who waits.
#[derive(Serialize)]
pub(super) struct Waiting {
    pub(super) number: String,
    pub(super) need: String,
    pub(super) language: String,
    pub(super) endonym: String,
    pub(super) language_name: String,
    pub(super) waited_min: u32,
    #[serde(skip)]
    pub(super) institution: Option<usize>,
}

/// Those who wait for what other desks do, for one institution.
#[derive(Serialize)]
pub(super) struct Elsewhere {
    pub(super) institution: String,
    pub(super) waiting: usize,
    /// How many of them no open desk calls for.
    pub(super) unserved: usize,
}

/// Somebody who was called and did not come.
#[derive(Serialize)]
pub(super) struct NoShow {
    pub(super) number: String,
    pub(super) need: String,
    pub(super) ago_min: u32,
}

/// A desk and who waits, at this moment of the day.
pub(super) fn of(web: &Shared, day: &Day, number: DeskNumber, speech: Speech<'_>) -> Workbench {
    let now = web.now();
    let services = services_of(day, number);
    let mut mine: Vec<&Arc<Ticket>> = services.iter().flat_map(|service| day.waiting(service)).collect();
    mine.sort_by_key(|ticket| ticket.place);
    let mut no_shows: Vec<(jiff::Timestamp, &Arc<Ticket>)> = Vec::new();
    for ticket in day.tickets() {
        if let TicketState::NoShow { at, .. } = ticket.state {
            no_shows.push((at, ticket));
        }
    }
    no_shows.sort_by_key(|(at, ticket)| (std::cmp::Reverse(*at), ticket.place));
    let no_show = |(at, ticket): &(jiff::Timestamp, &Arc<Ticket>)| NoShow {
        number: ticket.number.to_string(),
        need: picture::need_words(day.site(), ticket, speech),
        ago_min: minutes_between(*at, now),
    };
    Workbench {
        desk: picture::desk(day, number, speech),
        current: day.current(number).map(|ticket| current(web, day, ticket, speech)),
        waiting_count: mine.len(),
        waiting: mine.iter().take(LISTED_MOST).map(|ticket| waiting(web, day, ticket, speech)).collect(),
        elsewhere: elsewhere(day, &services),
        no_shows: no_shows.iter().take(NO_SHOWS_MOST).map(no_show).collect(),
        printer: web.printer.as_ref().and_then(|status| health::printer_code(*status.borrow())),
        is_saving: web.hub.is_saving(),
        last_call: day.last_call().0,
    }
}

/// What a desk calls for now, or would when it opened.
pub(super) fn services_of(day: &Day, number: DeskNumber) -> Vec<ServiceCode> {
    let now = day.desk(number);
    match now.state {
        DeskState::Closed => day.site().desk(number).map(|desk| desk.services.clone()).unwrap_or_default(),
        DeskState::Open | DeskState::Paused => now.services.clone(),
    }
}

fn elsewhere(day: &Day, services: &[ServiceCode]) -> Vec<Elsewhere> {
    let of_institution = |institution: &Institution| {
        let own = |service: &&Service| service.institution == institution.code && !services.contains(&service.code);
        let (mut waiting, mut unserved) = (0, 0);
        for service in day.site().services().iter().filter(own) {
            let count = day.queues().len(&service.code);
            waiting += count;
            unserved += if day.open_desks(&service.code) == 0 { count } else { 0 };
        }
        Elsewhere { institution: institution.name.clone(), waiting, unserved }
    };
    day.site().institutions().iter().map(of_institution).filter(|queue| queue.waiting > 0).collect()
}

fn current(web: &Shared, day: &Day, ticket: &Ticket, speech: Speech<'_>) -> Current {
    let now = web.now();
    let (endonym, language_name) = picture::language_names(web, &ticket.language, speech);
    let since = match ticket.state {
        TicketState::Called { at, .. } => at,
        TicketState::Serving { since, .. } => since,
        _ => now,
    };
    Current {
        ticket: picture::for_clerk(day, ticket, speech, now),
        endonym,
        language_name,
        why: picture::reasons(&ticket.why, speech),
        for_min: minutes_between(since, now),
        institution: institution_of(day, ticket),
    }
}

fn waiting(web: &Shared, day: &Day, ticket: &Ticket, speech: Speech<'_>) -> Waiting {
    let (endonym, language_name) = picture::language_names(web, &ticket.language, speech);
    Waiting {
        number: ticket.number.to_string(),
        need: picture::need_words(day.site(), ticket, speech),
        language: ticket.language.to_string(),
        endonym,
        language_name,
        waited_min: minutes_between(ticket.issued_at, web.now()),
        institution: institution_of(day, ticket),
    }
}

/// The place in the site of the institution that a ticket is waiting for or at, for its colour.
pub(super) fn institution_of(day: &Day, ticket: &Ticket) -> Option<usize> {
    let step = ticket.current_step().or(ticket.steps.last())?;
    let code = &day.site().service(&step.service)?.institution;
    day.site().institutions().iter().position(|institution| institution.code == *code)
}
