//! What an idempotency key stood for, so that a command sent twice is done once.

use super::{Day, Decision};
use crate::domain::command::{Command, Outcome};
use crate::domain::event::Event;
use crate::domain::refusal::Refusal;

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
            | Event::TakenBack { ticket }
            | Event::Finished { ticket, .. }
            | Event::Withdrawn { ticket } => Outcome::Changed(*ticket),
            Event::DayOpened { .. }
            | Event::DayClosed
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
            (Event::Issued { needs, language, .. }, Command::Issue { needs: asked, language: spoken, .. }) => {
                needs == asked && language == spoken
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
            (Event::Recalled { ticket, desk, .. }, Command::Recall { desk: at, expected })
            | (Event::Started { ticket, desk }, Command::Start { desk: at, expected })
            | (Event::MarkedNoShow { ticket, desk }, Command::NoShow { desk: at, expected })
            | (Event::Finished { ticket, desk }, Command::Finish { desk: at, expected }) => {
                desk == at && expected.is_none_or(|expected| expected == *ticket)
            }
            (Event::TakenBack { ticket }, Command::TakeBack { ticket: asked, .. }) => ticket == asked,
            _ => false,
        }
    }
}
