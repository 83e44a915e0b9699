//! The journal on a real disk: durable settings, one writer, and what it says when something is wrong with the file.

use crate::queue_fixture::service_code;
use crate::world::{World, demo_site, need_code, tag};
use jiff::Timestamp;
use rusqlite::Connection;
use sha2::{Digest, Sha256};
use sportello::clock::Clock;
use sportello::domain::promise::PromisedService;
use sportello::domain::tally::taps::Taps;
use sportello::domain::{
    CallNumber, Class, DeskNumber, Entry, Event, Letter, Promise, Sequence, Tally, TicketNumber, Token, Words,
};
use sportello::hub::{self, HubError};
use sportello::journal::{Answered, DataFolder, DataFolderError, Journal, JournalError, SqliteJournal};
use std::fs;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

#[test]
fn every_connection_has_the_settings_that_durability_rests_on() {
    let folder = tempfile::tempdir().unwrap();
    let journal = SqliteJournal::open(&DataFolder::database(folder.path())).unwrap();
    let wanted: Vec<_> =
        SqliteJournal::wanted_pragmas().iter().map(|(name, value)| (*name, (*value).to_owned())).collect();
    assert_eq!(journal.pragmas().unwrap(), wanted);
    assert!(wanted.contains(&("journal_mode", "wal".to_owned())) && wanted.contains(&("synchronous", "2".to_owned())));
}

#[test]
fn it_appends_on_condition_of_the_last_entry() {
    let folder = tempfile::tempdir().unwrap();
    let file = DataFolder::database(folder.path());
    let (mut one, mut other) = (SqliteJournal::open(&file).unwrap(), SqliteJournal::open(&file).unwrap());
    let entry =
        |n| Entry { sequence: Sequence(n), at: Clock::real().now(), event: Event::DeskPaused { desk: DeskNumber(1) } };
    one.append(Sequence(0), &[entry(1)], &[]).unwrap();
    let refused = other.append(Sequence(0), &[entry(1)], &[]).unwrap_err();
    assert!(matches!(refused, JournalError::Moved { expected: Sequence(0), found: Sequence(1) }));
    other.append(Sequence(1), &[entry(2), entry(3)], &[]).unwrap();
    assert_eq!(other.last(), Sequence(3));
}

#[test]
fn the_file_can_be_read_by_anybody_with_sqlite() {
    let world = World::new();
    world.visitor("health.ssn", "ar");
    let database = Connection::open(DataFolder::database(world.folder())).unwrap();
    let (kind, event): (String, String) = database
        .query_row("SELECT kind, event FROM entry ORDER BY sequence DESC LIMIT 1", [], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })
        .unwrap();
    assert_eq!(kind, "issued");
    let event: serde_json::Value = serde_json::from_str(&event).unwrap();
    assert_eq!(event["ticket"], "H 001");
    assert_eq!(event["language"], "ar");
}

#[test]
fn what_was_promised_comes_back_word_for_word_and_is_shared_by_those_who_were_promised_alike() {
    let folder = tempfile::tempdir().unwrap();
    let file = DataFolder::database(folder.path());
    let label = r#"Tax, "promise":{"quiet":true}, \ code ,"promise":{"#.to_owned();
    let named = PromisedService {
        code: service_code("tax.code"),
        label: Words::new([(tag("it"), label)]),
        institution: r#"Office ,"promise":{}"#.to_owned(),
    };
    let promise = Promise { is_quiet: false, needs: Vec::new(), services: vec![named] };
    let issued = |n: u32| Event::Issued {
        number: TicketNumber { letter: Letter::parse("A").unwrap(), count: n },
        token: Token::from_random(u128::from(n)),
        needs: vec![need_code("tax.code")],
        steps: vec![service_code("tax.code")],
        language: tag("it"),
        class: Class::Standard,
        appointment: None,
        promise: (n != 2).then(|| Arc::new(promise.clone())),
    };
    let at = Clock::real().now();
    let at = Timestamp::from_millisecond(at.as_millisecond()).unwrap();
    let date = at.to_zoned(jiff::tz::TimeZone::UTC).date();
    let opened =
        Event::DayOpened { date, last_call: CallNumber(0), numbers: Vec::new(), earlier: Vec::new(), anchor: date };
    let events = [opened, issued(1), issued(2), issued(3)];
    let entries: Vec<Entry> =
        events.into_iter().zip(1..).map(|(event, n)| Entry { sequence: Sequence(n), at, event }).collect();
    SqliteJournal::open(&file).unwrap().append(Sequence(0), &entries, &[]).unwrap();
    let read = SqliteJournal::open(&file).unwrap().today().unwrap();
    assert_eq!(read, entries);
    let promised = |entry: &Entry| match &entry.event {
        Event::Issued { promise, .. } => promise.clone(),
        _ => None,
    };
    assert!(Arc::ptr_eq(&promised(&read[1]).unwrap(), &promised(&read[3]).unwrap()), "read once");
    assert_eq!(promised(&read[2]), None);
}

#[test]
fn a_second_process_on_the_same_data_is_turned_away() {
    let folder = tempfile::tempdir().unwrap();
    let first = DataFolder::hold(folder.path()).unwrap();
    let second = DataFolder::hold(folder.path()).unwrap_err();
    assert!(matches!(second, DataFolderError::Taken(_)));
    assert!(second.to_string().contains("--data"));
    drop(first);
    DataFolder::hold(folder.path()).expect("free again");
}

#[test]
fn a_file_of_a_newer_version_and_a_damaged_one_are_told_apart() {
    let folder = tempfile::tempdir().unwrap();
    let file = DataFolder::database(folder.path());
    drop(SqliteJournal::open(&file).unwrap());
    Connection::open(&file).unwrap().pragma_update(None, "user_version", 99).unwrap();
    assert!(matches!(SqliteJournal::open(&file), Err(JournalError::Newer { found: 99, .. })));
    let nonsense = folder.path().join("nonsense.db");
    fs::write(
        &nonsense,
        "this is not a database, whatever its name says, and it is long enough to look like one".repeat(20),
    )
    .unwrap();
    let told = SqliteJournal::open(&nonsense).unwrap_err();
    assert!(matches!(told, JournalError::Damaged { .. }), "{told}");
    assert!(told.to_string().contains("nonsense.db"));
}

/// A version that can't read an entry must say that it is newer, not that it is damaged.
#[test]
fn the_stored_form_changes_only_with_the_version_of_the_file() {
    let folder = tempfile::tempdir().unwrap();
    let file = DataFolder::database(folder.path());
    drop(SqliteJournal::open(&file).unwrap());
    let database = Connection::open(&file).unwrap();
    let version: i64 = database.pragma_query_value(None, "user_version", |row| row.get(0)).unwrap();
    let mut digest = Sha256::new();
    for name in ["event", "parts", "promise", "ticket", "with"] {
        let source = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("src/journal/format/{name}.rs"));
        let source = fs::read_to_string(source).unwrap();
        let code = source.lines().map(str::trim).filter(|line| !line.starts_with("//"));
        code.flat_map(str::split_whitespace).for_each(|word| digest.update(word));
    }
    let stored = hex::encode(&digest.finalize()[..4]);
    assert_eq!(
        (version, stored.as_str()),
        (10, "58b6772c"),
        "if entries are stored in another form than before: add a migration, an empty one if no table changes"
    );
}

#[test]
fn a_bad_entry_is_found_at_the_start_put_aside_and_said() {
    let world = World::new();
    world.visitor("health.ssn", "ar");
    let folder = world.stops();
    let bad = ["", "{}", "[1]", r#"{"kind":"issued"}"#, r#"{"kind":"day-opened","date":"2026-13-45","last_call":0}"#];
    for (number, bad) in bad.into_iter().enumerate() {
        let copy = tempfile::tempdir().unwrap();
        crate::disk_ruin::copy(folder.path(), copy.path());
        let file = DataFolder::database(copy.path());
        // An older version has written no sums; a sum that does not fit is found all the same.
        let sum = if number % 2 == 0 { "NULL" } else { "sum" };
        let sql = format!("UPDATE entry SET event = ?1, sum = {sum} WHERE sequence = 2");
        Connection::open(&file).unwrap().execute(&sql, [bad]).unwrap();
        let mut journal = SqliteJournal::open(&file).unwrap();
        assert_eq!(journal.today().unwrap().len(), 1, "{bad}: what came before it is there");
        let missing = journal.missing().expect("it is said");
        let numbers: Vec<_> = missing.numbers.iter().map(|(letter, count)| (letter.as_char(), *count)).collect();
        assert_eq!((missing.entries, numbers), (1, vec![('H', 1)]), "{bad}");
        let is_aside = |name: &str| name.starts_with("damaged-");
        let names: Vec<_> = fs::read_dir(copy.path()).unwrap().flatten().map(|entry| entry.file_name()).collect();
        assert!(names.iter().any(|name| is_aside(&name.to_string_lossy())), "{names:?}");
    }
}

#[test]
fn what_is_no_fault_of_the_disk_is_not_told_as_one() {
    let world = World::new();
    world.visitor("health.ssn", "ar");
    let file = DataFolder::database(world.folder());
    let mut journal = SqliteJournal::open(&file).unwrap();
    let entry = |at: Sequence| Entry {
        sequence: Sequence(at.0 + 1),
        at: Clock::real().now(),
        event: Event::DeskPaused { desk: DeskNumber(1) },
    };
    let last = journal.last();
    // A place that is taken: a constraint of the table.
    let twice = journal.append(last, &[entry(last), entry(last)], &[]).unwrap_err();
    assert!(matches!(twice, JournalError::Database(_)), "{twice:?}");
    assert!(!twice.to_string().contains("disk") && twice.to_string().contains("report"), "{twice}");
    Connection::open(&file).unwrap().execute_batch("ALTER TABLE entry RENAME TO gone").unwrap();
    let without = journal.append(last, &[entry(last)], &[]).unwrap_err();
    assert!(matches!(without, JournalError::Database(_)), "{without:?}");
}

#[test]
fn a_table_whose_pages_are_overwritten_is_told_as_damage() {
    let world = World::new();
    for _ in 0..200 {
        world.visitor("health.ssn", "ar");
    }
    let folder = world.stops();
    let file = DataFolder::database(folder.path());
    let mut bytes = fs::read(&file).unwrap();
    let pages = bytes.len() / 4096;
    assert!(pages > 8, "{pages} pages");
    bytes[4096 * 4..].fill(0xa5);
    let damaged = tempfile::tempdir().unwrap();
    let copy = damaged.path().join("copy.db");
    fs::write(&copy, bytes).unwrap();
    let read = SqliteJournal::open(&copy).and_then(|mut journal| journal.today().map(drop)).unwrap_err();
    assert!(matches!(read, JournalError::Damaged { .. }), "{read:?}");
}

/// A journal on a disk that is full from the n-th commit to a later one.
struct FullDisk<J> {
    inner: J,
    commits: Arc<AtomicUsize>,
    full: std::ops::Range<usize>,
}

impl<J: Journal> Journal for FullDisk<J> {
    fn last(&self) -> Sequence {
        self.inner.last()
    }

    fn today(&mut self) -> Result<Vec<Entry>, JournalError> {
        self.inner.today()
    }

    fn answers(&mut self, newest: usize) -> Result<Vec<Answered>, JournalError> {
        self.inner.answers(newest)
    }

    fn append(&mut self, after: Sequence, entries: &[Entry], answers: &[Answered]) -> Result<(), JournalError> {
        if self.full.contains(&self.commits.fetch_add(1, Ordering::SeqCst)) {
            return Err(JournalError::Disk("no space left on device".to_owned()));
        }
        self.inner.append(after, entries, answers)
    }

    fn probe(&mut self) -> Result<(), JournalError> {
        self.inner.probe()
    }

    fn before(&mut self, first: Sequence) -> Result<Vec<Entry>, JournalError> {
        self.inner.before(first)
    }

    fn forget_before(&mut self, first: Sequence, tallies: &[Tally]) -> Result<(), JournalError> {
        self.inner.forget_before(first, tallies)
    }

    fn add_taps(&mut self, taps: &Taps) -> Result<(), JournalError> {
        self.inner.add_taps(taps)
    }
}

#[test]
fn on_a_full_disk_nothing_is_told_that_was_not_saved_and_it_goes_on_when_there_is_room() {
    let folder = tempfile::tempdir().unwrap();
    let inner = SqliteJournal::open(&DataFolder::database(folder.path())).unwrap();
    let commits = Arc::new(AtomicUsize::new(0));
    let journal = FullDisk { inner, commits, full: 2..4 };
    let clock = Clock::turned(crate::world::TUESDAY_TEN.parse().unwrap());
    let (hub, thread) = hub::open(Arc::new(demo_site()), journal, clock).unwrap();
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let issue = || {
        let needs = vec![need_code("tax.code")];
        let answer = runtime.block_on(hub.issue(needs, tag("it"), false, None));
        hub.day().verify().unwrap();
        answer.map(|ticket| ticket.number.to_string())
    };
    assert_eq!(issue(), Ok("E 001".to_owned()));
    assert_eq!(issue(), Err(HubError::NotSaved));
    assert_eq!(hub.day().tickets().len(), 1, "the day is as it was");
    assert_eq!(issue(), Err(HubError::NotSaved));
    assert_eq!(issue(), Ok("E 002".to_owned()));
    thread.stop();
    let inner = SqliteJournal::open(&DataFolder::database(folder.path())).unwrap();
    let (hub, _thread) =
        hub::open(Arc::new(demo_site()), inner, Clock::turned(crate::world::TUESDAY_TEN.parse().unwrap())).unwrap();
    let numbers: Vec<_> = hub.day().tickets().map(|ticket| ticket.number.to_string()).collect();
    assert_eq!(numbers, ["E 001", "E 002"]);
}

#[test]
fn another_writer_on_the_journal_ends_the_hub_rather_than_the_truth() {
    let world = World::new();
    world.visitor("tax.code", "it");
    let mut intruder = SqliteJournal::open(&DataFolder::database(world.folder())).unwrap();
    let last = intruder.last();
    let entry = Entry {
        sequence: Sequence(last.0 + 1),
        at: world.clock.now(),
        event: Event::DeskClosed { desk: DeskNumber(1) },
    };
    intruder.append(last, &[entry], &[]).unwrap();
    let answer = world.wait(world.hub.issue(vec![need_code("tax.code")], tag("it"), false, None));
    assert_eq!(answer.unwrap_err(), HubError::NotSaved);
    let again = world.wait(world.hub.issue(vec![need_code("tax.code")], tag("it"), false, None));
    assert_eq!(again.unwrap_err(), HubError::Away, "it answers from a day that is not the one on disk");
    let world = world.restarts();
    assert_eq!(world.visitor("tax.code", "it").to_string(), "E 002");
}
