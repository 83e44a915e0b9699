//! Who prints a slip, and the outcome.

/// The outcome of printing a slip, as far as the printer could tell.
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

/// Who prints a slip.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SlipPrinter {
    /// The glass at which the ticket was issued.
    Glass,
    /// The site's printer, for a ticket that was not issued at a glass.
    Site,
}
