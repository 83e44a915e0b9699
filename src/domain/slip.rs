//! What became of a slip.

/// What became of a slip, as far as the printer could tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SlipOutcome {
    /// The printer said that it is on paper.
    Printed,
    /// The bytes are out, and the printer can't or did not say.
    Unknown,
    /// It is not on paper.
    Failed,
}
