//! What is left when something breaks in the middle: torn slips, code that panics, a thread that dies.

use crate::paper_actors::Script;
use crate::paper_printers::{Running, WELL, impatiently, job, printer};
use crate::paper_tools::folder;
use sportello::domain::SlipOutcome;
use sportello::print::PrinterStatus;
use sportello::print::device::{Device, Job};
use sportello::print::escpos::{Profile, body_and_end};
use std::thread;
use std::time::{Duration, Instant};

#[test]
fn a_printer_that_dies_in_the_middle_of_a_slip_has_not_printed_and_the_next_slip_comes_out() {
    let mut script = Script::new(Some(WELL), Some(0x00));
    script.dies_after = Some(9_000);
    let running = Running::with(vec![printer(&script.start())]);
    assert_ne!(running.print(), SlipOutcome::Printed);
    assert_eq!(script.slips(), 0);
    assert_eq!(running.print(), SlipOutcome::Printed);
    assert_eq!(script.slips(), 2, "the torn slip was cut off and not sent again");
    assert_eq!(running.print(), SlipOutcome::Printed);
    assert_eq!(script.slips(), 3);
}

#[test]
fn a_printer_that_still_waits_for_the_rest_of_a_torn_slip_is_freed_before_it_is_asked() {
    let mut script = Script::new(Some(WELL), Some(0x00));
    (script.dies_after, script.goes_on) = (Some(9_000), true);
    let running = Running::with(vec![printer(&script.start())]);
    assert!(running.status_becomes(PrinterStatus::Ready), "it can answer");
    assert_ne!(running.print(), SlipOutcome::Printed);
    assert!(running.status_becomes(PrinterStatus::Ready), "it waits for dots and takes the questions for such");
    assert_eq!(running.print(), SlipOutcome::Printed);
    assert_eq!(script.slips(), 2, "the torn slip was cut off and not sent again");
    assert_eq!(running.print(), SlipOutcome::Printed);
    assert_eq!(script.slips(), 3, "a whole slip is not cut off twice");
}

#[test]
fn a_printer_that_swallowed_half_a_slip_in_silence_before_it_hung_up_is_freed_too() {
    let mut script = Script::new(Some(WELL), Some(0x00));
    (script.dies_after, script.goes_on, script.dying) = (Some(9_000), true, Duration::from_secs(4));
    let mut printer = impatiently(&script.start());
    assert_eq!(printer.probe(), PrinterStatus::Ready);
    assert_eq!(printer.print(&job()), (SlipOutcome::Torn, PrinterStatus::Offline), "its end was not sent");
    let begun = Instant::now();
    while printer.probe() != PrinterStatus::Ready {
        assert!(begun.elapsed() < Duration::from_secs(30), "it stays off line");
        thread::sleep(Duration::from_millis(100));
    }
    assert_eq!(printer.print(&job()), (SlipOutcome::Printed, PrinterStatus::Ready));
    assert_eq!(script.slips(), 2, "the torn slip was cut off and not sent again");
}

#[test]
fn a_torn_slip_costs_one_cut_however_often_the_printer_is_asked_before_it_comes_back() {
    let mut script = Script::new(Some(WELL), Some(0x00));
    (script.dies_after, script.goes_on) = (Some(9_000), true);
    let mut printer = impatiently(&script.start());
    assert_eq!(printer.probe(), PrinterStatus::Ready);
    *script.answers.lock().expect("a healthy lock") = None;
    assert_ne!(printer.print(&job()).0, SlipOutcome::Printed);
    assert_eq!([(); 3].map(|()| printer.probe()), [PrinterStatus::Offline; 3]);
    let so_far = script.received().len();
    assert!(so_far < 9_000 + 2 * 72 * 248, "the white dots went out {so_far} bytes long");
    *script.answers.lock().expect("a healthy lock") = Some(WELL);
    assert_eq!(script.slips(), 0, "one that says nothing is not told to cut");
    assert_eq!([(); 3].map(|()| printer.probe()), [PrinterStatus::Ready; 3]);
    assert_eq!(script.slips(), 1, "the torn paper does not hang there until the next visitor");
    assert_eq!(printer.print(&job()), (SlipOutcome::Printed, PrinterStatus::Ready));
    assert_eq!(script.slips(), 2);
}

#[test]
fn a_printer_that_never_says_anything_gets_a_whole_slip_after_a_torn_one() {
    let mut script = Script::new(None, None);
    (script.dies_after, script.goes_on) = (Some(9_000), true);
    let mut printer = impatiently(&script.start());
    assert_eq!(printer.probe(), PrinterStatus::Unknown);
    assert_ne!(printer.print(&job()).0, SlipOutcome::Printed);
    assert_eq!([(); 3].map(|()| printer.probe()), [PrinterStatus::Unknown; 3]);
    assert_eq!(script.slips(), 0, "asking costs no paper");
    assert_eq!(printer.print(&job()), (SlipOutcome::Unknown, PrinterStatus::Mute));
    assert_eq!(script.slips(), 2, "the torn slip was cut off and not sent again");
    let job = job();
    let cut_and_slip = [&[0x1d, 0x56, 0x42, 0x00], body_and_end(&job.bytes).0].concat();
    assert!(script.received().windows(cut_and_slip.len()).any(|bytes| bytes == cut_and_slip), "in this order");
}

/// A printer whose own code breaks down when it is asked (`.0`) or when it prints (`.1`), each as told.
struct Broken(Option<fn()>, Option<fn()>);

impl Device for Broken {
    fn profile(&self) -> Profile {
        Profile::default()
    }

    fn probe(&mut self) -> PrinterStatus {
        self.0.inspect(|breakdown| breakdown());
        PrinterStatus::Ready
    }

    fn print(&mut self, _: &Job) -> (SlipOutcome, PrinterStatus) {
        self.1.inspect(|breakdown| breakdown());
        (SlipOutcome::Printed, PrinterStatus::Ready)
    }
}

#[test]
fn a_printer_whose_code_breaks_down_is_in_error_and_the_next_one_prints() {
    let breakdown: fn() = || panic!("a breakdown on purpose");
    let running = Running::with(vec![Box::new(Broken(Some(breakdown), None))]);
    assert!(running.status_becomes(PrinterStatus::Error), "known before a visitor comes");
    assert_eq!([running.print(), running.print()], [SlipOutcome::Failed; 2]);
    let folder = folder("sound");
    let sound = printer(&format!("sim://{}", folder.display()));
    let running = Running::with(vec![Box::new(Broken(Some(breakdown), None)), sound]);
    assert_eq!(running.print(), SlipOutcome::Printed);
    assert!(running.status_becomes(PrinterStatus::Ready));
}

#[test]
fn a_printer_whose_code_breaks_down_while_it_prints_may_have_printed_and_is_not_given_up() {
    let running = Running::with(vec![Box::new(Broken(None, Some(|| panic!("a breakdown on purpose"))))]);
    assert_eq!(running.print(), SlipOutcome::Unknown);
    assert_eq!(running.print(), SlipOutcome::Unknown, "it is tried again with the next slip only");
    assert!(running.status_becomes(PrinterStatus::Ready), "and asked");
}

/// What breaks down while it breaks down, which nothing can survive.
struct Bomb;

impl Drop for Bomb {
    fn drop(&mut self) {
        if !thread::panicking() {
            panic!("a breakdown on purpose");
        }
    }
}

#[test]
fn when_the_printers_thread_dies_every_slip_has_an_outcome_at_once_and_the_printer_is_off_line() {
    let dies = || {
        thread::sleep(Duration::from_millis(300));
        std::panic::panic_any(Bomb)
    };
    let running = Running::with(vec![Box::new(Broken(None, Some(dies)))]);
    assert!(running.status_becomes(PrinterStatus::Ready));
    let answers: Vec<_> = (0..3).map(|_| running.takes()).collect();
    let outcomes: Vec<_> = answers.into_iter().map(|answer| answer.blocking_recv().expect("an outcome")).collect();
    let [unknown, failed] = [SlipOutcome::Unknown, SlipOutcome::Failed];
    assert_eq!(outcomes, [unknown, failed, failed], "one was being printed, two waited");
    assert!(running.status_becomes(PrinterStatus::Offline), "somebody notices");
    assert_eq!(running.print(), SlipOutcome::Failed, "and the next visitor is told at once");
}
