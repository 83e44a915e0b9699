//! What the hub needs of a log: append on condition, and read back.

use super::error::JournalError;
use super::missing::Missing;
use crate::domain::command::Outcome;
use crate::domain::tally::taps::Taps;
use crate::domain::{Entry, IdempotencyKey, Sequence, Tally};

/// A log of events that appends on condition.
pub trait Journal: Send {
    /// The place of the last entry.
    fn last(&self) -> Sequence;

    /// The entries of the open business day, in order: from its `DayOpened` on.
    fn today(&mut self) -> Result<Vec<Entry>, JournalError>;

    /// The newest answers of the open business day, at most so many, oldest first.
    fn answers(&mut self, newest: usize) -> Result<Vec<Answered>, JournalError>;

    /// Appends entries that follow on `after`, with the answers that were given for them, all or none; returns when they
    /// are durable. The entries have the places `after + 1`, `after + 2` and so on; the answers are in the same order.
    fn append(&mut self, after: Sequence, entries: &[Entry], answers: &[Answered]) -> Result<(), JournalError>;

    /// Whether the disk can be written now: writes something durably that changes nothing.
    fn probe(&mut self) -> Result<(), JournalError>;

    /// What was found missing when the log was opened. It is to be said with [`crate::domain::Event::EntriesLost`], in the
    /// first entries that are appended to the day; until then each start finds it again.
    fn missing(&self) -> Option<Missing> {
        None
    }

    /// Whether it is to be tended now, also when commands wait.
    fn wants_tending(&self) -> bool {
        false
    }

    /// What is to be done from time to time, while no command waits. An error when the log is not where a later start
    /// would look for it, or can't be written.
    fn tend(&mut self) -> Result<(), JournalError> {
        Ok(())
    }

    /// The files of the log are gone for good ([`JournalError::Replaced`]): writes everything to where the next start looks
    /// for it, if that can be. Nothing is appended afterwards.
    fn rescue(&mut self) -> Result<Rescue, JournalError> {
        Ok(Rescue::Written)
    }

    /// The entries before this one that are still there, in order: those of earlier business days.
    fn before(&mut self, first: Sequence) -> Result<Vec<Entry>, JournalError>;

    /// Deletes the entries before this one for good, with their answers, and adds their counts in the same transaction.
    fn forget_before(&mut self, first: Sequence, tallies: &[Tally]) -> Result<(), JournalError>;

    /// Adds survey answers to the counts of their week.
    fn add_taps(&mut self, taps: &Taps) -> Result<(), JournalError>;
}

/// What became of the journal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rescue {
    /// The next start finds everything.
    Written,
    /// Another database stands at the path: it was put there on purpose, so the next start takes it.
    LeftToAnother,
    /// Not everything can be read any more: the next start brings back what can.
    LeftDamaged,
}

/// The answer to a command with an idempotency key.
#[derive(Debug, Clone, PartialEq)]
pub struct Answered {
    /// The last event of the command.
    pub sequence: Sequence,
    pub key: IdempotencyKey,
    /// `None` when an older version has written it.
    pub digest: Option<CommandDigest>,
    pub outcome: Outcome,
}

/// A digest of everything that a command asks for.
pub type CommandDigest = [u8; 32];
