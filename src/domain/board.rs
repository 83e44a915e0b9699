//! What the waiting room may see: numbers and desks, never needs or languages.

use super::call::CallNumber;
use super::code::{DeskNumber, InstitutionCode, ServiceCode};
use super::day::Day;
use super::ticket::{TicketNumber, TicketState};
use jiff::Timestamp;

/// What the waiting room may see.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Board {
    /// The newest call's count: a page chimes once for each count that it has not seen.
    pub last_call: CallNumber,
    /// Who was called last, newest first, each ticket once; at most [`CALLS_SHOWN`].
    pub calls: Vec<BoardCall>,
    /// Who comes next, for each service that somebody waits for.
    pub next: Vec<BoardQueue>,
    /// How many wait in all.
    pub waiting: usize,
}

/// How many calls a board shows.
pub const CALLS_SHOWN: usize = 6;
/// How many of those who come next a board shows for a service.
const NEXT_SHOWN: usize = 3;

/// One call on the board.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BoardCall {
    /// Its newest count; a recall moves it to the top again.
    pub call: CallNumber,
    /// Who.
    pub ticket: TicketNumber,
    /// Where to.
    pub desk: DeskNumber,
    /// Whose desk it is: its colour.
    pub institution: Option<InstitutionCode>,
    /// When.
    pub at: Timestamp,
    /// Whether the visitor is still on the way: called and not at the desk yet.
    pub is_open: bool,
}

/// One queue on the board.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BoardQueue {
    /// What is waited for.
    pub service: ServiceCode,
    /// Who comes next.
    pub next: Vec<TicketNumber>,
    /// How many wait.
    pub waiting: usize,
}

impl Board {
    /// The board at this moment of the day.
    pub fn of(day: &Day) -> Board {
        let mut calls: Vec<BoardCall> = Vec::new();
        for call in day.calls() {
            if calls.len() == CALLS_SHOWN {
                break;
            }
            if calls.iter().any(|shown| shown.ticket == call.ticket) {
                continue;
            }
            let Some(ticket) = day.ticket(call.ticket) else { continue };
            if matches!(ticket.state, TicketState::Withdrawn { .. } | TicketState::Waiting { .. }) {
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
        let queues = day.site().services().iter().map(|service| BoardQueue {
            service: service.code.clone(),
            next: day.waiting(&service.code).take(NEXT_SHOWN).map(|ticket| ticket.number).collect(),
            waiting: day.queues().len(&service.code),
        });
        let next = queues.filter(|queue| queue.waiting > 0).collect();
        Board { last_call: day.last_call(), calls, next, waiting: day.queues().total() }
    }
}
