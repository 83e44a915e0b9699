//! The talk with a real printer over any wire: how are you, here is a slip, is it done.
//!
//! Promises: questions are asked only between slips, so none can end up in a picture; what counts as printed is only a
//! slip after which the printer answered the fence, and a late answer counts for the slip before; a slip that broke off is
//! never sent again, and is cut off before the next begins. A printer that has never answered anything is taken as one
//! that can't, and gets its slips with an outcome of *unknown*; one that did and falls silent is off line.
//!
//! How it works: a printer that a slip broke off at may still wait for dots and take questions for such. So white dots
//! fill up what it waits for before it is asked again, once on each connection, since one that waits for nothing ignores
//! the zeros. The cut, which costs paper, follows once: when it answers, or before the next slip when it never does.

use super::deadline::Deadline;
use super::{Device, Job};
use crate::domain::SlipOutcome;
use crate::print::escpos::{CUT, Profile};
use crate::print::status::{self, Answers, PrinterStatus, QUESTIONS};
use std::io;
use std::time::Duration;

/// How long a printer that has never answered is waited for.
const ANSWER_OF_A_MUTE: Duration = Duration::from_millis(200);
/// The slowest paper, in millimetres a second, and the dots of a millimetre.
const SLOWEST: f64 = 60.0;
const DOTS_A_MILLIMETRE: f64 = 8.0;
/// After so long the answer to a fence does not come any more.
const FORGOTTEN: Duration = Duration::from_secs(60);

/// How long a printer is waited for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Patience {
    /// For an answer of one that can talk; USB and network printers are late by up to a second.
    pub answer: Duration,
    /// Until it has accepted all bytes of a slip.
    pub accept: Duration,
    /// For the proof that a slip is printed, beyond the time that the slowest paper takes.
    pub proof: Duration,
}

impl Default for Patience {
    fn default() -> Patience {
        Patience { answer: Duration::from_secs(1), accept: Duration::from_secs(6), proof: Duration::from_secs(3) }
    }
}

/// Bytes to a printer and back. Each call ends at its deadline.
pub trait Wire: Send {
    /// Makes sure that it is open.
    fn open(&mut self, deadline: Deadline) -> io::Result<()>;
    /// Writes all of it; an error says nothing about how much went out.
    fn write(&mut self, bytes: &[u8], deadline: Deadline) -> io::Result<()>;
    /// Reads what has come, at least a byte; `TimedOut` when nothing has.
    fn read(&mut self, deadline: Deadline) -> io::Result<Vec<u8>>;
    /// Closes it; the next `open` begins afresh.
    fn close(&mut self);
}

/// A printer that is talked to over a wire.
pub struct Dialogue<W> {
    wire: W,
    profile: Profile,
    patience: Patience,
    has_ever_answered: bool,
    /// The fences without an answer, and until when one may still come.
    unanswered: Vec<Deadline>,
    torn: Torn,
}

/// Whether the printer may still be in the middle of a slip that broke off.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Torn {
    No,
    /// It may wait for dots.
    Yes,
    /// All dots that it may wait for are on their way; the torn paper is not cut off yet.
    Filled,
}

impl<W: Wire> Dialogue<W> {
    /// A printer at the other end of this wire.
    pub fn new(wire: W, profile: Profile, patience: Patience) -> Dialogue<W> {
        Dialogue { wire, profile, patience, has_ever_answered: false, unanswered: Vec::new(), torn: Torn::No }
    }

    fn ask(&mut self) -> io::Result<PrinterStatus> {
        self.wire.open(Deadline::after(self.patience.answer))?;
        self.fill(Deadline::after(self.patience.answer))?;
        self.drain()?;
        let written = Deadline::after(self.patience.answer);
        let deadline = Deadline::after(if self.has_ever_answered { self.patience.answer } else { ANSWER_OF_A_MUTE });
        let mut answers: Answers = [None; 4];
        for (place, question) in QUESTIONS.into_iter().enumerate() {
            self.wire.write(&[0x10, 0x04, question], written)?;
            answers[place] = self.read_until(status::is_status_answer, 1, deadline)?;
            if answers[place].is_none() {
                break;
            }
        }
        if answers.iter().any(Option::is_some) {
            self.has_ever_answered = true;
            self.cut_off(written)?;
        }
        let silent = if self.has_ever_answered { PrinterStatus::Offline } else { PrinterStatus::Unknown };
        Ok(status::status_of(answers).unwrap_or(silent))
    }

    /// Takes answers that came too late to anything asked before, and learns from them that the printer can talk.
    fn drain(&mut self) -> io::Result<()> {
        match self.wire.read(Deadline::after(Duration::from_millis(1))) {
            Ok(late) => {
                self.has_ever_answered |= late.iter().any(|byte| status::is_status_answer(*byte));
                let fences = late.iter().filter(|byte| status::is_fence_answer(**byte)).count();
                self.unanswered.drain(..fences.min(self.unanswered.len()));
                Ok(())
            }
            Err(problem) if is_timeout(&problem) => Ok(()),
            Err(problem) => Err(problem),
        }
    }

    /// The last of so many bytes of this kind; `None` when they have not come by the deadline.
    fn read_until(&mut self, is_wanted: fn(u8) -> bool, count: usize, deadline: Deadline) -> io::Result<Option<u8>> {
        let mut missing = count;
        while deadline.left().is_some() {
            match self.wire.read(deadline) {
                Ok(bytes) => {
                    for byte in bytes.into_iter().filter(|byte| is_wanted(*byte)) {
                        missing -= 1;
                        if missing == 0 {
                            return Ok(Some(byte));
                        }
                    }
                }
                Err(problem) if is_timeout(&problem) => return Ok(None),
                Err(problem) => return Err(problem),
            }
        }
        Ok(None)
    }

    /// White dots for all that the printer may still wait for.
    fn fill(&mut self, deadline: Deadline) -> io::Result<()> {
        if self.torn == Torn::Yes {
            let longest_raster = self.profile.dots.div_ceil(8) * self.profile.band;
            self.wire.write(&vec![0; longest_raster as usize], deadline)?;
            self.torn = Torn::Filled;
        }
        Ok(())
    }

    /// A cut that keeps the torn paper from the next visitor.
    fn cut_off(&mut self, deadline: Deadline) -> io::Result<()> {
        if self.torn == Torn::Filled {
            self.wire.write(&CUT, deadline)?;
            self.torn = Torn::No;
        }
        Ok(())
    }

    /// Sends a slip.
    fn send(&mut self, slip: &[u8], deadline: Deadline) -> io::Result<()> {
        self.wire.open(deadline)?;
        self.fill(deadline)?;
        self.cut_off(deadline)?;
        self.torn = Torn::Yes;
        self.wire.write(slip, deadline)?;
        self.torn = Torn::No;
        Ok(())
    }

    /// Closes the wire. What was asked on it is not answered on another, and what was on its way may not have arrived: a
    /// slip without the answer that a printer could have given may have broken off.
    fn hang_up(&mut self) {
        self.wire.close();
        let is_unproven = self.has_ever_answered && self.unanswered.iter().any(|until| until.left().is_some());
        if is_unproven || self.torn == Torn::Filled {
            self.torn = Torn::Yes;
        }
        self.unanswered.clear();
    }

    /// Whether the slip that was just sent is on paper.
    fn wait_for_the_fence(&mut self, height: u32) -> (SlipOutcome, PrinterStatus) {
        let paper = Duration::from_secs_f64(f64::from(height) / DOTS_A_MILLIMETRE / SLOWEST);
        self.unanswered.retain(|until| until.left().is_some());
        self.unanswered.push(Deadline::after(FORGOTTEN));
        let fences = self.unanswered.len();
        match self.read_until(status::is_fence_answer, fences, Deadline::after(paper + self.patience.proof)) {
            Ok(Some(answer)) => {
                self.has_ever_answered = true;
                self.unanswered.clear();
                (SlipOutcome::Printed, status::status_after_fence(answer))
            }
            Ok(None) => {
                let status = self.probe();
                let says_no =
                    matches!(status, PrinterStatus::PaperOut | PrinterStatus::CoverOpen | PrinterStatus::Error);
                (if says_no { SlipOutcome::Failed } else { SlipOutcome::Unknown }, status)
            }
            Err(problem) => {
                tracing::warn!(%problem, "the printer went away after it took a slip");
                self.hang_up();
                self.torn = Torn::Yes;
                (SlipOutcome::Unknown, PrinterStatus::Offline)
            }
        }
    }
}

impl<W: Wire> Device for Dialogue<W> {
    fn profile(&self) -> Profile {
        self.profile
    }

    fn probe(&mut self) -> PrinterStatus {
        self.ask().unwrap_or_else(|problem| {
            tracing::debug!(%problem, "the printer can't be reached");
            self.hang_up();
            PrinterStatus::Offline
        })
    }

    fn print(&mut self, job: &Job) -> (SlipOutcome, PrinterStatus) {
        if let Err(problem) = self.send(&job.bytes, Deadline::after(self.patience.accept)) {
            tracing::warn!(%problem, "the printer did not take a whole slip");
            self.hang_up();
            return (SlipOutcome::Failed, PrinterStatus::Offline);
        }
        self.wait_for_the_fence(job.canvas.height())
    }
}

fn is_timeout(problem: &io::Error) -> bool {
    matches!(problem.kind(), io::ErrorKind::TimedOut | io::ErrorKind::WouldBlock)
}
