//! One service that a ticket has to visit.

use super::code::{DeskNumber, ServiceCode};

/// One service that a ticket has to visit; a ticket with several steps has one number and visits several desks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    pub service: ServiceCode,
    pub state: StepState,
}

/// The state of a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StepState {
    /// Not done yet: waited for, or served now.
    ToCome,
    /// Done at this desk.
    Done(DeskNumber),
    /// Removed by the staff of this desk.
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
