//! The proof that a slip is on paper.
//!
//! Promises: only a response that comes after the slip's own barrier, has the form of its answer, and is not owed to an
//! earlier barrier is proof. `GS r 1`, which every printer knows, answers with a byte that noise can imitate: so where
//! anything came that belongs to no response, or such an answer unasked, it proves nothing. `GS ( H` answers with the slip's own number, which
//! nothing else can be; printers that don't know the command may print it, so it is used where the address says so.

use super::escpos::STATUS_BARRIER;
use super::responses::Response;

/// How a printer proves that it has printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Proof {
    /// By its paper status, once everything before is done: `GS r 1`.
    #[default]
    PaperStatus,
    /// By a process number that it repeats: `GS ( H`.
    ProcessId,
}

/// What is sent behind a slip, and answered once the slip is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Barrier {
    PaperStatus,
    /// Four bytes 20h to 7Eh.
    ProcessId([u8; 4]),
}

impl Barrier {
    /// A barrier of this kind. The number distinguishes it from all others.
    pub fn new(proof: Proof, number: u32) -> Barrier {
        match proof {
            Proof::PaperStatus => Barrier::PaperStatus,
            Proof::ProcessId => {
                let digit = |place: u32| 0x20 + (number / 95_u32.pow(place) % 95) as u8;
                Barrier::ProcessId([digit(3), digit(2), digit(1), digit(0)])
            }
        }
    }

    /// The command.
    pub fn bytes(self) -> Vec<u8> {
        match self {
            Barrier::PaperStatus => STATUS_BARRIER.to_vec(),
            Barrier::ProcessId(id) => [&[0x1d, 0x28, 0x48, 0x06, 0x00, 0x30, 0x30], &id[..]].concat(),
        }
    }
}

/// Waits for the answer to a barrier.
#[derive(Debug)]
pub struct ProofWatch {
    barrier: Barrier,
    /// The answers to come: those that earlier barriers still owe, and this one's.
    missing: usize,
    is_doubtful: bool,
}

impl ProofWatch {
    /// A watch from the moment the barrier is sent; so many earlier ones may still be answered. `is_doubtful`, when the
    /// printer sends such answers unasked.
    pub fn new(barrier: Barrier, owed: usize, is_doubtful: bool) -> ProofWatch {
        ProofWatch { barrier, missing: owed + 1, is_doubtful }
    }

    /// The proof, if this response is it; with the paper status where the answer has one.
    pub fn hear(&mut self, response: Response) -> Option<Option<u8>> {
        match (self.barrier, response) {
            (Barrier::ProcessId(wanted), Response::Process(id)) => (wanted == id).then_some(None),
            (Barrier::PaperStatus, Response::Paper(status)) => {
                self.missing = self.missing.saturating_sub(1);
                (self.missing == 0 && !self.is_doubtful).then_some(Some(status))
            }
            (_, Response::Noise) => {
                self.is_doubtful = true;
                None
            }
            _ => None,
        }
    }
}
