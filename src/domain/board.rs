//! What the waiting room may see: numbers and desks, never needs or languages, and nothing of discreet tickets.

use super::call::CallNumber;
use super::code::{DeskNumber, InstitutionCode};
use super::day::Day;
use super::number::{Letter, TicketNumber};
use super::ticket::{Ticket, TicketState};
use jiff::Timestamp;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The state of the waiting room's board.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Board {
    /// A page chimes once for each call number that it has not seen yet.
    pub last_call: CallNumber,
    /// Called tickets, each once: first all that have not reached the desk, newest first, then the newest of the others,
    /// up to [`CALLS_SHOWN`] in all.
    pub calls: Vec<BoardCall>,
    /// One entry for each letter with waiting tickets.
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
    /// The newest one of this ticket; a recall moves it to the top again.
    pub call: CallNumber,
    pub ticket: TicketNumber,
    pub desk: DeskNumber,
    /// The line has its colour.
    pub institution: Option<InstitutionCode>,
    pub at: Timestamp,
    /// Called and not at the desk yet.
    pub is_open: bool,
}

/// The waiting tickets of one letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BoardQueue {
    pub letter: Letter,
    /// The line has its colour.
    pub institution: Option<InstitutionCode>,
    /// The oldest waiting tickets, in the order of issue.
    pub next: Vec<TicketNumber>,
    /// The number of waiting tickets.
    pub waiting: usize,
}

impl Board {
    /// The board at this moment of the day.
    pub fn of(day: &Day) -> Board {
        Board { last_call: day.last_call(), calls: calls(day), next: next(day), waiting: shown(day).count() }
    }
}

/// The last calls for the service that a ticket waits for, newest first, at most `most`.
///
/// Visitors compare their own number with these. "How many are ahead" alone misleads, as some of those never come.
pub fn called_last(day: &Day, ticket: &Ticket, most: usize) -> Vec<TicketNumber> {
    let Some(step) = ticket.current_step() else { return Vec::new() };
    let mut numbers = Vec::new();
    let others = day.calls().filter(|call| call.ticket != ticket.number && !call.is_quiet);
    for call in others {
        let goes_there = |other: &Ticket| other.steps.iter().any(|it| it.service == step.service);
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
    for call in day.calls().filter(|call| !call.is_quiet) {
        if calls.iter().any(|shown| shown.ticket == call.ticket) {
            continue;
        }
        let Some(ticket) = day.ticket(call.ticket) else { continue };
        if matches!(
            ticket.state,
            TicketState::Withdrawn { .. } | TicketState::Waiting { .. } | TicketState::Parked { .. }
        ) {
            continue;
        }
        let step = ticket.current_step().or(ticket.steps.last());
        calls.push(BoardCall {
            call: call.number,
            ticket: call.ticket,
            desk: call.desk,
            institution: step.and_then(|step| day.site().institution_of(&step.service)).map(|it| it.code.clone()),
            at: call.at,
            is_open: matches!(ticket.state, TicketState::Called { .. }),
        });
    }
    // Stable: within both parts the newest stays first.
    calls.sort_by_key(|call| !call.is_open);
    let open = calls.iter().filter(|call| call.is_open).count();
    calls.truncate(open.max(CALLS_SHOWN));
    calls
}

/// Waiting tickets that are not discreet.
fn shown(day: &Day) -> impl Iterator<Item = &Arc<Ticket>> {
    day.tickets().filter(|ticket| ticket.is_waiting() && !day.is_quiet(ticket))
}

fn next(day: &Day) -> Vec<BoardQueue> {
    let mut letters: BTreeMap<Letter, BoardQueue> = BTreeMap::new();
    for ticket in shown(day) {
        let letter = ticket.number.letter;
        let queue = letters.entry(letter).or_insert_with(|| {
            let service = ticket.steps.first().and_then(|step| day.site().institution_of(&step.service));
            BoardQueue { letter, institution: service.map(|it| it.code.clone()), next: Vec::new(), waiting: 0 }
        });
        queue.waiting += 1;
        if queue.next.len() < NEXT_SHOWN {
            queue.next.push(ticket.number);
        }
    }
    letters.into_values().collect()
}
