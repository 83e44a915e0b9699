//! What is on disk: rows of the journal, the witness beside it and the record of the clock, as damage or another hand may
//! leave them.

use super::house::{MORNING as TEN, SITE};
use jiff::Timestamp;
use jiff::civil::Date;
use rusqlite::Connection;
use sportello::clock::{Clock, Hands};
use sportello::domain::{DeskNumber, LanguageTag, NeedCode};
use sportello::hub::{self, Hub, HubError, HubThread, StartError};
use sportello::journal::{DataFolder, SqliteJournal, read_today};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::sync::{Arc, LazyLock};
use std::time::Duration;
use tempfile::TempDir;
use tokio::runtime::Runtime;

static RUNTIME: LazyLock<Runtime> = LazyLock::new(|| {
    tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().expect("a runtime")
});

/// A morning with some tickets.
static MORNING: LazyLock<Morning> = LazyLock::new(Morning::new);

struct Morning {
    folder: TempDir,
    rows: i64,
    /// The numbers that visitors hold.
    told: BTreeSet<String>,
    date: Option<Date>,
}

/// A hub on the files of a folder.
struct Hall {
    hub: Hub,
    thread: HubThread,
}

/// A machine whose wall clock is right.
fn machine() -> Hands {
    Hands::at(TEN.parse().expect("a time"))
}

/// Its clock as far as a house with this folder trusts it.
fn clock_of(data: &Path, machine: &Hands) -> Clock {
    let earliest: Timestamp = "2026-01-01T00:00:00Z".parse().expect("a time");
    Clock::of_hands(machine, data, earliest)
}

impl Hall {
    /// `None` when the entries contradict each other: that is refused in words.
    fn opened(data: &Path) -> Option<Hall> {
        let journal = SqliteJournal::open(&DataFolder::database(data));
        let journal = journal.unwrap_or_else(|error| panic!("the journal does not open: {error}"));
        match hub::open(Arc::clone(&SITE), journal, clock_of(data, &machine())) {
            Ok((hub, thread)) => Some(Hall { hub, thread }),
            Err(StartError::Inconsistent(words)) => {
                assert!(!words.is_empty());
                None
            }
            Err(error) => panic!("the house does not start: {error}"),
        }
    }

    /// Another visitor's number; `None` when the rules refuse it.
    fn comes(&self) -> Option<String> {
        let need = NeedCode::parse("health.ssn").expect("a code");
        let language = LanguageTag::parse("it").expect("a tag");
        match RUNTIME.block_on(self.hub.issue(vec![need], language, false, None)) {
            Ok(ticket) => Some(ticket.number.to_string()),
            Err(HubError::Refused(_)) => None,
            Err(error) => panic!("the next visitor gets no number: {error}"),
        }
    }

    fn ends(self) {
        drop(self.hub);
        self.thread.stop();
    }
}

impl Morning {
    fn new() -> Morning {
        let folder = tempfile::tempdir().expect("a folder");
        let hall = Hall::opened(folder.path()).expect("a new day");
        let desk = DeskNumber(8);
        RUNTIME.block_on(hall.hub.open(desk, Vec::new(), None, None)).expect("an open desk");
        let mut told: BTreeSet<String> = (0..6).filter_map(|_| hall.comes()).collect();
        RUNTIME.block_on(hall.hub.call_next(desk, None)).expect("a call");
        RUNTIME.block_on(hall.hub.start(desk, None, None)).expect("a start");
        RUNTIME.block_on(hall.hub.finish(desk, None, None)).expect("a finish");
        RUNTIME.block_on(hall.hub.call_next(desk, None)).expect("a call");
        told.extend(hall.comes());
        let date = hall.hub.day().date();
        hall.ends();
        let database = DataFolder::database(folder.path());
        let rows = Connection::open(&database)
            .and_then(|it| it.query_row("SELECT max(sequence) FROM entry", [], |row| row.get(0)));
        Morning { rows: rows.expect("the rows"), folder, told, date }
    }

    fn copy(&self) -> TempDir {
        let copy = tempfile::tempdir().expect("a folder");
        for file in fs::read_dir(self.folder.path()).expect("the files").flatten() {
            if file.path().is_file() {
                fs::copy(file.path(), copy.path().join(file.file_name())).expect("a copy");
            }
        }
        copy
    }
}

/// A row of which a column says something else. The first byte chooses the row, the second the column, and whether the row
/// keeps its sum; one without is taken for that of an older version, and read as it is.
pub fn journal_row(bytes: &[u8]) {
    let [row, column, new @ ..] = bytes else { return };
    let data = MORNING.copy();
    let database = DataFolder::database(data.path());
    let (row, has_sum) = (1 + i64::from(*row) % MORNING.rows, column & 0x80 != 0);
    let column = match column & 0x0f {
        0 => "kind",
        1 => "key",
        2 => "outcome",
        3 => "at",
        4 => "digest",
        5 => "more",
        _ => "event",
    };
    let sum = if has_sum { "" } else { ", sum = NULL" };
    let text = String::from_utf8_lossy(new);
    let mut sql = format!("UPDATE entry SET {column} = ?1{sum} WHERE sequence = ?2");
    let connection = Connection::open(&database).expect("the database");
    match column {
        "more" => connection.execute_batch("ALTER TABLE entry ADD COLUMN more TEXT").expect("a column"),
        // Rows of older versions have the kind in the event alone.
        "event" => sql = format!("UPDATE entry SET event = ?1, kind = coalesce({KIND}, kind){sum} WHERE sequence = ?2"),
        _ => {}
    }
    match connection.execute(&sql, (&text, row)) {
        Ok(changed) => assert_eq!(changed, 1),
        // A rule of the table's own keeps it out.
        Err(_) => return,
    }
    drop(connection);
    goes_on(data.path());
}

/// The kind that an event names, where it is JSON.
const KIND: &str = "CASE WHEN json_valid(?1) THEN json_extract(?1, '$.kind') END";

/// The witness file: all of it, or the true one with some bytes changed; see `change`.
pub fn witness_file(bytes: &[u8]) {
    let data = MORNING.copy();
    change(&data.path().join("witness"), bytes);
    assert_eq!(goes_on(data.path()), Some(MORNING.told.clone()), "a witness takes no ticket away");
}

/// The record of the clock: all of it, or the true one with some bytes changed; see `change`.
pub fn clock_record(bytes: &[u8]) {
    let data = MORNING.copy();
    change(&data.path().join("clock.json"), bytes);
    let machine = machine();
    let clock = clock_of(data.path(), &machine);
    for _ in 0..4 {
        let before = clock.now();
        machine.pass(Duration::from_secs(45));
        assert!(clock.now() >= before, "time goes back");
        let _ = (clock.state(), clock.may_be_corrected());
        if let Some(set) = clock.set_to_adopt() {
            clock.adopt(&set);
        }
    }
    let data = MORNING.copy();
    change(&data.path().join("clock.json"), bytes);
    assert_eq!(goes_on(data.path()), Some(MORNING.told.clone()), "the clock's record takes no ticket away");
}

/// Writes these bytes to a file; or, by the first one, changes some bytes of the file that is there: two for each place, and
/// the byte that is there then.
fn change(file: &Path, bytes: &[u8]) {
    let Some((first, rest)) = bytes.split_first() else { return };
    let mut content = fs::read(file).expect("the true one");
    let length = content.len();
    if first % 2 == 0 {
        content = rest.to_vec();
    } else {
        for change in rest.chunks_exact(3) {
            content[(usize::from(change[0]) * 256 + usize::from(change[1])) % length] = change[2];
        }
    }
    fs::write(file, content).expect("a file");
}

/// The house starts and gives a number that no visitor holds, and starts once more with the same day; gives the numbers that
/// it still knew, unless the entries contradict each other.
fn goes_on(data: &Path) -> Option<BTreeSet<String>> {
    if let Err(error) = read_today(&DataFolder::database(data)) {
        assert!(!error.to_string().is_empty());
    }
    let hall = Hall::opened(data)?;
    let numbers = |hub: &Hub| hub.day().tickets().map(|ticket| ticket.number.to_string()).collect::<BTreeSet<_>>();
    let known = numbers(&hall.hub);
    let is_same_day = hall.hub.day().date() == MORNING.date;
    let next = hall.comes();
    hall.hub.day().verify().expect("a day that can be");
    if let Some(next) = next.as_ref().filter(|_| is_same_day) {
        assert!(!known.contains(next) && !MORNING.told.contains(next), "{next} is given twice");
    }
    let after = numbers(&hall.hub);
    hall.ends();
    let again = Hall::opened(data).expect("what was written just now contradicts itself");
    assert_eq!(numbers(&again.hub), after, "the next start has another day");
    again.ends();
    Some(known)
}
