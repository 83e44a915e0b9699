//! Checks and reads rows on two threads: most of the time that a start takes on a long day goes into their texts.

use super::error::JournalError;
use super::format::EventReader;
use super::log::Answered;
use super::row::StoredRow;
use crate::domain::Entry;
use std::panic::resume_unwind;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Mutex, PoisonError};
use std::thread;

/// How many rows are handed over at once.
const CHUNK: usize = 256;

/// What rows say, in their order.
#[derive(Debug, Default)]
pub(super) struct ReadRows {
    pub entries: Vec<Entry>,
    pub answers: Vec<Answered>,
}

/// Rows that belong together, and how many others come before them.
type Chunk = (usize, Vec<StoredRow>);

/// Takes rows to be read, in order.
pub(super) struct RowSink {
    chunks: Sender<Chunk>,
    count: usize,
    rows: Vec<StoredRow>,
}

/// Reads the rows that `fetch` puts into the sink: another thread begins while they are fetched, and this one helps then.
pub(super) fn read_rows(
    fetch: impl FnOnce(&mut RowSink) -> Result<(), JournalError>,
) -> Result<ReadRows, JournalError> {
    let (chunks, waiting) = channel();
    let waiting = Mutex::new(waiting);
    let (here, there) = thread::scope(|scope| {
        // Where no thread can be had, this one does it all.
        let other = thread::Builder::new().name("reader".to_owned()).spawn_scoped(scope, || read_some(&waiting)).ok();
        let mut sink = RowSink { chunks, count: 0, rows: Vec::new() };
        let fetched = fetch(&mut sink);
        sink.hand_over();
        drop(sink);
        let here = fetched.and_then(|()| read_some(&waiting));
        let there = other.map(|other| other.join().unwrap_or_else(|panic| resume_unwind(panic)));
        (here, there)
    });
    let mut parts = here?;
    parts.extend(there.transpose()?.into_iter().flatten());
    parts.sort_unstable_by_key(|(place, _)| *place);
    let mut read = ReadRows::default();
    for (_, part) in parts {
        read.entries.extend(part.entries);
        read.answers.extend(part.answers);
    }
    Ok(read)
}

impl RowSink {
    pub(super) fn take(&mut self, row: StoredRow) {
        self.rows.push(row);
        if self.rows.len() == CHUNK {
            self.hand_over();
        }
    }

    fn hand_over(&mut self) {
        let rows = std::mem::take(&mut self.rows);
        let place = self.count;
        self.count += rows.len();
        // The other end lives as long as this one.
        let _ = self.chunks.send((place, rows));
    }
}

/// Reads chunks until there are no more.
fn read_some(waiting: &Mutex<Receiver<Chunk>>) -> Result<Vec<(usize, ReadRows)>, JournalError> {
    let mut events = EventReader::default();
    let mut parts = Vec::new();
    loop {
        let next = waiting.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok((place, rows)) = next else { return Ok(parts) };
        let mut read = ReadRows::default();
        for row in rows {
            row.check()?;
            read.entries.push(row.entry(&mut events)?);
            read.answers.extend(row.answer()?);
        }
        parts.push((place, read));
    }
}
