//! What a desk can undo.

use super::event::Sequence;
use super::number::TicketNumber;
use jiff::Timestamp;

/// A verb that can be undone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UndoableVerb {
    /// The next ticket, or a chosen one.
    Call,
    Resume,
    Start,
    NoShow,
    Finish,
    Park,
    Transfer,
    Dismiss,
    /// Dropping a step for which the ticket was waiting, or the last one, with which it left the day.
    DropStep,
    TakeBack,
}

/// What a desk can undo at this moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Undoable {
    /// What identifies the act: its first event.
    pub act: Sequence,
    pub verb: UndoableVerb,
    pub ticket: TicketNumber,
    /// The ticket that was called in the same act as `ticket` was finished.
    pub called: Option<TicketNumber>,
    /// The last moment at which it can be undone.
    pub until: Timestamp,
}

impl UndoableVerb {
    /// Its name in the API.
    pub fn code(self) -> &'static str {
        match self {
            UndoableVerb::Call => "call",
            UndoableVerb::Resume => "resume",
            UndoableVerb::Start => "start",
            UndoableVerb::NoShow => "no-show",
            UndoableVerb::Finish => "finish",
            UndoableVerb::Park => "park",
            UndoableVerb::Transfer => "transfer",
            UndoableVerb::Dismiss => "dismiss",
            UndoableVerb::DropStep => "drop-step",
            UndoableVerb::TakeBack => "take-back",
        }
    }
}
