//! What the waiting room may see: numbers and desks, never needs or languages, and nothing of discreet tickets.

use super::code::{DeskNumber, InstitutionCode};
use super::day::Day;
use super::number::{Letter, TicketNumber};
use super::queues::BoardLine;
use super::ticket::{Ticket, TicketState};
use jiff::Timestamp;
use std::collections::BTreeSet;

/// The state of the waiting room's board.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Board {
    /// When the day began. Calls are counted anew from there.
    pub since: Option<Timestamp>,
    /// How many calls the room heard. A page chimes once for each call of the day that it has not seen yet.
    pub last_call: u64,
    /// Called tickets, each once: first all that have not reached the desk, newest first, then the newest of the others,
    /// up to [`CALLS_SHOWN`] in all.
    pub calls: Vec<BoardCall>,
    /// One entry for each letter with waiting tickets; one for each institution where several share a letter.
    pub next: Vec<BoardQueue>,
    /// The number of waiting tickets.
    pub waiting: usize,
}

/// How many calls a board shows, unless more tickets are called and have not reached their desk.
pub const CALLS_SHOWN: usize = 6;
/// How many waiting tickets a board shows for a letter.
const NEXT_SHOWN: usize = 3;

/// One call on the board.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BoardCall {
    /// The newest one of this ticket, counted among those that the room hears; a recall moves it to the top again. 0 when so
    /// many were made since that it is forgotten.
    pub call: u64,
    pub ticket: TicketNumber,
    pub desk: DeskNumber,
    /// The line has its colour.
    pub institution: Option<InstitutionCode>,
    pub at: Timestamp,
    pub stage: CallStage,
}

/// What became of a call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CallStage {
    /// The visitor is not at the desk yet.
    Awaited,
    /// The visitor is at the desk.
    Arrived,
    /// The visitor did not come.
    Missed,
    /// The visitor has left the desk, with everything done.
    Done,
}

impl CallStage {
    /// The stage of a call by its ticket's state; `None` when the ticket waits again or has left: then there is no call.
    fn of(state: &TicketState) -> Option<CallStage> {
        match state {
            TicketState::Called { .. } => Some(CallStage::Awaited),
            TicketState::Serving { .. } => Some(CallStage::Arrived),
            TicketState::NoShow { .. } => Some(CallStage::Missed),
            TicketState::Served { .. } => Some(CallStage::Done),
            TicketState::Waiting { .. } | TicketState::Parked { .. } | TicketState::Withdrawn { .. } => None,
        }
    }
}

impl BoardCall {
    /// Called and not at the desk yet.
    pub fn is_open(&self) -> bool {
        self.stage == CallStage::Awaited
    }
}

/// The waiting tickets of one letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BoardQueue {
    pub letter: Letter,
    /// The line has its colour: that of the tickets' first step, from which they have their letter.
    pub institution: Option<InstitutionCode>,
    /// The oldest waiting tickets, in the order of issue.
    pub next: Vec<TicketNumber>,
    /// The number of waiting tickets.
    pub waiting: usize,
}

impl Board {
    /// The board at this moment of the day.
    pub fn of(day: &Day) -> Board {
        Board {
            since: day.opened_at(),
            last_call: day.heard(),
            calls: calls(day),
            next: next(day),
            waiting: day.queues().on_board(),
        }
    }
}

/// The last calls for the service that a ticket waits for, newest first, at most `most`.
///
/// Visitors compare their own number with these. "How many are ahead" alone misleads, as some of those never come. A quiet
/// ticket has none: their letter would name the service that it waits for.
pub fn called_last(day: &Day, ticket: &Ticket, most: usize) -> Vec<TicketNumber> {
    let Some(step) = ticket.current_step().filter(|_| !ticket.is_quiet()) else { return Vec::new() };
    let mut numbers = Vec::new();
    let others = day.calls().filter(|call| call.ticket != ticket.number && !call.is_quiet());
    for call in others {
        let goes_there =
            |other: &Ticket| !day.is_quiet(other) && other.steps.iter().any(|it| it.service == step.service);
        if day.ticket(call.ticket).is_some_and(|other| goes_there(other)) && !numbers.contains(&call.ticket) {
            numbers.push(call.ticket);
        }
        if numbers.len() == most {
            break;
        }
    }
    numbers
}

fn calls(day: &Day) -> Vec<BoardCall> {
    let mut calls: Vec<BoardCall> = Vec::new();
    let mut known = BTreeSet::new();
    for call in day.calls().filter(|call| known.insert(call.ticket)) {
        if let (Some(heard), Some(ticket)) = (call.heard, day.ticket(call.ticket)) {
            calls.extend(of_ticket(day, ticket, heard, call.desk, call.at));
        }
    }
    // A desk may wait for a ticket for so long that its call is among the remembered ones no more.
    let awaited = day.desks_now().filter_map(|(desk, now)| Some((desk, day.ticket(now.current?)?)));
    for (desk, ticket) in awaited.filter(|(_, ticket)| !known.contains(&ticket.number)) {
        if let TicketState::Called { at, .. } = ticket.state {
            calls.extend(of_ticket(day, ticket, 0, desk, at));
        }
    }
    // Stable: within both parts the newest stays first.
    calls.sort_by_key(|call| !call.is_open());
    let open = calls.iter().filter(|call| call.is_open()).count();
    calls.truncate(open.max(CALLS_SHOWN));
    calls
}

fn of_ticket(day: &Day, ticket: &Ticket, heard: u64, desk: DeskNumber, at: Timestamp) -> Option<BoardCall> {
    let stage = CallStage::of(&ticket.state).filter(|_| !day.is_quiet(ticket))?;
    let step = ticket.current_step().or(ticket.steps.last());
    let institution = step.and_then(|step| day.site().institution_of(&step.service)).map(|it| it.code.clone());
    let desk = ticket.state.desk().unwrap_or(desk);
    Some(BoardCall { call: heard, ticket: ticket.number, desk, institution, at, stage })
}

/// The next numbers. A ticket whose service the site has no more waits, but nothing is next for it.
fn next(day: &Day) -> Vec<BoardQueue> {
    let institutions = day.site().institutions();
    let queue = |(line, waiting, places): (BoardLine, usize, _)| BoardQueue {
        letter: line.letter,
        institution: line.institution.and_then(|place| institutions.get(place)).map(|it| it.code.clone()),
        next: first_of(day, places),
        waiting,
    };
    day.queues().board_lines().map(queue).collect()
}

fn first_of(day: &Day, places: impl Iterator<Item = u64>) -> Vec<TicketNumber> {
    places.filter_map(|place| Some(day.ticket_at(place)?.number)).take(NEXT_SHOWN).collect()
}
