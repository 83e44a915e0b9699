//! The protocol with a real printer over any wire: query its status, send a slip, wait for proof that it is printed.
//!
//! Promises: no query ends up in a picture, because queries go out only between commands. A slip counts as printed only
//! by [`proof`](crate::print::proof) that is its own, from a printer that does not deny it. A slip goes out in two
//! pieces, and the end of it only once the printer has taken the rest: so what a printer takes up hours later is no
//! whole slip. A slip whose transfer broke off, or within which the printer stopped, is *torn*: it is never sent again
//! as an original, and its paper is cut before the next one. A printer that has never answered is taken for one that
//! can't, and its slips have the outcome *unknown*; one that has answered and falls silent is off line. Nonsense is
//! read away, and the connection made anew.
//!
//! How it works: after a broken transfer the printer may still wait for dots and take queries for such. So white dots
//! fill up the raster before the next query, once on each connection; a printer that waits for nothing ignores the
//! zeros. The cut, which costs paper, follows once: when the printer answers, or before the next slip when it never
//! does. After a slip without proof, barriers without a slip show whether they are answered at all.

use super::barriers::Barriers;
use super::cause::OfflineCause;
use super::line::{Line, QueryAnswers};
use super::patience::Patience;
use super::resync::ResyncState;
use super::wire::Wire;
use super::{Device, Job};
use crate::clock::Deadline;
use crate::domain::SlipOutcome;
use crate::print::escpos::{self, CUT, Profile};
use crate::print::proof::{Barrier, Proof};
use crate::print::responses::Response;
use crate::print::status::{self, PrinterStatus, QUERIES};
use std::io;
use std::thread;
use std::time::Duration;

/// The time limit for answers of a printer that has never answered.
const FIRST_ANSWER: Duration = Duration::from_millis(200);
/// The slowest paper, in millimetres a second.
const SLOWEST: f64 = 60.0;
const DOTS_PER_MILLIMETRE: f64 = 8.0;
/// Queries without an answer until the connection is made anew.
const MOST_SILENCES: u32 = 3;
/// The pause between two looks at a printer that is busy or off line within a slip.
const BETWEEN_LOOKS: Duration = Duration::from_millis(50);

/// A printer behind a wire.
pub struct Dialogue<W> {
    line: Line<W>,
    profile: Profile,
    patience: Patience,
    barriers: Barriers,
    /// It knows `DLE EOT`.
    has_ever_answered: bool,
    /// How many times in a row it did not answer.
    silences: u32,
    resync: ResyncState,
    cause: Option<OfflineCause>,
}

impl<W: Wire> Dialogue<W> {
    /// A printer at the other end of this wire.
    pub fn new(wire: W, profile: Profile, proof: Proof, patience: Patience) -> Dialogue<W> {
        Dialogue {
            line: Line::new(wire),
            profile,
            patience,
            barriers: Barriers::new(proof),
            has_ever_answered: false,
            silences: 0,
            resync: ResyncState::Done,
            cause: None,
        }
    }

    /// The status by queries alone.
    fn query_status(&mut self) -> io::Result<PrinterStatus> {
        self.cause = None;
        if self.open_in_quiet()? {
            return Ok(PrinterStatus::Garbled);
        }
        if self.resync == ResyncState::FillRaster {
            // A printer without paper may have no room for white dots, and say so in real time.
            let status = status::status_of(self.ask_all()?.answers);
            if let Some(status) = status.filter(|status| !status.can_print()) {
                return Ok(status);
            }
            self.fill_raster(Deadline::after(self.patience.answer))?;
        }
        if self.is_not_reading(Deadline::after(FIRST_ANSWER))? {
            self.cause = Some(OfflineCause::NotTaking);
            return Ok(PrinterStatus::Offline);
        }
        let heard = self.ask_all()?;
        if heard.is_nonsense() {
            self.hang_up();
            return Ok(PrinterStatus::Garbled);
        }
        if heard.has_answer() {
            self.has_ever_answered |= heard.noise == 0;
            self.cut_broken_slip(Deadline::after(self.patience.answer))?;
        }
        match status::status_of(heard.answers) {
            Some(status) => {
                self.silences = 0;
                Ok(status)
            }
            None if self.has_ever_answered => Ok(self.note_silence()),
            None => Ok(PrinterStatus::Unknown),
        }
    }

    /// The connection may be dead, so it is made anew now and then; not each time, which costs white dots.
    fn note_silence(&mut self) -> PrinterStatus {
        self.cause = Some(OfflineCause::Silent);
        self.silences += 1;
        if self.silences >= MOST_SILENCES {
            self.silences = 0;
            self.hang_up();
        }
        PrinterStatus::Offline
    }

    /// Opens the connection, and anew if it is full of nonsense; whether it still is.
    fn open_in_quiet(&mut self) -> io::Result<bool> {
        self.line.open(Deadline::after(self.patience.answer))?;
        // An error: the printer has closed the connection, as some do after each slip.
        if let Ok(false) = self.read_away() {
            return Ok(false);
        }
        self.hang_up();
        self.line.open(Deadline::after(self.patience.answer))?;
        self.read_away()
    }

    /// Whether a printer that can't answer leaves the white dots of a broken slip where they are.
    fn is_not_reading(&mut self, deadline: Deadline) -> io::Result<bool> {
        if self.resync != ResyncState::CutPaper || self.has_ever_answered {
            return Ok(false);
        }
        match self.wait_mutely(deadline) {
            Ok(_) => Ok(false),
            Err(error) if OfflineCause::of(&error) == OfflineCause::NotTaking => Ok(true),
            Err(error) => Err(error),
        }
    }

    /// Reads away what has come unasked; whether it was nonsense.
    fn read_away(&mut self) -> io::Result<bool> {
        let unasked = self.line.read_away()?;
        if !unasked.is_nonsense() {
            self.barriers.note_late(unasked.papers);
        }
        Ok(unasked.is_nonsense())
    }

    fn ask_all(&mut self) -> io::Result<QueryAnswers> {
        let limit = if self.has_ever_answered { self.patience.answer } else { FIRST_ANSWER };
        let heard = self.line.ask(&QUERIES, Deadline::after(self.patience.answer), Deadline::after(limit))?;
        self.barriers.note_late(heard.papers);
        Ok(heard)
    }

    /// After a slip without proof: asks by a barrier of its own whether the printer answers them. It answers them in
    /// their order, so those before one that was answered are lost.
    fn settle(&mut self) -> io::Result<()> {
        let barrier = self.barriers.next_without_slip();
        self.line.write(&barrier.bytes(), Deadline::after(self.patience.answer))?;
        self.barriers.watch(barrier);
        let until = Deadline::after(self.patience.answer);
        let mut is_answered = false;
        while self.barriers.owed() > 0 {
            let Some(responses) = self.line.hear(until)? else { break };
            if responses.contains(&Response::Noise) {
                return Ok(());
            }
            responses.into_iter().for_each(|it| is_answered |= self.barriers.note_settled(barrier, it));
            if until.is_over() {
                break;
            }
        }
        if is_answered {
            self.barriers.note_proof();
        }
        Ok(())
    }

    /// Sends white dots for all that the printer may still wait for.
    fn fill_raster(&mut self, deadline: Deadline) -> io::Result<()> {
        if self.resync == ResyncState::FillRaster {
            let longest_raster = self.profile.dots.div_ceil(8) * self.profile.band;
            self.line.write(&vec![0; longest_raster as usize], deadline)?;
            self.resync = ResyncState::CutPaper;
        }
        Ok(())
    }

    /// Cuts the paper, so that the next visitor does not get the broken slip.
    fn cut_broken_slip(&mut self, deadline: Deadline) -> io::Result<()> {
        if self.resync == ResyncState::CutPaper {
            self.line.write(&CUT, deadline)?;
            self.resync = ResyncState::Done;
        }
        Ok(())
    }

    /// Makes ready for a slip. Nothing of it has gone out.
    fn prepare(&mut self, deadline: Deadline) -> io::Result<()> {
        if self.open_in_quiet()? {
            return Err(io::ErrorKind::InvalidData.into());
        }
        self.fill_raster(deadline)?;
        if self.is_not_reading(deadline)? {
            return Err(OfflineCause::NotTaking.into());
        }
        self.cut_broken_slip(deadline)
    }

    /// Sends a slip and its barrier; the status of a printer that stopped within it, to which the end was not sent.
    fn send(&mut self, slip: &[u8], barrier: Barrier, deadline: Deadline) -> io::Result<Option<PrinterStatus>> {
        let (body, end) = escpos::body_and_end(slip);
        self.resync = ResyncState::FillRaster;
        self.line.write(body, deadline)?;
        let stopped =
            if self.has_ever_answered { self.wait_for_answer(deadline)? } else { self.wait_mutely(deadline)? };
        if stopped.is_some() {
            // Whole commands have gone out, so only the cut is missing.
            self.resync = ResyncState::CutPaper;
            return Ok(stopped);
        }
        self.line.write(end, deadline)?;
        self.read_away()?; // What comes before the barrier proves nothing.
        self.line.write(&barrier.bytes(), deadline)?;
        self.resync = ResyncState::Done;
        Ok(None)
    }

    /// Waits until a printer that can answer does so on line, one query being enough; its status, when it stopped.
    fn wait_for_answer(&mut self, deadline: Deadline) -> io::Result<Option<PrinterStatus>> {
        loop {
            let limit = deadline.left_up_to(self.patience.answer).unwrap_or_default();
            let heard = self.line.ask(&QUERIES, deadline, Deadline::after(limit))?;
            self.barriers.note_late(heard.papers);
            let status = status::status_of(heard.answers);
            match status.filter(|status| !status.can_print()) {
                // A cover may be closed in time; a roll is not changed so fast.
                Some(status @ (PrinterStatus::PaperOut | PrinterStatus::Error)) => return Ok(Some(status)),
                Some(status) if deadline.is_over() => return Ok(Some(status)),
                Some(_) => thread::sleep(deadline.left_up_to(BETWEEN_LOOKS).unwrap_or_default()),
                None if status.is_some() => return Ok(None),
                None if deadline.is_over() => return Err(OfflineCause::NotTaking.into()),
                None => {}
            }
        }
    }

    /// Waits until a printer that can't answer has taken what was sent.
    fn wait_mutely(&mut self, deadline: Deadline) -> io::Result<Option<PrinterStatus>> {
        loop {
            // A query makes the other end say what room it has.
            let heard = self.line.ask(&QUERIES[..1], deadline, Deadline::after(BETWEEN_LOOKS))?;
            if heard.has_answer() {
                self.has_ever_answered |= heard.noise == 0;
                return self.wait_for_answer(deadline);
            }
            if self.line.is_taken()? {
                return Ok(None);
            }
            if deadline.is_over() {
                return Err(OfflineCause::NotTaking.into());
            }
        }
    }

    /// Closes the line. Pending answers will not come on another connection, and bytes on their way may not have
    /// arrived: a slip without its answer, of a printer that answers, may have broken off.
    fn hang_up(&mut self) {
        let is_unproven = self.has_ever_answered && self.barriers.owed() > 0;
        self.close();
        if is_unproven || self.resync == ResyncState::CutPaper {
            self.resync = ResyncState::FillRaster;
        }
    }

    fn close(&mut self) {
        self.line.close();
        if !self.line.keeps_answers() {
            self.barriers.forget_owed();
        }
    }

    /// Whether the slip that was just sent is on paper.
    fn wait_for_proof(&mut self, barrier: Barrier, paper: Duration) -> io::Result<(SlipOutcome, PrinterStatus)> {
        let mut watch = self.barriers.watch(barrier);
        let until = Deadline::after(paper + self.patience.proof);
        while let Some(responses) = self.line.hear(until)? {
            match self.barriers.proof_in(&mut watch, responses) {
                Some(paper_status) => return Ok(self.confirm(paper_status)),
                None if until.is_over() => break,
                None => {}
            }
        }
        self.barriers.note_unproven();
        let status = self.query_status()?;
        if matches!(status, PrinterStatus::PaperOut | PrinterStatus::CoverOpen | PrinterStatus::Error) {
            return Ok((SlipOutcome::Torn, status));
        }
        if self.has_ever_answered && status.can_print() {
            // It has received everything, and an answer that comes later must not pass for that of another slip.
            self.close();
        } else if !self.has_ever_answered && !self.line.is_taken()? {
            self.hang_up();
            self.cause = Some(OfflineCause::NotTaking);
            return Ok((SlipOutcome::Unknown, PrinterStatus::Offline));
        }
        Ok((SlipOutcome::Unknown, self.as_known(status)))
    }

    /// The outcome after the answer to the barrier. It counts only if the printer itself does not deny it.
    fn confirm(&mut self, paper_status: Option<u8>) -> (SlipOutcome, PrinterStatus) {
        self.barriers.note_proof();
        let by_barrier = paper_status.map_or(PrinterStatus::Ready, status::status_after_barrier);
        let status = if !self.has_ever_answered {
            by_barrier
        } else {
            match self.ask_all() {
                Ok(heard) if heard.noise > 0 => PrinterStatus::Garbled,
                Ok(heard) => match status::status_of(heard.answers) {
                    // The slip is out; what has happened to the printer since is another matter.
                    None => return (SlipOutcome::Printed, self.goes_off_line(OfflineCause::Silent)),
                    Some(PrinterStatus::Ready) => by_barrier,
                    Some(status) => status,
                },
                Err(error) => return (SlipOutcome::Printed, self.goes_off_line(OfflineCause::of(&error))),
            }
        };
        let is_denied = !status.can_print() && self.barriers.can_be_imitated();
        if is_denied || self.barriers.are_imitated() {
            self.barriers.note_unproven();
            return (SlipOutcome::Unknown, self.as_known(status));
        }
        (SlipOutcome::Printed, status)
    }

    fn goes_off_line(&mut self, cause: OfflineCause) -> PrinterStatus {
        self.hang_up();
        self.cause = Some(cause);
        PrinterStatus::Offline
    }

    /// What staff are to hear of a printer with this status.
    fn as_known(&self, status: PrinterStatus) -> PrinterStatus {
        let says_nothing_else = matches!(status, PrinterStatus::Ready | PrinterStatus::Unknown);
        let is_unproven = self.barriers.is_unproven() || self.barriers.are_imitated();
        if is_unproven && says_nothing_else { PrinterStatus::Mute } else { status }
    }
}

impl<W: Wire> Device for Dialogue<W> {
    fn profile(&self) -> Profile {
        self.profile
    }

    fn cause(&self) -> Option<OfflineCause> {
        self.cause
    }

    fn probe(&mut self) -> PrinterStatus {
        let status = self.query_status().and_then(|status| {
            if status.is_ready() && self.barriers.may_settle() {
                self.settle()?;
            }
            Ok(self.as_known(status))
        });
        status.unwrap_or_else(|error| {
            tracing::debug!(%error, "the printer can't be reached");
            self.goes_off_line(OfflineCause::of(&error))
        })
    }

    fn print(&mut self, job: &Job) -> (SlipOutcome, PrinterStatus) {
        let paper = Duration::from_secs_f64(f64::from(job.canvas.height()) / DOTS_PER_MILLIMETRE / SLOWEST);
        let deadline = Deadline::after(self.patience.accept + paper);
        let barrier = self.barriers.next();
        let prepared = self.prepare(deadline).map_err(|error| (SlipOutcome::Failed, error));
        let sent = prepared
            .and_then(|()| self.send(&job.bytes, barrier, deadline).map_err(|error| (SlipOutcome::Torn, error)));
        let proven = sent.and_then(|stopped| match stopped {
            Some(status) => Ok((SlipOutcome::Torn, status)),
            None => self.wait_for_proof(barrier, paper).map_err(|error| (SlipOutcome::Unknown, error)),
        });
        proven.unwrap_or_else(|(outcome, error)| {
            tracing::warn!(%error, ?outcome, "the printer did not take the whole slip: check cable, power and paper");
            let has_gone_out = outcome != SlipOutcome::Failed;
            let is_garbled = error.kind() == io::ErrorKind::InvalidData;
            let offline = self.goes_off_line(OfflineCause::of(&error));
            let status = if is_garbled { PrinterStatus::Garbled } else { offline };
            if has_gone_out {
                self.resync = ResyncState::FillRaster;
            }
            (outcome, status)
        })
    }
}
