//! The files of a running house are deleted, moved, replaced or held by others.

use crate::world::{TUESDAY_TEN, demo_site, need_code, tag};
use sportello::clock::Clock;
use sportello::hub::{self, Hub, HubError, HubThread};
use sportello::journal::{DataFolder, SqliteJournal};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

/// Far longer than the hub gives its files to come back.
const SOON: Duration = Duration::from_secs(60);

/// A house whose data folder can be moved.
struct House {
    around: tempfile::TempDir,
    hub: Hub,
    thread: Option<HubThread>,
    runtime: tokio::runtime::Runtime,
}

impl House {
    fn new() -> House {
        let around = tempfile::tempdir().unwrap();
        let data = around.path().join("data");
        fs::create_dir(&data).unwrap();
        let (hub, thread) = opened(&data);
        let runtime = tokio::runtime::Runtime::new().unwrap();
        House { around, hub, thread: Some(thread), runtime }
    }

    fn data(&self) -> PathBuf {
        self.around.path().join("data")
    }

    fn asks(&self) -> Result<String, HubError> {
        let issue = self.hub.issue(vec![need_code("health.ssn")], tag("it"), false, None);
        self.runtime.block_on(issue).map(|ticket| ticket.number.to_string())
    }

    fn has_ended(&self) -> bool {
        self.thread.as_ref().is_some_and(HubThread::has_ended)
    }

    /// Starts once more on what is there.
    fn starts_again(self) -> House {
        let House { around, hub, thread, runtime } = self;
        drop(hub);
        thread.unwrap().stop();
        let (hub, thread) = opened(&around.path().join("data"));
        House { around, hub, thread: Some(thread), runtime }
    }

    fn numbers(&self) -> Vec<String> {
        self.hub.day().tickets().map(|ticket| ticket.number.to_string()).collect()
    }
}

fn opened(data: &Path) -> (Hub, HubThread) {
    fs::create_dir_all(data).unwrap();
    let journal = SqliteJournal::open(&DataFolder::database(data)).unwrap();
    hub::open(Arc::new(demo_site()), journal, Clock::turned(TUESDAY_TEN.parse().unwrap())).unwrap()
}

fn until(is_so: impl Fn() -> bool, what: &str) {
    let begun = Instant::now();
    while !is_so() {
        assert!(begun.elapsed() < SOON, "{what}");
        std::thread::sleep(Duration::from_millis(20));
    }
}

/// What somebody does to the files of the running house.
type Deed = (&'static str, fn(&Path));

const DEEDS: [Deed; 6] = [
    ("the folder is deleted", |data| fs::remove_dir_all(data).unwrap()),
    ("the folder is moved", |data| fs::rename(data, data.with_file_name("data.bak")).unwrap()),
    ("an empty folder stands in its place", |data| {
        fs::rename(data, data.with_file_name("data.bak")).unwrap();
        fs::create_dir(data).unwrap();
    }),
    ("the database is deleted", |data| fs::remove_file(data.join("sportello.db")).unwrap()),
    ("the log is deleted", |data| fs::remove_file(data.join("sportello.db-wal")).unwrap()),
    ("the log's index is deleted", |data| fs::remove_file(data.join("sportello.db-shm")).unwrap()),
];

#[test]
fn whatever_is_deleted_under_the_house_no_told_ticket_is_lost_and_no_number_is_given_again() {
    let stories = DEEDS.map(|(what, deed)| {
        std::thread::spawn(move || {
            let house = House::new();
            let told: Vec<String> = (0..20).map(|_| house.asks().unwrap()).collect();
            deed(&house.data());
            let refused: Vec<_> = (0..20).map(|_| house.asks()).collect();
            let is_refused = refused.iter().all(|answer| *answer == Err(HubError::NotSaved));
            assert!(is_refused, "{what}: {refused:?}");
            assert!(!house.hub.is_saving(), "{what}: pages don't say it");
            until(|| house.has_ended(), what);
            let house = house.starts_again();
            assert_eq!(house.numbers(), told, "{what}: told tickets");
            assert_eq!(house.asks(), Ok("H 021".to_owned()), "{what}: the next number");
        })
    });
    for story in stories {
        story.join().unwrap();
    }
}

#[test]
fn an_idle_house_notices_it_without_a_visitor() {
    let house = House::new();
    house.asks().unwrap();
    fs::rename(house.data(), house.around.path().join("elsewhere")).unwrap();
    until(|| !house.hub.is_saving(), "it goes on saying that all is well");
    until(|| house.has_ended(), "it stays for ever");
}

#[test]
fn a_folder_that_is_moved_back_at_once_is_used_again() {
    let house = House::new();
    let elsewhere = house.around.path().join("elsewhere");
    assert_eq!(house.asks(), Ok("H 001".to_owned()));
    fs::rename(house.data(), &elsewhere).unwrap();
    assert_eq!(house.asks(), Err(HubError::NotSaved));
    fs::rename(&elsewhere, house.data()).unwrap();
    assert_eq!(house.asks(), Ok("H 002".to_owned()), "the number that was not saved was not given");
    assert!(house.hub.is_saving());
    let house = house.starts_again();
    assert_eq!(house.numbers(), ["H 001", "H 002"]);
}

/// Between the look at the files and the end of the commit.
#[test]
fn a_ticket_that_is_written_while_the_folder_is_moved_is_not_promised() {
    let house = House::new();
    house.asks().unwrap();
    let other = rusqlite::Connection::open(DataFolder::database(&house.data())).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    std::thread::scope(|scope| {
        let asked = scope.spawn(|| house.asks());
        // The hub waits a second for the other program. Where it has not come so far, or waits no more, it refuses anyway.
        std::thread::sleep(Duration::from_millis(300));
        fs::rename(house.data(), house.around.path().join("elsewhere")).unwrap();
        other.execute_batch("ROLLBACK").unwrap();
        assert_eq!(asked.join().unwrap(), Err(HubError::NotSaved));
    });
    drop(other);
    until(|| house.has_ended(), "it stays for ever");
    let house = house.starts_again();
    assert_eq!((house.numbers(), house.asks()), (vec!["H 001".to_owned()], Ok("H 002".to_owned())));
}

#[test]
fn another_database_in_its_place_is_left_as_it_is() {
    let house = House::new();
    house.asks().unwrap();
    let data = house.data();
    let theirs = tempfile::tempdir().unwrap();
    let theirs = theirs.path().join("theirs.db");
    rusqlite::Connection::open(&theirs).unwrap().execute_batch("CREATE TABLE theirs (it TEXT)").unwrap();
    let bytes = fs::read(&theirs).unwrap();
    fs::rename(&theirs, data.join("sportello.db")).unwrap();
    assert_eq!(house.asks(), Err(HubError::NotSaved));
    until(|| house.has_ended(), "it stays for ever");
    assert_eq!(fs::read(data.join("sportello.db")).unwrap(), bytes, "the other database was written to");
}

#[test]
fn a_witness_that_is_deleted_is_back_with_the_next_ticket() {
    let house = House::new();
    house.asks().unwrap();
    let witness = house.data().join("witness");
    for _ in 0..20 {
        fs::remove_file(&witness).unwrap();
        house.asks().unwrap();
        assert!(witness.is_file(), "it waits for an idle moment");
    }
}

#[test]
fn a_log_in_which_a_whole_day_stands_is_copied_into_the_database_as_the_day_goes_on() {
    let house = House::new();
    let last = (0..450).map(|_| house.asks().unwrap()).collect::<Vec<_>>().pop().unwrap();
    let alone = tempfile::tempdir().unwrap();
    // The database without its log: what is left when the log is lost.
    let in_database = |at: &str| {
        let copy = alone.path().join(at);
        fs::copy(DataFolder::database(&house.data()), &copy).unwrap();
        let database = rusqlite::Connection::open(&copy).unwrap();
        let sql = "SELECT event ->> 'ticket' FROM entry ORDER BY sequence DESC LIMIT 1";
        database.query_row(sql, [], |row| row.get::<_, Option<String>>(0)).unwrap().unwrap_or_default()
    };
    assert!(*in_database("busy.db") >= *"H 300", "{}", in_database("busy.db"));
    until(|| in_database("idle.db") == last, "an idle house leaves its entries in the log");
}

#[test]
fn while_another_program_holds_the_database_visitors_are_answered_quickly_and_afterwards_all_is_well() {
    let house = House::new();
    house.asks().unwrap();
    let other = rusqlite::Connection::open(DataFolder::database(&house.data())).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    let begun = Instant::now();
    for _ in 0..12 {
        assert_eq!(house.asks(), Err(HubError::NotSaved));
    }
    let each = begun.elapsed() / 12;
    println!("twelve visitors while another program holds the database: {each:?} each");
    assert!(each < Duration::from_secs(2), "each waits {each:?}; with one patience for each it is five seconds");
    other.execute_batch("ROLLBACK").unwrap();
    until(|| house.hub.is_saving(), "it does not come back by itself");
    assert_eq!(house.asks(), Ok("H 002".to_owned()));
}
