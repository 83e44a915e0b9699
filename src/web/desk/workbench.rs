//! The view of a desk for its clerk: made once for the page and for the events of the desk.

use crate::domain::command::UNDO_WITHIN;
use crate::domain::time::minutes_between;
use crate::domain::{Class, Day, DeskNumber, DeskState, Ticket, TicketState, Undoable, UndoableVerb, UrgencyReason};
use crate::locale::Translator;
use crate::web::api::codes::{HealthProblem, PrinterProblem};
use crate::web::api::view::{self, ClerkTicket, DeskView, ReasonView, StepView};
use crate::web::desk::printer_words;
use crate::web::desk::rows::{self, ElsewhereRow, Length, NoShowRow, ParkedRow, WaitingRow};
use crate::web::shared::Shared;
use crate::web::sign_in::reach::Reach;
use jiff::Timestamp;
use serde::Serialize;
use utoipa::ToSchema;

/// A desk and the tickets that concern it.
#[derive(Serialize, ToSchema)]
pub(in crate::web) struct Workbench {
    #[serde(flatten)]
    pub(in crate::web) desk: DeskView,
    #[serde(skip)]
    pub(in crate::web) state: DeskState,
    #[schema(required)]
    pub(in crate::web) current: Option<Current>,
    #[schema(required)]
    pub(in crate::web) undoable: Option<UndoableView>,
    pub(in crate::web) waiting: Vec<WaitingRow>,
    pub(in crate::web) waiting_count: usize,
    pub(in crate::web) parked: Vec<ParkedRow>,
    pub(in crate::web) elsewhere: Vec<ElsewhereRow>,
    /// Of the desk's services, newest first.
    pub(in crate::web) no_shows: Vec<NoShowRow>,
    pub(in crate::web) no_shows_count: usize,
    /// Of other services.
    #[serde(skip)]
    pub(in crate::web) missed_elsewhere: Vec<NoShowRow>,
    #[serde(skip)]
    pub(in crate::web) missed_elsewhere_count: usize,
    /// How many tickets no desk does any more.
    pub(in crate::web) without_place_count: usize,
    /// The names of those who have the desk's page open, or gave a command there in the last minutes.
    pub(in crate::web) staff: Vec<String>,
    #[schema(required)]
    pub(in crate::web) printer: Option<PrinterProblem>,
    /// What staff should know of the printers, in words.
    pub(in crate::web) printers: Vec<String>,
    /// Whether the last event could be written to disk.
    pub(in crate::web) is_saving: bool,
    /// What is wrong with the house.
    pub(in crate::web) troubles: Vec<HealthProblem>,
    pub(in crate::web) last_call: u64,
}

/// The ticket at the desk.
#[derive(Serialize, ToSchema)]
pub(in crate::web) struct Current {
    #[serde(flatten)]
    pub(in crate::web) ticket: ClerkTicket,
    #[serde(skip)]
    pub(in crate::web) phase: Phase,
    pub(in crate::web) endonym: String,
    pub(in crate::web) language_name: String,
    pub(in crate::web) why: Vec<ReasonView>,
    /// Minutes since it was called, or since serving began.
    pub(in crate::web) for_min: u32,
    #[serde(skip)]
    pub(in crate::web) class: Class,
    #[serde(skip)]
    pub(in crate::web) urgency: Option<UrgencyReason>,
    /// The position of the institution in the site, for its colour.
    #[serde(skip)]
    pub(in crate::web) institution: Option<usize>,
}

/// What the desk can undo now.
#[derive(Serialize, ToSchema)]
pub(in crate::web) struct UndoableView {
    /// What the undo has to name.
    pub(in crate::web) act: String,
    /// The verb that would be undone.
    pub(in crate::web) verb: &'static str,
    #[serde(skip)]
    pub(in crate::web) undoes: UndoableVerb,
    pub(in crate::web) ticket: String,
    /// The ticket that was called in the same act as `ticket` was finished.
    #[schema(required)]
    pub(in crate::web) called: Option<String>,
    /// For how many milliseconds from now.
    pub(in crate::web) for_ms: u64,
}

/// How far the ticket at a desk is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::web) enum Phase {
    Called,
    Serving,
}

impl Workbench {
    pub(in crate::web) fn is_open(&self) -> bool {
        self.state == DeskState::Open
    }

    pub(in crate::web) fn is_closed(&self) -> bool {
        self.state == DeskState::Closed
    }

    /// Whether the desk may call a ticket now.
    pub(in crate::web) fn is_free(&self) -> bool {
        self.is_open() && self.current.is_none()
    }

    pub(in crate::web) fn phase(&self) -> Option<Phase> {
        self.current.as_ref().map(|current| current.phase)
    }

    /// Differs between two moments at which the card has other buttons.
    pub(in crate::web) fn stamp(&self) -> String {
        let current = self.current.as_ref().map(|it| (it.ticket.number.as_str(), it.phase));
        let phase = match current {
            Some((_, Phase::Called)) => "called",
            Some((_, Phase::Serving)) => "serving",
            None => "free",
        };
        let state = match self.state {
            DeskState::Open => "open",
            DeskState::Paused => "paused",
            DeskState::Closed => "closed",
        };
        format!("{state} {phase} {}", current.map_or("", |(number, _)| number))
    }

    /// The ticket that the desk would call now.
    pub(in crate::web) fn next(&self) -> Option<&WaitingRow> {
        self.waiting.first().filter(|first| first.not_yet.is_none())
    }

    /// The steps of the current ticket that have not begun.
    pub(in crate::web) fn steps_to_come(&self) -> impl Iterator<Item = &StepView> {
        let steps = self.current.iter().flat_map(|current| &current.ticket.steps);
        steps.filter(|step| !step.done).skip(1)
    }
}

/// The workbench of a desk at this moment of the day.
pub(in crate::web) fn of(
    web: &Shared,
    day: &Day,
    number: DeskNumber,
    reach: &Reach,
    translator: Translator<'_>,
    length: Length,
) -> Workbench {
    let now = web.now();
    let services = rows::services_of(day, number);
    let missed = rows::no_shows(day, &services, reach, translator, now, length);
    Workbench {
        desk: view::desk(day, number, translator),
        state: day.desk(number).state,
        current: day.current(number).and_then(|ticket| current(web, day, ticket, translator)),
        undoable: day.undoable(number, now).map(|undoable| undoable_view(undoable, now)),
        waiting_count: services.iter().map(|service| day.queues().len(service)).sum(),
        waiting: rows::waiting(web, day, number, &services, translator, length),
        parked: rows::parked(day, number, &services, translator, now),
        elsewhere: rows::elsewhere(day, &services),
        no_shows: missed.own,
        no_shows_count: missed.own_count,
        missed_elsewhere: missed.others,
        missed_elsewhere_count: missed.others_count,
        without_place_count: day.queues().lost().len(),
        staff: web.presence.names(number, now),
        printer: web.printer_problem(),
        printers: printer_words::of(web, translator),
        is_saving: web.hub.is_saving(),
        troubles: web.look().iter().filter_map(|check| check.problem?.health()).collect(),
        last_call: day.last_call().0,
    }
}

fn undoable_view(Undoable { act, verb, ticket, called, until }: Undoable, now: Timestamp) -> UndoableView {
    let left = until.duration_since(now).as_millis().clamp(0, UNDO_WITHIN.as_millis());
    UndoableView {
        act: act.0.to_string(),
        verb: verb.code(),
        undoes: verb,
        ticket: ticket.to_string(),
        called: called.map(|called| called.to_string()),
        for_ms: u64::try_from(left).unwrap_or_default(),
    }
}

/// `None` for a ticket that is neither called nor served, which is at no desk.
fn current(web: &Shared, day: &Day, ticket: &Ticket, translator: Translator<'_>) -> Option<Current> {
    let (phase, since) = match ticket.state {
        TicketState::Called { at, .. } => (Phase::Called, at),
        TicketState::Serving { since, .. } => (Phase::Serving, since),
        TicketState::Waiting { .. }
        | TicketState::Parked { .. }
        | TicketState::NoShow { .. }
        | TicketState::Served { .. }
        | TicketState::Withdrawn { .. } => return None,
    };
    let now = web.now();
    let (endonym, language_name) = view::language_names(web, &ticket.language, translator);
    Some(Current {
        ticket: view::for_clerk(day, ticket, translator, now),
        phase,
        endonym,
        language_name,
        why: view::reasons(&ticket.why, translator),
        for_min: minutes_between(since, now),
        class: ticket.class,
        urgency: ticket.urgency,
        institution: rows::institution_of(day, ticket),
    })
}
