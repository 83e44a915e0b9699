//! Tickets without a place: the site has no more what they wait for, so no desk calls them by itself. Any desk may.

use super::Day;
use crate::domain::code::ServiceCode;
use crate::domain::site::Site;
use crate::domain::ticket::Ticket;
use std::sync::Arc;

impl Day {
    /// Whether a desk of the site does what the ticket needs next. What is said of its wait and of those ahead holds only
    /// then.
    pub fn has_place(&self, ticket: &Ticket) -> bool {
        ticket.current_step().is_none_or(|step| is_done_at(&self.site, &step.service))
    }

    /// The tickets without a place that wait, are parked, or were not there when called; oldest first. Any open desk can
    /// call or resume them.
    pub fn without_place(&self) -> Vec<&Arc<Ticket>> {
        let mut lost: Vec<_> = self.queues.lost().filter_map(|place| self.ticket_at(place)).collect();
        lost.sort_by_key(|ticket| (ticket.aged_since, ticket.place));
        lost
    }
}

/// Whether a desk of this site does a service.
pub(super) fn is_done_at(site: &Site, service: &ServiceCode) -> bool {
    site.service(service).is_some() && site.desks_for(service).next().is_some()
}
