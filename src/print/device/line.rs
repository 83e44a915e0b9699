//! The line to a printer: what goes out, and what comes back, divided into responses.
//!
//! Promises: what has come unasked is read away to its end, within a bound; the beginning of a response is kept until
//! its rest comes, so that no rest passes for a response of its own, and goes with the connection.

use super::wire::Wire;
use crate::clock::Deadline;
use crate::health::{self, SHOWS_LIFE};
use crate::print::responses::{Response, ResponseParser};
use crate::print::status::{Answers, QUERIES};
use std::io;
use std::time::Duration;

/// More bytes without meaning than this are nonsense. Fewer may be late answers, or a disturbance of the line.
const MOST_STRAYS: usize = 8;
/// Who sends more than this unasked, or for so long, does not end by itself.
const MOST_UNASKED: usize = 16 * 1024;
const LONGEST_UNASKED: Duration = Duration::from_millis(100);
/// Bytes that have arrived are there at once.
const AT_ONCE: Duration = Duration::from_millis(1);

/// A wire, and the responses that come over it.
pub struct Line<W> {
    wire: W,
    parser: ResponseParser,
}

/// What came without a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Unasked {
    /// Answers to earlier barriers.
    pub papers: usize,
    /// Late answers to queries, and bytes without a meaning.
    strays: usize,
    is_endless: bool,
}

impl Unasked {
    /// Whether it is more than a sound printer sends.
    pub fn is_nonsense(self) -> bool {
        self.is_endless || self.strays + self.papers > MOST_STRAYS
    }
}

/// The answers to all queries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct QueryAnswers {
    pub answers: Answers,
    /// Answers to barriers that came between.
    pub papers: usize,
    /// Bytes without a meaning that came between.
    pub noise: usize,
}

impl QueryAnswers {
    /// Whether the printer answers.
    pub fn has_answer(&self) -> bool {
        self.answers.iter().any(Option::is_some)
    }

    /// Whether it is more than a sound printer sends.
    pub fn is_nonsense(&self) -> bool {
        self.noise + self.papers > MOST_STRAYS || (self.noise > 0 && !self.has_answer())
    }

    fn hear(&mut self, place: usize, response: Response) {
        match response {
            Response::RealTime(status) => self.answers[place] = Some(status),
            Response::Paper(_) => self.papers += 1,
            Response::Noise => self.noise += 1,
            Response::Automatic(_) | Response::Process(_) | Response::Block => {}
        }
    }
}

impl<W: Wire> Line<W> {
    /// A line that is not open yet.
    pub fn new(wire: W) -> Line<W> {
        Line { wire, parser: ResponseParser::default() }
    }

    /// Opens the connection unless it is open.
    pub fn open(&mut self, deadline: Deadline) -> io::Result<()> {
        health::show_life();
        self.wire.open(deadline)
    }

    /// Closes the connection, and what was on its way is lost.
    pub fn close(&mut self) {
        self.wire.close();
        self.parser = ResponseParser::default();
    }

    /// Whether answers that are still to come may come after the connection was closed and opened again.
    pub fn keeps_answers(&self) -> bool {
        self.wire.keeps_answers()
    }

    /// Writes all of it.
    pub fn write(&mut self, bytes: &[u8], deadline: Deadline) -> io::Result<()> {
        health::show_life();
        self.wire.write(bytes, deadline)
    }

    /// Whether the other end has taken all that was written, as far as the kernel can tell.
    pub fn is_taken(&mut self) -> io::Result<bool> {
        self.wire.is_taken()
    }

    /// What has come by the deadline, perhaps the beginning of a response only; `None` when nothing has.
    pub fn hear(&mut self, deadline: Deadline) -> io::Result<Option<Vec<Response>>> {
        Ok(self.read(deadline)?.map(|bytes| self.parser.push(&bytes)))
    }

    /// Reads away what has come so far.
    pub fn read_away(&mut self) -> io::Result<Unasked> {
        let (mut unasked, mut count) = (Unasked::default(), 0);
        let limit = Deadline::after(LONGEST_UNASKED);
        while let Some(bytes) = self.read(Deadline::after(AT_ONCE))? {
            count += bytes.len();
            for response in self.parser.push(&bytes) {
                match response {
                    Response::Paper(_) => unasked.papers += 1,
                    Response::RealTime(_) | Response::Noise => unasked.strays += 1,
                    Response::Automatic(_) | Response::Process(_) | Response::Block => {}
                }
            }
            unasked.is_endless = count > MOST_UNASKED;
            if unasked.is_endless || limit.is_over() {
                break;
            }
        }
        Ok(unasked)
    }

    /// Asks one query after the other, until one is not answered by the deadline.
    pub fn ask(&mut self, queries: &[u8], written: Deadline, deadline: Deadline) -> io::Result<QueryAnswers> {
        let mut heard = QueryAnswers::default();
        for query in queries {
            let place = QUERIES.iter().position(|known| known == query).unwrap_or_default();
            self.write(&[0x10, 0x04, *query], written)?;
            while heard.answers[place].is_none() {
                let Some(responses) = self.hear(deadline)? else { return Ok(heard) };
                responses.into_iter().for_each(|response| heard.hear(place, response));
                if heard.answers[place].is_none() && deadline.is_over() {
                    return Ok(heard);
                }
            }
        }
        Ok(heard)
    }

    /// What has come by the deadline; what is there already is read also after it, so that it is not taken for an answer to
    /// a later question. Who calls it again and again has to end at the deadline: some devices send without end.
    fn read(&mut self, deadline: Deadline) -> io::Result<Option<Vec<u8>>> {
        loop {
            health::show_life();
            match self.wire.read(Deadline::after(deadline.left_up_to(SHOWS_LIFE).unwrap_or_default())) {
                Ok(bytes) => return Ok(Some(bytes)),
                Err(error) if matches!(error.kind(), io::ErrorKind::TimedOut | io::ErrorKind::WouldBlock) => {
                    if deadline.is_over() {
                        return Ok(None);
                    }
                }
                Err(error) => return Err(error),
            }
        }
    }
}
