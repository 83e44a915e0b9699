//! What may be asked of the day, and what comes back.

use super::call::CallNumber;
use super::code::{DeskNumber, LanguageTag, NeedCode, ServiceCode};
use super::event::SlipOutcome;
use super::ticket::{TicketNumber, Token};
use std::fmt;
use std::sync::Arc;

/// A command with the key that makes it safe to send twice.
#[derive(Debug, Clone, PartialEq)]
pub struct Order {
    /// What is asked.
    pub command: Command,
    /// The same key asks for the same thing: a second order with it changes nothing and gets the first one's answer.
    pub key: Option<IdempotencyKey>,
}

/// What may be asked of the day.
#[derive(Debug, Clone, PartialEq)]
pub enum Command {
    /// Give a visitor a number.
    Issue {
        /// What was chosen, 1 to [`MOST_NEEDS`] leaves of the menu.
        needs: Vec<NeedCode>,
        /// The visitor's language.
        language: LanguageTag,
        /// A fresh secret for the slip's address.
        token: Token,
    },
    /// Note what became of a slip.
    ReportSlip {
        /// Whose slip.
        ticket: TicketNumber,
        /// What became of it.
        outcome: SlipOutcome,
    },
    /// The visitor leaves.
    Withdraw {
        /// The secret in the slip's address.
        token: Token,
    },
    /// Sit down at a desk, come back from a pause, or change what the desk does.
    Open {
        /// Which desk.
        desk: DeskNumber,
        /// What whoever sits there speaks; empty for the site file's.
        languages: Vec<LanguageTag>,
        /// What to call for; `None` for all that the desk can do.
        services: Option<Vec<ServiceCode>>,
    },
    /// Call nobody new for a while; the current ticket is kept.
    Pause {
        /// Which desk.
        desk: DeskNumber,
    },
    /// Leave the desk.
    Close {
        /// Which desk.
        desk: DeskNumber,
    },
    /// Summon whoever is next.
    CallNext {
        /// To this desk.
        desk: DeskNumber,
    },
    /// Summon the called ticket once more.
    Recall {
        /// To this desk.
        desk: DeskNumber,
        /// The ticket that is meant; refused when the desk has another one by now.
        expected: Option<TicketNumber>,
    },
    /// The visitor has come.
    Start {
        /// To this desk.
        desk: DeskNumber,
        /// As for [`Command::Recall`].
        expected: Option<TicketNumber>,
    },
    /// The visitor has not come.
    NoShow {
        /// To this desk.
        desk: DeskNumber,
        /// As for [`Command::Recall`].
        expected: Option<TicketNumber>,
    },
    /// Put a no-show back into the queue.
    TakeBack {
        /// By this desk.
        desk: DeskNumber,
        /// Which one.
        ticket: TicketNumber,
    },
    /// The current step is done.
    Finish {
        /// At this desk.
        desk: DeskNumber,
        /// As for [`Command::Recall`].
        expected: Option<TicketNumber>,
    },
}

/// The most needs on one ticket.
pub const MOST_NEEDS: usize = 5;

/// What a command led to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// This number was given.
    Issued(TicketNumber),
    /// This ticket was summoned.
    Called {
        /// To this desk.
        desk: DeskNumber,
        /// Who.
        ticket: TicketNumber,
        /// The call's count.
        call: CallNumber,
    },
    /// Nobody waits for what the desk does.
    NobodyWaiting,
    /// It is so with this ticket.
    Changed(TicketNumber),
    /// It is so with the desk.
    Done,
}

/// What a client chose to tell one order from another: 1 to 64 visible ASCII characters.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct IdempotencyKey(Arc<str>);

impl IdempotencyKey {
    /// The longest key, in characters.
    pub const LONGEST: usize = 64;

    /// Reads a key; `None` when it is empty, too long or has other than visible ASCII characters.
    pub fn parse(text: &str) -> Option<IdempotencyKey> {
        let is_key = (1..=Self::LONGEST).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_graphic());
        is_key.then(|| IdempotencyKey(Arc::from(text)))
    }

    /// The key as it was written.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for IdempotencyKey {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}
