//! One service that a ticket has to visit.

use super::code::{DeskNumber, ServiceCode};

/// One service on a ticket's way; a ticket with several has one number and visits several desks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// The service to visit.
    pub service: ServiceCode,
    /// How far it is.
    pub state: StepState,
}

/// How far a step is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StepState {
    /// Waited for, or served now.
    ToCome,
    /// Done at this desk.
    Done(DeskNumber),
    /// Taken off the way by this desk's staff.
    Dropped(DeskNumber),
}

impl Step {
    /// A step that is still to come.
    pub fn to_come(service: ServiceCode) -> Step {
        Step { service, state: StepState::ToCome }
    }

    /// Whether it is still to come.
    pub fn is_to_come(&self) -> bool {
        self.state == StepState::ToCome
    }

    /// The desk that served it, once it is done.
    pub fn done_at(&self) -> Option<DeskNumber> {
        match self.state {
            StepState::Done(desk) => Some(desk),
            StepState::ToCome | StepState::Dropped(_) => None,
        }
    }
}
