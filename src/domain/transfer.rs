//! Transfers to another service or desk.

use super::code::{DeskNumber, ServiceCode};

/// The target of a transfer.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Target {
    /// The queue of another service, in place of the current step. No step to come may have to come before it.
    Service(ServiceCode),
    /// This desk only, for the same service, while it is open or paused.
    Desk(DeskNumber),
}

/// Why a ticket is transferred.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TransferReason {
    /// The visitor had chosen the wrong need.
    OtherNeed,
    /// A specialist is needed.
    Specialist,
    /// A clerk who speaks the language is needed.
    Language,
    /// The desk closes, or its services have changed.
    DeskChange,
}

impl TransferReason {
    /// All of them.
    pub const ALL: [TransferReason; 4] =
        [TransferReason::OtherNeed, TransferReason::Specialist, TransferReason::Language, TransferReason::DeskChange];

    /// Its name in the journal and the API.
    pub fn code(self) -> &'static str {
        match self {
            TransferReason::OtherNeed => "other-need",
            TransferReason::Specialist => "specialist",
            TransferReason::Language => "language",
            TransferReason::DeskChange => "desk-change",
        }
    }

    /// Reads what [`TransferReason::code`] gives.
    pub fn parse(text: &str) -> Option<TransferReason> {
        Self::ALL.into_iter().find(|reason| reason.code() == text)
    }
}
