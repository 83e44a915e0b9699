//! Paper that is out and comes back: whatever happens, one original at most is on paper, and everything else is marked as a
//! copy. An independent decoder reads what the printer got.

use crate::paper_tools::{folder, read_png, text_of};
use crate::world::{World, need_code, tag};
use sportello::app::copies::CopyPrinter;
use sportello::domain::{SlipOutcome, Ticket, TicketNumber};
use sportello::kiosk::{Effect, Input, Moment, Page, Session, Touch};
use sportello::locale::Locales;
use sportello::print::{self, Address, Canvas, PrinterStatus, Slip, Spooler};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};
use tokio::runtime::Runtime;

const NEED: [&str; 2] = ["health", "health.ssn"];
/// Far longer than a slip takes.
const SOON: Duration = Duration::from_secs(30);

/// A house with hub, glass, printer, and a clerk who prints copies.
struct House {
    world: World,
    session: Session,
    locales: Arc<Locales>,
    spooler: Spooler,
    slips: PathBuf,
    runtime: Runtime,
}

impl House {
    fn opens(test: &str) -> House {
        let world = World::new();
        let slips = folder(test);
        let spooler = print::start(&[Address::simulated(slips.clone())]).expect("the fonts");
        let locales = Arc::new(Locales::load().expect("the texts"));
        let runtime = Runtime::new().expect("a runtime");
        let (hub, clock, public_url) = (world.hub.clone(), world.clock.clone(), String::new());
        let copies = CopyPrinter { hub, spooler: spooler.clone(), locales: Arc::clone(&locales), clock, public_url };
        runtime.spawn(copies.run());
        let session = Session::new(world.hub.day(), "again", Moment::of(&world.clock));
        House { world, session, locales, spooler, slips, runtime }
    }

    /// What stands in the printer's status file, once the printer has said so itself.
    fn printer_is(&mut self, word: &str, status: PrinterStatus) {
        fs::write(self.slips.join("status.txt"), format!("{word}\n")).expect("a status");
        let begun = Instant::now();
        while *self.spooler.status().borrow() != status {
            assert!(begun.elapsed() < SOON, "the printer does not become {word}");
            std::thread::sleep(Duration::from_millis(50));
        }
        self.tells(Input::PrinterChanged(status));
    }

    fn waits(&mut self, seconds: u64) {
        for _ in 0..seconds * 4 {
            self.world.clock.advance(Duration::from_millis(250));
            self.tells(Input::Tick);
        }
    }

    fn taps(&mut self, touch: Touch) {
        self.waits(2);
        self.tells(Input::Touch(Touch::Anywhere));
        self.tells(Input::Touch(touch));
    }

    /// Gives the glass an input, and does what it asks for as the program does.
    fn tells(&mut self, input: Input) {
        for effect in self.session.handle(input, Moment::of(&self.world.clock)) {
            match effect {
                Effect::Issue(asked) => {
                    let (needs, language) = (asked.needs().to_vec(), asked.language.clone());
                    let issued = self.world.hub.issue(needs, language, false, Some(asked.key.clone()));
                    let result = self.world.wait(issued);
                    self.tells(Input::DayChanged(self.world.hub.day()));
                    self.tells(Input::Issued { key: asked.key, result });
                }
                Effect::Print(ticket) => self.prints(ticket.number, self.slip(&ticket)),
                Effect::PrintCopy(ticket) => {
                    self.prints(ticket.number, self.slip(&ticket).into_copy(&self.locales));
                }
                Effect::ReportSlip { ticket, outcome } => {
                    self.world.wait(self.world.hub.report_slip(ticket, outcome)).expect("it is recorded");
                }
                other => panic!("{other:?} is not part of these stories"),
            }
        }
    }

    fn prints(&mut self, ticket: TicketNumber, slip: Slip) {
        let outcome = self.spooler.print(slip).expect("room").blocking_recv().expect("an outcome");
        self.tells(Input::SlipDone { ticket, outcome });
    }

    fn slip(&self, ticket: &Ticket) -> Slip {
        let outlook = self.world.hub.day().outlook(ticket, self.world.clock.now());
        Slip::compose(&self.world.site, ticket, outlook, &self.locales, "")
    }

    fn takes_a_number(&mut self, language: &str) -> Arc<Ticket> {
        self.taps(Touch::ChooseLanguage(tag(language)));
        for need in NEED {
            self.taps(Touch::ChooseNeed(need_code(need)));
        }
        self.taps(Touch::Confirm);
        match self.session.page() {
            Page::Number(shown) => Arc::clone(&shown.ticket),
            other => panic!("a number, not {other:?}"),
        }
    }

    fn staff_print_a_copy(&self, ticket: &Ticket, count: usize) {
        self.runtime.block_on(self.world.hub.reprint(ticket.number, None)).expect("a copy");
        let begun = Instant::now();
        while streams(&self.slips).len() < count {
            assert!(begun.elapsed() < SOON, "the copy does not come");
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    /// How many originals and how many marked copies of a slip are on paper, as the decoder reads it. Nothing else is.
    fn on_paper(&self, ticket: &Ticket) -> (usize, usize) {
        let original = drawn(self.slip(ticket));
        let copy = drawn(self.slip(ticket).into_copy(&self.locales));
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
    let ticket = house.takes_a_number("ar");
    assert_eq!(house.world.ticket(ticket.number).slip, Some(SlipOutcome::Failed));
    house.taps(Touch::PrintSlip);
    assert_eq!(streams(&house.slips), Vec::<PathBuf>::new(), "there is no paper");
    house.waits(10);
    house.printer_is("ready", PrinterStatus::Ready);
    for _ in 0..3 {
        house.taps(Touch::PrintSlip);
    }
    assert_eq!(house.on_paper(&ticket), (1, 0));
    assert_eq!(house.world.ticket(ticket.number).slip, Some(SlipOutcome::Printed));
    house.staff_print_a_copy(&ticket, 2);
    house.staff_print_a_copy(&ticket, 3);
    assert_eq!(house.on_paper(&ticket), (1, 2));
    house.spooler.end();
}

#[test]
fn paper_back_after_three_minutes_leaves_it_to_the_staff_and_nothing_comes_by_itself() {
    let mut house = House::opens("again-three-minutes");
    house.printer_is("paper-out", PrinterStatus::PaperOut);
    let ticket = house.takes_a_number("it");
    house.waits(180);
    house.printer_is("ready", PrinterStatus::Ready);
    house.taps(Touch::PrintSlip);
    house.waits(10);
    assert_eq!(house.on_paper(&ticket), (0, 0));
    house.staff_print_a_copy(&ticket, 1);
    assert_eq!(house.on_paper(&ticket), (0, 1));
    house.spooler.end();
}
