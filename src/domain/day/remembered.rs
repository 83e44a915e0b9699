//! What an idempotency key stood for, so that a command sent twice is done once.

use super::{Day, Decision};
use crate::domain::class::Class;
use crate::domain::command::{Command, Outcome};
use crate::domain::event::Event;
use crate::domain::refusal::Refusal;
use crate::domain::ticket::Ticket;

/// What a key stood for: the event that its command led to.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Remembered(Event);

impl Remembered {
    /// What to remember of the event that a command led to.
    pub(super) fn of(event: &Event) -> Remembered {
        Remembered(event.clone())
    }

    /// What the first command was answered.
    fn outcome(&self) -> Outcome {
        match &self.0 {
            Event::Issued { number, .. } => Outcome::Issued(*number),
            Event::Called { ticket, desk, call, .. } | Event::Recalled { ticket, desk, call } => {
                Outcome::Called { desk: *desk, ticket: *ticket, call: *call }
            }
            Event::SlipReported { ticket, .. }
            | Event::Started { ticket, .. }
            | Event::MarkedNoShow { ticket, .. }
            | Event::TakenBack { ticket, .. }
            | Event::Finished { ticket, .. }
            | Event::ClassSet { ticket, .. }
            | Event::Parked { ticket, .. }
            | Event::Transferred { ticket, .. }
            | Event::StepAdded { ticket, .. }
            | Event::StepDropped { ticket, .. }
            | Event::StepsOrdered { ticket, .. }
            | Event::Withdrawn { ticket } => Outcome::Changed(*ticket),
            Event::Booked { code, .. } => Outcome::Booked(*code),
            Event::DayOpened { .. }
            | Event::DayClosed
            | Event::DayRedated { .. }
            | Event::Unbooked { .. }
            | Event::DeskOpened { .. }
            | Event::DeskPaused { .. }
            | Event::DeskClosed { .. } => Outcome::Done,
        }
    }
}

impl Day {
    /// The first answer once more; a refusal, when the key stood for something else.
    pub(super) fn answer_again(&self, first: &Remembered, command: &Command) -> Result<Decision, Refusal> {
        if self.is_same(&first.0, command) {
            Ok(Decision { events: Vec::new(), outcome: first.outcome() })
        } else {
            Err(Refusal::KeyReused)
        }
    }

    /// Whether this command asks for what that event says. What a command may leave open fits anything.
    fn is_same(&self, event: &Event, command: &Command) -> bool {
        match (event, command) {
            (
                Event::Issued { needs, language, class, appointment: None, .. },
                Command::Issue { needs: asked, language: spoken, priority, .. },
            ) => needs == asked && language == spoken && *priority == (*class == Class::Priority),
            (
                Event::Issued { appointment: Some(code), language, .. },
                Command::CheckIn { code: asked, language: spoken, .. },
            ) => code == asked && language == spoken,
            // A walk-in ends with its start.
            (Event::Started { ticket, desk }, Command::WalkIn { desk: at, service, language, .. }) => {
                let is_meant = |found: &std::sync::Arc<Ticket>| {
                    found.language == *language && found.steps.first().is_some_and(|step| step.service == *service)
                };
                desk == at && self.ticket(*ticket).is_some_and(is_meant)
            }
            (Event::Booked { service, at, .. }, Command::Book { service: asked, at: wanted, .. }) => {
                service == asked && at == wanted
            }
            (Event::Unbooked { code }, Command::Unbook { code: asked }) => code == asked,
            (Event::Withdrawn { ticket }, Command::Dismiss { ticket: asked }) => ticket == asked,
            (Event::ClassSet { ticket, reason, .. }, Command::SetUrgent { ticket: asked, reason: why }) => {
                ticket == asked && reason == why
            }
            (Event::SlipReported { ticket, outcome }, Command::ReportSlip { ticket: told, outcome: became }) => {
                ticket == told && outcome == became
            }
            (Event::Withdrawn { ticket }, Command::Withdraw { token }) => {
                self.ticket_of(*token).is_some_and(|found| found.number == *ticket)
            }
            (
                Event::DeskOpened { desk, languages, services },
                Command::Open { desk: at, languages: spoken, services: done },
            ) => {
                let fits_services = done.as_ref().is_none_or(|done| done.is_empty() || done == services);
                desk == at && fits_services && (spoken.is_empty() || spoken == languages)
            }
            (Event::DeskPaused { desk }, Command::Pause { desk: at })
            | (Event::DeskClosed { desk }, Command::Close { desk: at })
            | (Event::Called { desk, .. }, Command::CallNext { desk: at }) => desk == at,
            (Event::Called { ticket, desk, .. }, Command::Call { desk: at, ticket: asked })
            | (Event::Called { ticket, desk, .. }, Command::Resume { desk: at, ticket: asked }) => {
                desk == at && ticket == asked
            }
            (Event::Recalled { ticket, desk, .. }, Command::Recall { desk: at, expected })
            | (Event::Started { ticket, desk }, Command::Start { desk: at, expected })
            | (Event::MarkedNoShow { ticket, desk }, Command::NoShow { desk: at, expected })
            | (Event::Parked { ticket, desk }, Command::Park { desk: at, expected })
            | (Event::Finished { ticket, desk, .. }, Command::Finish { desk: at, expected }) => {
                desk == at && expected.is_none_or(|expected| expected == *ticket)
            }
            // Where the order of the rest changes too, that is the last event.
            (Event::StepsOrdered { ticket, .. }, Command::Finish { expected, .. }) => {
                expected.is_none_or(|expected| expected == *ticket)
            }
            (
                Event::Transferred { ticket, desk, to, reason, .. },
                Command::Transfer { desk: at, expected, to: target, reason: why },
            ) => {
                let is_meant = expected.is_none_or(|expected| expected == *ticket);
                desk == at && is_meant && to == target && reason == why
            }
            (Event::StepAdded { ticket, service }, Command::AddStep { ticket: asked, service: added, .. }) => {
                ticket == asked && service == added
            }
            // Where it had to be put before others, that is the last event.
            (Event::StepsOrdered { ticket, services }, Command::AddStep { ticket: asked, service: added, .. }) => {
                ticket == asked && services.contains(added)
            }
            (Event::StepDropped { ticket, service, .. }, Command::DropStep { ticket: asked, service: dropped, .. }) => {
                ticket == asked && service == dropped
            }
            (Event::StepsOrdered { ticket, services }, Command::OrderSteps { ticket: asked, services: order, .. }) => {
                ticket == asked && !order.is_empty() && services.ends_with(order)
            }
            (Event::TakenBack { ticket, .. }, Command::TakeBack { ticket: asked, .. }) => ticket == asked,
            _ => false,
        }
    }
}
