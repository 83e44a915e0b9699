//! What a desk does and a queue is for.

use super::code::{InstitutionCode, ServiceCode};
use super::number::Letter;
use super::words::Words;

/// What a desk does; there is one queue for each service.
#[derive(Debug, Clone, PartialEq)]
pub struct Service {
    /// Its stable name in the site file and in the journal.
    pub code: ServiceCode,
    /// The body that offers it.
    pub institution: InstitutionCode,
    /// The letter its ticket numbers begin with.
    pub letter: Letter,
    /// What it is called.
    pub label: Words,
    /// How long one visitor usually takes, in minutes; a guess of the site's manager.
    pub minutes: u16,
    /// What has to be done before, where a ticket has both: a tax code before a health card.
    pub after: Vec<ServiceCode>,
}
