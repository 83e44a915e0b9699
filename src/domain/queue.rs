//! Who is next, and why.
//!
//! For now the rule is the plainest fair one: among the tickets that wait for what the desk does, whoever came first.

use super::call::Reason;
use super::code::ServiceCode;
use super::ticket::Ticket;
use jiff::Timestamp;
use std::collections::{BTreeMap, BTreeSet};

/// The tickets that wait for each service, in order of their places in the day.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Queues(BTreeMap<ServiceCode, BTreeSet<u64>>);

impl Queues {
    /// Puts a ticket where its place in the day says.
    pub(super) fn join(&mut self, service: &ServiceCode, place: u64) {
        self.0.entry(service.clone()).or_default().insert(place);
    }

    /// Takes a ticket out.
    pub(super) fn leave(&mut self, service: &ServiceCode, place: u64) {
        if let Some(queue) = self.0.get_mut(service) {
            queue.remove(&place);
        }
    }

    /// The places of those who wait for a service, first come first.
    pub fn waiting(&self, service: &ServiceCode) -> impl Iterator<Item = u64> {
        self.0.get(service).into_iter().flatten().copied()
    }

    /// How many wait for a service.
    pub fn len(&self, service: &ServiceCode) -> usize {
        self.0.get(service).map_or(0, BTreeSet::len)
    }

    /// How many of those who wait for a service came before this place.
    pub fn ahead(&self, service: &ServiceCode, place: u64) -> usize {
        self.0.get(service).map_or(0, |queue| queue.range(..place).count())
    }

    /// How many wait in all.
    pub fn total(&self) -> usize {
        self.0.values().map(BTreeSet::len).sum()
    }

    /// Whether a place waits for a service.
    pub fn contains(&self, service: &ServiceCode, place: u64) -> bool {
        self.0.get(service).is_some_and(|queue| queue.contains(&place))
    }

    /// Who is next for a desk that does these services.
    pub fn next(&self, services: &[ServiceCode]) -> Option<u64> {
        services.iter().filter_map(|service| self.0.get(service)?.first().copied()).min()
    }
}

/// Why this ticket is the next one, as it is told to staff.
pub fn why(ticket: &Ticket, now: Timestamp) -> Vec<Reason> {
    let minutes = super::wait::minutes_between(ticket.issued_at, now);
    let done = ticket.steps.iter().filter(|step| step.done_at.is_some()).count();
    let mut reasons = vec![Reason::LongestWaiting { minutes }];
    if done > 0 {
        reasons.push(Reason::LaterStep { step: u16::try_from(done + 1).unwrap_or(u16::MAX) });
    }
    reasons
}
