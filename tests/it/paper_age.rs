//! No slip comes out by itself two minutes after its visitor asked for it, wherever it waited: real printers on the network,
//! a clock that is set by hand.

use crate::paper_actors::Script;
use crate::paper_printers::{WELL, a_slip};
use crate::world::{At, World, idempotency_key, need_code, tag};
use sportello::app::copies::CopyPrinter;
use sportello::clock::Clock;
use sportello::domain::command::Command;
use sportello::domain::{SlipOutcome, SlipPrinter, TicketNumber};
use sportello::hub::fresh_token;
use sportello::locale::Locales;
use sportello::print::{self, Spooler};
use std::sync::Arc;
use std::time::{Duration, Instant};
use tokio::runtime::Runtime;

/// Far longer than a slip takes.
const SOON: Duration = Duration::from_secs(30);
const A_MINUTE: Duration = Duration::from_secs(60);

/// A printer whose proof of the first slip comes late, so that others wait behind it.
fn slow_printer(clock: &Clock) -> (Script, Spooler) {
    let mut script = Script::new(Some(WELL), Some(0));
    script.late_fence = Some(Duration::from_millis(1500));
    let address = script.start().parse().expect("an address");
    (script, print::start(&[address], clock.clone()).expect("the fonts"))
}

/// A house that prints what its API, its reception and its clerks ask for.
struct Office {
    world: World,
    spooler: Spooler,
    tasks: Runtime,
}

impl Office {
    fn opens(world: World, spooler: Spooler) -> Office {
        let tasks = Runtime::new().expect("a runtime");
        let (hub, clock, locales) = (world.hub.clone(), world.clock.clone(), Locales::load().expect("the texts"));
        let (spooler_of_task, locales, public_url) = (spooler.clone(), Arc::new(locales), String::new());
        tasks.spawn(CopyPrinter { hub, spooler: spooler_of_task, locales, clock, public_url }.run());
        Office { world, spooler, tasks }
    }

    fn issues(&self, key: &str, printer: SlipPrinter) -> TicketNumber {
        let (needs, key) = (vec![need_code("health.ssn")], Some(idempotency_key(key)));
        let issued = self.world.hub.issue_with_slip(needs, tag("it"), false, printer, key);
        self.world.wait(issued).expect("a ticket").number
    }

    fn takes_a_walk_in(&self) -> TicketNumber {
        let At { desk, .. } = self.world.desk_for("health.ssn").opens();
        let (service, token) = (self.world.service_for("health.ssn"), fresh_token().expect("random bytes"));
        let walk_in = Command::WalkIn { desk, service, language: tag("it"), token }.with_slip(SlipPrinter::Site);
        self.world.wait(self.world.hub.send(walk_in, None)).expect("a walk-in").ticket.expect("its ticket").number
    }

    fn until(&self, is_so: impl Fn() -> bool, what: &str) {
        let begun = Instant::now();
        while !is_so() {
            assert!(begun.elapsed() < SOON, "{what}");
            std::thread::sleep(Duration::from_millis(10));
        }
    }

    fn until_outcome(&self, ticket: TicketNumber, outcome: SlipOutcome) {
        let is_so = || self.world.ticket(ticket).slip == Some(outcome);
        self.until(is_so, &format!("the slip is not known to be {outcome:?}"));
    }

    /// The program ends while it prints, and is started again.
    fn restarts(self, spooler: Spooler, later: Duration) -> Office {
        drop(self.tasks);
        self.spooler.end();
        let world = self.world.restarts();
        world.clock.advance(later);
        Office::opens(world, spooler)
    }
}

#[test]
fn a_slip_that_waits_in_the_queue_behind_another_grows_too_old() {
    let clock = Clock::turned("2026-11-24T10:00:00+01:00".parse().expect("a time"));
    let (script, spooler) = slow_printer(&clock);
    let asks = |seconds: u64| spooler.print(a_slip(), Duration::from_secs(seconds), |_| {});
    let first = asks(0);
    assert!(script.has_cut(1), "the first goes out");
    // One has just been asked for, one has come a long way, and one came in time.
    let (fresh, old) = (asks(0), asks(100));
    clock.advance(Duration::from_secs(20));
    let late = asks(75);
    clock.advance(Duration::from_secs(20));
    let outcomes = [first, fresh, old, late].map(|outcome| outcome.blocking_recv().expect("an outcome"));
    let [printed, failed] = [SlipOutcome::Printed, SlipOutcome::Failed];
    assert_eq!([outcomes[0], outcomes[2], outcomes[3]], [printed, failed, failed]);
    assert_ne!(outcomes[1], failed, "it was in time");
    assert_eq!(script.slips(), 2, "and no other was sent");
    spooler.end();
}

#[test]
fn slips_of_the_api_of_walk_ins_and_copies_that_wait_for_two_minutes_are_not_printed() {
    let world = World::new();
    let (script, spooler) = slow_printer(&world.clock);
    let office = Office::opens(world, spooler);
    let first = office.issues("first", SlipPrinter::Site);
    assert!(script.has_cut(1), "the first goes out");
    let others = [office.issues("second", SlipPrinter::Site), office.takes_a_walk_in()];
    let copied = office.issues("glass", SlipPrinter::Glass);
    office.world.wait(office.world.hub.reprint(copied, None)).expect("a copy");
    office.world.clock.advance(A_MINUTE * 2);
    office.until_outcome(first, SlipOutcome::Printed);
    others.into_iter().for_each(|ticket| office.until_outcome(ticket, SlipOutcome::Failed));
    let copy = || office.world.hub.day().newest_copy(copied).and_then(|copy| copy.outcome);
    office.until(|| copy() == Some(SlipOutcome::Failed), "the copy is not known to have failed");
    assert_eq!(script.slips(), 1, "nothing else was printed");
    office.spooler.end();
}

#[test]
fn what_waited_when_the_program_ended_does_not_come_by_itself_two_minutes_later() {
    let world = World::new();
    let (script, spooler) = slow_printer(&world.clock);
    let office = Office::opens(world, spooler);
    let first = office.issues("first", SlipPrinter::Site);
    assert!(script.has_cut(1), "the first goes out");
    let second = office.issues("second", SlipPrinter::Site);
    office.world.wait(office.world.hub.reprint(second, None)).expect("a copy");
    let healthy = Script::new(Some(WELL), Some(0));
    let spooler =
        print::start(&[healthy.start().parse().expect("an address")], office.world.clock.clone()).expect("the fonts");
    let office = office.restarts(spooler, A_MINUTE * 2);
    assert_eq!(office.world.ticket(first).slip, Some(SlipOutcome::Printed));
    office.until_outcome(second, SlipOutcome::Unknown);
    let next = office.issues("next", SlipPrinter::Site);
    office.until_outcome(next, SlipOutcome::Printed);
    assert_eq!((script.slips(), healthy.slips()), (1, 1), "the next visitor's slip alone");
    office.spooler.end();
}

#[test]
fn a_slip_of_a_glass_that_never_sent_it_is_marked_in_the_end() {
    let world = World::new();
    let script = Script::new(Some(WELL), Some(0));
    let address = script.start().parse().expect("an address");
    let spooler = print::start(&[address], world.clock.clone()).expect("the fonts");
    let office = Office::opens(world, spooler);
    let forgotten = office.issues("glass", SlipPrinter::Glass);
    office.world.clock.advance(A_MINUTE * 4);
    office.until_outcome(forgotten, SlipOutcome::Unknown);
    assert_eq!(script.slips(), 0);
    office.spooler.end();
}
