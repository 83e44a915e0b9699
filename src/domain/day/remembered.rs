//! What an idempotency key stood for, so that a command sent twice is done once.

use super::{Day, Decision};
use crate::domain::class::Class;
use crate::domain::code::{DeskNumber, LanguageTag, ServiceCode};
use crate::domain::command::{Command, Outcome};
use crate::domain::event::Event;
use crate::domain::number::TicketNumber;
use crate::domain::refusal::Refusal;

/// What a key stood for.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Remembered {
    /// What led to this event.
    Led(Event),
    /// A walk-in, as it was asked for: its way may become another one later.
    WalkIn { ticket: TicketNumber, desk: DeskNumber, service: ServiceCode, language: LanguageTag },
}

impl Remembered {
    /// What the first command was answered.
    fn outcome(&self) -> Outcome {
        let event = match self {
            Remembered::Led(event) => event,
            Remembered::WalkIn { ticket, .. } => return Outcome::Changed(*ticket),
        };
        match event {
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
    /// What to remember of the event that a command led to, before it is true.
    pub(super) fn remembered(&self, event: &Event) -> Remembered {
        let walk_in = match event {
            Event::Started { ticket, desk } => self.walked_in(*ticket, *desk),
            _ => None,
        };
        walk_in.unwrap_or_else(|| Remembered::Led(event.clone()))
    }

    /// A walk-in ends with its start, and nobody else is served without having been called.
    fn walked_in(&self, ticket: TicketNumber, desk: DeskNumber) -> Option<Remembered> {
        let found = self.ticket(ticket).filter(|found| found.is_waiting())?;
        let service = found.current_step()?.service.clone();
        Some(Remembered::WalkIn { ticket, desk, service, language: found.language.clone() })
    }

    /// The first answer once more; a refusal, when the key stood for something else.
    pub(super) fn answer_again(&self, first: &Remembered, command: &Command) -> Result<Decision, Refusal> {
        let is_same = match first {
            Remembered::Led(event) => self.is_same(event, command),
            Remembered::WalkIn { desk, service, language, .. } => is_walk_in(command, *desk, service, language),
        };
        if is_same { Ok(Decision { events: Vec::new(), outcome: first.outcome() }) } else { Err(Refusal::KeyReused) }
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

fn is_walk_in(command: &Command, desk: DeskNumber, service: &ServiceCode, language: &LanguageTag) -> bool {
    match command {
        Command::WalkIn { desk: at, service: asked, language: spoken, .. } => {
            desk == *at && service == asked && language == spoken
        }
        _ => false,
    }
}
