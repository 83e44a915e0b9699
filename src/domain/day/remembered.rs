//! What an idempotency key stood for, so that a command sent twice is done once.

use super::Decision;
use crate::domain::code::DeskNumber;
use crate::domain::command::{Command, Outcome};
use crate::domain::event::Event;
use crate::domain::refusal::Refusal;

/// What a key stood for and what its command was answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Remembered {
    subject: Subject,
    outcome: Outcome,
}

/// The verb of a command and the desk it is about, where it is about one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Subject {
    Issue,
    ReportSlip,
    Withdraw,
    Open(DeskNumber),
    Pause(DeskNumber),
    Close(DeskNumber),
    CallNext(DeskNumber),
    Recall(DeskNumber),
    Start(DeskNumber),
    NoShow(DeskNumber),
    TakeBack,
    Finish(DeskNumber),
    Turn,
}

impl Remembered {
    /// What to remember of the event that a command led to.
    pub(super) fn of(event: &Event) -> Remembered {
        let (subject, outcome) = match event {
            Event::DayOpened { .. } | Event::DayClosed => (Subject::Turn, Outcome::Done),
            Event::DeskOpened { desk, .. } => (Subject::Open(*desk), Outcome::Done),
            Event::DeskPaused { desk } => (Subject::Pause(*desk), Outcome::Done),
            Event::DeskClosed { desk } => (Subject::Close(*desk), Outcome::Done),
            Event::Issued { number, .. } => (Subject::Issue, Outcome::Issued(*number)),
            Event::SlipReported { ticket, .. } => (Subject::ReportSlip, Outcome::Changed(*ticket)),
            Event::Called { ticket, desk, call, .. } => {
                (Subject::CallNext(*desk), Outcome::Called { desk: *desk, ticket: *ticket, call: *call })
            }
            Event::Recalled { ticket, desk, call } => {
                (Subject::Recall(*desk), Outcome::Called { desk: *desk, ticket: *ticket, call: *call })
            }
            Event::Started { ticket, desk } => (Subject::Start(*desk), Outcome::Changed(*ticket)),
            Event::MarkedNoShow { ticket, desk } => (Subject::NoShow(*desk), Outcome::Changed(*ticket)),
            Event::TakenBack { ticket } => (Subject::TakeBack, Outcome::Changed(*ticket)),
            Event::Finished { ticket, desk } => (Subject::Finish(*desk), Outcome::Changed(*ticket)),
            Event::Withdrawn { ticket } => (Subject::Withdraw, Outcome::Changed(*ticket)),
        };
        Remembered { subject, outcome }
    }

    /// The first answer once more; a refusal, when the key stood for something else.
    pub(super) fn answer_again(&self, command: &Command) -> Result<Decision, Refusal> {
        if self.subject == subject_of(command) {
            Ok(Decision { events: Vec::new(), outcome: self.outcome })
        } else {
            Err(Refusal::KeyReused)
        }
    }
}

fn subject_of(command: &Command) -> Subject {
    match command {
        Command::Issue { .. } => Subject::Issue,
        Command::ReportSlip { .. } => Subject::ReportSlip,
        Command::Withdraw { .. } => Subject::Withdraw,
        Command::Open { desk, .. } => Subject::Open(*desk),
        Command::Pause { desk } => Subject::Pause(*desk),
        Command::Close { desk } => Subject::Close(*desk),
        Command::CallNext { desk } => Subject::CallNext(*desk),
        Command::Recall { desk } => Subject::Recall(*desk),
        Command::Start { desk } => Subject::Start(*desk),
        Command::NoShow { desk } => Subject::NoShow(*desk),
        Command::TakeBack { .. } => Subject::TakeBack,
        Command::Finish { desk } => Subject::Finish(*desk),
    }
}
