//! Concurrent commands: no number twice, no ticket called by two desks, and commands that wait together share a commit.

use crate::full_disk::{FullDisk, Refused};
use crate::queue_fixture::mind_with;
use crate::world::{TUESDAY_TEN, World, need_code, one_service_site, tag};
use sportello::clock::Clock;
use sportello::domain::{DeskNumber, Site, TicketState};
use sportello::hub::{self, Hub, HubError, HubThread};
use sportello::journal::{DataFolder, SqliteJournal};
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

#[test]
fn eight_clients_taking_a_thousand_numbers_each_get_eight_thousand_numbers() {
    let world = World::new();
    let clients = (0..8).map(|_| {
        let hub = world.hub.clone();
        async move {
            let mut numbers = Vec::new();
            for _ in 0..1000 {
                let issued = hub.issue(vec![need_code("tax.code")], tag("it"), false, None).await;
                numbers.push(issued.expect("a ticket").number);
            }
            numbers
        }
    });
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
    let clients: Vec<_> = clients.map(|client| runtime.spawn(client)).collect();
    let numbers = clients.into_iter().flat_map(|client| runtime.block_on(client).unwrap());
    let distinct: BTreeSet<_> = numbers.collect();
    assert_eq!(distinct.len(), 8000);
    assert_eq!(distinct.last().unwrap().count, 8000);
    world.hub.day().verify().unwrap();
}

#[test]
fn eight_desks_calling_at_once_never_call_the_same_visitor() {
    let world = World::of(one_service_site(), TUESDAY_TEN);
    let visitors = 400;
    for _ in 0..visitors {
        world.visitor("code", "it");
    }
    let desks: Vec<DeskNumber> = world.site.desks().iter().map(|desk| desk.number).collect();
    assert_eq!(desks.len(), 8);
    for desk in &desks {
        world.desk(desk.0).opens();
    }
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
    let callers = desks.iter().map(|desk| {
        let (hub, desk) = (world.hub.clone(), *desk);
        runtime.spawn(async move {
            let mut called = Vec::new();
            while let Some(summons) = hub.call_next(desk, None).await.expect("a call") {
                called.push((summons.ticket.number, summons.call));
                hub.start(desk, None, None).await.expect("start");
                hub.finish(desk, None, None).await.expect("finish");
            }
            called
        })
    });
    let callers: Vec<_> = callers.collect();
    let called: Vec<Vec<_>> = callers.into_iter().map(|caller| runtime.block_on(caller).unwrap()).collect();
    assert!(called.iter().all(|by_desk| by_desk.len() > 10), "all eight desks have called");
    let called: Vec<_> = called.into_iter().flatten().collect();
    let tickets: BTreeSet<_> = called.iter().map(|(ticket, _)| ticket).collect();
    let calls: BTreeSet<_> = called.iter().map(|(_, call)| call).collect();
    assert_eq!(tickets.len(), called.len(), "a visitor was called by two");
    assert_eq!(calls.len(), called.len(), "a call was counted twice");
    assert_eq!(called.len(), visitors, "a ticket was not called at all");
    world.hub.day().verify().unwrap();
}

#[test]
fn the_log_is_copied_into_the_database_also_while_commands_come_without_a_pause() {
    let (world, visitors, page) = (World::new(), 1000, 4096);
    for _ in 0..visitors {
        world.visitor("tax.code", "it");
    }
    let log = DataFolder::database(world.folder()).with_extension("db-wal");
    let length = std::fs::metadata(log).expect("the log").len();
    assert!(length < visitors * page / 2, "most of the day stands in the log alone: {length} bytes");
}

/// Far longer than an idle hub waits at first.
const SOON: Duration = Duration::from_secs(60);

fn on_a_disk(folder: &Path, is_full: &Arc<AtomicBool>, site: Site) -> (Hub, HubThread) {
    let journal = SqliteJournal::open(&DataFolder::database(folder)).unwrap();
    let journal = FullDisk::new(journal, Refused::Events, is_full);
    hub::open(Arc::new(site), journal, Clock::turned(TUESDAY_TEN.parse().unwrap())).unwrap()
}

fn until(is_so: impl Fn() -> bool, what: &str) {
    let begun = Instant::now();
    while !is_so() {
        assert!(begun.elapsed() < SOON, "{what}");
        std::thread::sleep(Duration::from_millis(20));
    }
}

#[test]
fn an_idle_hub_comes_back_by_itself_when_the_disk_has_room_again() {
    let folder = tempfile::tempdir().unwrap();
    let is_full = Arc::new(AtomicBool::new(false));
    let (hub, thread) = on_a_disk(folder.path(), &is_full, mind_with(&[]));
    let runtime = tokio::runtime::Runtime::new().unwrap();
    is_full.store(true, Ordering::SeqCst);
    let refused = runtime.block_on(hub.issue(vec![need_code("help")], tag("it"), false, None));
    assert_eq!(refused.unwrap_err(), HubError::NotSaved);
    assert!(!hub.is_saving());
    is_full.store(false, Ordering::SeqCst);
    let mut day = hub.watch();
    day.borrow_and_update();
    until(|| hub.is_saving(), "without a command it goes on saying that nothing is saved");
    until(|| day.has_changed().unwrap(), "pages are not told");
    thread.stop();
}

#[test]
fn a_changed_site_file_is_settled_once_the_disk_can_be_written() {
    let folder = tempfile::tempdir().unwrap();
    let is_full = Arc::new(AtomicBool::new(false));
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let (hub, thread) = on_a_disk(folder.path(), &is_full, mind_with(&[]));
    let two = DeskNumber(2);
    runtime.block_on(hub.open(two, Vec::new(), None, None)).unwrap();
    let ticket = runtime.block_on(hub.issue(vec![need_code("help")], tag("it"), false, None)).unwrap().number;
    runtime.block_on(hub.call_next(two, None)).unwrap().expect("called");
    thread.stop();
    drop(hub);

    is_full.store(true, Ordering::SeqCst);
    let desk =
        "[[desks]]\nnumber = 2\nroom = { it = \"Piano terra\" }\nservices = [\"help\"]\nlanguages = [\"it\", \"ti\"]\n";
    let (hub, thread) = on_a_disk(folder.path(), &is_full, mind_with(&[(desk, "")]));
    let state = || hub.day().ticket(ticket).unwrap().state;
    assert!(matches!(state(), TicketState::Called { desk, .. } if desk == two), "it could not be saved");
    is_full.store(false, Ordering::SeqCst);
    until(|| matches!(state(), TicketState::Waiting { .. }), "the visitor stays at a desk that is gone");
    hub.day().verify().unwrap();
    thread.stop();
}
