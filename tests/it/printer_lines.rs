//! The log has a line for each change of a printer, once: none for repetitions, few for a printer that changes without end.

use sportello::clock::Clock;
use sportello::print::{OfflineCause, PrinterReport, PrinterReports, PrinterStatus};
use std::io::{self, Write};
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tokio::sync::watch;
use tracing::subscriber::with_default;

/// What the desks and the log read of some printers.
struct Printers {
    clock: Clock,
    reports: PrinterReports,
    desks: watch::Receiver<Vec<PrinterReport>>,
    log: Log,
}

/// The lines that are logged while a closure runs.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().expect("a healthy lock").write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

type State = (PrinterStatus, Option<OfflineCause>);

const READY: State = (PrinterStatus::Ready, None);
const SILENT: State = (PrinterStatus::Offline, Some(OfflineCause::Silent));
const A_PROBE: Duration = Duration::from_millis(800);

impl Printers {
    fn new(names: &[&str]) -> Printers {
        let clock = Clock::turned("2026-11-24T10:00:00+01:00".parse().expect("a time"));
        let (reports, desks) = PrinterReports::new(names.iter().map(|name| (*name).to_owned()), clock.clone());
        Printers { clock, reports, desks, log: Log::default() }
    }

    /// What the log says when this printer is found so, so many times in a row.
    fn found(&mut self, place: usize, (status, cause): State, times: usize) -> Vec<String> {
        self.log.0.lock().expect("a healthy lock").clear();
        let log = self.log.clone();
        let subscriber = tracing_subscriber::fmt().with_writer(move || log.clone()).with_ansi(false).without_time();
        with_default(subscriber.finish(), || {
            for _ in 0..times {
                self.clock.advance(A_PROBE);
                self.reports.note(place, status, cause);
            }
        });
        let shown = self.desks.borrow()[place].clone();
        assert_eq!((shown.status, shown.cause), (status, cause), "the desks read how it is, whatever the log says");
        let text = String::from_utf8(self.log.0.lock().expect("a healthy lock").clone()).expect("text");
        text.lines().map(str::to_owned).collect()
    }
}

/// The only line, which has these words.
fn one(lines: &[String], words: &[&str]) {
    let [line] = lines else { panic!("not one line: {lines:#?}") };
    assert!(words.iter().all(|word| line.contains(word)), "{words:?} are not in {line:?}");
}

#[test]
fn each_change_of_a_printer_has_one_line_and_repetitions_have_none() {
    let mut printers = Printers::new(&["front", "back"]);
    let offline = |cause| (PrinterStatus::Offline, Some(cause));
    one(&printers.found(1, READY, 3), &["INFO", "the printer is ready", "printer=back"]);
    for (state, words) in [
        (offline(OfflineCause::Refused), "it refuses the connection: correct the address"),
        (offline(OfflineCause::NoSuchFile), "there is no such file: plug the printer in"),
        (SILENT, "it has stopped answering: check cable and power"),
        ((PrinterStatus::PaperOut, None), "no paper: put in a new roll"),
        ((PrinterStatus::NearEnd, None), "about to run out: have a new roll at hand"),
        ((PrinterStatus::CoverOpen, None), "cover is open: close it"),
        ((PrinterStatus::Error, None), "jammed or broken: open it"),
        ((PrinterStatus::Mute, None), "does not say whether it prints them: look whether they come out"),
        ((PrinterStatus::Garbled, None), "makes no sense: check its cable and its address"),
        ((PrinterStatus::Offline, None), "off line: check cable and power"),
    ] {
        // More time than a line counts, so that each incident is the first.
        printers.clock.advance(Duration::from_secs(60 * 60));
        one(&printers.found(0, state, 30), &["WARN", words, "printer=front"]);
        one(&printers.found(0, READY, 30), &["INFO", "the printer is ready", "printer=front"]);
    }
    assert!(printers.found(1, READY, 30).is_empty(), "the other has not changed");
}

#[test]
fn one_fault_that_becomes_another_has_a_line_for_each() {
    let mut printers = Printers::new(&["front"]);
    one(&printers.found(0, (PrinterStatus::PaperOut, None), 3), &["no paper"]);
    one(&printers.found(0, (PrinterStatus::CoverOpen, None), 3), &["cover is open"]);
    one(&printers.found(0, SILENT, 3), &["stopped answering"]);
    one(&printers.found(0, (PrinterStatus::Offline, Some(OfflineCause::Unreachable)), 3), &["can't be reached"]);
    // The cause belongs to a printer that is off line, and to no other.
    one(&printers.found(0, READY, 1), &["ready"]);
}

#[test]
fn a_printer_that_flaps_does_not_fill_the_log_and_how_it_is_in_the_end_is_said() {
    let mut printers = Printers::new(&["front", "back"]);
    let mut lines = Vec::new();
    // Half a day of a loose cable.
    for _ in 0..20_000 {
        lines.extend(printers.found(0, SILENT, 1));
        lines.extend(printers.found(0, READY, 1));
    }
    assert!(lines.len() > 6, "people who mend it read what they did: {lines:#?}");
    assert!(lines.len() < 20, "{} lines, at the end {:#?}", lines.len(), lines.last());
    let said = lines.last().expect("a line");
    assert!(said.contains("changes again and again") && said.contains("check cable and power"), "{said}");
    one(&printers.found(1, SILENT, 1), &["printer=back", "stopped answering"]);
    one(&printers.found(0, SILENT, 800), &["WARN", "stopped answering", "printer=front", "changes_left_out=39989"]);
    assert!(printers.found(0, SILENT, 3000).is_empty(), "it is said once");
    printers.clock.advance(Duration::from_secs(60 * 60));
    let back = printers.found(0, READY, 800);
    one(&back, &["the printer is ready"]);
    assert!(!back[0].contains("left_out"), "{back:?}");
}

#[test]
fn a_printer_that_rests_between_its_fits_does_not_fill_the_log_either() {
    // A day each, of changes every two and a half minutes and every ten and a half.
    for (probes, most) in [(188, 13), (800, 136)] {
        let mut printers = Printers::new(&["front"]);
        let mut lines = 0;
        for _ in 0..24 * 3600 * 10 / 8 / probes / 2 {
            lines += printers.found(0, SILENT, probes).len() + printers.found(0, READY, probes).len();
        }
        assert!((13..=most).contains(&lines), "{lines} lines a day");
    }
}
