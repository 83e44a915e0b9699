//! What the site makes of a ticket. Each event asks it of its ticket, so the services are looked up once, at the day's begin.

use super::places::is_done_at;
use crate::domain::code::ServiceCode;
use crate::domain::queue::Waiter;
use crate::domain::queues::{BoardLine, Standing};
use crate::domain::site::Site;
use crate::domain::ticket::Ticket;
use std::collections::BTreeMap;

/// The services of the site.
#[derive(Debug, PartialEq)]
pub(super) struct Standings(BTreeMap<ServiceCode, ServiceStanding>);

#[derive(Debug, PartialEq)]
struct ServiceStanding {
    /// Its position in the site.
    place: u16,
    /// The position of its institution in the site.
    institution: Option<usize>,
    is_done: bool,
}

impl Standings {
    pub(super) fn of(site: &Site) -> Standings {
        let standing = |place: usize, code: &ServiceCode| ServiceStanding {
            place: u16::try_from(place).unwrap_or(Waiter::SERVICE_REMOVED),
            institution: site
                .institution_of(code)
                .and_then(|it| site.institutions().iter().position(|other| other.code == it.code)),
            is_done: is_done_at(site, code),
        };
        let services = site.services().iter().enumerate();
        Standings(services.map(|(place, service)| (service.code.clone(), standing(place, &service.code))).collect())
    }

    pub(super) fn of_ticket(&self, site: &Site, ticket: &Ticket) -> Standing {
        let current = ticket.current_step().map(|step| self.0.get(&step.service));
        let has_place = current.is_none_or(|service| service.is_some_and(|service| service.is_done));
        let institution = || self.0.get(&ticket.steps.first()?.service)?.institution;
        let language = site.language_place(&ticket.language).and_then(|place| u8::try_from(place).ok());
        Standing {
            service: current.flatten().map_or(Waiter::SERVICE_REMOVED, |service| service.place),
            language: language.unwrap_or(Waiter::LANGUAGE_REMOVED),
            has_place,
            line: has_place.then(|| BoardLine { letter: ticket.number.letter, institution: institution() }),
        }
    }
}
