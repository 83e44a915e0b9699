//! The running house backs itself up, and what tells of the visitors of a day goes with the day.

use crate::world::{World, demo_site, need_code, tag};
use sportello::app::backup::BackupKeeper;
use sportello::clock::Clock;
use sportello::domain::Sequence;
use sportello::hub;
use sportello::journal::{DataFolder, SqliteJournal, check_backup, read_today};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::{Duration, SystemTime};

const MORNING: &str = "2026-11-25T08:00:00+01:00";

fn keeper(world: &World) -> BackupKeeper {
    BackupKeeper::new(world.hub.clone(), world.clock.clone(), world.folder())
}

/// The files in the folder of backups.
fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder.join("backups")).into_iter().flatten().flatten();
    let mut names: Vec<String> = entries.map(|entry| entry.file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

/// A minute passes, and the keeper looks often enough to do all that is due.
fn looks(keeper: &mut BackupKeeper, world: &World) {
    for _ in 0..3 {
        keeper.step();
    }
    world.clock.advance(Duration::from_secs(61));
    for _ in 0..3 {
        keeper.step();
    }
}

fn last(world: &World, name: &str) -> Sequence {
    check_backup(&world.folder().join("backups").join(name), &world.site).unwrap().last
}

/// Numbers and tokens of all tickets as they might stand anywhere.
fn secrets(world: &World) -> BTreeSet<Vec<u8>> {
    let day = world.hub.day();
    let texts = day.tickets().flat_map(|ticket| [ticket.number.to_string(), ticket.token.to_string()]);
    texts.map(String::into_bytes).collect()
}

/// Below a folder, the files that have any of these.
fn with_any(folder: &Path, secrets: &BTreeSet<Vec<u8>>) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        if path.is_dir() {
            found.extend(with_any(&path, secrets));
        } else {
            let bytes = fs::read(&path).unwrap();
            let has = |secret: &Vec<u8>| bytes.windows(secret.len()).any(|it| it == secret.as_slice());
            found.extend(secrets.iter().any(has).then_some(path));
        }
    }
    found
}

#[test]
fn every_quarter_of_an_hour_what_has_changed_is_backed_up_and_the_former_is_kept() {
    let world = World::new();
    let mut keeper = keeper(&world);
    world.visitor("tax.code", "it");
    looks(&mut keeper, &world);
    assert_eq!(names(world.folder()), ["night-2026-11-24.db", "today.db"]);
    let first = last(&world, "today.db");
    assert_eq!(first, world.hub.day().sequence());
    world.visitor("tax.code", "it");
    looks(&mut keeper, &world);
    assert_eq!(last(&world, "today.db"), first, "not sooner");
    world.minutes_pass(15);
    keeper.step();
    let second = last(&world, "today.db");
    assert_eq!((second, last(&world, "today-1.db")), (world.hub.day().sequence(), first));
    world.minutes_pass(60);
    looks(&mut keeper, &world);
    assert_eq!(last(&world, "today-1.db"), first, "nothing has changed, so the former is not the same");
    assert!(keeper.fault().borrow().is_none());
}

#[test]
fn with_the_day_go_its_backups_and_what_was_put_aside() {
    let world = World::new();
    let mut keeper = keeper(&world);
    for _ in 0..3 {
        world.visitor("tax.code", "it");
        looks(&mut keeper, &world);
        world.minutes_pass(16);
    }
    let traces = ["damaged-20261124T100000Z/sportello.db", "replaced-20261124T100000Z/sportello.db-wal"];
    for trace in traces.map(|trace| world.folder().join(trace)) {
        fs::create_dir(trace.parent().unwrap()).unwrap();
        fs::copy(world.folder().join("backups/today.db"), trace).unwrap();
    }
    fs::copy(world.folder().join("backups/today.db"), world.folder().join("backups/today-0-x.unfinished")).unwrap();
    fs::copy(world.folder().join("backups/today.db"), world.folder().join("sportello.db.unfinished")).unwrap();
    let secrets = secrets(&world);
    assert!(with_any(world.folder(), &secrets).len() >= 7, "the test sees what it looks for while it is there");
    world.clock.turn_to(MORNING.parse().unwrap());
    world.desk(8).opens();
    looks(&mut keeper, &world);
    assert_eq!(with_any(world.folder(), &secrets), Vec::<PathBuf>::new());
    assert_eq!(names(world.folder()), ["night-2026-11-24.db", "night-2026-11-25.db", "today.db"]);
    assert!(!traces.iter().any(|trace| world.folder().join(trace).parent().unwrap().exists()));
    let night = check_backup(&world.folder().join("backups/night-2026-11-25.db"), &world.site).unwrap();
    assert_eq!((night.tickets, night.day, night.tallies), (0, None, 1), "it has the counts of the day that ended");
}

#[test]
fn a_house_that_was_off_over_the_night_clears_away_at_its_start_and_one_that_was_not_keeps_its_backups() {
    let world = World::new();
    let mut first = keeper(&world);
    world.visitor("tax.code", "it");
    looks(&mut first, &world);
    let world = world.restarts();
    let mut second = keeper(&world);
    second.step();
    assert!(names(world.folder()).contains(&"today.db".to_owned()), "the day goes on");
    let secrets = secrets(&world);
    // Put aside while the machine's clock was years ahead.
    let aside = world.folder().join("damaged-20310101T000000Z");
    fs::create_dir(&aside).unwrap();
    fs::copy(world.folder().join("backups/today.db"), aside.join("sportello.db")).unwrap();
    let years_ahead = SystemTime::from("2031-01-01T00:00:00Z".parse::<jiff::Timestamp>().unwrap());
    fs::File::open(&aside).unwrap().set_modified(years_ahead).unwrap();
    let world = world.restarts_after(|_| {});
    world.clock.turn_to(MORNING.parse().unwrap());
    let world = world.restarts();
    let mut third = keeper(&world);
    third.step();
    assert_eq!(with_any(world.folder(), &secrets), Vec::<PathBuf>::new());
    assert!(names(world.folder()).contains(&"night-2026-11-25.db".to_owned()));
}

/// A clerk looks at the database and leaves it open: its snapshot keeps yesterday's pages in the log.
#[test]
fn what_a_reader_keeps_over_midnight_is_gone_soon_after_it_closes() {
    let folder = tempfile::tempdir().unwrap();
    let journal = SqliteJournal::open(&DataFolder::database(folder.path())).unwrap();
    let (traces, clock) = (journal.traces(), Clock::turned(crate::world::TUESDAY_TEN.parse().unwrap()));
    let (hub, thread) = hub::open(Arc::new(demo_site()), journal, clock.clone()).unwrap();
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let issue = || runtime.block_on(hub.issue(vec![need_code("tax.code")], tag("it"), false, None)).unwrap();
    let token = issue().token.to_string().into_bytes();
    let secrets = BTreeSet::from([token]);
    let reader = rusqlite::Connection::open(DataFolder::database(folder.path())).unwrap();
    let open = reader.unchecked_transaction().unwrap();
    open.query_row("SELECT count(*) FROM entry", [], |row| row.get::<_, i64>(0)).unwrap();
    clock.turn_to(MORNING.parse().unwrap());
    issue();
    let wait = |what: &str, is_so: &dyn Fn() -> bool| {
        let begun = std::time::Instant::now();
        while !is_so() {
            assert!(begun.elapsed() < Duration::from_secs(30), "{what}");
            std::thread::sleep(Duration::from_millis(50));
        }
    };
    wait("it is known", &|| traces.load(Ordering::Relaxed));
    assert!(!with_any(folder.path(), &secrets).is_empty(), "the reader keeps it");
    drop(open);
    wait("it is gone", &|| with_any(folder.path(), &secrets).is_empty());
    wait("and known to be gone", &|| !traces.load(Ordering::Relaxed));
    thread.stop();
}

#[test]
fn a_backup_that_fails_is_known_until_one_succeeds_and_leaves_nothing_behind() {
    let world = World::new();
    world.visitor("tax.code", "it");
    let mut keeper = keeper(&world);
    let fault = keeper.fault();
    fs::write(world.folder().join("backups"), "in the way").unwrap();
    keeper.step();
    let since = *fault.borrow();
    assert!(since.is_some());
    looks(&mut keeper, &world);
    assert_eq!(*fault.borrow(), since, "since the first");
    fs::remove_file(world.folder().join("backups")).unwrap();
    looks(&mut keeper, &world);
    looks(&mut keeper, &world);
    assert_eq!(*fault.borrow(), None);
    assert_eq!(names(world.folder()), ["night-2026-11-24.db", "today.db"]);
}

#[test]
fn two_weeks_of_nights_are_kept() {
    let world = World::new();
    let mut keeper = keeper(&world);
    fs::create_dir(world.folder().join("backups")).unwrap();
    // Of a clock that was wrong for a night.
    fs::write(world.folder().join("backups/night-2031-01-01.db"), "").unwrap();
    for _ in 0..17 {
        world.visitor("tax.code", "it");
        looks(&mut keeper, &world);
        world.minutes_pass(24 * 60);
    }
    let nights = names(world.folder()).into_iter().filter(|name| name.starts_with("night-")).collect::<Vec<_>>();
    assert_eq!(
        (nights.len(), nights[0].as_str(), nights[13].as_str()),
        (14, "night-2026-11-27.db", "night-2026-12-10.db")
    );
    let entries = read_today(&DataFolder::database(world.folder())).unwrap();
    assert!(entries.len() < 10, "only the last day is there");
}

#[test]
fn backups_that_hang_are_a_fault_until_they_go_on() {
    let world = World::new();
    let mut keeper = keeper(&world);
    let fault = keeper.fault();
    // Nothing has run the keeper yet, so it shows no life.
    let runtime = tokio::runtime::Runtime::new().unwrap();
    runtime.spawn(keeper.watch_for_hangs(Duration::from_secs(2)));
    let begun = std::time::Instant::now();
    while fault.borrow().is_none() {
        assert!(begun.elapsed() < Duration::from_secs(30), "it is not noticed");
        std::thread::sleep(Duration::from_millis(20));
    }
    drop(runtime);
    keeper.step();
    assert_eq!(*fault.borrow(), None, "it goes on");
}
