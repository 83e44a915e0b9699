//! Services: what desks offer; each has a queue.

use super::code::{InstitutionCode, ServiceCode};
use super::number::Letter;
use super::words::Words;

/// A service that desks offer. Each service has one queue.
#[derive(Debug, Clone, PartialEq)]
pub struct Service {
    /// Never changes: the site file and the journal refer to it.
    pub code: ServiceCode,
    pub institution: InstitutionCode,
    /// Ticket numbers begin with it.
    pub letter: Letter,
    pub label: Words,
    /// The average length of a visit, as the site's manager estimates it.
    pub minutes: u16,
    /// Services that come before this one on a ticket that has both: the tax code before the health card.
    pub after: Vec<ServiceCode>,
}
