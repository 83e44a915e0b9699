//! Collects the results of all rounds and makes a forecast of them.

use super::{Expected, Forecast};
use crate::domain::day::Day;
use std::collections::BTreeMap;

/// Minutes until the call, round by round: of tickets by their place, of newcomers by service.
#[derive(Default)]
pub(super) struct Outcomes {
    pub(super) rounds: usize,
    pub(super) tickets: BTreeMap<u64, Vec<f64>>,
    pub(super) services: BTreeMap<u16, Vec<f64>>,
}

impl Outcomes {
    pub(super) fn forecast(self, day: &Day) -> Forecast {
        let rounds = self.rounds;
        let tickets = self.tickets.into_iter().filter_map(|(place, minutes)| {
            let ticket = day.ticket_at(place)?;
            Some((ticket.number, Expected::of(minutes, rounds)?))
        });
        let services = self.services.into_iter().filter_map(|(service, minutes)| {
            let service = day.site().services().get(usize::from(service))?;
            Some((service.code.clone(), Expected::of(minutes, rounds)?))
        });
        Forecast { sequence: day.sequence(), tickets: tickets.collect(), services: services.collect() }
    }
}
