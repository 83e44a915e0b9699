//! Handing a visitor on, and why.

use super::code::{DeskNumber, ServiceCode};

/// Where a ticket is handed on to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// To the queue of another service, in place of the current step; one that has nothing to wait for among the steps that
    /// are still to come.
    Service(ServiceCode),
    /// To this desk and no other, for the same service, as long as somebody sits there.
    Desk(DeskNumber),
}

/// Why a ticket is handed on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TransferReason {
    /// The need is another one than was chosen.
    OtherNeed,
    /// Somebody who knows more about it is needed.
    Specialist,
    /// Somebody who speaks the language is needed.
    Language,
    /// The desk closes or does other things now.
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
