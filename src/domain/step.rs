//! One service that a ticket has to visit.

use super::code::{DeskNumber, ServiceCode};

/// One service on a ticket's way; a ticket with several has one number and visits several desks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// The service to visit.
    pub service: ServiceCode,
    /// The desk that served it, once it is done.
    pub done_at: Option<DeskNumber>,
}

impl Step {
    /// A step that is still to come.
    pub fn to_come(service: ServiceCode) -> Step {
        Step { service, done_at: None }
    }
}
