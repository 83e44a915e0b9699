//! Checks and reads rows on two threads: most of the time that a start takes on a long day goes into their texts.

use super::error::JournalError;
use super::format::EventReader;
use super::log::Answered;
use super::row::StoredRow;
use crate::domain::Entry;
use rusqlite::Row;
use std::panic::resume_unwind;
use std::sync::mpsc::{Receiver, SyncSender, TrySendError, sync_channel};
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

/// How many chunks may wait to be read. When there are more, the thread that fetches them reads.
const WAITING: usize = 16;

/// Rows that belong together.
#[derive(Default)]
struct Chunk {
    /// How many others come before them.
    first: usize,
    /// The rows, and after them others that were read before: their memory is used again. To free it on the thread that did
    /// not take it makes both wait for each other.
    rows: Vec<StoredRow>,
    count: usize,
}

/// Takes rows to be read, in order.
pub(super) struct RowSink {
    chunks: SyncSender<Chunk>,
    used: Receiver<Chunk>,
    chunk: Chunk,
    here: RowReader,
}

/// Reads chunks, in any order.
struct RowReader {
    used: SyncSender<Chunk>,
    events: EventReader,
    parts: Vec<(usize, ReadRows)>,
    /// The first row that can't be read, by its place. Nothing after it matters.
    bad: Option<(usize, JournalError)>,
}

/// Reads the rows that `fetch` puts into the sink: another thread begins while they are fetched, and this one helps then. The
/// error is that of the first bad row.
pub(super) fn read_rows(
    fetch: impl FnOnce(&mut RowSink) -> Result<(), JournalError>,
) -> Result<ReadRows, JournalError> {
    let (chunks, waiting) = sync_channel(WAITING);
    let (done, used) = sync_channel(WAITING);
    let waiting = Mutex::new(waiting);
    let (fetched, here, there) = thread::scope(|scope| {
        // Where no thread can be had, this one does it all.
        let reader = RowReader::new(&done);
        let read = || reader.read_waiting(&waiting);
        let other = thread::Builder::new().name("reader".to_owned()).spawn_scoped(scope, read).ok();
        let mut sink = RowSink { chunks, used, chunk: Chunk::default(), here: RowReader::new(&done) };
        let fetched = fetch(&mut sink);
        sink.hand_over();
        let RowSink { chunks, here, .. } = sink;
        drop(chunks);
        let here = here.read_waiting(&waiting);
        let there = other.map(|other| other.join().unwrap_or_else(|panic| resume_unwind(panic)));
        (fetched, here, there)
    });
    let readers = [Some(here), there].into_iter().flatten();
    let (parts, bad): (Vec<_>, Vec<_>) = readers.map(|reader| (reader.parts, reader.bad)).unzip();
    let bad = bad.into_iter().flatten().min_by_key(|(place, _)| *place);
    match (fetched, bad) {
        // Whatever is wrong with their order comes after the rows that were handed over.
        (Ok(()) | Err(JournalError::Damaged { .. }), Some((_, bad))) => return Err(bad),
        (fetched, _) => fetched?,
    }
    let mut parts: Vec<_> = parts.into_iter().flatten().collect();
    parts.sort_unstable_by_key(|(place, _)| *place);
    let mut read = ReadRows::default();
    for (_, part) in parts {
        read.entries.extend(part.entries);
        read.answers.extend(part.answers);
    }
    Ok(read)
}

impl RowSink {
    /// Takes a row, and gives it back to be looked at.
    pub(super) fn take(&mut self, row: &Row) -> Result<&StoredRow, JournalError> {
        if self.chunk.count == CHUNK {
            self.hand_over();
        }
        let place = self.chunk.count;
        match self.chunk.rows.get_mut(place) {
            Some(used) => used.become_row(row)?,
            None => self.chunk.rows.push(StoredRow::read(row)?),
        }
        self.chunk.count += 1;
        Ok(&self.chunk.rows[place])
    }

    fn hand_over(&mut self) {
        let first = self.chunk.first + self.chunk.count;
        let next = Chunk { first, count: 0, rows: self.used.try_recv().unwrap_or_default().rows };
        match self.chunks.try_send(std::mem::replace(&mut self.chunk, next)) {
            Ok(()) => {}
            Err(TrySendError::Full(chunk) | TrySendError::Disconnected(chunk)) => self.here.read(chunk),
        }
    }
}

impl RowReader {
    fn new(used: &SyncSender<Chunk>) -> RowReader {
        RowReader { used: used.clone(), events: EventReader::default(), parts: Vec::new(), bad: None }
    }

    /// Reads until no more can come.
    fn read_waiting(mut self, waiting: &Mutex<Receiver<Chunk>>) -> RowReader {
        loop {
            let next = waiting.lock().unwrap_or_else(PoisonError::into_inner).recv();
            match next {
                Ok(chunk) => self.read(chunk),
                Err(_) => return self,
            }
        }
    }

    fn read(&mut self, chunk: Chunk) {
        let mut read = ReadRows::default();
        for (place, row) in (chunk.first..).zip(&chunk.rows[..chunk.count]) {
            if self.bad.as_ref().is_some_and(|(bad, _)| *bad < place) {
                return;
            }
            if let Err(error) = read.add(row, &mut self.events) {
                self.bad = Some((place, error));
                return;
            }
        }
        self.parts.push((chunk.first, read));
        // None is fetched any more, or there are enough of them.
        let _ = self.used.try_send(chunk);
    }
}

impl ReadRows {
    fn add(&mut self, row: &StoredRow, events: &mut EventReader) -> Result<(), JournalError> {
        row.check()?;
        self.entries.push(row.entry(events)?);
        self.answers.extend(row.answer()?);
        Ok(())
    }
}
