//! A caller that stops waiting: what was not begun is not done, and a number that reached no one is taken back, unless its key
//! asks again.

use crate::full_disk::{FullDisk, Gate, Refused};
use crate::queue_fixture::mind_with;
use crate::world::{TUESDAY_TEN, need_code, tag};
use sportello::clock::Clock;
use sportello::domain::{IdempotencyKey, SlipPrinter, TicketState};
use sportello::hub::{self, Hub, HubThread};
use sportello::journal::{DataFolder, SqliteJournal};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};
use tempfile::TempDir;
use tokio::runtime::Runtime;
use tokio::task::JoinHandle;

struct House {
    hub: Hub,
    thread: HubThread,
    gate: Arc<Gate>,
    runtime: Runtime,
    /// Asks as a glass does, with a slip.
    is_glass: bool,
    _folder: TempDir,
}

impl House {
    fn new(is_glass: bool) -> House {
        let folder = tempfile::tempdir().unwrap();
        let journal = SqliteJournal::open(&DataFolder::database(folder.path())).unwrap();
        let journal = FullDisk::new(journal, Refused::Events, &Arc::new(AtomicBool::new(false)));
        let (gate, clock) = (journal.gate(), Clock::turned(TUESDAY_TEN.parse().unwrap()));
        let (hub, thread) = hub::open(Arc::new(mind_with(&[])), journal, clock).unwrap();
        House { hub, thread, gate, runtime: Runtime::new().unwrap(), is_glass, _folder: folder }
    }

    /// Asks for a number, in a task that can be given up.
    fn asks(&self, key: Option<&str>) -> JoinHandle<Option<String>> {
        let (hub, key) = (self.hub.clone(), key.map(|key| IdempotencyKey::parse(key).unwrap()));
        let is_glass = self.is_glass;
        self.runtime.spawn(async move {
            let (needs, language) = (vec![need_code("help")], tag("it"));
            let issued = match is_glass {
                true => hub.issue_with_slip(needs, language, false, SlipPrinter::Glass, key).await,
                false => hub.issue(needs, language, false, key).await,
            };
            issued.ok().map(|ticket| ticket.number.to_string())
        })
    }

    /// Sends these while the disk hangs: the first is on its way to the disk when all of them are given up.
    fn gives_up(&self, first: Option<&str>, others: usize) {
        let held = self.gate.hold.lock().unwrap();
        let before = self.gate.reached.load(Ordering::SeqCst);
        let mut asked = vec![self.asks(first)];
        until(|| self.gate.reached.load(Ordering::SeqCst) > before, "the disk is not reached");
        asked.extend((0..others).map(|_| self.asks(None)));
        for asking in asked {
            asking.abort();
            let _ = self.runtime.block_on(asking);
        }
        drop(held);
    }

    fn states(&self) -> Vec<TicketState> {
        self.hub.day().tickets().map(|ticket| ticket.state).collect()
    }
}

fn until(is_so: impl Fn() -> bool, what: &str) {
    let begun = Instant::now();
    while !is_so() {
        assert!(begun.elapsed() < Duration::from_secs(30), "{what}");
        std::thread::sleep(Duration::from_millis(5));
    }
}

#[test]
fn a_number_that_reached_no_one_is_taken_back_and_what_was_not_begun_is_not_done() {
    [false, true].into_iter().for_each(takes_back);
}

fn takes_back(is_glass: bool) {
    let house = House::new(is_glass);
    house.gives_up(None, 3);
    until(|| matches!(house.states()[..], [TicketState::Withdrawn { .. }]), "a ghost waits, or more than one came");
    // The next visitor has a number and is alone.
    let next = house.runtime.block_on(house.asks(None)).unwrap();
    assert!(next.is_some());
    assert_eq!(house.states().len(), 2, "a command was carried out whose caller had gone");
    house.hub.day().verify().unwrap();
    house.thread.stop();
}

#[test]
fn the_key_of_a_number_that_reached_no_one_still_gets_it() {
    let house = House::new(true);
    house.gives_up(Some("visit-1"), 0);
    until(|| house.states().len() == 1, "the ticket was on its way");
    let again = house.runtime.block_on(house.asks(Some("visit-1"))).unwrap();
    let first = house.hub.day().tickets().next().unwrap().number.to_string();
    assert_eq!(again, Some(first));
    assert!(matches!(house.states()[..], [TicketState::Waiting { .. }]), "one visit, one ticket, and it waits");
    house.thread.stop();
}
