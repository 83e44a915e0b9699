//! Paper that is out and comes back: whatever happens, one original at most is on paper, and everything else is marked as a
//! copy. An independent decoder reads what the printer got.

use crate::paper_tools::{folder, read_png, text_of};
use crate::paper_visit::{SOON, Visit};
use sportello::app::copies::CopyPrinter;
use sportello::domain::{SlipOutcome, Ticket};
use sportello::kiosk::Touch;
use sportello::print::{self, Address, Canvas, PrinterStatus, Slip, device};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Instant;
use tokio::runtime::Runtime;

/// A house with hub, glass, printer, and a clerk who prints copies.
struct House {
    visit: Visit,
    slips: PathBuf,
    runtime: Runtime,
}

impl House {
    fn opens(test: &str) -> House {
        let slips = folder(test);
        let visit = Visit::with(vec![device::at(&Address::simulated(slips.clone()))]);
        let runtime = Runtime::new().expect("a runtime");
        let (hub, clock, public_url) = (visit.world.hub.clone(), visit.world.clock.clone(), String::new());
        let (spooler, locales) = (visit.spooler.clone(), Arc::clone(&visit.locales));
        runtime.spawn(CopyPrinter { hub, spooler, locales, clock, public_url }.run());
        House { visit, slips, runtime }
    }

    /// What stands in the printer's status file, once the printer has said so itself.
    fn printer_is(&mut self, word: &str, status: PrinterStatus) {
        fs::write(self.slips.join("status.txt"), format!("{word}\n")).expect("a status");
        self.visit.printer_becomes(&[status]);
    }

    fn staff_print_a_copy(&self, ticket: &Ticket, count: usize) {
        self.runtime.block_on(self.visit.world.hub.reprint(ticket.number, None)).expect("a copy");
        let begun = Instant::now();
        while streams(&self.slips).len() < count {
            assert!(begun.elapsed() < SOON, "the copy does not come");
            std::thread::sleep(std::time::Duration::from_millis(20));
        }
    }

    /// How many originals and how many marked copies of a slip are on paper, as the decoder reads it. Nothing else is.
    fn on_paper(&self, ticket: &Ticket) -> (usize, usize) {
        let original = drawn(self.visit.slip(ticket));
        let copy = drawn(self.visit.slip(ticket).into_copy(&self.visit.locales));
        assert!(original != copy, "a copy can be told from the original");
        let sheets = streams(&self.slips).iter().map(|stream| decoded(stream)).collect::<Vec<_>>();
        let count = |wanted: &Canvas| sheets.iter().filter(|sheet| *sheet == wanted).count();
        let (originals, copies) = (count(&original), count(&copy));
        assert_eq!(originals + copies, sheets.len(), "every sheet is one or the other");
        (originals, copies)
    }
}

fn drawn(slip: Slip) -> Canvas {
    print::preview(&slip.into(), 576).expect("the fonts").0
}

fn streams(folder: &Path) -> Vec<PathBuf> {
    let files = fs::read_dir(folder).expect("the printer's folder").map(|entry| entry.expect("a file").path());
    let mut streams: Vec<_> = files.filter(|path| path.extension().is_some_and(|it| it == "bin")).collect();
    streams.sort();
    streams
}

fn decoded(stream: &Path) -> Canvas {
    let decoder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/decoder/escpos_decode.py");
    let pictures = folder("decoded");
    text_of("python3", &[decoder, &stream.to_string_lossy(), &pictures.to_string_lossy()]);
    read_png(&fs::read(pictures.join("1.png")).expect("one sheet"))
}

#[test]
fn paper_back_after_ten_seconds_brings_one_original_and_staff_print_marked_copies() {
    let mut house = House::opens("again-ten-seconds");
    house.printer_is("paper-out", PrinterStatus::PaperOut);
    let ticket = house.visit.takes_a_number("ar");
    assert_eq!(house.visit.world.ticket(ticket.number).slip, Some(SlipOutcome::Failed));
    house.visit.taps(Touch::PrintSlip);
    assert_eq!(streams(&house.slips), Vec::<PathBuf>::new(), "there is no paper");
    house.visit.waits(10);
    house.printer_is("ready", PrinterStatus::Ready);
    for _ in 0..3 {
        house.visit.taps(Touch::PrintSlip);
    }
    assert_eq!(house.on_paper(&ticket), (1, 0));
    assert_eq!(house.visit.world.ticket(ticket.number).slip, Some(SlipOutcome::Printed));
    house.staff_print_a_copy(&ticket, 2);
    house.staff_print_a_copy(&ticket, 3);
    assert_eq!(house.on_paper(&ticket), (1, 2));
    house.visit.spooler.end();
}

#[test]
fn paper_back_after_three_minutes_leaves_it_to_the_staff_and_nothing_comes_by_itself() {
    let mut house = House::opens("again-three-minutes");
    house.printer_is("paper-out", PrinterStatus::PaperOut);
    let ticket = house.visit.takes_a_number("it");
    house.visit.waits(180);
    house.printer_is("ready", PrinterStatus::Ready);
    house.visit.taps(Touch::PrintSlip);
    house.visit.waits(10);
    assert_eq!(house.on_paper(&ticket), (0, 0));
    house.staff_print_a_copy(&ticket, 1);
    assert_eq!(house.on_paper(&ticket), (0, 1));
    house.visit.spooler.end();
}
