//! The order in which a ticket visits its services.
//!
//! The site file's `after` and the order within a need are binding. Among the services that may be next, those of present
//! institutions come first; among these, those whose institution leaves before the whole visit would be done; then the
//! service that takes the shortest time, including the wait.

use super::Day;
use crate::domain::code::{NeedCode, ServiceCode, each_once};
use jiff::Timestamp;

impl Day {
    /// The services that a ticket with these needs would visit, in their order; those of unknown needs are left out.
    pub fn way(&self, needs: &[NeedCode], now: Timestamp) -> Vec<ServiceCode> {
        let services = needs.iter().filter_map(|need| self.site.need(need)).flat_map(|need| need.services());
        self.planned(each_once(services), needs, now)
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
            // Site::check refuses circular `after`, so one is ready; otherwise the order of choosing decides.
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

    /// The minutes until a visitor who comes now is done: the work before, shared by the desks, and the visit.
    pub(super) fn minutes_for(&self, service: &ServiceCode) -> u32 {
        self.minutes_of_work(service).saturating_add(self.minutes_each(service))
    }

    /// Sort key, ascending: absent institutions last, then those that stay long enough, then by minutes.
    fn urgency(&self, service: &ServiceCode, minutes: u32, now: Timestamp) -> (bool, bool, u32) {
        let institution = self.site.institution_of(service);
        let is_here = institution.is_some_and(|it| self.site.is_here(it, now)) || self.open_desks(service) > 0;
        let stays = institution.is_none_or(|it| self.site.minutes_left(&[it], now) >= minutes);
        (!is_here, stays, self.minutes_for(service))
    }
}
