//! A thread that hangs at its printer, and one that waits long for it.

use crate::copies::SOON;
use crate::paper_site::slip;
use sportello::domain::SlipOutcome;
use sportello::print::device::{self, Device, Job, Patience};
use sportello::print::escpos::Profile;
use sportello::print::{OfflineCause, PrinterStatus, Spooler};
use std::io::Read;
use std::net::TcpListener;
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::{Duration, Instant};
use tokio::runtime::Runtime;

/// A printer whose driver does not return before this is let go.
struct Stuck(Receiver<()>);

impl Device for Stuck {
    fn profile(&self) -> Profile {
        Profile::default()
    }

    fn probe(&mut self) -> PrinterStatus {
        PrinterStatus::Ready
    }

    fn print(&mut self, _: &Job) -> (SlipOutcome, PrinterStatus) {
        self.0.recv().expect("it is let go");
        (SlipOutcome::Printed, PrinterStatus::Ready)
    }
}

/// What is known of the only printer.
fn known(spooler: &Spooler) -> (PrinterStatus, Option<OfflineCause>) {
    let report = spooler.printers().borrow()[0].clone();
    (report.status, report.cause)
}

fn until(is_so: impl Fn() -> bool, what: &str) {
    let begun = Instant::now();
    while !is_so() {
        assert!(begun.elapsed() < SOON, "{what}");
        thread::sleep(Duration::from_millis(20));
    }
}

#[test]
fn a_thread_that_hangs_at_its_printer_is_said_until_it_goes_on() {
    let (lets_go, stuck) = channel();
    let spooler = Spooler::start(vec![Box::new(Stuck(stuck))]).expect("the fonts");
    let runtime = Runtime::new().expect("a runtime");
    runtime.spawn(spooler.watch_for_hangs(Duration::from_secs(1)));
    until(|| known(&spooler) == (PrinterStatus::Ready, None), "it is ready");
    let outcome = spooler.print(slip("en", &["renew"], "P 042", 3), Duration::ZERO, |_| {});
    until(|| known(&spooler) == (PrinterStatus::Offline, Some(OfflineCause::Hangs)), "the hang is said");
    until(|| *spooler.status().borrow() == PrinterStatus::Offline, "the glass reads it as well");
    lets_go.send(()).expect("the printer");
    assert_eq!(outcome.blocking_recv(), Ok(SlipOutcome::Printed));
    until(|| known(&spooler) == (PrinterStatus::Ready, None), "it is ready again");
    until(|| *spooler.status().borrow() == PrinterStatus::Ready, "the glass reads it as well");
    spooler.end();
}

#[test]
fn a_printer_that_is_waited_for_long_does_not_hang() {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = format!("tcp://{}", listener.local_addr().expect("an address"));
    // It takes everything and never answers.
    thread::spawn(move || {
        for stream in listener.incoming() {
            let mut taken = Vec::new();
            thread::spawn(move || stream.map(|mut stream| stream.read_to_end(&mut taken)));
        }
    });
    let (second, long) = (Duration::from_secs(1), Duration::from_secs(6));
    let patience = Patience { answer: second, accept: second, proof: long };
    let printer = device::at_with(&address.parse().expect("an address"), patience);
    let spooler = Spooler::start(vec![printer]).expect("the fonts");
    let runtime = Runtime::new().expect("a runtime");
    runtime.spawn(spooler.watch_for_hangs(long / 2));
    let begun = Instant::now();
    let mut outcome = spooler.print(slip("en", &["renew"], "P 042", 3), Duration::ZERO, |_| {});
    while outcome.try_recv().is_err() {
        assert_ne!(known(&spooler).1, Some(OfflineCause::Hangs), "it waits, and that is all");
        assert!(begun.elapsed() < SOON, "no outcome");
        thread::sleep(Duration::from_millis(20));
    }
    assert!(begun.elapsed() > long, "there was nothing to wait for");
    spooler.end();
}
