//! Who prints a slip, and the outcome.

use std::time::Duration;

/// A visitor who waited longer than this for a slip has gone by the number: it is not printed any more, unless it is asked
/// for once more.
pub const SLIP_TOO_OLD: Duration = Duration::from_secs(120);

/// The outcome of printing a slip, as far as the printer could tell. What is to be made of it is decided here alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SlipOutcome {
    /// The printer confirmed it.
    Printed,
    /// The bytes were sent, and the printer did not confirm.
    Unknown,
    /// It was not printed: nothing of it was sent.
    Failed,
    /// It was sent, and the printer stopped: a part may be on paper, and the rest may come with the next roll.
    Torn,
}

impl SlipOutcome {
    /// Whether the visitor certainly has a slip.
    pub fn is_proven(self) -> bool {
        self == SlipOutcome::Printed
    }

    /// Whether something of it may be on paper, now or with the next roll: what is printed after it is a copy.
    pub fn may_be_on_paper(self) -> bool {
        self != SlipOutcome::Failed
    }

    /// Whether the visitor certainly has no whole slip yet.
    pub fn has_not_come_out(self) -> bool {
        matches!(self, SlipOutcome::Failed | SlipOutcome::Torn)
    }

    /// What is known of a slip once this is reported after an earlier attempt: a later attempt of which nothing went out
    /// does not take away what may be on paper, and nothing takes away a proof.
    #[must_use]
    pub fn after(self, earlier: Option<SlipOutcome>) -> SlipOutcome {
        let stays =
            |earlier: &SlipOutcome| earlier.is_proven() || (!self.may_be_on_paper() && earlier.may_be_on_paper());
        earlier.filter(stays).unwrap_or(self)
    }
}

/// What is known of a ticket's slip.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SlipState {
    /// It is on its way to the printer.
    Printing,
    /// The printer has reported.
    Reported(SlipOutcome),
    /// Of the original there is no proof, and a copy of it came out.
    Copied,
}

/// Who prints a slip.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SlipPrinter {
    /// The glass at which the ticket was issued.
    Glass,
    /// The site's printer, for a ticket that was not issued at a glass.
    Site,
}
