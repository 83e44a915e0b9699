//! Staff print a slip once more: marked as a copy, with the words of the original, once for each request, a bounded number of
//! times.

use crate::queue_fixture::{House, mind_with};
use crate::world::{TUESDAY_TEN, World};
use sportello::app::copies::CopyPrinter;
use sportello::domain::command::{Command, MAX_COPY_REQUESTS};
use sportello::domain::{Refusal, Sequence, SlipOutcome, TicketNumber};
use sportello::hub::HubError;
use sportello::locale::Locales;
use sportello::print::slip::ChosenNeed;
use sportello::print::{self, Address, Slip, Spooler};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};
use tokio::runtime::Runtime;

/// Far longer than a slip takes.
pub const SOON: Duration = Duration::from_secs(30);

/// A program that prints copies, as far as its printer goes.
pub struct Office {
    runtime: Runtime,
    pub spooler: Spooler,
    slips: PathBuf,
}

impl Office {
    pub fn opens(world: &World, slips: &Path) -> Office {
        Office::opens_after(world, slips, || {})
    }

    /// The same, busy with something else at first.
    pub fn opens_after(world: &World, slips: &Path, is_busy: impl FnOnce()) -> Office {
        let runtime = Runtime::new().expect("a runtime");
        let slips = slips.to_owned();
        let spooler = print::start(&[Address::simulated(slips.clone())], world.clock.clone()).expect("the fonts");
        let locales = Arc::new(Locales::load().expect("the texts"));
        let (hub, clock, public_url) = (world.hub.clone(), world.clock.clone(), String::new());
        let prints = CopyPrinter { hub, spooler: spooler.clone(), locales, clock, public_url }.run();
        is_busy();
        runtime.spawn(prints);
        Office { runtime, spooler, slips }
    }

    pub fn asks(&self, world: &World, ticket: TicketNumber) -> Result<(), Refusal> {
        match self.runtime.block_on(world.hub.reprint(ticket, None)) {
            Ok(_) => Ok(()),
            Err(HubError::Refused(refusal)) => Err(refusal),
            Err(error) => panic!("{error}"),
        }
    }

    /// The pictures of the slips on paper, once there are so many.
    pub fn slips(&self, count: usize) -> Vec<Vec<u8>> {
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

/// The slip as it would be printed for the visitor now.
pub fn original(world: &World, ticket: TicketNumber, locales: &Locales) -> Slip {
    let (day, ticket) = (world.hub.day(), world.ticket(ticket));
    Slip::compose(&world.site, &ticket, day.outlook(&ticket, world.clock.now()), locales, "")
}

pub fn picture(slip: Slip) -> Vec<u8> {
    print::preview(&slip.into(), 576).expect("the fonts").0.to_png().expect("a picture")
}

/// Waits until the day knows of this outcome of the newest copy.
fn until_reported(world: &World, ticket: TicketNumber, outcome: SlipOutcome) {
    let begun = Instant::now();
    while world.hub.day().newest_copy(ticket).is_none_or(|copy| copy.outcome != Some(outcome)) {
        assert!(begun.elapsed() < SOON, "the outcome of the copy is not recorded");
        std::thread::sleep(Duration::from_millis(20));
    }
}

#[test]
fn a_number_whose_slip_was_lost_in_a_crash_gets_a_copy_in_its_visitors_language() {
    let world = World::new();
    let ticket = world.visitor("health.ssn", "ar");
    let world = world.restarts();
    let slips = tempfile::tempdir().expect("a folder");
    let office = Office::opens(&world, slips.path());
    office.asks(&world, ticket).expect("a copy");
    until_reported(&world, ticket, SlipOutcome::Printed);
    let locales = Locales::load().expect("the texts");
    let original = original(&world, ticket, &locales);
    let copy = original.clone().into_copy(&locales);
    assert_eq!(copy.visitor.copy.as_deref(), Some("نسخة"));
    assert_eq!(copy.house.as_ref().and_then(|words| words.copy.as_deref()), Some("Copia"));
    let printed = office.slips(1);
    assert!(printed == [picture(copy)], "the marked slip is on paper, and nothing else");
    assert!(printed[0] != picture(original), "and the mark can be seen");
    assert_eq!(world.ticket(ticket).slip, None, "of the original no more is known than before");
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

#[test]
fn copies_that_do_not_come_out_do_not_count_and_change_nothing_of_the_original() {
    let world = World::new();
    let lost = world.visitor("health.ssn", "it");
    world.wait(world.hub.report_slip(lost, SlipOutcome::Printed)).expect("it is recorded");
    let slips = tempfile::tempdir().expect("a folder");
    fs::write(slips.path().join("status.txt"), "paper-out\n").expect("a status");
    let office = Office::opens(&world, slips.path());
    for _ in 1..=6 {
        office.asks(&world, lost).expect("none has come out");
        until_reported(&world, lost, SlipOutcome::Failed);
    }
    assert_eq!(world.ticket(lost).slip, Some(SlipOutcome::Printed));
    fs::write(slips.path().join("status.txt"), "ready\n").expect("a status");
    let begun = Instant::now();
    while !office.spooler.status().borrow().can_print() {
        assert!(begun.elapsed() < SOON, "the printer does not become ready");
        std::thread::sleep(Duration::from_millis(20));
    }
    for count in 1..=5 {
        office.asks(&world, lost).expect("a copy");
        office.slips(count);
        until_reported(&world, lost, SlipOutcome::Printed);
    }
    office.spooler.end();
    let world = world.restarts();
    assert_eq!(office.asks(&world, lost), Err(Refusal::TooManyCopies(lost)), "five have come out");
    assert_eq!(world.ticket(lost).slip, Some(SlipOutcome::Printed));
}

#[test]
fn a_copy_on_whose_way_the_program_broke_off_is_unproven() {
    let world = World::new();
    let ticket = world.visitor("health.ssn", "it");
    world.wait(world.hub.reprint(ticket, None)).expect("a copy");
    let world = world.restarts();
    assert_eq!(world.hub.day().newest_copy(ticket).map(|copy| copy.outcome), Some(None), "and nothing prints yet");
    let slips = tempfile::tempdir().expect("a folder");
    let office = Office::opens(&world, slips.path());
    until_reported(&world, ticket, SlipOutcome::Unknown);
    assert!(office.slips(0).is_empty(), "it does not come by itself");
    office.spooler.end();
}

#[test]
fn what_a_printer_has_said_is_not_taken_back_by_a_silence() {
    let mut house = House::new();
    for said in [SlipOutcome::Printed, SlipOutcome::Torn, SlipOutcome::Failed] {
        let ticket = house.comes(&["help"], "it");
        house.does(Command::ReportSlip { ticket, outcome: said }).expect("it is recorded");
        house.does(Command::Reprint { ticket }).expect("a copy");
        let request = house.day.sequence();
        house.does(Command::ReportCopy { ticket, request, outcome: said }).expect("it is recorded");
        // The report lay in the queue when the silence was noticed.
        let tickets = vec![house.day.ticket(ticket).expect("a ticket").token];
        house.does(Command::GiveUpSlips { tickets, copies: vec![request] }).expect("it is recorded");
        let known = |house: &House| {
            (house.day.ticket(ticket).and_then(|it| it.slip), house.day.copy(request).and_then(|it| it.outcome))
        };
        assert_eq!(known(&house), (Some(said), Some(said)));
        if said == SlipOutcome::Printed {
            for outcome in [SlipOutcome::Unknown, SlipOutcome::Failed, SlipOutcome::Torn] {
                house.does(Command::ReportSlip { ticket, outcome }).expect("nothing new");
                house.does(Command::ReportCopy { ticket, request, outcome }).expect("nothing new");
            }
            assert_eq!(known(&house), (Some(said), Some(said)), "paper that came out stays out");
        }
    }
}

#[test]
fn a_printer_that_always_fails_is_not_asked_without_end() {
    let mut house = House::new();
    let (ticket, other) = (house.comes(&["help"], "it"), house.comes(&["help"], "it"));
    let asks = |house: &mut House| house.does(Command::Reprint { ticket });
    for _ in 1..=MAX_COPY_REQUESTS {
        asks(&mut house).expect("a copy");
        let request = house.day.sequence();
        let report = Command::ReportCopy { ticket, request, outcome: SlipOutcome::Failed };
        house.does(report).expect("it is recorded");
        let astray = Command::ReportCopy { ticket: other, request, outcome: SlipOutcome::Printed };
        assert_eq!(house.does(astray), Err(Refusal::UnknownTicket), "that copy is of another slip");
    }
    assert_eq!(asks(&mut house), Err(Refusal::TooManyCopies(ticket)));
    assert_eq!(house.day.copies_after(Sequence(0)).count(), MAX_COPY_REQUESTS);
}

#[test]
fn a_copy_says_what_was_promised_though_the_file_has_other_words_by_now() {
    const NEED: &str = "code = \"help\"\nlabel = { it = \"Aiuto\" }\npictogram = \"house\"";
    let locales = Locales::load().expect("the texts");
    let mut world = World::of(mind_with(&[]), TUESDAY_TEN);
    let ticket = world.visitor("help", "it");
    let promised = original(&world, ticket, &locales);
    let need = NEED.replace("Aiuto", "Altro");
    world.site = Arc::new(mind_with(&[(NEED, &need), ("name = \"Casa\"", "name = \"Altra casa\"")]));
    let mut world = world.restarts();
    let slips = tempfile::tempdir().expect("a folder");
    let office = Office::opens(&world, slips.path());
    office.asks(&world, ticket).expect("a copy");
    until_reported(&world, ticket, SlipOutcome::Printed);
    assert!(office.slips(1) == [picture(promised.clone().into_copy(&locales))], "the promised words, marked as a copy");
    office.spooler.end();
    // Without the need only the pictogram is gone.
    world.site = Arc::new(mind_with(&[(NEED, "code = \"other\"\nlabel = { it = \"Altro\" }\npictogram = \"house\"")]));
    let world = world.restarts();
    let words = original(&world, ticket, &locales).visitor;
    assert_eq!(words.stops, promised.visitor.stops);
    let needs = |words: &[ChosenNeed]| words.iter().map(|need| need.label.clone()).collect::<Vec<_>>();
    assert_eq!(needs(&words.needs), needs(&promised.visitor.needs));
    assert_eq!(words.needs[0].pictogram, None);
}
