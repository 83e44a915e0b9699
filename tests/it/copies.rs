//! Staff print a slip once more: marked as a copy, once for each request, a bounded number of times.

use crate::world::World;
use sportello::app::copies::CopyPrinter;
use sportello::domain::{Refusal, SlipOutcome, TicketNumber};
use sportello::hub::HubError;
use sportello::locale::Locales;
use sportello::print::{self, Address, Slip, Spooler};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};
use tokio::runtime::Runtime;

/// Far longer than a slip takes.
const SOON: Duration = Duration::from_secs(30);

/// A program that prints copies, as far as its printer goes.
struct Office {
    runtime: Runtime,
    spooler: Spooler,
    slips: PathBuf,
}

impl Office {
    fn opens(world: &World, slips: &Path) -> Office {
        let runtime = Runtime::new().expect("a runtime");
        let slips = slips.to_owned();
        let spooler = print::start(&[Address::simulated(slips.clone())]).expect("the fonts");
        let locales = Arc::new(Locales::load().expect("the texts"));
        let (hub, public_url) = (world.hub.clone(), String::new());
        runtime.spawn(CopyPrinter { hub, spooler: spooler.clone(), locales, public_url }.run());
        Office { runtime, spooler, slips }
    }

    fn asks(&self, world: &World, ticket: TicketNumber) -> Result<(), Refusal> {
        match self.runtime.block_on(world.hub.reprint(ticket, None)) {
            Ok(_) => Ok(()),
            Err(HubError::Refused(refusal)) => Err(refusal),
            Err(error) => panic!("{error}"),
        }
    }

    /// The pictures of the slips on paper, once there are so many.
    fn slips(&self, count: usize) -> Vec<Vec<u8>> {
        let begun = Instant::now();
        loop {
            let names = fs::read_dir(&self.slips).into_iter().flatten().map(|entry| entry.expect("a file").path());
            let pictures: BTreeSet<_> = names.filter(|path| path.extension().is_some_and(|it| it == "png")).collect();
            if pictures.len() >= count {
                return pictures.into_iter().map(|path| fs::read(path).expect("a picture")).collect();
            }
            assert!(begun.elapsed() < SOON, "{} of {count} slips have come", pictures.len());
            std::thread::sleep(Duration::from_millis(20));
        }
    }
}

fn picture(slip: Slip) -> Vec<u8> {
    print::preview(&slip.into(), 576).expect("the fonts").0.to_png().expect("a picture")
}

/// Waits until the day knows of this outcome.
fn until_reported(world: &World, ticket: TicketNumber, outcome: SlipOutcome) {
    let begun = Instant::now();
    while world.ticket(ticket).slip != Some(outcome) {
        assert!(begun.elapsed() < SOON, "the outcome of the copy is not recorded");
        std::thread::sleep(Duration::from_millis(20));
    }
}

#[test]
fn a_number_whose_slip_was_lost_in_a_crash_gets_a_copy_in_its_visitors_language() {
    let world = World::new();
    let ticket = world.visitor("health.ssn", "ar");
    let world = world.restarts();
    assert_eq!(world.ticket(ticket).slip, None, "the desks can see that no slip is known of");
    let slips = tempfile::tempdir().expect("a folder");
    let office = Office::opens(&world, slips.path());
    office.asks(&world, ticket).expect("a copy");
    until_reported(&world, ticket, SlipOutcome::Printed);
    let locales = Locales::load().expect("the texts");
    let original = Slip::compose(&world.site, &world.ticket(ticket), 0, &locales, "");
    let copy = original.clone().into_copy(&locales);
    assert_eq!(copy.visitor.copy.as_deref(), Some("نسخة"));
    assert_eq!(copy.house.as_ref().and_then(|words| words.copy.as_deref()), Some("Copia"));
    let printed = office.slips(1);
    assert!(printed == [picture(copy)], "the marked slip is on paper, and nothing else");
    assert!(printed[0] != picture(original), "and the mark can be seen");
    office.spooler.end();
}

#[test]
fn copies_are_bounded_and_none_is_printed_twice_after_a_restart() {
    let world = World::new();
    let (lost, other) = (world.visitor("health.ssn", "it"), world.visitor("permit.renew", "uk"));
    let slips = tempfile::tempdir().expect("a folder");
    let office = Office::opens(&world, slips.path());
    for count in 1..=5 {
        office.asks(&world, lost).expect("a copy");
        office.slips(count);
    }
    assert_eq!(office.asks(&world, lost), Err(Refusal::TooManyCopies(lost)));
    until_reported(&world, lost, SlipOutcome::Printed);
    office.spooler.end();
    drop(office);
    let world = world.restarts();
    let office = Office::opens(&world, slips.path());
    assert_eq!(office.asks(&world, lost), Err(Refusal::TooManyCopies(lost)), "a restart does not begin anew");
    office.asks(&world, other).expect("a copy of another slip");
    until_reported(&world, other, SlipOutcome::Printed);
    assert_eq!(office.slips(6).len(), 6, "one more, not five again");
    office.spooler.end();
}

#[test]
fn a_visitor_who_has_left_needs_no_slip() {
    let world = World::new();
    let ticket = world.visitor("health.ssn", "it");
    world.wait(world.hub.dismiss(None, ticket, None)).expect("it waits");
    let refused = world.wait(world.hub.reprint(ticket, None));
    assert_eq!(refused.expect_err("it has left"), HubError::Refused(Refusal::HasLeft(ticket)));
}
