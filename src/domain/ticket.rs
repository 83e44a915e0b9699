//! A ticket: one visitor's place in the day.

use super::call::{CallNumber, Reason};
use super::class::{Class, UrgencyReason};
use super::clock_shift::ClockShift;
use super::code::{DeskNumber, LanguageTag, NeedCode, ServiceCode};
use super::number::{TicketNumber, Token};
use super::promise::Promise;
use super::slip::SlipOutcome;
use super::step::Step;
use jiff::Timestamp;
use std::sync::Arc;

/// One visitor's place in the day.
#[derive(Debug, Clone, PartialEq)]
pub struct Ticket {
    /// What is printed, shown and called.
    pub number: TicketNumber,
    /// The secret in the address of the phone page.
    pub token: Token,
    /// The chosen needs, in the order of choosing.
    pub needs: Vec<NeedCode>,
    /// The services to visit, in order. Never empty.
    pub steps: Vec<Step>,
    pub language: LanguageTag,
    /// Shared: it changes seldom, and a ticket is copied at each change.
    pub promise: Arc<Promise>,
    /// Its place among all tickets of the day, counted from 0; an earlier ticket has a lower one.
    pub place: u64,
    pub issued_at: Timestamp,
    /// When its age began: when it was issued, unless it was taken back after the grace time or belongs to an appointment.
    pub aged_since: Timestamp,
    pub class: Class,
    /// The class when it was issued: it applies again when the ticket is urgent no longer.
    pub issued_class: Class,
    /// Why the staff made it urgent, while it is.
    pub urgency: Option<UrgencyReason>,
    pub state: TicketState,
    /// The reasons for the newest call; empty before the first.
    pub why: Vec<Reason>,
    /// Whether its newest call was undone.
    pub is_call_undone: bool,
    /// Whether its slip was to be printed.
    pub is_slip_requested: bool,
    /// `None` until the printer has reported.
    pub slip: Option<SlipOutcome>,
}

/// The state of a ticket.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TicketState {
    /// In the queue of its current step's service.
    Waiting {
        /// When the wait for this step began; in the future while the visitor walks from another desk.
        since: Timestamp,
        /// The only desk that may call it, while that desk is open or paused.
        only: Option<DeskNumber>,
    },
    /// Called to a desk.
    Called {
        desk: DeskNumber,
        /// The newest call; a recall has a number of its own.
        call: CallNumber,
        /// The first call for this step.
        at: Timestamp,
    },
    /// Served at a desk.
    Serving { desk: DeskNumber, since: Timestamp },
    /// Put aside, for instance because a paper is missing. Any desk of the service may resume it.
    Parked { desk: DeskNumber, at: Timestamp },
    /// Called, and the visitor did not come. Can be taken back to the queue.
    NoShow { desk: DeskNumber, at: Timestamp },
    /// Every step is done.
    Served { at: Timestamp },
    /// Left, or the day ended.
    Withdrawn { at: Timestamp },
}

impl TicketState {
    /// The desk at which this ticket is, or to which it is called.
    pub fn desk(&self) -> Option<DeskNumber> {
        match self {
            TicketState::Called { desk, .. } | TicketState::Serving { desk, .. } => Some(*desk),
            _ => None,
        }
    }

    fn corrected(mut self, shift: &ClockShift) -> TicketState {
        let time = self.time_mut();
        *time = shift.corrected(*time);
        self
    }

    fn time_mut(&mut self) -> &mut Timestamp {
        match self {
            TicketState::Waiting { since: at, .. }
            | TicketState::Serving { since: at, .. }
            | TicketState::Called { at, .. }
            | TicketState::Parked { at, .. }
            | TicketState::NoShow { at, .. }
            | TicketState::Served { at }
            | TicketState::Withdrawn { at } => at,
        }
    }

    /// Whether the ticket is still in the day: neither served nor withdrawn.
    pub fn is_in_the_day(&self) -> bool {
        !matches!(self, TicketState::Served { .. } | TicketState::Withdrawn { .. })
    }
}

impl Ticket {
    /// The step that the ticket waits for or is served for; `None` once all are done.
    pub fn current_step(&self) -> Option<&Step> {
        self.steps.iter().find(|step| step.is_to_come())
    }

    /// The services of its later steps; of a parked ticket also that of the current step. Empty for a ticket that has left
    /// or was not there when called.
    pub fn promised(&self) -> impl Iterator<Item = &ServiceCode> {
        let begun = match self.state {
            TicketState::Waiting { .. } | TicketState::Called { .. } | TicketState::Serving { .. } => 1,
            TicketState::Parked { .. } => 0,
            TicketState::NoShow { .. } | TicketState::Served { .. } | TicketState::Withdrawn { .. } => usize::MAX,
        };
        self.steps.iter().filter(|step| step.is_to_come()).map(|step| &step.service).skip(begun)
    }

    /// Whether others in the room must not see, hear or read what the ticket is for.
    pub fn is_quiet(&self) -> bool {
        self.promise.is_quiet
    }

    /// When it was issued or moved last.
    pub(in crate::domain) fn newest_time(&self) -> Timestamp {
        let mut state = self.state;
        self.issued_at.max(*state.time_mut())
    }

    /// The ticket with its times as they should have been. The hour of an appointment was right.
    pub(in crate::domain) fn corrected(&self, shift: &ClockShift) -> Ticket {
        let is_the_hour = self.class == Class::Appointment(self.aged_since);
        let aged_since = if is_the_hour { self.aged_since } else { shift.corrected(self.aged_since) };
        let (issued_at, state) = (shift.corrected(self.issued_at), self.state.corrected(shift));
        Ticket { issued_at, aged_since, state, ..self.clone() }
    }

    pub fn is_waiting(&self) -> bool {
        matches!(self.state, TicketState::Waiting { .. })
    }
}
