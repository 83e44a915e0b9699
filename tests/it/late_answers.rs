//! A caller that stops waiting: what was not begun is not done, and a number that reached no one is taken back, unless its key
//! asks again.

use crate::full_disk::{FullDisk, Gate, Refused};
use crate::queue_fixture::mind_with;
use crate::world::{TUESDAY_TEN, need_code, tag};
use sportello::clock::Clock;
use sportello::domain::{AppointmentCode, IdempotencyKey, SlipPrinter, TicketState};
use sportello::hub::{self, Hub, HubThread};
use sportello::journal::{DataFolder, SqliteJournal};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};
use tempfile::TempDir;
use tokio::runtime::Runtime;
use tokio::task::JoinHandle;

/// What a visitor asks for.
#[derive(Clone, Copy)]
enum Wish {
    Number,
    /// As a glass does.
    NumberWithSlip,
    CheckIn(AppointmentCode),
}

struct House {
    hub: Hub,
    thread: HubThread,
    gate: Arc<Gate>,
    runtime: Runtime,
    wish: Wish,
    folder: TempDir,
}

impl House {
    fn new(wish: Wish) -> House {
        House::on(tempfile::tempdir().unwrap(), wish)
    }

    fn on(folder: TempDir, wish: Wish) -> House {
        let journal = SqliteJournal::open(&DataFolder::database(folder.path())).unwrap();
        let journal = FullDisk::new(journal, Refused::Events, &Arc::new(AtomicBool::new(false)));
        let (gate, clock) = (journal.gate(), Clock::turned(TUESDAY_TEN.parse().unwrap()));
        let (hub, thread) = hub::open(Arc::new(mind_with(&[])), journal, clock).unwrap();
        House { hub, thread, gate, runtime: Runtime::new().unwrap(), wish, folder }
    }

    /// With an appointment, which is all that its visitors ask for.
    fn with_appointment() -> House {
        let house = House::new(Wish::Number);
        let service = house.hub.day().site().services()[0].code.clone();
        let at = "2026-11-24T10:30:00+01:00".parse().unwrap();
        let code = house.runtime.block_on(house.hub.book(service, at, None)).unwrap();
        House { wish: Wish::CheckIn(code), ..house }
    }

    /// Ends in order, and starts again.
    fn restarts(self) -> House {
        self.thread.stop();
        House::on(self.folder, self.wish)
    }

    /// Asks for a number, in a task that can be given up.
    fn asks(&self, key: Option<&str>) -> JoinHandle<Option<String>> {
        let (hub, key) = (self.hub.clone(), key.map(|key| IdempotencyKey::parse(key).unwrap()));
        let wish = self.wish;
        self.runtime.spawn(async move {
            let (needs, language) = (vec![need_code("help")], tag("it"));
            let issued = match wish {
                Wish::NumberWithSlip => hub.issue_with_slip(needs, language, false, SlipPrinter::Glass, key).await,
                Wish::Number => hub.issue(needs, language, false, key).await,
                Wish::CheckIn(code) => hub.check_in_with_slip(code, language, SlipPrinter::Glass, key).await,
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
    [Wish::Number, Wish::NumberWithSlip].into_iter().for_each(takes_back);
}

fn takes_back(wish: Wish) {
    let house = House::new(wish);
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
    let house = House::new(Wish::NumberWithSlip);
    house.gives_up(Some("visit-1"), 0);
    until(|| house.states().len() == 1, "the ticket was on its way");
    let again = house.runtime.block_on(house.asks(Some("visit-1"))).unwrap();
    let first = house.hub.day().tickets().next().unwrap().number.to_string();
    assert_eq!(again, Some(first));
    assert!(matches!(house.states()[..], [TicketState::Waiting { .. }]), "one visit, one ticket, and it waits");
    house.thread.stop();
}

#[test]
fn a_number_that_reached_no_one_is_gone_after_an_end_in_order_and_its_key_gets_a_new_one() {
    let house = House::new(Wish::NumberWithSlip);
    house.gives_up(Some("visit-1"), 0);
    until(|| house.states().len() == 1, "the ticket was on its way");
    let house = house.restarts();
    assert!(matches!(house.states()[..], [TicketState::Withdrawn { .. }]), "a ghost waits: {:?}", house.states());
    let again = house.runtime.block_on(house.asks(Some("visit-1"))).unwrap();
    let newest = house.hub.day().tickets().next_back().unwrap().number.to_string();
    assert_eq!(again, Some(newest));
    let house = house.restarts();
    assert!(matches!(house.states()[..], [TicketState::Withdrawn { .. }, TicketState::Waiting { .. }]));
    let third = house.runtime.block_on(house.asks(Some("visit-1"))).unwrap();
    assert_eq!((third, house.states().len()), (again, 2), "the new number is the key's by now");
    house.thread.stop();
}

#[test]
fn a_check_in_that_reached_no_one_is_taken_back_and_its_code_still_means_the_appointment() {
    let house = House::with_appointment();
    house.gives_up(None, 0);
    until(|| matches!(house.states()[..], [TicketState::Withdrawn { .. }]), "a ghost waits");
    let again = house.runtime.block_on(house.asks(None)).unwrap();
    assert!(again.is_some(), "the code is unknown");
    let day = house.hub.day();
    let classes: Vec<_> = day.tickets().map(|ticket| ticket.class).collect();
    assert!(classes.len() == 2 && classes[0] == classes[1], "the same appointment: {classes:?}");
    day.verify().unwrap();
    house.restarts().thread.stop();
}

#[test]
fn a_code_gets_the_number_of_its_check_in_that_reached_no_one_whatever_the_key() {
    let house = House::with_appointment();
    house.gives_up(Some("glass-1"), 0);
    until(|| house.states().len() == 1, "the ticket was on its way");
    let again = house.runtime.block_on(house.asks(Some("reception-1"))).unwrap();
    let first = house.hub.day().tickets().next().unwrap().number.to_string();
    assert_eq!(again, Some(first));
    let house = house.restarts();
    assert!(matches!(house.states()[..], [TicketState::Waiting { .. }]), "it was claimed");
    house.thread.stop();
}
