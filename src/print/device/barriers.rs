//! The barriers that a printer still owes answers to.
//!
//! Promises: an answer counts for the oldest barrier without one, because printers answer them in their order; one that
//! does not come is not waited for without end.

use crate::clock::Deadline;
use crate::print::proof::{Barrier, Proof, ProofWatch};
use crate::print::responses::Response;
use std::time::Duration;

/// After this time the answer to a barrier is not expected any more.
const BARRIER_LOST: Duration = Duration::from_secs(60);
/// After an answer to no question, so long no such answer is believed.
const UNASKED_COUNTS: Duration = Duration::from_secs(5);
/// The time between two barriers without a slip.
const BETWEEN_SETTLING: Duration = Duration::from_secs(10);

/// The barriers sent to one printer.
pub struct Barriers {
    proof: Proof,
    /// The number of the last one.
    number: u32,
    /// For each without an answer, until when one may still come.
    owed: Vec<Deadline>,
    /// Whether the last slip has no proof, and no barrier was answered since.
    is_unproven: bool,
    /// Until when no other one is sent without a slip.
    settling: Option<Deadline>,
    /// Since an answer came that no barrier had asked for: until when none is believed.
    unasked: Option<Deadline>,
}

impl Barriers {
    /// Nothing was sent yet.
    pub fn new(proof: Proof) -> Barriers {
        // Without random numbers it counts from zero, and a process number could be one of before a restart.
        let number = crate::random::bytes::<4>().map_or(0, u32::from_le_bytes);
        Barriers { proof, number, owed: Vec::new(), is_unproven: false, settling: None, unasked: None }
    }

    /// A barrier that is about to be sent.
    pub fn next(&mut self) -> Barrier {
        self.number = self.number.wrapping_add(1);
        Barrier::new(self.proof, self.number)
    }

    /// A barrier without a slip, which shows whether barriers are answered.
    pub fn next_without_slip(&mut self) -> Barrier {
        self.settling = Some(Deadline::after(BETWEEN_SETTLING));
        self.next()
    }

    /// Whether one without a slip is of use now. A printer that does not know barriers is not asked again and again.
    pub fn may_settle(&self) -> bool {
        self.is_unproven && self.settling.is_none_or(|until| until.is_over())
    }

    /// Waits for the answer to this barrier, which is sent now.
    pub fn watch(&mut self, barrier: Barrier) -> ProofWatch {
        let watch = ProofWatch::new(barrier, self.owed(), self.are_imitated());
        self.owed.push(Deadline::after(BARRIER_LOST));
        watch
    }

    /// How many may still be answered.
    pub fn owed(&mut self) -> usize {
        self.owed.retain(|until| !until.is_over());
        self.owed.len()
    }

    /// Notes what looks like answers and is not awaited now: they came late, or no barrier had asked for them.
    pub fn note_late(&mut self, answers: usize) {
        if !self.can_be_imitated() {
            return;
        }
        let answered = answers.min(self.owed());
        if answers > answered {
            self.note_unasked();
        }
        self.owed.drain(..answered);
        if answered > 0 && self.owed.is_empty() {
            (self.is_unproven, self.settling) = (false, None);
        }
    }

    /// The proof in what was heard at once; none where more came than was asked for.
    pub fn proof_in(&mut self, watch: &mut ProofWatch, responses: Vec<Response>) -> Option<Option<u8>> {
        let mut proof = None;
        for response in responses {
            if proof.is_some() && matches!(response, Response::Paper(_)) {
                self.note_unasked();
            }
            proof = proof.or(watch.hear(response));
            if self.are_imitated() || response == Response::Noise && self.can_be_imitated() {
                proof = None;
            }
        }
        proof
    }

    /// Notes what looks like an answer that no barrier has asked for.
    pub fn note_unasked(&mut self) {
        self.unasked = self.can_be_imitated().then(|| Deadline::after(UNASKED_COUNTS));
    }

    /// Notes that this response answers a barrier without a slip; whether it does.
    pub fn note_settled(&mut self, barrier: Barrier, response: Response) -> bool {
        match (barrier, response) {
            (Barrier::PaperStatus, Response::Paper(_)) => self.owed.pop().is_some(),
            (Barrier::ProcessId(wanted), Response::Process(id)) if wanted == id => {
                self.owed.clear();
                true
            }
            _ => false,
        }
    }

    /// Notes that the last slip is proven, or that barriers are answered again.
    pub fn note_proof(&mut self) {
        self.owed.clear();
        (self.is_unproven, self.settling) = (false, None);
    }

    /// Notes that the last slip has no proof.
    pub fn note_unproven(&mut self) {
        self.is_unproven = true;
    }

    /// Forgets what is owed: no answer can come any more.
    pub fn forget_owed(&mut self) {
        self.owed.clear();
        self.settling = None;
    }

    /// Whether the last slip has no proof, and no barrier was answered since.
    pub fn is_unproven(&self) -> bool {
        self.is_unproven
    }

    /// Whether the printer has sent answers to no question lately, which nothing tells apart from true ones.
    pub fn are_imitated(&self) -> bool {
        self.unasked.is_some_and(|until| !until.is_over())
    }

    /// Whether noise can imitate the answers.
    pub fn can_be_imitated(&self) -> bool {
        self.proof == Proof::PaperStatus
    }
}
