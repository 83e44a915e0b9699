//! The idempotency keys of the day: what was asked with each, and what was answered.
//!
//! A command with a key that is known gets the first answer and is not carried out again; if it asks for something else
//! than the first one, it is refused. Known are
//!
//! * the newest [`ANSWERS_KEPT`] keys of the day whose commands changed the day. They are in the journal, written in the
//!   same commit as the events, so they survive a restart; they are forgotten with the day, as are its tickets. Of a
//!   ticket or appointment that goes over into the next day they are kept until that day ends, in memory. Afterwards a retry is decided
//!   as if it were new. By then more than thirty thousand other commands have been carried out; a verb of a desk that
//!   names its ticket is still refused when the desk has moved on;
//! * the newest [`UNANSWERED_KEPT`] keys whose commands changed nothing, were refused or could not be saved, in memory
//!   only. A retry of those is decided anew, because the answer may be another one by now: a second press on "next" after
//!   an empty queue has to call the visitor who has come since. They are kept apart, so that they never displace an
//!   answer.
//!
//! A key that an older version has written has no digest. It gets the first answer, whatever is asked with it; where the
//! answer is of another kind than the request, the request is refused.

use crate::domain::command::{Command, Outcome};
use crate::domain::{AppointmentCode, Event, IdempotencyKey, Refusal, Sequence, TicketNumber};
use crate::journal::{Answered, CommandDigest};
use sha2::{Digest, Sha256};
use std::collections::{HashMap, HashSet, VecDeque};
use std::hash::{Hash, Hasher};

/// More than the busiest site carries out in a day; at most some six megabytes of memory.
pub const ANSWERS_KEPT: usize = 32_768;
/// As many as fit into several minutes of pressing a button.
pub const UNANSWERED_KEPT: usize = 1_024;

/// Written with the key of a ticket that is taken back; a command that issues a ticket never has this outcome itself.
const TAKEN_BACK: Outcome = Outcome::Done;

/// The keys of the day. What a batch of commands adds is staged until the batch is on disk.
#[derive(Debug)]
pub(super) struct Ledger {
    answers: Newest<KeptAnswer>,
    unanswered: Newest<Unanswered>,
    staged: Vec<Answered>,
    /// While the batch opens a new day.
    carried: Option<Carried>,
}

/// What goes over into a new day: the answers about it are kept.
#[derive(Debug)]
pub(super) struct Carried {
    tickets: HashSet<TicketNumber>,
    appointments: HashSet<AppointmentCode>,
}

impl Carried {
    /// What the events that open a day carry over.
    pub(super) fn of(events: &[Event]) -> Carried {
        let (mut tickets, mut appointments) = (HashSet::new(), HashSet::new());
        for event in events {
            match event {
                Event::CarriedOver { ticket } => _ = tickets.insert(ticket.number),
                Event::Booked { code, .. } => _ = appointments.insert(*code),
                _ => {}
            }
        }
        Carried { tickets, appointments }
    }

    fn has(&self, answer: &KeptAnswer) -> bool {
        match answer.outcome {
            Outcome::Booked(code) => self.appointments.contains(&code),
            outcome => outcome.ticket().is_some_and(|ticket| self.tickets.contains(&ticket)),
        }
    }
}

#[derive(Debug, Clone, Copy)]
struct KeptAnswer {
    digest: Option<CommandDigest>,
    outcome: Outcome,
}

/// A request that got no answer to be repeated.
#[derive(Debug, Clone, Copy)]
struct Unanswered {
    digest: CommandDigest,
    /// It was made after the day had ended, while the next day could not be saved yet: it is not forgotten with the day.
    is_of_next_day: bool,
}

impl Ledger {
    /// The ledger as the journal has it; oldest first.
    pub(super) fn restored(answers: Vec<Answered>) -> Ledger {
        let mut ledger = Ledger {
            answers: Newest::new(ANSWERS_KEPT),
            unanswered: Newest::new(UNANSWERED_KEPT),
            staged: answers,
            carried: None,
        };
        ledger.commit();
        ledger
    }

    /// The answer that was given for this key; `None` when the command has to be decided.
    pub(super) fn answer(&self, key: &IdempotencyKey, digest: CommandDigest) -> Result<Option<Outcome>, Refusal> {
        let known = self.staged.iter().rev().find(|answered| answered.key == *key).map(KeptAnswer::from);
        let known = known.or_else(|| self.answers.get(key).copied().filter(|answer| self.stays(answer)));
        let is_of_this_day = |request: &&Unanswered| request.is_of_next_day || self.carried.is_none();
        let unanswered = || self.unanswered.get(key).filter(is_of_this_day).map(|request| request.digest);
        let first = known.map_or_else(unanswered, |answer| answer.digest);
        if first.is_some_and(|first| first != digest) {
            return Err(Refusal::KeyReused);
        }
        Ok(known.map(|answer| answer.outcome))
    }

    /// Adds an answer to the batch.
    pub(super) fn stage(&mut self, answered: Answered) {
        self.staged.push(answered);
    }

    /// Adds to the batch that the ticket of a key is taken back with this event: the key is forgotten, also by a restart, and
    /// the same request is decided anew.
    pub(super) fn stage_forgetting(&mut self, key: IdempotencyKey, sequence: Sequence) {
        self.stage(Answered { sequence, key, digest: None, outcome: TAKEN_BACK });
    }

    /// Remembers that a command changed nothing or was refused.
    pub(super) fn note_unanswered(&mut self, key: IdempotencyKey, digest: CommandDigest) {
        self.unanswered.insert(key, Unanswered { digest, is_of_next_day: self.carried.is_some() });
    }

    /// The batch opens a new day, which begins with the keys of what goes over.
    pub(super) fn stage_new_day(&mut self, carried: Carried) {
        self.staged.clear();
        self.carried = Some(carried);
    }

    /// Whether an answer is still known when the batch is on disk.
    fn stays(&self, answer: &KeptAnswer) -> bool {
        self.carried.as_ref().is_none_or(|carried| carried.has(answer))
    }

    pub(super) fn staged(&self) -> &[Answered] {
        &self.staged
    }

    /// The batch is on disk.
    pub(super) fn commit(&mut self) {
        if let Some(carried) = self.carried.take() {
            self.answers.retain(|answer| carried.has(answer));
            self.unanswered.retain(|request| std::mem::take(&mut request.is_of_next_day));
        }
        for answered in std::mem::take(&mut self.staged) {
            let first = self.answers.get(&answered.key).map(|answer| answer.outcome);
            if answered.outcome == TAKEN_BACK && matches!(first, Some(Outcome::Issued(_))) {
                self.answers.remove(&answered.key);
                continue;
            }
            let answer = KeptAnswer::from(&answered);
            self.answers.insert(answered.key, answer);
        }
    }

    /// The batch could not be saved: nothing of it happened.
    pub(super) fn roll_back(&mut self) {
        for Answered { key, digest, .. } in std::mem::take(&mut self.staged) {
            if let Some(digest) = digest {
                self.note_unanswered(key, digest);
            }
        }
        self.carried = None;
    }
}

impl From<&Answered> for KeptAnswer {
    fn from(answered: &Answered) -> KeptAnswer {
        KeptAnswer { digest: answered.digest, outcome: answered.outcome }
    }
}

/// A digest of everything that a command asks for. It is derived from the command's type, so no part can be forgotten.
pub fn digest(command: &Command) -> CommandDigest {
    let mut hasher = DigestHasher(Sha256::new());
    command.hash(&mut hasher);
    hasher.0.finalize().into()
}

/// Feeds what a type hashes into SHA-256: the standard hashers change their seed with every start.
struct DigestHasher(Sha256);

impl Hasher for DigestHasher {
    fn write(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    // Numbers are hashed alike on every machine.
    fn write_u16(&mut self, number: u16) {
        self.write(&number.to_le_bytes());
    }

    fn write_u32(&mut self, number: u32) {
        self.write(&number.to_le_bytes());
    }

    fn write_u64(&mut self, number: u64) {
        self.write(&number.to_le_bytes());
    }

    fn write_u128(&mut self, number: u128) {
        self.write(&number.to_le_bytes());
    }

    fn write_usize(&mut self, number: usize) {
        self.write_u64(number as u64);
    }

    fn finish(&self) -> u64 {
        let digest: CommandDigest = self.0.clone().finalize().into();
        digest.iter().take(8).fold(0, |value, byte| value << 8 | u64::from(*byte))
    }
}

/// The newest entries of a map, a bounded number of them.
#[derive(Debug)]
struct Newest<T> {
    by_key: HashMap<IdempotencyKey, T>,
    /// Oldest first; the same keys as in the map.
    order: VecDeque<IdempotencyKey>,
    most: usize,
}

impl<T> Newest<T> {
    fn new(most: usize) -> Newest<T> {
        Newest { by_key: HashMap::new(), order: VecDeque::new(), most }
    }

    fn get(&self, key: &IdempotencyKey) -> Option<&T> {
        self.by_key.get(key)
    }

    fn insert(&mut self, key: IdempotencyKey, value: T) {
        if self.by_key.insert(key.clone(), value).is_some() {
            return;
        }
        self.order.push_back(key);
        if self.order.len() > self.most
            && let Some(oldest) = self.order.pop_front()
        {
            self.by_key.remove(&oldest);
        }
    }

    fn remove(&mut self, key: &IdempotencyKey) {
        if self.by_key.remove(key).is_some() {
            self.order.retain(|known| known != key);
        }
    }

    fn retain(&mut self, mut is_kept: impl FnMut(&mut T) -> bool) {
        self.by_key.retain(|_, value| is_kept(value));
        self.order.retain(|key| self.by_key.contains_key(key));
    }
}
