//! The protocol with a real printer over any wire: query its status, send a slip, wait for the proof that it is
//! printed.
//!
//! Promises: status queries go out only between slips, so that none ends up in a picture. A slip counts as printed only
//! when the printer has answered the status barrier behind it; a late answer counts for the slip before. A slip whose
//! transfer broke off, or within which the printer stopped, is *torn*: it is never sent again as an original, and its paper is
//! cut before the next one. A printer that has never answered
//! is taken for one that can't, and its slips have the outcome *unknown*; one that has answered and falls silent is off
//! line.
//!
//! How it works: after a broken transfer the printer may still wait for dots and take queries for such. So white dots
//! fill up the raster before the next query, once on each connection; a printer that waits for nothing ignores the
//! zeros. The cut, which costs paper, follows once: when the printer answers, or before the next slip when it never
//! does.

use super::{Device, Job};
use crate::clock::Deadline;
use crate::domain::SlipOutcome;
use crate::print::escpos::{CUT, Profile};
use crate::print::status::{self, Answers, PrinterStatus, QUERIES};
use std::io;
use std::time::Duration;

/// The time limit for answers of a printer that has never answered.
const FIRST_ANSWER: Duration = Duration::from_millis(200);
/// The slowest paper, in millimetres a second.
const SLOWEST: f64 = 60.0;
const DOTS_PER_MILLIMETRE: f64 = 8.0;
/// After this time the answer to a status barrier is not expected any more.
const BARRIER_LOST: Duration = Duration::from_secs(60);

/// Time limits for a printer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Patience {
    /// For an answer; USB and network printers are late by up to a second.
    pub answer: Duration,
    /// For taking all bytes of a slip.
    pub accept: Duration,
    /// For the proof that a slip is printed, beyond the time of the slowest paper.
    pub proof: Duration,
}

impl Default for Patience {
    fn default() -> Patience {
        Patience { answer: Duration::from_secs(1), accept: Duration::from_secs(6), proof: Duration::from_secs(3) }
    }
}

/// Bytes to a printer and back. Each call ends at its deadline.
pub trait Wire: Send {
    /// Opens the connection unless it is open.
    fn open(&mut self, deadline: Deadline) -> io::Result<()>;
    /// Writes all of it; an error says nothing about how much went out.
    fn write(&mut self, bytes: &[u8], deadline: Deadline) -> io::Result<()>;
    /// Reads what has arrived, at least a byte; `TimedOut` when nothing has.
    fn read(&mut self, deadline: Deadline) -> io::Result<Vec<u8>>;
    /// Closes the connection.
    fn close(&mut self);
}

/// A printer behind a wire.
pub struct Dialogue<W> {
    wire: W,
    profile: Profile,
    patience: Patience,
    has_ever_answered: bool,
    /// For each status barrier without an answer, until when one may still come.
    unanswered: Vec<Deadline>,
    resync: ResyncState,
}

/// What is left to do after a slip whose transfer broke off.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum ResyncState {
    Done,
    /// The printer may wait for dots: fill up its raster.
    FillRaster,
    /// The raster is full: cut the paper.
    CutPaper,
}

impl<W: Wire> Dialogue<W> {
    /// A printer at the other end of this wire.
    pub fn new(wire: W, profile: Profile, patience: Patience) -> Dialogue<W> {
        let resync = ResyncState::Done;
        Dialogue { wire, profile, patience, has_ever_answered: false, unanswered: Vec::new(), resync }
    }

    fn query_status(&mut self) -> io::Result<PrinterStatus> {
        self.wire.open(Deadline::after(self.patience.answer))?;
        self.fill_raster(Deadline::after(self.patience.answer))?;
        self.read_late_answers()?;
        let written = Deadline::after(self.patience.answer);
        let deadline = Deadline::after(if self.has_ever_answered { self.patience.answer } else { FIRST_ANSWER });
        let mut answers: Answers = [None; 4];
        for (place, query) in QUERIES.into_iter().enumerate() {
            self.wire.write(&[0x10, 0x04, query], written)?;
            answers[place] = self.read_nth(status::is_status_answer, 1, deadline)?;
            if answers[place].is_none() {
                break;
            }
        }
        if answers.iter().any(Option::is_some) {
            self.has_ever_answered = true;
            self.cut_broken_slip(written)?;
        }
        let silent = if self.has_ever_answered { PrinterStatus::Offline } else { PrinterStatus::Unknown };
        Ok(status::status_of(answers).unwrap_or(silent))
    }

    /// Reads answers that came after their deadline. They prove that the printer can answer.
    fn read_late_answers(&mut self) -> io::Result<()> {
        let Some(late) = self.read_or_timeout(Deadline::after(Duration::from_millis(1)))? else { return Ok(()) };
        self.has_ever_answered |= late.iter().any(|byte| status::is_status_answer(*byte));
        let barriers = late.iter().filter(|byte| status::is_barrier_answer(**byte)).count();
        self.unanswered.drain(..barriers.min(self.unanswered.len()));
        Ok(())
    }

    /// The last of so many bytes of this kind; `None` when they have not come by the deadline.
    fn read_nth(&mut self, is_wanted: fn(u8) -> bool, count: usize, deadline: Deadline) -> io::Result<Option<u8>> {
        let mut missing = count;
        while !deadline.is_over() {
            let Some(bytes) = self.read_or_timeout(deadline)? else { return Ok(None) };
            let wanted: Vec<u8> = bytes.into_iter().filter(|byte| is_wanted(*byte)).collect();
            if let Some(last) = wanted.get(missing - 1) {
                return Ok(Some(*last));
            }
            missing -= wanted.len();
        }
        Ok(None)
    }

    /// What has arrived by the deadline; `None` when nothing has.
    fn read_or_timeout(&mut self, deadline: Deadline) -> io::Result<Option<Vec<u8>>> {
        match self.wire.read(deadline) {
            Ok(bytes) => Ok(Some(bytes)),
            Err(error) if matches!(error.kind(), io::ErrorKind::TimedOut | io::ErrorKind::WouldBlock) => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// Sends white dots for all that the printer may still wait for.
    fn fill_raster(&mut self, deadline: Deadline) -> io::Result<()> {
        if self.resync == ResyncState::FillRaster {
            let longest_raster = self.profile.dots.div_ceil(8) * self.profile.band;
            self.wire.write(&vec![0; longest_raster as usize], deadline)?;
            self.resync = ResyncState::CutPaper;
        }
        Ok(())
    }

    /// Cuts the paper, so that the next visitor does not get the broken slip.
    fn cut_broken_slip(&mut self, deadline: Deadline) -> io::Result<()> {
        if self.resync == ResyncState::CutPaper {
            self.wire.write(&CUT, deadline)?;
            self.resync = ResyncState::Done;
        }
        Ok(())
    }

    /// Makes ready for a slip. Nothing of it has gone out.
    fn prepare(&mut self, deadline: Deadline) -> io::Result<()> {
        self.wire.open(deadline)?;
        self.fill_raster(deadline)?;
        self.cut_broken_slip(deadline)
    }

    fn send(&mut self, slip: &[u8], deadline: Deadline) -> io::Result<()> {
        self.resync = ResyncState::FillRaster;
        self.wire.write(slip, deadline)?;
        self.resync = ResyncState::Done;
        Ok(())
    }

    /// Closes the wire. Pending answers will not come on another connection, and bytes on their way may not have
    /// arrived: a slip without its answer, of a printer that answers, may have broken off.
    fn hang_up(&mut self) {
        self.wire.close();
        let is_unproven = self.has_ever_answered && self.unanswered.iter().any(|until| !until.is_over());
        if is_unproven || self.resync == ResyncState::CutPaper {
            self.resync = ResyncState::FillRaster;
        }
        self.unanswered.clear();
    }

    /// Whether the slip that was just sent is on paper.
    fn wait_for_barrier(&mut self, height: u32) -> (SlipOutcome, PrinterStatus) {
        let paper = Duration::from_secs_f64(f64::from(height) / DOTS_PER_MILLIMETRE / SLOWEST);
        self.unanswered.retain(|until| !until.is_over());
        self.unanswered.push(Deadline::after(BARRIER_LOST));
        let barriers = self.unanswered.len();
        match self.read_nth(status::is_barrier_answer, barriers, Deadline::after(paper + self.patience.proof)) {
            Ok(Some(answer)) => {
                self.has_ever_answered = true;
                self.unanswered.clear();
                (SlipOutcome::Printed, status::status_after_barrier(answer))
            }
            Ok(None) => {
                let status = self.probe();
                let says_no =
                    matches!(status, PrinterStatus::PaperOut | PrinterStatus::CoverOpen | PrinterStatus::Error);
                (if says_no { SlipOutcome::Torn } else { SlipOutcome::Unknown }, status)
            }
            Err(error) => {
                tracing::warn!(%error, "the connection to the printer broke after it took a slip: check cable and power");
                self.hang_up();
                self.resync = ResyncState::FillRaster;
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
        self.query_status().unwrap_or_else(|error| {
            tracing::debug!(%error, "the printer can't be reached");
            self.hang_up();
            PrinterStatus::Offline
        })
    }

    fn print(&mut self, job: &Job) -> (SlipOutcome, PrinterStatus) {
        let deadline = Deadline::after(self.patience.accept);
        let prepared = self.prepare(deadline).map_err(|error| (SlipOutcome::Failed, error));
        let sent = prepared.and_then(|()| self.send(&job.bytes, deadline).map_err(|error| (SlipOutcome::Torn, error)));
        if let Err((outcome, error)) = sent {
            tracing::warn!(%error, "the printer did not take the whole slip: check cable, power and paper");
            self.hang_up();
            return (outcome, PrinterStatus::Offline);
        }
        self.wait_for_barrier(job.canvas.height())
    }
}
