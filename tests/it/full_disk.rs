//! A journal whose disk can be full, for some of what is written or for all of it.

use sportello::domain::tally::taps::Taps;
use sportello::domain::{Entry, Sequence, Tally};
use sportello::journal::{Answered, Journal, JournalError, Rescue, SqliteJournal};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

/// What finds no room on a full disk; the rest still does.
#[derive(PartialEq)]
pub enum Refused {
    Events,
    Answers,
    /// Events, by an error of the database that has nothing to do with room.
    Statements,
    /// Whatever is written: the files were damaged.
    Garbled,
}

pub struct FullDisk {
    journal: SqliteJournal,
    refused: Refused,
    is_full: Arc<AtomicBool>,
    gate: Arc<Gate>,
}

/// While a test holds it, a commit hangs, as on a disk that does not answer.
#[derive(Default)]
pub struct Gate {
    pub hold: Mutex<()>,
    /// How many commits have come to it.
    pub reached: AtomicUsize,
    /// How often everything was to be written once more.
    pub rescues: AtomicUsize,
}

impl FullDisk {
    pub fn new(journal: SqliteJournal, refused: Refused, is_full: &Arc<AtomicBool>) -> FullDisk {
        FullDisk { journal, refused, is_full: Arc::clone(is_full), gate: Arc::default() }
    }

    pub fn gate(&self) -> Arc<Gate> {
        Arc::clone(&self.gate)
    }

    fn must_be_whole(&self, doing: &str) -> Result<(), JournalError> {
        let is_whole = self.must_have_room(Refused::Garbled).is_ok();
        if is_whole { Ok(()) } else { Err(JournalError::Garbled(doing.to_owned())) }
    }

    fn must_have_room(&self, what: Refused) -> Result<(), JournalError> {
        let has_room = what != self.refused || !self.is_full.load(Ordering::SeqCst);
        if has_room { Ok(()) } else { Err(JournalError::Disk("no space left on device".to_owned())) }
    }
}

impl Journal for FullDisk {
    fn last(&self) -> Sequence {
        self.journal.last()
    }

    fn today(&mut self) -> Result<Vec<Entry>, JournalError> {
        self.journal.today()
    }

    fn answers(&mut self, newest: usize) -> Result<Vec<Answered>, JournalError> {
        self.journal.answers(newest)
    }

    fn append(&mut self, after: Sequence, entries: &[Entry], answers: &[Answered]) -> Result<(), JournalError> {
        self.gate.reached.fetch_add(1, Ordering::SeqCst);
        drop(self.gate.hold.lock());
        self.must_be_whole("append")?;
        self.must_have_room(Refused::Events)?;
        if self.must_have_room(Refused::Statements).is_err() {
            return Err(JournalError::Database("out of memory".to_owned()));
        }
        self.journal.append(after, entries, answers)
    }

    fn probe(&mut self) -> Result<(), JournalError> {
        self.must_have_room(Refused::Events)?;
        self.journal.probe()
    }

    fn tend(&mut self) -> Result<(), JournalError> {
        self.must_be_whole("tend")
    }

    fn rescue(&mut self) -> Result<Rescue, JournalError> {
        self.gate.rescues.fetch_add(1, Ordering::SeqCst);
        Ok(Rescue::LeftDamaged)
    }

    fn before(&mut self, first: Sequence) -> Result<Vec<Entry>, JournalError> {
        self.journal.before(first)
    }

    fn forget_before(&mut self, first: Sequence, tallies: &[Tally]) -> Result<(), JournalError> {
        self.journal.forget_before(first, tallies)
    }

    fn add_taps(&mut self, taps: &Taps) -> Result<(), JournalError> {
        self.must_have_room(Refused::Answers)?;
        self.journal.add_taps(taps)
    }
}
