//! What an open journal makes of others who write to its files: of other connections nothing, of damage its end, and of a count
//! that can't be read a new one.

use crate::full_disk::{FullDisk, Refused};
use crate::world::{TUESDAY_TEN, demo_site};
use jiff::civil::date;
use rusqlite::Connection;
use sportello::clock::Clock;
use sportello::domain::tally::taps::{FirstVisit, Tap, Taps};
use sportello::domain::{CallNumber, DeskNumber, Entry, Event, Sequence, Tally};
use sportello::hub;
use sportello::journal::{
    DataFolder, Journal, JournalError, Rescue, Role, SqliteJournal, StaffBook, StaffError, TallyBook,
};
use std::fs::{self, OpenOptions};
use std::os::unix::fs::FileExt;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// A journal with a day of a few entries, each a commit of its own.
struct Begun {
    folder: TempDir,
    file: PathBuf,
    journal: SqliteJournal,
}

impl Begun {
    fn new() -> Begun {
        let folder = tempfile::tempdir().unwrap();
        let file = DataFolder::database(folder.path());
        let mut journal = SqliteJournal::open(&file).unwrap();
        (1..=20).for_each(|n| appends(&mut journal, n).unwrap());
        Begun { folder, file, journal }
    }

    fn sql(&self, sql: &str) {
        Connection::open(&self.file).unwrap().execute_batch(sql).unwrap();
    }

    fn version(&self) -> i64 {
        Connection::open(&self.file).unwrap().pragma_query_value(None, "user_version", |row| row.get(0)).unwrap()
    }

    fn staff(&self) -> StaffBook {
        StaffBook::open(&self.file).unwrap()
    }

    /// Noise over a table that nobody uses here, past SQLite.
    fn garble_a_table(&self) {
        let sql = "SELECT rootpage FROM sqlite_schema WHERE name = 'device_use'";
        let page: u32 = Connection::open(&self.file).unwrap().query_row(sql, [], |row| row.get(0)).unwrap();
        write_over(&self.file, u64::from(page - 1) * 4096, &[0x5a; 4096]);
    }
}

fn entry(n: u64) -> Entry {
    let date = date(2026, 11, 24);
    let opened =
        Event::DayOpened { date, last_call: CallNumber(0), numbers: Vec::new(), earlier: Vec::new(), anchor: date };
    let event = if n == 1 { opened } else { Event::DeskPaused { desk: DeskNumber(1) } };
    Entry { sequence: Sequence(n), at: TUESDAY_TEN.parse().unwrap(), event }
}

fn appends(journal: &mut SqliteJournal, n: u64) -> Result<(), JournalError> {
    journal.append(Sequence(n - 1), &[entry(n)], &[])
}

fn write_over(file: &Path, at: u64, bytes: &[u8]) {
    OpenOptions::new().write(true).open(file).unwrap().write_all_at(bytes, at).unwrap();
}

fn length(file: &Path) -> u64 {
    fs::metadata(file).unwrap().len()
}

#[test]
fn a_survey_count_that_cannot_be_read_begins_anew_and_ends_nothing() {
    let mut begun = Begun::new();
    let mut taps = Taps::of_week(date(2026, 11, 24));
    taps.add(Tap::FirstVisit(FirstVisit::Yes), 20);
    for damage in ["replace(counts, 'yes', 'yet')", "CAST(x'7bff7d' AS TEXT)", "''"] {
        begun.journal.add_taps(&taps).unwrap();
        begun.sql(&format!("UPDATE taps SET counts = {damage}"));
        begun.journal.add_taps(&taps).expect("it is counted");
        assert_eq!(TallyBook::open(&begun.file).unwrap().taps().unwrap(), [taps.clone()], "{damage}");
        begun.journal.tend().expect("the house goes on");
        let last = begun.journal.last().0;
        appends(&mut begun.journal, last + 1).expect("and saves");
        begun.sql("DELETE FROM taps");
    }
}

#[test]
fn a_tally_that_cannot_be_read_begins_anew_and_ends_nothing() {
    let mut begun = Begun::new();
    let tally = Tally::empty(date(2026, 11, 23));
    for damage in ["replace(counts, 'hours', 'hourz')", "CAST(x'7bff7d' AS TEXT)"] {
        begun.journal.forget_before(Sequence(1), std::slice::from_ref(&tally)).unwrap();
        begun.sql(&format!("UPDATE tally SET counts = {damage} WHERE day = '2026-11-23'"));
        begun.journal.forget_before(Sequence(1), std::slice::from_ref(&tally)).expect("it is counted");
        assert_eq!(TallyBook::open(&begun.file).unwrap().all().unwrap(), std::slice::from_ref(&tally), "{damage}");
        begun.journal.tend().expect("the house goes on");
    }
}

#[test]
fn a_trial_of_the_disk_leaves_the_version_of_the_tables_as_it_is() {
    let mut begun = Begun::new();
    begun.sql("PRAGMA user_version = 99");
    begun.journal.probe().unwrap();
    assert_eq!(begun.version(), 99);
}

/// The house that runs may be the older program, and the command the newer one.
#[test]
fn a_command_changes_no_tables_of_an_older_version_while_a_house_works_on_them() {
    let begun = Begun::new();
    let known = begun.version();
    begun.sql(&format!("{} PRAGMA user_version = 6", crate::world::OLDER_TABLES));
    let held = DataFolder::hold(begun.folder.path()).unwrap();
    let refused = StaffBook::open(&begun.file).unwrap_err();
    assert!(matches!(refused, StaffError::Journal(JournalError::Older { found: 6, .. })), "{refused}");
    let refused = TallyBook::open(&begun.file).unwrap_err();
    assert!(matches!(refused, JournalError::Older { found: 6, .. }), "{refused}");
    assert_eq!(begun.version(), 6);
    drop(held);
    drop(StaffBook::open(&begun.file).expect("nobody else is there"));
    assert_eq!(begun.version(), known);
    let _held = DataFolder::hold(begun.folder.path()).unwrap();
    begun.staff().add("anna", Role::Manager, "a hash").expect("the tables are up to date");
}

#[test]
fn what_was_damaged_while_the_files_were_away_is_seen_when_they_are_back() {
    let mut begun = Begun::new();
    let (away, log) = (begun.file.with_extension("away"), begun.file.with_extension("db-wal"));
    fs::rename(&begun.file, &away).unwrap();
    write_over(&log, 32, &vec![0x5a; length(&log) as usize]);
    let told = begun.journal.tend().unwrap_err();
    assert!(matches!(told, JournalError::Replaced { .. }), "{told}");
    fs::rename(&away, &begun.file).unwrap();
    let told = begun.journal.tend().expect_err("it is seen");
    assert!(matches!(told, JournalError::Garbled(_)), "{told}");
    let again = appends(&mut begun.journal, 21).unwrap_err();
    assert_eq!(again.to_string(), told.to_string(), "the reason stays");
}

#[test]
fn a_sign_in_hides_no_damage() {
    let mut begun = Begun::new();
    let staff = begun.staff();
    begun.journal.tend().unwrap();
    begun.garble_a_table();
    staff.add("anna", Role::Manager, "a hash").unwrap();
    appends(&mut begun.journal, 21).expect("no visitor waits until everything is read");
    let told = begun.journal.tend().expect_err("it is seen");
    assert!(matches!(told, JournalError::Garbled(_)), "{told}");
}

/// Its pages are in the log before anybody can see from the database that it has written them.
#[test]
fn a_commit_of_another_connection_under_way_is_not_taken_for_damage() {
    let mut begun = Begun::new();
    begun.journal.tend().unwrap();
    let mut other = Connection::open(&begun.file).unwrap();
    other.execute_batch("PRAGMA cache_size = 1; PRAGMA cache_spill = 1").unwrap();
    let before = length(&begun.file.with_extension("db-wal"));
    let under_way = other.transaction().unwrap();
    for n in 0..400 {
        let sql = "INSERT INTO device (name, key_hash) VALUES (?1, ?2)";
        under_way.execute(sql, (format!("{n:0200}"), [n as u8, (n >> 8) as u8])).unwrap();
    }
    assert!(length(&begun.file.with_extension("db-wal")) > before, "pages are in the log");
    // What a look at everything would find.
    begun.garble_a_table();
    let refused = appends(&mut begun.journal, 21).unwrap_err();
    assert!(matches!(refused, JournalError::Held), "{refused}");
    under_way.commit().unwrap();
    appends(&mut begun.journal, 21).expect("it was a commit");
    let told = begun.journal.tend().expect_err("and everything is read when there is time");
    assert!(matches!(told, JournalError::Garbled(_)), "{told}");
}

/// SQLite has it in its memory: to touch what is gone of it would end the process at once.
#[test]
fn a_log_whose_index_was_cut_ends_the_house_in_order_and_loses_nothing() {
    let mut begun = Begun::new();
    let index = begun.file.with_extension("db-shm");
    OpenOptions::new().write(true).open(index).unwrap().set_len(0).unwrap();
    let told = begun.journal.tend().unwrap_err();
    assert!(matches!(told, JournalError::Garbled(_)), "{told}");
    assert_eq!(begun.journal.rescue().unwrap(), Rescue::LeftDamaged);
    drop(begun.journal);
    let next = tempfile::tempdir().unwrap();
    for name in ["sportello.db", "sportello.db-wal", "witness"] {
        fs::copy(begun.folder.path().join(name), next.path().join(name)).unwrap();
    }
    let mut journal = SqliteJournal::open(&DataFolder::database(next.path())).unwrap();
    assert_eq!(journal.today().unwrap().len(), 20);
    assert_eq!(journal.missing(), None);
}

#[test]
fn damaged_files_are_rescued_once_and_the_reason_is_the_first() {
    let folder = tempfile::tempdir().unwrap();
    let is_full = Arc::new(AtomicBool::new(false));
    let journal = SqliteJournal::open(&DataFolder::database(folder.path())).unwrap();
    let journal = FullDisk::new(journal, Refused::Garbled, &is_full);
    let gate = journal.gate();
    let clock = Clock::turned(TUESDAY_TEN.parse().unwrap());
    let (_hub, thread) = hub::open(Arc::new(demo_site()), journal, clock.clone()).unwrap();
    is_full.store(true, Ordering::SeqCst);
    // The new day can't be begun.
    clock.turn_to("2026-11-25T08:00:00+01:00".parse().unwrap());
    let begun = Instant::now();
    while gate.rescues.load(Ordering::SeqCst) == 0 {
        assert!(begun.elapsed() < Duration::from_secs(60));
        std::thread::sleep(Duration::from_millis(20));
    }
    let reason = thread.stop().expect("a reason").to_string();
    assert_eq!(gate.rescues.load(Ordering::SeqCst), 1);
    assert!(reason.contains("(append)"), "{reason}");
}

#[test]
fn the_first_bad_entry_is_named() {
    let folder = tempfile::tempdir().unwrap();
    // Under another name nothing is put aside.
    let file = folder.path().join("other.db");
    let entries: Vec<Entry> = (1..=5000).map(entry).collect();
    SqliteJournal::open(&file).unwrap().append(Sequence(0), &entries, &[]).unwrap();
    let bad = "UPDATE entry SET at = at + 1 WHERE sequence IN (10, 2000, 4990)";
    Connection::open(&file).unwrap().execute_batch(bad).unwrap();
    let told = SqliteJournal::open(&file).unwrap_err();
    assert!(matches!(told, JournalError::Damaged { at: Sequence(10), .. }), "{told}");
}
