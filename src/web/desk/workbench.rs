//! What a clerk sees of a desk: made once for the page and for the desk's events.

use crate::domain::time::minutes_between;
use crate::domain::{Day, DeskNumber, DeskState, Institution, Service, ServiceCode, Ticket, TicketState};
use crate::locale::Translator;
use crate::web::api::health;
use crate::web::api::picture::{self, ClerkTicket, DeskPicture, ReasonPicture};
use crate::web::shared::Shared;
use serde::Serialize;
use std::sync::Arc;

/// How many of those who wait are listed.
const LISTED_MOST: usize = 10;
/// How many no-shows are listed, newest first.
const NO_SHOWS_MOST: usize = 8;

/// A desk and who waits, for its clerk.
#[derive(Serialize)]
pub(in crate::web) struct Workbench {
    #[serde(flatten)]
    pub(in crate::web) desk: DeskPicture,
    pub(in crate::web) current: Option<Current>,
    /// Those who wait for what this desk does: whom it would call, one after another; then, first come first, those it does
    /// not call yet.
    pub(in crate::web) waiting: Vec<Waiting>,
    pub(in crate::web) waiting_count: usize,
    /// Every one who is put aside and can be taken up again here, longest first.
    pub(in crate::web) parked: Vec<Parked>,
    /// Those who wait for what this desk does not do.
    pub(in crate::web) elsewhere: Vec<Elsewhere>,
    pub(in crate::web) no_shows: Vec<NoShow>,
    /// What is wrong with the printer, as a code.
    pub(in crate::web) printer: Option<&'static str>,
    /// Whether what was decided last could be saved.
    pub(in crate::web) is_saving: bool,
    pub(in crate::web) last_call: u64,
}

/// The ticket at the desk.
#[derive(Serialize)]
pub(in crate::web) struct Current {
    #[serde(flatten)]
    pub(in crate::web) ticket: ClerkTicket,
    pub(in crate::web) endonym: String,
    pub(in crate::web) language_name: String,
    pub(in crate::web) why: Vec<ReasonPicture>,
    /// For how many minutes it has been called or served.
    pub(in crate::web) for_min: u32,
    /// The institution's place in the site, for its colour.
    #[serde(skip)]
    pub(in crate::web) institution: Option<usize>,
}

/// Somebody who waits.
#[derive(Serialize)]
pub(in crate::web) struct Waiting {
    pub(in crate::web) number: String,
    pub(in crate::web) need: String,
    pub(in crate::web) language: String,
    pub(in crate::web) endonym: String,
    pub(in crate::web) language_name: String,
    pub(in crate::web) waited_min: u32,
    /// Whom the queue may favour, as for a ticket.
    pub(in crate::web) class: &'static str,
    /// Whether the language is spoken at this desk.
    pub(in crate::web) is_spoken: bool,
    /// Whether nobody in the room may see or hear it called.
    pub(in crate::web) is_quiet: bool,
    /// Why the desk does not call it yet, as a code; `None` where it would.
    pub(in crate::web) not_yet: Option<&'static str>,
    #[serde(skip)]
    pub(in crate::web) institution: Option<usize>,
}

/// Somebody who is put aside.
#[derive(Serialize)]
pub(in crate::web) struct Parked {
    pub(in crate::web) number: String,
    pub(in crate::web) need: String,
    pub(in crate::web) for_min: u32,
    /// The desk that put it aside.
    pub(in crate::web) desk: u16,
    #[serde(skip)]
    pub(in crate::web) institution: Option<usize>,
}

/// Those who wait for what other desks do, for one institution.
#[derive(Serialize)]
pub(in crate::web) struct Elsewhere {
    pub(in crate::web) institution: String,
    pub(in crate::web) waiting: usize,
    /// How many of them no open desk calls for.
    pub(in crate::web) unserved: usize,
}

/// Somebody who was called and did not come.
#[derive(Serialize)]
pub(in crate::web) struct NoShow {
    pub(in crate::web) number: String,
    pub(in crate::web) need: String,
    pub(in crate::web) ago_min: u32,
}

impl Workbench {
    /// Whether the desk may call somebody now.
    pub(in crate::web) fn is_free(&self) -> bool {
        self.desk.state == "open" && self.current.is_none()
    }

    /// Whom the desk would call now.
    pub(in crate::web) fn next(&self) -> Option<&Waiting> {
        self.waiting.first().filter(|first| first.not_yet.is_none())
    }

    /// Whether a ticket is among those listed as waiting.
    pub(in crate::web) fn is_listed(&self, number: &str) -> bool {
        self.waiting.iter().any(|one| one.number == number)
    }

    /// Whether a ticket is among those put aside.
    pub(in crate::web) fn is_parked(&self, number: &str) -> bool {
        self.parked.iter().any(|one| one.number == number)
    }
}

/// A desk and who waits, at this moment of the day.
pub(in crate::web) fn of(web: &Shared, day: &Day, number: DeskNumber, translator: Translator<'_>) -> Workbench {
    let now = web.now();
    let services = services_of(day, number);
    let mut no_shows: Vec<(jiff::Timestamp, &Arc<Ticket>)> = Vec::new();
    for ticket in day.tickets() {
        if let TicketState::NoShow { at, .. } = ticket.state {
            no_shows.push((at, ticket));
        }
    }
    no_shows.sort_by_key(|(at, ticket)| (std::cmp::Reverse(*at), ticket.place));
    let no_show = |(at, ticket): &(jiff::Timestamp, &Arc<Ticket>)| NoShow {
        number: ticket.number.to_string(),
        need: picture::need_words(day.site(), ticket, translator),
        ago_min: minutes_between(*at, now),
    };
    Workbench {
        desk: picture::desk(day, number, translator),
        current: day.current(number).map(|ticket| current(web, day, ticket, translator)),
        waiting_count: services.iter().map(|service| day.queues().len(service)).sum(),
        waiting: line(web, day, number, &services, translator),
        parked: parked(day, number, &services, translator, now),
        elsewhere: elsewhere(day, &services),
        no_shows: no_shows.iter().take(NO_SHOWS_MOST).map(no_show).collect(),
        printer: web.printer.as_ref().and_then(|status| health::printer_code(*status.borrow())),
        is_saving: web.hub.is_saving(),
        last_call: day.last_call().0,
    }
}

/// What a desk calls for now, or would when it opened.
pub(in crate::web) fn services_of(day: &Day, number: DeskNumber) -> Vec<ServiceCode> {
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

fn current(web: &Shared, day: &Day, ticket: &Ticket, translator: Translator<'_>) -> Current {
    let now = web.now();
    let (endonym, language_name) = picture::language_names(web, &ticket.language, translator);
    let since = match ticket.state {
        TicketState::Called { at, .. } => at,
        TicketState::Serving { since, .. } => since,
        _ => now,
    };
    Current {
        ticket: picture::for_clerk(day, ticket, translator, now),
        endonym,
        language_name,
        why: picture::reasons(&ticket.why, translator),
        for_min: minutes_between(since, now),
        institution: institution_of(day, ticket),
    }
}

/// Those who wait for these services, as far as they are listed.
fn line(
    web: &Shared,
    day: &Day,
    desk: DeskNumber,
    services: &[ServiceCode],
    translator: Translator<'_>,
) -> Vec<Waiting> {
    let now = web.now();
    let in_turn = day.would_call(desk, LISTED_MOST, now);
    let mut others: Vec<&Arc<Ticket>> = services.iter().flat_map(|service| day.waiting(service)).collect();
    others.retain(|ticket| !in_turn.iter().any(|called| called.number == ticket.number));
    others.sort_by_key(|ticket| ticket.place);
    let is_closed = day.desk(desk).state == DeskState::Closed;
    let listed = in_turn.iter().map(|ticket| (*ticket, None)).chain(others.into_iter().map(|ticket| {
        // Whoever is not called for another reason than the way is left to others; a closed desk calls nobody anyway.
        let is_on_the_way = matches!(ticket.state, TicketState::Waiting { since, .. } if since > now);
        let why = if is_on_the_way { "on-the-way" } else { "left-to-others" };
        (ticket, (!is_closed).then_some(why))
    }));
    listed.take(LISTED_MOST).map(|(ticket, not_yet)| waiting(web, day, desk, ticket, not_yet, translator)).collect()
}

fn waiting(
    web: &Shared,
    day: &Day,
    desk: DeskNumber,
    ticket: &Ticket,
    not_yet: Option<&'static str>,
    translator: Translator<'_>,
) -> Waiting {
    let (endonym, language_name) = picture::language_names(web, &ticket.language, translator);
    let now = day.desk(desk);
    Waiting {
        number: ticket.number.to_string(),
        need: picture::need_words(day.site(), ticket, translator),
        language: ticket.language.to_string(),
        endonym,
        language_name,
        waited_min: minutes_between(ticket.issued_at, web.now()),
        class: ticket.class.code(),
        is_spoken: now.state == DeskState::Closed || now.languages.contains(&ticket.language),
        is_quiet: day.is_quiet(ticket),
        not_yet,
        institution: institution_of(day, ticket),
    }
}

/// Everybody who is put aside for what this desk does or could do: nobody may be lost from sight, so there is no most.
fn parked(
    day: &Day,
    desk: DeskNumber,
    services: &[ServiceCode],
    translator: Translator<'_>,
    now: jiff::Timestamp,
) -> Vec<Parked> {
    let usual = day.site().desk(desk).map(|desk| desk.services.as_slice()).unwrap_or_default();
    let can = |service: &ServiceCode| services.contains(service) || usual.contains(service);
    let aside = day.tickets().filter_map(|ticket| match ticket.state {
        TicketState::Parked { desk, at } => Some((at, desk, ticket)),
        _ => None,
    });
    let mut aside: Vec<_> =
        aside.filter(|(.., ticket)| ticket.current_step().is_some_and(|step| can(&step.service))).collect();
    aside.sort_by_key(|(at, _, ticket)| (*at, ticket.place));
    let parked = |(at, desk, ticket): (jiff::Timestamp, DeskNumber, &Arc<Ticket>)| Parked {
        number: ticket.number.to_string(),
        need: picture::need_words(day.site(), ticket, translator),
        for_min: minutes_between(at, now),
        desk: desk.0,
        institution: institution_of(day, ticket),
    };
    aside.into_iter().map(parked).collect()
}

/// The place in the site of the institution that a ticket is waiting for or at, for its colour.
pub(in crate::web) fn institution_of(day: &Day, ticket: &Ticket) -> Option<usize> {
    let step = ticket.current_step().or(ticket.steps.last())?;
    let code = &day.site().service(&step.service)?.institution;
    day.site().institutions().iter().position(|institution| institution.code == *code)
}
