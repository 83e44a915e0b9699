//! The embedded log: one table in one SQLite file.

use super::check::Checked;
use super::entries::{answers_of_today, entries_of_today, raw_entry, read_entry};
use super::error::JournalError;
use super::files::folder_of;
use super::format::EventReader;
use super::guard::{Guard, GuardFinding};
use super::keepsake::Keepsake;
use super::log::{Answered, Journal, Rescue};
use super::missing::Missing;
use super::opening::{OpenedDatabase, open_or_recover};
use super::rescue;
use super::row::StoredRow;
use super::scrub::Scrub;
use super::testimony::{Doubt, Testimony};
use super::witness::{Heard, Witness};
use super::{schema, staff_session, tallies, taps};
use crate::domain::tally::taps::Taps;
use crate::domain::{Entry, Event, Sequence, Tally};
use rusqlite::{Connection, Transaction, TransactionBehavior};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::time::Duration;

/// After how many commits that stand in the write-ahead log alone the journal is to be tended. Copying them into the database
/// makes a command that comes meanwhile wait for one more sync, so that it has to be rarer than one in a hundred.
const CHECKPOINT_EVERY: u32 = 200;
/// How long a commit waits for another connection's: one on a slow disk.
const PATIENCE: Duration = Duration::from_secs(1);
/// The same when another program has held the database for longer than that: each command is refused quickly.
const NO_PATIENCE: Duration = Duration::from_millis(20);

/// A journal in a SQLite file.
#[derive(Debug)]
pub struct SqliteJournal {
    /// Not closed when the database was replaced: closing deletes the side files by their paths, and
    /// those may be of another one by then. Nor when they were damaged: closing copies the log into the database.
    connection: Connection,
    last: Sequence,
    file: PathBuf,
    guard: Guard,
    /// Commits since everything was copied into the database.
    in_log: u32,
    witness: Witness,
    /// How far the journal has come.
    said: Testimony,
    /// Whether the witness has to be written anew with the next entries.
    is_unwitnessed: bool,
    missing: Option<Missing>,
    scrub: Scrub,
    /// Read when it was opened, for the first question.
    today: Option<Vec<Entry>>,
    /// The same.
    given: Option<Vec<Answered>>,
    keepsake: Keepsake,
}

impl SqliteJournal {
    /// Opens the journal in this file, or creates it. A damaged one is put aside, and what can be read of it and of the
    /// newest backup comes back.
    pub fn open(file: &Path) -> Result<SqliteJournal, JournalError> {
        let (opened, heard, witness) = open_or_recover(file)?;
        let OpenedDatabase { connection, checked: Checked { today, answers: given, mut said }, missing } = opened;
        let is_unwitnessed = match &heard {
            Heard::Said { newest, doubt } if newest.journal == said.journal && newest.date == said.date => {
                said.reserved = newest.reserved;
                *doubt != Doubt::None
            }
            Heard::Said { .. } | Heard::Nothing { .. } => true,
        };
        connection.busy_timeout(PATIENCE)?;
        let (file, guard) = (file.to_owned(), Guard::of(file, &connection)?);
        let (last, today) = (last_of(&connection)?, Some(today));
        let given = Some(given);
        let mut journal = SqliteJournal {
            connection,
            last,
            file,
            guard,
            in_log: 0,
            witness,
            said,
            is_unwitnessed,
            missing,
            scrub: Scrub::due(),
            today,
            given,
            keepsake: Keepsake::default(),
        };
        if journal.is_unwitnessed && journal.missing.is_none() {
            journal.begin_witness();
        }
        // A full disk must not prevent the start.
        if journal.witness.is_there()
            && let Err(error) = schema::mark_witnessed(&journal.connection)
        {
            tracing::warn!(%error, "the database can't be marked as one with a witness; it is tried again at the next start");
        }
        journal.scrub.if_due(&journal.connection);
        journal.guard.note(&journal.connection, Ok(()))?;
        Ok(journal)
    }

    fn begin_witness(&mut self) {
        self.said.reserve(false);
        self.witness.begin(&self.said);
        self.is_unwitnessed = false;
    }

    /// Whether something that was deleted may still be readable on the disk.
    pub fn traces(&self) -> Arc<AtomicBool> {
        self.scrub.has_failed()
    }

    /// Lets the witness know of entries that were appended. What was found missing stays in it until the day says so.
    fn bear_witness(&mut self, said: Testimony, entries: &[Entry]) {
        let has = |is: fn(&Event) -> bool| entries.iter().any(|entry| is(&entry.event));
        let is_new_day = has(|event| matches!(event, Event::DayOpened { .. }));
        let is_said = has(|event| matches!(event, Event::EntriesLost { .. }));
        let is_over = |missing: &Missing| said.date.is_some_and(|date| missing.date < date);
        if self.missing.as_ref().is_some_and(|missing| is_said || is_over(missing)) {
            self.missing = None;
        }
        self.said = said;
        if self.missing.is_some() {
            return;
        }
        if is_new_day || is_said || self.is_unwitnessed || !self.witness.is_there() {
            self.begin_witness();
        } else {
            self.witness.say(&self.said);
        }
    }

    fn append_to_files(
        &mut self,
        after: Sequence,
        entries: &[Entry],
        answers: &[Answered],
    ) -> Result<(), JournalError> {
        let mut said = self.said.clone();
        entries.iter().for_each(|entry| said.note(entry));
        if self.missing.is_none() && !self.is_unwitnessed && said.reserve(false) {
            self.said.reserved = said.reserved;
            self.witness.reserve(&self.said);
        }
        let inserted = self.insert(after, entries, answers);
        self.learn_patience(&inserted);
        let newest = inserted?;
        if let Err(replaced) = self.guard.note_in_place(&self.connection) {
            // Written to a file that no start will find: it is refused, so a rescue must not bring it back.
            let undo = self.connection.execute("DELETE FROM entry WHERE sequence > ?1", [after.0 as i64]);
            return Err(undo.map_or_else(JournalError::from, |_| replaced));
        }
        self.last = newest;
        (self.today, self.given) = (None, None);
        self.bear_witness(said, entries);
        if self.keepsake.is_empty() {
            self.keepsake.refresh(folder_of(&self.file));
        }
        self.in_log += 1;
        Ok(())
    }

    fn insert(&mut self, after: Sequence, entries: &[Entry], answers: &[Answered]) -> Result<Sequence, JournalError> {
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let found = last_of(&transaction)?;
        if found != after {
            return Err(JournalError::Moved { expected: after, found });
        }
        {
            let mut answers = answers.iter().peekable();
            for entry in entries {
                let answer = answers.next_if(|answer| answer.sequence == entry.sequence);
                StoredRow::of(entry, answer).insert(&transaction)?;
            }
        }
        for entry in entries {
            if let Event::ClockSet(shift) = &entry.event {
                staff_session::move_sessions(&transaction, shift)?;
            }
        }
        transaction.commit()?;
        Ok(entries.last().map_or(after, |newest| newest.sequence))
    }

    /// Does something that writes to the files, unless they are not those that were opened, or others have damaged them.
    fn writing<T>(&mut self, write: impl FnOnce(&mut Self) -> Result<T, JournalError>) -> Result<T, JournalError> {
        self.look()?;
        let done = write(self);
        self.guard.note(&self.connection, done)
    }

    /// To be done before each writing.
    fn look(&mut self) -> Result<(), JournalError> {
        let looked = self.guard.look(&self.connection, self.last);
        if looked.is_err() {
            self.learn_patience(&looked);
        }
        match looked? {
            GuardFinding::Untouched => Ok(()),
            // What the log has is safe then from what was done to the rest of it.
            GuardFinding::Sound => {
                let kept = self.checkpoint();
                self.guard.note(&self.connection, kept)
            }
        }
    }

    /// Another program that holds the database makes the first command wait, and no further one.
    fn learn_patience<T>(&self, done: &Result<T, JournalError>) {
        let patience = match done {
            Ok(_) => PATIENCE,
            Err(JournalError::Held) => NO_PATIENCE,
            Err(_) => return,
        };
        // Setting it can't fail on an open connection; with the old one it is only slower.
        let _ = self.connection.busy_timeout(patience);
    }

    /// Copies the log into the database. Readers and writers go on meanwhile, and what they still use stays in the log.
    fn checkpoint(&mut self) -> Result<(), JournalError> {
        self.connection.query_row("PRAGMA wal_checkpoint(PASSIVE)", [], |_| Ok(()))?;
        self.in_log = 0;
        Ok(())
    }

    /// The settings that durability rests on, as the connection reports them; for tests.
    pub fn pragmas(&self) -> Result<Vec<(&'static str, String)>, JournalError> {
        let read = |(name, _): &(&'static str, &str)| {
            let value: rusqlite::types::Value = self.connection.pragma_query_value(None, name, |row| row.get(0))?;
            let text = match value {
                rusqlite::types::Value::Integer(number) => number.to_string(),
                rusqlite::types::Value::Text(text) => text,
                other => format!("{other:?}"),
            };
            Ok((*name, text))
        };
        Ok(schema::PRAGMAS.iter().map(read).collect::<rusqlite::Result<_>>()?)
    }

    /// What [`SqliteJournal::pragmas`] has to answer.
    pub fn wanted_pragmas() -> &'static [(&'static str, &'static str)] {
        schema::PRAGMAS
    }
}

impl Journal for SqliteJournal {
    fn last(&self) -> Sequence {
        self.last
    }

    fn today(&mut self) -> Result<Vec<Entry>, JournalError> {
        match self.today.take() {
            Some(today) => Ok(today),
            None => entries_of_today(&self.connection),
        }
    }

    fn answers(&mut self, newest: usize) -> Result<Vec<Answered>, JournalError> {
        let mut answers = match self.given.take() {
            Some(given) => given,
            None => answers_of_today(&self.connection)?,
        };
        answers.drain(..answers.len().saturating_sub(newest));
        Ok(answers)
    }

    fn append(&mut self, after: Sequence, entries: &[Entry], answers: &[Answered]) -> Result<(), JournalError> {
        if entries.is_empty() {
            return Ok(());
        }
        self.look()?;
        let appended = self.append_to_files(after, entries, answers);
        // After a success the files were noted before the entries were promised.
        if appended.is_ok() { appended } else { self.guard.note(&self.connection, appended) }
    }

    fn wants_tending(&self) -> bool {
        self.in_log >= CHECKPOINT_EVERY
    }

    fn probe(&mut self) -> Result<(), JournalError> {
        self.writing(|journal| {
            let probed = write_a_page(&journal.connection).map_err(JournalError::from);
            journal.learn_patience(&probed);
            probed?;
            journal.guard.must_be_in_place()
        })
    }

    fn tend(&mut self) -> Result<(), JournalError> {
        self.writing(|journal| {
            if !journal.wants_tending() {
                // No command waits.
                journal.guard.read_if_due(journal.last)?;
            }
            journal.keepsake.refresh(folder_of(&journal.file));
            if journal.missing.is_none() {
                if !journal.witness.is_there() {
                    journal.begin_witness();
                } else if journal.said.reserve(true) {
                    journal.witness.reserve(&journal.said);
                }
            }
            journal.scrub.if_due(&journal.connection);
            if journal.in_log > 0 { journal.checkpoint() } else { Ok(()) }
        })
    }

    fn missing(&self) -> Option<Missing> {
        self.missing.clone()
    }

    fn rescue(&mut self) -> Result<Rescue, JournalError> {
        let rescued = if self.guard.has_no_index() {
            // SQLite can't be asked any more. What was committed is in the files.
            Rescue::LeftDamaged
        } else if self.guard.is_garbled() {
            rescue::rewrite(&self.connection, &self.file, self.last)?
        } else {
            rescue::rescue(&self.connection, &self.file, self.guard.has_database())?
        };
        if !self.witness.is_there() && rescued == Rescue::Written && self.missing.is_none() {
            self.begin_witness();
        }
        if rescued == Rescue::Written
            && let Err(error) = self.keepsake.restore(folder_of(&self.file))
        {
            tracing::error!(%error, "the site can't be kept once more: name its file with --site at the next start");
        }
        Ok(rescued)
    }

    fn before(&mut self, first: Sequence) -> Result<Vec<Entry>, JournalError> {
        let sql = "SELECT sequence, at, event FROM entry WHERE sequence < ?1 ORDER BY sequence";
        let mut statement = self.connection.prepare(sql)?;
        let rows = statement.query_map([first.0 as i64], raw_entry)?;
        let mut events = EventReader::default();
        rows.map(|row| read_entry(row?, &mut events)).collect()
    }

    fn forget_before(&mut self, first: Sequence, tallies: &[Tally]) -> Result<(), JournalError> {
        self.writing(|journal| {
            let transaction = journal.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
            for tally in tallies {
                tallies::add(&transaction, tally)?;
            }
            transaction.execute("DELETE FROM entry WHERE sequence < ?1", [first.0 as i64])?;
            transaction.commit()?;
            journal.scrub.after_deletion(&journal.connection);
            Ok(())
        })
    }

    fn add_taps(&mut self, taps: &Taps) -> Result<(), JournalError> {
        self.writing(|journal| {
            let transaction = journal.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
            taps::add(&transaction, taps)?;
            transaction.commit()?;
            // The counts that were overwritten must not be recoverable: the difference is what few visitors have answered.
            journal.scrub.after_deletion(&journal.connection);
            Ok(())
        })
    }
}

impl Drop for SqliteJournal {
    fn drop(&mut self) {
        if (self.guard.is_garbled() || !self.guard.has_database())
            && let Ok(other) = Connection::open_in_memory()
        {
            std::mem::forget(std::mem::replace(&mut self.connection, other));
        }
    }
}

/// The version stays as it is, whichever program has written it, and yet a page is written and synced.
fn write_a_page(connection: &Connection) -> rusqlite::Result<()> {
    let transaction = Transaction::new_unchecked(connection, TransactionBehavior::Immediate)?;
    let version: i64 = transaction.pragma_query_value(None, "user_version", |row| row.get(0))?;
    transaction.pragma_update(None, "user_version", version)?;
    transaction.commit()
}

fn last_of(connection: &Connection) -> Result<Sequence, JournalError> {
    let mut newest = connection.prepare_cached("SELECT coalesce(max(sequence), 0) FROM entry")?;
    let last: i64 = newest.query_row([], |row| row.get(0))?;
    Ok(Sequence(last.unsigned_abs()))
}
