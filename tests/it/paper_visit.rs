//! A visitor at a glass with a real hub and a real spooler: what the glass asks for is done as the program does it.

use crate::world::{World, need_code, tag};
use sportello::domain::{SlipOutcome, SlipPrinter, Ticket, TicketNumber};
use sportello::kiosk::{Effect, Errand, Input, Page, Session, Touch};
use sportello::locale::Locales;
use sportello::print::device::Device;
use sportello::print::{PrinterStatus, Slip, Spooler};
use std::sync::Arc;
use std::time::{Duration, Instant};

/// A need whose slip fits on every printer.
pub const NEED: [&str; 2] = ["health", "health.ssn"];
/// Far longer than a slip takes.
pub const SOON: Duration = Duration::from_secs(30);

pub struct Visit {
    pub world: World,
    pub session: Session,
    pub locales: Arc<Locales>,
    pub spooler: Spooler,
}

impl Visit {
    /// With printers that go by the same clock.
    pub fn with(printers: Vec<Box<dyn Device>>) -> Visit {
        let world = World::new();
        let named = printers.into_iter().map(|printer| ("printer".to_owned(), printer));
        let spooler = Spooler::start_named(named.collect(), world.clock.clone()).expect("the fonts");
        let locales = Arc::new(Locales::load().expect("the texts"));
        let session = Session::new(world.hub.day(), "again", world.clock.now());
        Visit { world, session, locales, spooler }
    }

    /// Waits until the printer says one of these, and tells the glass.
    pub fn printer_becomes(&mut self, wanted: &[PrinterStatus]) -> Duration {
        let begun = Instant::now();
        let status = loop {
            let status = *self.spooler.status().borrow();
            if wanted.contains(&status) {
                break status;
            }
            assert!(begun.elapsed() < SOON, "the printer is {status:?} and does not become one of {wanted:?}");
            std::thread::sleep(Duration::from_millis(20));
        };
        self.tells(Input::PrinterChanged(status));
        begun.elapsed()
    }

    pub fn waits(&mut self, seconds: u64) {
        for _ in 0..seconds * 4 {
            self.world.clock.advance(Duration::from_millis(250));
            self.tells(Input::Tick);
        }
    }

    pub fn taps(&mut self, touch: Touch) {
        self.waits(2);
        self.tells(Input::Touch(Touch::Anywhere));
        self.tells(Input::Touch(touch));
    }

    /// Gives the glass an input, and does what it asks for.
    pub fn tells(&mut self, input: Input) {
        for effect in self.session.handle(input, self.world.clock.now()) {
            match effect {
                Effect::Issue(asked) => {
                    let Errand::Needs(selection) = asked.errand else { panic!("an appointment") };
                    let (language, key) = (asked.language, asked.key);
                    let hub = self.world.hub.clone();
                    let issued =
                        hub.issue_with_slip(selection.needs, language, false, SlipPrinter::Glass, Some(key.clone()));
                    let result = self.world.wait(issued);
                    self.tells(Input::DayChanged(self.world.hub.day()));
                    self.tells(Input::Issued { key, result });
                }
                Effect::Print(ticket) => self.prints(ticket.number, self.slip(&ticket)),
                Effect::PrintCopy(ticket) => {
                    self.prints(ticket.number, self.slip(&ticket).into_copy(&self.locales));
                }
                other => panic!("{other:?} is not part of these stories"),
            }
        }
    }

    fn prints(&mut self, ticket: TicketNumber, slip: Slip) {
        let hub = self.world.hub.clone();
        let report = move |outcome| hub.note_slip(ticket, outcome);
        let outcome = self.spooler.print(slip, Duration::ZERO, report).blocking_recv().expect("an outcome");
        self.until_recorded(ticket, outcome);
        self.tells(Input::SlipDone { ticket, outcome });
    }

    fn until_recorded(&self, ticket: TicketNumber, outcome: SlipOutcome) {
        let begun = Instant::now();
        while self.world.ticket(ticket).slip != Some(outcome) {
            assert!(begun.elapsed() < SOON, "the outcome of the slip is not recorded");
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    pub fn slip(&self, ticket: &Ticket) -> Slip {
        let outlook = self.world.hub.day().outlook(ticket, self.world.clock.now());
        Slip::compose(&self.world.site, ticket, outlook, &self.locales, "")
    }

    pub fn takes_a_number(&mut self, language: &str) -> Arc<Ticket> {
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
}
