//! Transferring the current ticket; it keeps its number and age.

use super::steps::free_steps;
use super::{Day, Decision};
use crate::domain::code::DeskNumber;
use crate::domain::command::{MAX_STEPS, Outcome};
use crate::domain::event::Event;
use crate::domain::number::TicketNumber;
use crate::domain::promise::Promise;
use crate::domain::refusal::Refusal;
use crate::domain::transfer::{Target, TransferReason};
use jiff::Timestamp;

impl Day {
    pub(super) fn transfer(
        &self,
        desk: DeskNumber,
        expected: Option<TicketNumber>,
        to: &Target,
        reason: TransferReason,
        now: Timestamp,
    ) -> Result<Decision, Refusal> {
        let ticket = self.must_be_at(desk, expected)?;
        let current = ticket.current_step().ok_or(Refusal::HasLeft(ticket.number))?;
        match to {
            Target::Desk(other) if *other == desk => return Err(Refusal::SameDesk(desk)),
            Target::Desk(other) => {
                self.must_know(*other)?;
                // At a closed desk the restriction to it would have no effect, and the visitor would wait there in vain.
                let seat = self.must_be_seated(*other)?;
                if !seat.services.contains(&current.service) {
                    return Err(Refusal::ServiceNotAtDesk { desk: *other, service: current.service.clone() });
                }
            }
            Target::Service(service) => {
                self.site.service(service).ok_or_else(|| Refusal::UnknownService(service.clone()))?;
                if current.service == *service {
                    return Err(Refusal::StepIsThere(service.clone()));
                }
                if ticket.steps.len() >= MAX_STEPS {
                    return Err(Refusal::TooManySteps);
                }
                // As for reordering: otherwise the visitor would be sent to another desk than the clerk has named.
                self.must_come_before(service, free_steps(ticket))?;
            }
        }
        let number = ticket.number;
        let next_from = match to {
            Target::Service(service) => self.callable_from(desk, service, now),
            Target::Desk(_) => self.after_walk(now),
        };
        let promise = match to {
            Target::Service(service) => Some(Promise::of_service(&self.site, service, &ticket.language)),
            Target::Desk(_) => None,
        };
        let handed_on = Event::Transferred { ticket: number, desk, to: to.clone(), reason, next_from, promise };
        Ok(Decision { events: vec![handed_on], outcome: Outcome::Changed(number) })
    }
}
