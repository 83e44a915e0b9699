//! Adding, removing and reordering the steps of a ticket.

use super::{Day, Decision};
use crate::domain::code::{DeskNumber, ServiceCode};
use crate::domain::command::{MAX_STEPS, Outcome};
use crate::domain::event::Event;
use crate::domain::number::TicketNumber;
use crate::domain::promise::Promise;
use crate::domain::refusal::Refusal;
use crate::domain::ticket::{Ticket, TicketState};
use std::sync::Arc;

impl Day {
    pub(super) fn add_step(
        &self,
        desk: DeskNumber,
        ticket: TicketNumber,
        service: &ServiceCode,
    ) -> Result<Decision, Refusal> {
        let found = self.must_be_on_its_way(desk, ticket)?;
        self.site.service(service).ok_or_else(|| Refusal::UnknownService(service.clone()))?;
        if found.steps.iter().any(|step| step.is_to_come() && step.service == *service) {
            return Err(Refusal::StepIsThere(service.clone()));
        }
        if found.steps.len() >= MAX_STEPS {
            return Err(Refusal::TooManySteps);
        }
        let mut decision = changed(
            ticket,
            Event::StepAdded {
                ticket,
                service: service.clone(),
                promise: Some(Promise::of_service(&self.site, service, &found.language)),
            },
        );
        decision.events.extend(self.put_before(found, service));
        Ok(decision)
    }

    pub(super) fn drop_step(
        &self,
        desk: DeskNumber,
        ticket: TicketNumber,
        service: &ServiceCode,
    ) -> Result<Decision, Refusal> {
        let found = self.must_be_on_its_way(desk, ticket)?;
        if !free_steps(found).any(|free| free == service) {
            return Err(Refusal::NoSuchStep(service.clone()));
        }
        Ok(changed(ticket, Event::StepDropped { ticket, service: service.clone(), desk }))
    }

    pub(super) fn order_steps(
        &self,
        desk: DeskNumber,
        ticket: TicketNumber,
        services: &[ServiceCode],
    ) -> Result<Decision, Refusal> {
        let found = self.must_be_on_its_way(desk, ticket)?;
        let free: Vec<&ServiceCode> = free_steps(found).collect();
        let (mut known, mut asked) = (free.clone(), services.iter().collect::<Vec<_>>());
        known.sort();
        asked.sort();
        if known != asked {
            let odd = asked.iter().find(|service| !known.contains(service)).or(known.first()).copied();
            return Err(odd.map_or(Refusal::HasLeft(ticket), |service| Refusal::NoSuchStep(service.clone())));
        }
        let mut left = services;
        while let [service, later @ ..] = left {
            self.must_come_before(service, later.iter())?;
            left = later;
        }
        let kept = found.steps.iter().filter(|step| step.is_to_come()).map(|step| &step.service);
        let kept = kept.take(usize::from(is_at_a_desk(found)));
        let services: Vec<ServiceCode> = kept.chain(services).cloned().collect();
        let is_so = found.steps.iter().filter(|step| step.is_to_come()).map(|step| &step.service).eq(&services);
        let mut decision = changed(ticket, Event::StepsOrdered { ticket, services });
        if is_so {
            decision.events.clear();
        }
        Ok(decision)
    }

    /// Refuses an order in which a service precedes one that has to come before it.
    pub(super) fn must_come_before<'s>(
        &self,
        service: &ServiceCode,
        later: impl Iterator<Item = &'s ServiceCode>,
    ) -> Result<(), Refusal> {
        match self.first_before(service, later) {
            Some(after) => Err(Refusal::MustComeAfter { service: service.clone(), after: after.clone() }),
            None => Ok(()),
        }
    }

    /// The order with the added service before the first one that has to come after it.
    fn put_before(&self, ticket: &Ticket, added: &ServiceCode) -> Option<Event> {
        let free: Vec<&ServiceCode> = free_steps(ticket).collect();
        let comes_after =
            |later: &&ServiceCode| self.site.service(later).is_some_and(|service| service.after.contains(added));
        let at = free.iter().position(comes_after)?;
        let begun = ticket.steps.iter().filter(|step| step.is_to_come()).map(|step| &step.service);
        let begun = begun.take(usize::from(is_at_a_desk(ticket)));
        let services = begun.chain(free[..at].iter().copied()).chain([added]).chain(free[at..].iter().copied());
        Some(Event::StepsOrdered { ticket: ticket.number, services: services.cloned().collect() })
    }

    fn must_be_on_its_way(&self, desk: DeskNumber, ticket: TicketNumber) -> Result<&Arc<Ticket>, Refusal> {
        self.must_know(desk)?;
        let found = self.ticket(ticket).ok_or(Refusal::UnknownTicket)?;
        let is_on_its_way = found.state.is_in_the_day() && !matches!(found.state, TicketState::NoShow { .. });
        if is_on_its_way { Ok(found) } else { Err(Refusal::HasLeft(ticket)) }
    }
}

fn is_at_a_desk(ticket: &Ticket) -> bool {
    ticket.state.desk().is_some() || matches!(ticket.state, TicketState::Parked { .. })
}

/// The services of the steps that have not begun.
pub(super) fn free_steps(ticket: &Ticket) -> impl Iterator<Item = &ServiceCode> {
    let to_come = ticket.steps.iter().filter(|step| step.is_to_come()).map(|step| &step.service);
    to_come.skip(usize::from(is_at_a_desk(ticket)))
}

fn changed(ticket: TicketNumber, event: Event) -> Decision {
    Decision { events: vec![event], outcome: Outcome::Changed(ticket) }
}
