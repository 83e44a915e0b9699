//! The lists of the workbench: waiting, parked and missed tickets, and the queues of other desks.

use crate::domain::time::minutes_between;
use crate::domain::{
    Class, Day, DeskNumber, DeskState, Institution, LanguageTag, Service, ServiceCode, SlipOutcome, SlipState, Ticket,
    TicketNumber, TicketState, UrgencyReason,
};
use crate::locale::Translator;
use crate::web::api::codes::ClassView;
use crate::web::api::view;
use crate::web::shared::Shared;
use crate::web::sign_in::reach::Reach;
use jiff::Timestamp;
use serde::{Serialize, Serializer};
use std::cmp::Reverse;
use std::sync::Arc;
use utoipa::ToSchema;

/// How many tickets a list shows before the reader asks for all of it.
const SHORT: usize = 10;

/// How much of a list is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::web) enum Length {
    /// Its beginning.
    Short,
    Whole,
}

/// A waiting ticket.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::web) struct WaitingRow {
    #[schema(value_type = TicketNumber)]
    pub(in crate::web) number: String,
    pub(in crate::web) need: String,
    #[schema(value_type = LanguageTag)]
    pub(in crate::web) language: String,
    pub(in crate::web) endonym: String,
    pub(in crate::web) language_name: String,
    pub(in crate::web) waited_min: u32,
    #[serde(serialize_with = "class_code")]
    #[schema(value_type = ClassView)]
    pub(in crate::web) class: Class,
    /// Whether the language is spoken at this desk.
    pub(in crate::web) is_spoken: bool,
    /// Whether boards and loudspeakers must not announce it.
    pub(in crate::web) is_quiet: bool,
    /// Why the desk would not call it now; `None` where it would.
    #[schema(required)]
    pub(in crate::web) not_yet: Option<NotYet>,
    /// What went wrong with the newest copy of its slip.
    #[schema(required)]
    pub(in crate::web) copy: Option<CopyFault>,
    /// What is not known, or went wrong, with its slip; `null` when it came out, or a copy did.
    #[schema(required)]
    pub(in crate::web) slip: Option<SlipFault>,
    #[serde(skip)]
    pub(in crate::web) urgency: Option<UrgencyReason>,
    /// Whether this desk may call it.
    #[serde(skip)]
    pub(in crate::web) is_for_desk: bool,
    /// The position of the institution in the site, for its colour.
    #[serde(skip)]
    pub(in crate::web) institution: Option<usize>,
}

/// Why a desk does not call a ticket that waits for one of its services.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub(in crate::web) enum NotYet {
    /// Its visitor is still walking here from another desk.
    OnTheWay,
    /// Another desk is better for it, for now.
    LeftToOthers,
}

/// Why a copy of a slip is not in the visitor's hand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub(in crate::web) enum CopyFault {
    /// It was not printed.
    Failed,
    /// The printer stopped within it.
    Torn,
}

/// Why a slip may not be in the visitor's hand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub(in crate::web) enum SlipFault {
    /// The printer did not confirm it, or the program broke off before it could.
    Unproven,
    /// It was not printed.
    Failed,
    /// The printer stopped within it.
    Torn,
}

/// A parked ticket.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::web) struct ParkedRow {
    #[schema(value_type = TicketNumber)]
    pub(in crate::web) number: String,
    pub(in crate::web) need: String,
    pub(in crate::web) for_min: u32,
    /// The desk that parked it.
    #[schema(value_type = DeskNumber)]
    pub(in crate::web) desk: u16,
    /// What went wrong with the newest copy of its slip.
    #[schema(required)]
    pub(in crate::web) copy: Option<CopyFault>,
    /// What is not known, or went wrong, with its slip; `null` when it came out, or a copy did.
    #[schema(required)]
    pub(in crate::web) slip: Option<SlipFault>,
    /// Whether this desk may take it up again.
    #[serde(skip)]
    pub(in crate::web) is_for_desk: bool,
    #[serde(skip)]
    pub(in crate::web) institution: Option<usize>,
}

/// The tickets of one institution that wait for services of other desks.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::web) struct ElsewhereRow {
    pub(in crate::web) institution: String,
    pub(in crate::web) waiting: usize,
    /// How many of them no open desk calls.
    pub(in crate::web) unserved: usize,
}

/// A ticket that was called in vain.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::web) struct NoShowRow {
    #[schema(value_type = TicketNumber)]
    pub(in crate::web) number: String,
    pub(in crate::web) need: String,
    pub(in crate::web) ago_min: u32,
    #[serde(skip)]
    pub(in crate::web) institution: Option<usize>,
}

/// The tickets that were called in vain, newest first.
#[derive(Default)]
pub(in crate::web) struct NoShows {
    /// For the services of the desk.
    pub(in crate::web) own: Vec<NoShowRow>,
    pub(in crate::web) own_count: usize,
    /// For other services, by service.
    pub(in crate::web) others: Vec<NoShowRow>,
    pub(in crate::web) others_count: usize,
}

impl Length {
    pub(in crate::web) fn most(self) -> usize {
        match self {
            Length::Short => SHORT,
            Length::Whole => usize::MAX,
        }
    }
}

/// The services that a desk calls for now, or would call for when it opened.
pub(in crate::web) fn services_of(day: &Day, number: DeskNumber) -> Vec<ServiceCode> {
    let now = day.desk(number);
    match now.state {
        DeskState::Closed => day.site().desk(number).map(|desk| desk.services.clone()).unwrap_or_default(),
        DeskState::Open | DeskState::Paused => now.services.clone(),
    }
}

/// The tickets that wait for these services: first those that the desk would call, in that order; then the others by age.
pub(in crate::web) fn waiting(
    web: &Shared,
    day: &Day,
    desk: DeskNumber,
    services: &[ServiceCode],
    translator: Translator<'_>,
    length: Length,
) -> Vec<WaitingRow> {
    let now = web.now();
    let in_turn = day.would_call(desk, SHORT, now);
    // Each may be in turn already.
    let most = length.most().saturating_add(in_turn.len());
    let oldest = services.iter().flat_map(|service| day.waiting(service).take(most));
    let mut others: Vec<&Arc<Ticket>> = oldest.collect();
    others.retain(|ticket| !in_turn.iter().any(|called| called.number == ticket.number));
    others.sort_by_key(|ticket| ticket.place);
    // A closed desk calls no ticket, so none of them needs an explanation.
    let is_closed = day.desk(desk).state == DeskState::Closed;
    let listed = in_turn.iter().map(|ticket| (*ticket, None)).chain(others.into_iter().map(|ticket| {
        let is_on_the_way = matches!(ticket.state, TicketState::Waiting { since, .. } if since > now);
        let why = if is_on_the_way { NotYet::OnTheWay } else { NotYet::LeftToOthers };
        (ticket, (!is_closed).then_some(why))
    }));
    let row = |(ticket, not_yet): (&Arc<Ticket>, _)| waiting_row(web, day, desk, ticket, not_yet, translator);
    listed.take(length.most()).map(row).collect()
}

/// The parked tickets whose current service this desk does or could do, longest first. All of them: a parked ticket that is
/// on no list would be forgotten.
pub(in crate::web) fn parked(
    day: &Day,
    desk: DeskNumber,
    services: &[ServiceCode],
    translator: Translator<'_>,
    now: Timestamp,
) -> Vec<ParkedRow> {
    let usual = day.site().desk(desk).map(|desk| desk.services.as_slice()).unwrap_or_default();
    let can_do = |service: &ServiceCode| services.contains(service) || usual.contains(service);
    let mut parked = Vec::new();
    for ticket in day.parked() {
        if let TicketState::Parked { desk, at } = ticket.state
            && ticket.current_step().is_some_and(|step| can_do(&step.service))
        {
            parked.push((at, desk, ticket));
        }
    }
    parked.sort_by_key(|(at, _, ticket)| (*at, ticket.place));
    parked.into_iter().map(|it| parked_row(day, desk, it, translator, now)).collect()
}

/// The no-shows of the day that are within reach: those for services of this desk apart.
pub(in crate::web) fn no_shows(
    day: &Day,
    services: &[ServiceCode],
    reach: &Reach,
    translator: Translator<'_>,
    now: Timestamp,
    length: Length,
) -> NoShows {
    let (mut own, mut others) = (Vec::new(), Vec::new());
    for ticket in day.missed().filter(|ticket| reach.has_ticket(day, ticket)) {
        if let TicketState::NoShow { at, .. } = ticket.state {
            let service = ticket.current_step().map(|step| &step.service);
            if service.is_some_and(|service| services.contains(service)) {
                own.push((at, ticket));
            } else {
                others.push((service.and_then(|service| day.site().service_place(service)), (at, ticket)));
            }
        }
    }
    own.sort_by_key(|(at, ticket)| (Reverse(*at), ticket.place));
    others.sort_by_key(|(service, (at, ticket))| (*service, Reverse(*at), ticket.place));
    let row = |missed| no_show_row(day, missed, translator, now);
    NoShows {
        own_count: own.len(),
        others_count: others.len(),
        own: own.into_iter().take(length.most()).map(row).collect(),
        others: others.into_iter().map(|(_, missed)| missed).take(length.most()).map(row).collect(),
    }
}

/// The queues for services that this desk does not do, by institution.
pub(in crate::web) fn elsewhere(day: &Day, services: &[ServiceCode]) -> Vec<ElsewhereRow> {
    let of_institution = |institution: &Institution| {
        let own = |service: &&Service| service.institution == institution.code && !services.contains(&service.code);
        let (mut waiting, mut unserved) = (0, 0);
        for service in day.site().services().iter().filter(own) {
            let count = day.queues().len(&service.code);
            waiting += count;
            unserved += if day.open_desks(&service.code) == 0 { count } else { 0 };
        }
        ElsewhereRow { institution: institution.name.clone(), waiting, unserved }
    };
    day.site().institutions().iter().map(of_institution).filter(|queue| queue.waiting > 0).collect()
}

/// The position in the site of the institution whose service the ticket waits for or gets, for its colour.
pub(in crate::web) fn institution_of(day: &Day, ticket: &Ticket) -> Option<usize> {
    let step = ticket.current_step().or(ticket.steps.last())?;
    let code = &day.site().service(&step.service)?.institution;
    day.site().institutions().iter().position(|institution| institution.code == *code)
}

/// What went wrong with the newest copy of a ticket's slip.
pub(in crate::web) fn copy_fault(day: &Day, ticket: &Ticket) -> Option<CopyFault> {
    match day.newest_copy(ticket.number)?.outcome? {
        SlipOutcome::Failed => Some(CopyFault::Failed),
        SlipOutcome::Torn => Some(CopyFault::Torn),
        SlipOutcome::Printed | SlipOutcome::Unknown => None,
    }
}

/// Why the visitor of a ticket may have no slip. What is being printed is no fault yet.
pub(in crate::web) fn slip_fault(day: &Day, ticket: &Ticket) -> Option<SlipFault> {
    match day.slip_state(ticket)? {
        SlipState::Reported(SlipOutcome::Unknown) => Some(SlipFault::Unproven),
        SlipState::Reported(SlipOutcome::Failed) => Some(SlipFault::Failed),
        SlipState::Reported(SlipOutcome::Torn) => Some(SlipFault::Torn),
        SlipState::Reported(SlipOutcome::Printed) | SlipState::Printing | SlipState::Copied => None,
    }
}

/// The row of a parked ticket: when it was parked, and by which desk.
pub(in crate::web) fn parked_row(
    day: &Day,
    desk: DeskNumber,
    (at, by, ticket): (Timestamp, DeskNumber, &Arc<Ticket>),
    translator: Translator<'_>,
    now: Timestamp,
) -> ParkedRow {
    ParkedRow {
        number: ticket.number.to_string(),
        need: view::need_words(day.site(), ticket, translator),
        for_min: minutes_between(at, now),
        desk: by.0,
        copy: copy_fault(day, ticket),
        slip: slip_fault(day, ticket),
        is_for_desk: is_for_desk(day, desk, ticket),
        institution: institution_of(day, ticket),
    }
}

/// The row of a ticket that was called in vain at this time.
pub(in crate::web) fn no_show_row(
    day: &Day,
    (at, ticket): (Timestamp, &Arc<Ticket>),
    translator: Translator<'_>,
    now: Timestamp,
) -> NoShowRow {
    NoShowRow {
        number: ticket.number.to_string(),
        need: view::need_words(day.site(), ticket, translator),
        ago_min: minutes_between(at, now),
        institution: institution_of(day, ticket),
    }
}

/// The row of a waiting ticket.
pub(in crate::web) fn waiting_row(
    web: &Shared,
    day: &Day,
    desk: DeskNumber,
    ticket: &Ticket,
    not_yet: Option<NotYet>,
    translator: Translator<'_>,
) -> WaitingRow {
    let (endonym, language_name) = view::language_names(web, &ticket.language, translator);
    let now = day.desk(desk);
    WaitingRow {
        number: ticket.number.to_string(),
        need: view::need_words(day.site(), ticket, translator),
        language: ticket.language.to_string(),
        endonym,
        language_name,
        waited_min: minutes_between(ticket.issued_at, web.now()),
        class: ticket.class,
        urgency: ticket.urgency,
        is_spoken: now.state == DeskState::Closed || now.languages.contains(&ticket.language),
        is_quiet: day.is_quiet(ticket),
        not_yet,
        copy: copy_fault(day, ticket),
        slip: slip_fault(day, ticket),
        is_for_desk: is_for_desk(day, desk, ticket),
        institution: institution_of(day, ticket),
    }
}

/// Whether the desk can do the ticket's current step; one that no desk does any more is for each.
fn is_for_desk(day: &Day, desk: DeskNumber, ticket: &Ticket) -> bool {
    let usual = day.site().desk(desk).map(|desk| desk.services.as_slice()).unwrap_or_default();
    !day.has_place(ticket) || ticket.current_step().is_some_and(|step| usual.contains(&step.service))
}

fn class_code<S: Serializer>(class: &Class, serializer: S) -> Result<S::Ok, S::Error> {
    ClassView::from(*class).serialize(serializer)
}
