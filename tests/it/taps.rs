//! Survey answers: closed choices, counted by the week, written to disk only in batches.

use crate::full_disk::{FullDisk, Refused};
use crate::world::{World, demo_site, need_code, tag};
use jiff::civil::date;
use sportello::clock::Clock;
use sportello::domain::tally::taps::{AgeBand, FirstVisit, Gender, Status, Tap, Taps, Topic, monday_of};
use sportello::hub::{self, MIN_BATCH};
use sportello::journal::{DataFolder, Journal, JournalError, SqliteJournal, TallyBook};
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

const WOMAN: Tap = Tap::Gender(Gender::Woman);
const FIRST: Tap = Tap::FirstVisit(FirstVisit::Yes);

fn on_disk(folder: &Path) -> Vec<Taps> {
    TallyBook::open(&DataFolder::database(folder)).unwrap().taps().unwrap()
}

/// Two commands to the hub: once the second is answered, every effect of the first is done.
fn is_asked_twice(world: &World) {
    for _ in 0..2 {
        world.visitor("tax.code", "it");
    }
}

#[test]
fn every_answer_reads_back_and_no_other_does() {
    let mut codes = BTreeSet::new();
    for topic in Topic::ALL {
        for tap in topic.answers() {
            assert_eq!((tap.topic(), Tap::parse(topic.code(), tap.code())), (*topic, Some(tap)));
            assert!(codes.insert((topic.code(), tap.code())), "{tap:?} has another one's name");
        }
    }
    assert_eq!(codes.len(), 2 + 3 + 6 + 5);
    assert_eq!(
        Topic::ALL.iter().map(|topic| topic.code()).collect::<Vec<_>>(),
        ["first-visit", "gender", "age", "status"]
    );
    assert_eq!(Topic::Age.answers()[..2], [Tap::Age(AgeBand::Under18), Tap::Age(AgeBand::From18)]);
    assert_eq!(Tap::parse("status", "protection"), Some(Tap::Status(Status::Protection)));
    for (topic, answer) in [("gender", "yes"), ("", ""), ("status", "Protection"), ("gender", ""), ("name", "woman")] {
        assert_eq!(Tap::parse(topic, answer), None, "{topic} {answer}");
    }
}

#[test]
fn a_week_is_named_by_its_monday_and_knows_how_many_told_what() {
    let monday = date(2026, 11, 23);
    for day in [monday, date(2026, 11, 24), date(2026, 11, 29)] {
        assert_eq!(monday_of(day), monday);
    }
    assert_eq!(monday_of(date(2026, 11, 30)), date(2026, 11, 30));
    assert_eq!(monday_of(date(2027, 1, 1)), date(2026, 12, 28));
    let mut taps = Taps::of_week(date(2026, 11, 25));
    taps.add(WOMAN, 3);
    taps.add(WOMAN, 1);
    taps.add(Tap::Gender(Gender::Other), 2);
    assert_eq!((taps.monday(), taps.count(WOMAN), taps.count(FIRST)), (monday, 4, 0));
    assert_eq!((taps.answered(Topic::Gender), taps.answered(Topic::Status)), (6, 0));
    assert_eq!(taps.counts().collect::<Vec<_>>(), [(WOMAN, 4), (Tap::Gender(Gender::Other), 2)]);
    taps.add(WOMAN, u32::MAX);
    assert_eq!(taps.answered(Topic::Gender), u32::MAX, "no count goes round");
}

#[test]
fn answers_are_written_in_a_lump_and_never_one_with_a_ticket() {
    let world = World::new();
    let events = |world: &World| world.hub.day().sequence();
    let before = events(&world);
    for _ in 1..MIN_BATCH {
        world.hub.tap(WOMAN);
    }
    assert_eq!(events(&world), before, "it is not an event");
    world.hub.tap(FIRST);
    is_asked_twice(&world);
    assert_eq!(on_disk(world.folder()), [], "as many answers, but one visitor less than a lump");
    world.hub.tap(WOMAN);
    is_asked_twice(&world);
    let mut lump = Taps::of_week(date(2026, 11, 23));
    lump.add(WOMAN, MIN_BATCH);
    lump.add(FIRST, 1);
    assert_eq!(on_disk(world.folder()), [lump.clone()]);
    world.hub.tap(FIRST);
    is_asked_twice(&world);
    assert_eq!(on_disk(world.folder()), [lump.clone()], "the next one waits for others again");
    // Stopping the hub at noon must not write a batch that is too small.
    let world = world.restarts();
    assert_eq!(on_disk(world.folder()), [lump]);
}

#[test]
fn the_night_writes_pending_answers_into_the_week_of_the_day_that_ends() {
    let world = World::at("2026-11-29T18:00:00+01:00");
    world.hub.tap(WOMAN);
    world.clock.turn_to("2026-11-30T08:00:00+01:00".parse().unwrap());
    world.visitor("tax.code", "it");
    let mut sunday = Taps::of_week(date(2026, 11, 29));
    sunday.add(WOMAN, 1);
    assert_eq!(on_disk(world.folder()), [sunday.clone()]);
    world.hub.tap(FIRST);
    world.clock.turn_to("2026-12-01T08:00:00+01:00".parse().unwrap());
    world.visitor("tax.code", "it");
    let mut monday = Taps::of_week(date(2026, 11, 30));
    monday.add(FIRST, 1);
    assert_eq!(on_disk(world.folder()), [sunday, monday]);
}

#[test]
fn on_a_full_disk_answers_wait_and_the_queue_goes_on() {
    let folder = tempfile::tempdir().unwrap();
    let is_full = Arc::new(AtomicBool::new(true));
    let journal = SqliteJournal::open(&DataFolder::database(folder.path())).unwrap();
    let journal = FullDisk::new(journal, Refused::Answers, &is_full);
    let clock = Clock::turned(crate::world::TUESDAY_TEN.parse().unwrap());
    let (hub, thread) = hub::open(Arc::new(demo_site()), journal, clock).unwrap();
    let runtime = tokio::runtime::Runtime::new().unwrap();
    for _ in 0..MIN_BATCH {
        hub.tap(WOMAN);
    }
    for _ in 0..3 {
        runtime.block_on(hub.issue(vec![need_code("tax.code")], tag("it"), false, None)).unwrap();
    }
    assert_eq!(on_disk(folder.path()), []);
    is_full.store(false, Ordering::SeqCst);
    thread.stop();
    assert_eq!(on_disk(folder.path())[0].count(WOMAN), MIN_BATCH, "each once");
}

#[test]
fn a_week_is_one_row_that_is_added_to_and_the_oldest_weeks_go() {
    let folder = tempfile::tempdir().unwrap();
    let file = DataFolder::database(folder.path());
    let mut journal = SqliteJournal::open(&file).unwrap();
    let first = date(2024, 1, 1);
    let week = |number: i64| first.saturating_add(jiff::Span::new().weeks(number));
    for number in 0..120 {
        let mut taps = Taps::of_week(week(number));
        taps.add(WOMAN, 20);
        journal.add_taps(&taps).unwrap();
    }
    let kept = on_disk(folder.path());
    assert_eq!(kept.len(), 110, "some 25 months, as the tallies");
    assert_eq!((kept[0].monday(), kept[109].monday()), (week(10), week(119)));
    let mut more = Taps::of_week(week(119));
    more.add(WOMAN, 1);
    more.add(FIRST, 2);
    journal.add_taps(&more).unwrap();
    let newest = on_disk(folder.path()).pop().unwrap();
    assert_eq!((newest.count(WOMAN), newest.count(FIRST)), (21, 2));
    // A row this program did not write is reported as damage.
    for bad in ["", "[]", r#"{"gender":{"tall":3}}"#, r#"{"gender":{"woman":-1}}"#] {
        let database = rusqlite::Connection::open(&file).unwrap();
        database.execute("UPDATE taps SET counts = ?1 WHERE week = ?2", (bad, week(119).to_string())).unwrap();
        let read = TallyBook::open(&file).unwrap().taps();
        assert!(matches!(read, Err(JournalError::Damaged { .. })), "{bad:?}: {read:?}");
    }
}
