//! Checks and reads rows on two threads: most of the time that a start takes on a long day goes into their texts.

use super::error::JournalError;
use super::format::EventReader;
use super::log::Answered;
use super::row::StoredRow;
use crate::domain::Entry;
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

/// Rows that belong together, and how many others come before them.
type Chunk = (usize, Vec<StoredRow>);

/// Takes rows to be read, in order.
pub(super) struct RowSink {
    chunks: SyncSender<Chunk>,
    count: usize,
    rows: Vec<StoredRow>,
    here: RowReader,
}

/// Reads chunks, in any order.
#[derive(Default)]
struct RowReader {
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
    let waiting = Mutex::new(waiting);
    let (fetched, here, there) = thread::scope(|scope| {
        // Where no thread can be had, this one does it all.
        let read = || RowReader::default().read_waiting(&waiting);
        let other = thread::Builder::new().name("reader".to_owned()).spawn_scoped(scope, read).ok();
        let mut sink = RowSink { chunks, count: 0, rows: Vec::new(), here: RowReader::default() };
        let fetched = fetch(&mut sink);
        sink.hand_over();
        let RowSink { chunks, here, .. } = sink;
        drop(chunks);
        let here = here.read_waiting(&waiting);
        let there = other.map(|other| other.join().unwrap_or_else(|panic| resume_unwind(panic)));
        (fetched, here, there.unwrap_or_default())
    });
    let bad = here.bad.into_iter().chain(there.bad).min_by_key(|(place, _)| *place);
    match (fetched, bad) {
        // Whatever is wrong with their order comes after the rows that were handed over.
        (Ok(()) | Err(JournalError::Damaged { .. }), Some((_, bad))) => return Err(bad),
        (fetched, _) => fetched?,
    }
    let mut parts = here.parts;
    parts.extend(there.parts);
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
        match self.chunks.try_send((place, rows)) {
            Ok(()) => {}
            Err(TrySendError::Full(chunk) | TrySendError::Disconnected(chunk)) => self.here.read(chunk),
        }
    }
}

impl RowReader {
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

    fn read(&mut self, (first, rows): Chunk) {
        let mut read = ReadRows::default();
        for (place, row) in (first..).zip(rows) {
            if self.bad.as_ref().is_some_and(|(bad, _)| *bad < place) {
                return;
            }
            if let Err(error) = read.add(&row, &mut self.events) {
                self.bad = Some((place, error));
                return;
            }
        }
        self.parts.push((first, read));
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
