//! In which order a ticket visits its services.
//!
//! What must come first comes first: by the site file's `after`, and within one need in the order of its services; then
//! whoever is here, and among those whoever leaves before the rest would be done;
//! then whatever takes the shorter time, waiting included.

use super::Day;
use crate::domain::code::{NeedCode, ServiceCode};
use jiff::Timestamp;

impl Day {
    /// The services that a ticket with these needs would visit, in their order; those of unknown needs are left out.
    pub fn way(&self, needs: &[NeedCode], now: Timestamp) -> Vec<ServiceCode> {
        let mut services: Vec<ServiceCode> = Vec::new();
        for service in needs.iter().filter_map(|need| self.site.need(need)).flat_map(|need| need.services()) {
            if !services.contains(service) {
                services.push(service.clone());
            }
        }
        self.planned(services, needs, now)
    }

    /// The same services in the order in which a ticket with these needs had best visit them.
    pub(super) fn planned(&self, services: Vec<ServiceCode>, needs: &[NeedCode], now: Timestamp) -> Vec<ServiceCode> {
        let minutes: u32 = services.iter().map(|service| self.minutes_for(service)).sum();
        let mut left = services;
        let mut planned = Vec::with_capacity(left.len());
        while !left.is_empty() {
            let is_ready = |service: &ServiceCode| {
                self.first_before(service, left.iter()).is_none() && !self.is_behind(service, needs, &left)
            };
            let urgency = |(_, service): &(usize, &ServiceCode)| self.urgency(service, minutes, now);
            let ready = left.iter().enumerate().filter(|(_, service)| is_ready(service));
            // Site::check refuses circles, so something is ready; should one slip in, the order of choosing decides.
            let next = ready.min_by_key(urgency).map_or(0, |(at, _)| at);
            planned.push(left.remove(next));
        }
        planned
    }

    /// The first of these services that has to come before, by the site file.
    pub(super) fn first_before<'s>(
        &self,
        service: &ServiceCode,
        mut others: impl Iterator<Item = &'s ServiceCode>,
    ) -> Option<&'s ServiceCode> {
        let after = self.site.service(service).map(|service| service.after.as_slice()).unwrap_or_default();
        others.find(|other| after.contains(other))
    }

    /// Whether a need has one of these services before this one.
    fn is_behind(&self, service: &ServiceCode, needs: &[NeedCode], others: &[ServiceCode]) -> bool {
        let needs = needs.iter().filter_map(|need| self.site.need(need));
        let chains = needs.map(|need| need.services()).filter(|services| services.contains(service));
        let mut before = chains.flat_map(|services| services.iter().take_while(|it| *it != service));
        before.any(|earlier| others.contains(earlier))
    }

    /// How long a service will take somebody who comes now, in minutes: those before, shared by the desks, and the visit.
    pub(super) fn minutes_for(&self, service: &ServiceCode) -> u32 {
        self.minutes_of_work(service).saturating_add(self.minutes_each(service))
    }

    /// Less is sooner: away, then stays long enough, then the minutes.
    fn urgency(&self, service: &ServiceCode, minutes: u32, now: Timestamp) -> (bool, bool, u32) {
        let local = self.site.local(now);
        let institution = self.site.institution_of(service);
        let is_here = institution.is_some_and(|it| self.site.is_here(it, local)) || self.open_desks(service) > 0;
        let stays = institution.is_none_or(|it| self.site.minutes_left(&[it], local) >= minutes);
        (!is_here, stays, self.minutes_for(service))
    }
}
