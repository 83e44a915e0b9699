//! Twenty moods of a printer, each from four moments on, at a glass with its real hub and spooler: *printed* is said only with
//! paper, a visitor gets one slip at most, nothing comes out by itself later, the desks learn what is wrong, and the next
//! visitor gets a slip once it is mended.

use crate::paper_hostile::{HostilePrinter, Sheets};
use crate::paper_ink::Ink;
use crate::paper_mood::{Moment, Mood};
use crate::paper_visit::Visit;
use sportello::domain::SlipOutcome;
use sportello::print::PrinterStatus;
use sportello::print::device::{self, Patience};
use std::panic::catch_unwind;
use std::sync::Mutex;
use std::thread;
use std::time::Duration;

/// What the desks may be shown while a mood lasts.
fn truth(mood: Mood) -> &'static [PrinterStatus] {
    match mood {
        Mood::PaperOut | Mood::StatusForProof | Mood::ProofWithoutPaper => &[PrinterStatus::PaperOut],
        Mood::NearEnd => &[PrinterStatus::NearEnd],
        Mood::CoverOpen => &[PrinterStatus::CoverOpen],
        Mood::CutterError => &[PrinterStatus::Error],
        Mood::Refuses | Mood::Resets | Mood::Dies | Mood::NeverReads | Mood::Silent | Mood::HalfOpen => {
            &[PrinterStatus::Offline]
        }
        Mood::NoiseFlood | Mood::WrongBits => &[PrinterStatus::Garbled],
        Mood::Closes | Mood::NoiseOnce | Mood::SlowReader | Mood::AutomaticStatus | Mood::ProofTwice => {
            &[PrinterStatus::Ready]
        }
        Mood::ProofLate | Mood::ProofOfPrevious => &[PrinterStatus::Ready, PrinterStatus::Mute],
    }
}

/// What came of a visit.
struct Story {
    outcome: Option<SlipOutcome>,
    sheets: Sheets,
    told: Duration,
    mended: Duration,
}

fn story(mood: Mood, moment: Moment) -> Story {
    let printer = HostilePrinter::start();
    let millis = Duration::from_millis;
    let patience = Patience { accept: millis(800), proof: millis(500), answer: millis(250) };
    let address = format!("tcp://{}", printer.address).parse().expect("an address");
    let mut visit = Visit::with(vec![device::at_with(&address, patience)]);
    visit.printer_becomes(&[PrinterStatus::Ready]);
    printer.will_be(mood, moment);
    let before = if moment == Moment::Before { visit.printer_becomes(truth(mood)) } else { Duration::ZERO };
    let ticket = visit.takes_a_number("it");
    let outcome = visit.world.ticket(ticket.number).slip;
    let slip = Ink::of(&visit.slip(&ticket));
    let sheets = printer.sheets_of(&slip);
    assert!(printer.has_begun(), "the slip was not sent so far");
    assert!(outcome.is_some(), "the visitor is told something");
    assert!(outcome != Some(SlipOutcome::Printed) || sheets.whole == 1, "printed, with {sheets:?}");
    let told = before.max(visit.printer_becomes(truth(mood)));
    thread::sleep(millis(300));
    let sheets = printer.sheets_of(&slip);
    assert!(sheets.all() <= 1, "{sheets:?} for one visitor");
    // Whatever the printer or the kernel still holds is too old by then.
    visit.waits(130);
    printer.heals();
    let mended = visit.printer_becomes(&[PrinterStatus::Ready]);
    thread::sleep(millis(300));
    check_late_sheets(sheets, printer.sheets_of(&slip), outcome);
    let next = visit.takes_a_number("uk");
    assert_eq!(visit.world.ticket(next.number).slip, Some(SlipOutcome::Printed), "the next visitor has a slip");
    let of_next = printer.sheets_of(&Ink::of(&visit.slip(&next)));
    assert_eq!(of_next, Sheets { whole: 1, broken: 0 }, "and one alone");
    let sheets = check_late_sheets(sheets, printer.sheets_of(&slip), outcome);
    visit.spooler.end();
    Story { outcome, sheets, told, mended }
}

/// Once it is mended no whole slip comes. What a printer had in its memory when it stopped comes with the next roll, and is
/// known to be no slip that anyone could rely on.
fn check_late_sheets(before: Sheets, now: Sheets, outcome: Option<SlipOutcome>) -> Sheets {
    assert_eq!(now.whole, before.whole, "a slip came out by itself");
    assert!(now.all() <= 1, "{now:?} for one visitor");
    let may_come = outcome == Some(SlipOutcome::Torn);
    assert!(may_come || now == before, "{now:?} after {before:?}, which was {outcome:?}");
    now
}

#[test]
fn whatever_happens_to_a_printer_printed_is_said_only_with_paper_and_nothing_comes_out_later() {
    let cells: Vec<(Mood, Moment)> =
        Mood::ALL.into_iter().flat_map(|mood| Moment::ALL.map(|moment| (mood, moment))).collect();
    let (left, done) = (Mutex::new(cells.clone()), Mutex::new(Vec::new()));
    thread::scope(|scope| {
        for _ in 0..12 {
            scope.spawn(|| {
                loop {
                    let Some((mood, moment)) = left.lock().expect("a healthy lock").pop() else { return };
                    let story = catch_unwind(|| story(mood, moment)).map_err(|panic| {
                        let text = panic.downcast_ref::<String>().cloned();
                        text.or_else(|| panic.downcast_ref::<&str>().map(|text| (*text).to_owned())).unwrap_or_default()
                    });
                    done.lock().expect("a healthy lock").push((mood, moment, story));
                }
            });
        }
    });
    let done = done.into_inner().expect("a healthy lock");
    let mut faults = Vec::new();
    for (mood, moment) in cells {
        let found = done.iter().find(|(other, at, _)| (*other, *at) == (mood, moment));
        match &found.expect("every cell was tried").2 {
            Ok(Story { outcome, sheets, told, mended }) => {
                let name = format!("{mood:?} {moment:?}");
                println!("{name:36} {outcome:?}, {sheets:?}, told in {told:.1?}, mended in {mended:.1?}");
            }
            Err(fault) => faults.push(format!("{mood:?} {moment:?}: {fault}")),
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
