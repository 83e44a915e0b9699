//! The night deletes all data about visitors from the disk.

use crate::world::{TUESDAY_TEN, demo_site, idempotency_key, need_code, tag};
use jiff::Timestamp;
use sportello::app::backup::BackupKeeper;
use sportello::clock::Clock;
use sportello::domain::tally::taps::Topic;
use sportello::domain::{DeskNumber, Site, Token};
use sportello::hub;
use sportello::journal::{DataFolder, SqliteJournal, TallyBook};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

/// A day of 200 visitors on disk, and what must not be found there the morning after.
#[test]
fn after_the_night_nothing_on_disk_tells_of_anybody() {
    const VISITORS: usize = 200;
    let folder = tempfile::tempdir().unwrap();
    let clock = Clock::turned(TUESDAY_TEN.parse().unwrap());
    let site = Arc::new(demo_site());
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let open = || {
        let journal = SqliteJournal::open(&DataFolder::database(folder.path())).unwrap();
        hub::open(Arc::clone(&site), journal, clock.clone()).unwrap()
    };
    let (hub, thread) = open();
    runtime.block_on(hub.open(DeskNumber(8), Vec::new(), None, None)).unwrap();
    let mut secrets: BTreeSet<Vec<u8>> = BTreeSet::new();
    for visitor in 0..VISITORS {
        clock.advance(Duration::from_millis(61_003));
        let key = format!("kiosk-key-{visitor}");
        let (need, language) =
            ([("health.ssn"), ("tax.code"), ("work.cv")][visitor % 3], ["ti", "ar", "it"][visitor % 3]);
        let asked = crate::commands::issue(&[need], language, false, Token::from_random(0));
        secrets.insert(hub::digest(&asked).to_vec());
        let issue = hub.issue(vec![need_code(need)], tag(language), false, Some(idempotency_key(&key)));
        let ticket = runtime.block_on(issue).unwrap();
        for topic in Topic::ALL {
            let answers = topic.answers();
            hub.tap(answers[visitor % answers.len()]);
        }
        secrets.extend([ticket.number.to_string(), ticket.token.to_string(), key].map(String::into_bytes));
        secrets.insert(ticket.number.to_string().replace(' ', "").into_bytes());
        secrets.extend(moments(ticket.issued_at, &site));
        if visitor % 4 == 0 && runtime.block_on(hub.call_next(DeskNumber(8), None)).unwrap().is_some() {
            clock.advance(Duration::from_millis(45_007));
            runtime.block_on(hub.start(DeskNumber(8), None, None)).unwrap();
            secrets.extend(moments(clock.now(), &site));
            clock.advance(Duration::from_millis(480_011));
            runtime.block_on(hub.finish(DeskNumber(8), None, None)).unwrap();
            secrets.extend(moments(clock.now(), &site));
        }
    }
    let mut keeper = BackupKeeper::new(hub.clone(), clock.clone(), folder.path());
    clock.advance(Duration::from_secs(61));
    (0..3).for_each(|_| keeper.step());
    // What a damaged start and a restore put aside.
    for name in ["damaged-20261124T090000Z", "replaced-20261124T090000Z"] {
        fs::create_dir(folder.path().join(name)).unwrap();
        fs::copy(folder.path().join("backups/today.db"), folder.path().join(name).join("sportello.db")).unwrap();
    }
    let lasting = secrets.clone();
    assert!(found(folder.path(), &lasting) > 4 * VISITORS, "the test sees what it looks for while it is there");

    clock.turn_to("2026-11-25T04:00:00+01:00".parse().unwrap());
    // Any question turns the day; the answer comes when yesterday is gone.
    runtime.block_on(hub.open(DeskNumber(1), Vec::new(), None, None)).unwrap();
    (0..3).for_each(|_| keeper.step());
    assert_eq!(found(folder.path(), &secrets), 0, "while it runs");
    assert!(folder.path().join("backups/night-2026-11-25.db").exists());
    drop(keeper);
    drop(hub);
    thread.stop();
    assert_eq!(found(folder.path(), &secrets), 0, "and after it has ended");

    let database = rusqlite::Connection::open(DataFolder::database(folder.path())).unwrap();
    let tables = "SELECT name FROM sqlite_schema WHERE type = 'table'";
    let names: Vec<String> =
        database.prepare(tables).unwrap().query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
    for name in names {
        let rows: i64 = database.query_row(&format!("SELECT count(*) FROM {name}"), [], |row| row.get(0)).unwrap();
        assert!(rows < 10, "{name} has {rows} rows");
        assert!(name != "taps" || rows == 1, "what {VISITORS} visitors told is one row");
    }
    let free: i64 = database.query_row("PRAGMA freelist_count", [], |row| row.get(0)).unwrap();
    assert_eq!(free, 0, "no freed page is left that had data of a visitor");

    // What stays are counts.
    let tallies = TallyBook::open(&DataFolder::database(folder.path())).unwrap().all().unwrap();
    assert_eq!(tallies.len(), 1);
    assert_eq!(tallies[0].issued() as usize, VISITORS);
    let served: u32 = tallies[0].hours.values().map(|flow| flow.served).sum();
    let waits: u32 = tallies[0].hours.values().flat_map(|flow| flow.waits.0).sum();
    assert!(served > 10 && served == waits && tallies[0].steps.values().sum::<u32>() == served);
    let withdrawn: u32 = tallies[0].hours.values().map(|flow| flow.withdrawn).sum();
    assert_eq!(served + withdrawn, VISITORS as u32);
    let taps = TallyBook::open(&DataFolder::database(folder.path())).unwrap().taps().unwrap();
    let [week] = taps.as_slice() else { panic!("one week, not {taps:?}") };
    assert_eq!(week.monday(), jiff::civil::date(2026, 11, 23));
    assert!(
        Topic::ALL.iter().all(|topic| week.answered(*topic) as usize == VISITORS),
        "nothing is lost in a whole day"
    );
}

/// A moment as this program or a database might write it: milliseconds as text and as six bytes, and the time of day.
fn moments(at: Timestamp, site: &Site) -> Vec<Vec<u8>> {
    let milliseconds = at.as_millisecond();
    let local = site.local(at);
    vec![
        milliseconds.to_string().into_bytes(),
        milliseconds.to_be_bytes()[2..].to_vec(),
        at.to_string().into_bytes(),
        format!("{:02}:{:02}:{:02}", local.hour(), local.minute(), local.second()).into_bytes(),
    ]
}

/// How many of these occur in the files of a folder.
fn found(folder: &Path, secrets: &BTreeSet<Vec<u8>>) -> usize {
    let mut count = 0;
    for entry in fs::read_dir(folder).unwrap().flatten() {
        if entry.path().is_dir() {
            count += found(&entry.path(), secrets);
            continue;
        }
        let bytes = fs::read(entry.path()).unwrap();
        count += secrets.iter().filter(|secret| bytes.windows(secret.len()).any(|it| it == secret.as_slice())).count();
    }
    count
}
