//! Printers and their faults: every slip gets one outcome in time, and nobody waits for a printer.

use crate::paper_actors::{PAPER_OUT, Script};
use crate::paper_site::slip;
use crate::paper_tools::{folder, text_of};
use crate::ports::own_address;
use sportello::domain::SlipOutcome;
use sportello::print::device::{self, Device, Job, Patience};
use sportello::print::escpos::Profile;
use sportello::print::{Address, OfflineCause, PrinterStatus, Spooler, preview};
use std::fs;
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::sync::atomic::Ordering;
use std::thread;
use std::time::{Duration, Instant};
use tokio::sync::oneshot::Receiver;

/// What a printer without trouble answers.
pub const WELL: [u8; 4] = [0x12, 0x12, 0x12, 0x12];

/// The printer at this address.
pub fn printer(address: &str) -> Box<dyn Device> {
    device::at(&address.parse::<Address>().expect("an address"))
}

/// The same, but nobody waits long for it.
pub fn impatiently(address: &str) -> Box<dyn Device> {
    let patience = Patience {
        accept: Duration::from_secs(2),
        proof: Duration::from_millis(300),
        answer: Duration::from_millis(300),
    };
    device::at_with(&address.parse::<Address>().expect("an address"), patience)
}

/// A slip on its way to a printer.
pub fn job() -> Job {
    let slip = slip("ar", &["renew"], "P 042", 3);
    let (canvas, bytes) = preview(&slip.clone().into(), 576).expect("the fonts");
    Job { number: slip.number, canvas, bytes }
}

/// A slip for the spooler.
pub fn a_slip() -> sportello::print::Slip {
    slip("en", &["renew"], "P 042", 3)
}

/// A spooler with these printers, which ends with the test.
pub struct Running(pub Spooler);

impl Running {
    pub fn with(devices: Vec<Box<dyn Device>>) -> Running {
        Running(Spooler::start(devices).expect("the fonts"))
    }

    pub fn print(&self) -> SlipOutcome {
        self.takes().blocking_recv().expect("an outcome")
    }

    /// Gives it a slip and does not wait.
    pub fn takes(&self) -> Receiver<SlipOutcome> {
        self.0.print(a_slip(), Duration::ZERO, |_| {})
    }

    pub fn status_becomes(&self, wanted: PrinterStatus) -> bool {
        let begun = Instant::now();
        let status = self.0.status();
        while *status.borrow() != wanted && begun.elapsed() < Duration::from_secs(10) {
            thread::sleep(Duration::from_millis(20));
        }
        *status.borrow() == wanted
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.0.end();
    }
}

#[test]
fn a_network_printer_that_answers_the_fence_has_printed_exactly_what_was_drawn() {
    let script = Script::new(Some(WELL), Some(0x00));
    let folder = folder("tcp");
    let mut printer = printer(&script.start());
    let job = job();
    assert_eq!(printer.probe(), PrinterStatus::Ready);
    assert_eq!(printer.print(&job), (SlipOutcome::Printed, PrinterStatus::Ready));
    let stream = folder.join("caught.bin");
    fs::write(&stream, script.received()).expect("the caught stream");
    let decoder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/decoder/escpos_decode.py");
    text_of("python3", &[decoder, &stream.to_string_lossy(), &folder.to_string_lossy()]);
    let picture = crate::paper_tools::read_png(&fs::read(folder.join("1.png")).expect("the caught slip"));
    assert!(picture == job.canvas, "another picture was printed: {}", folder.display());
}

#[test]
fn the_fence_tells_that_the_roll_ends_soon() {
    let script = Script::new(Some(WELL), Some(0x03));
    assert_eq!(printer(&script.start()).print(&job()), (SlipOutcome::Printed, PrinterStatus::NearEnd));
}

#[test]
fn a_printer_that_never_says_anything_gets_its_slips_and_the_outcome_is_unknown() {
    let script = Script::new(None, None);
    let mut printer = impatiently(&script.start());
    assert_eq!(printer.probe(), PrinterStatus::Unknown);
    assert_eq!(printer.print(&job()), (SlipOutcome::Unknown, PrinterStatus::Mute), "staff hear of it");
    assert_eq!(printer.probe(), PrinterStatus::Mute, "and go on doing so");
    assert!(script.has_cut(1), "it was sent once");
}

#[test]
fn a_peer_that_takes_bytes_and_never_reads_them_gets_no_whole_slip() {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let mut printer = impatiently(&format!("tcp://{}", listener.local_addr().expect("an address")));
    assert_eq!(printer.probe(), PrinterStatus::Unknown);
    assert_eq!(printer.print(&job()), (SlipOutcome::Torn, PrinterStatus::Offline), "small enough for any buffer");
    assert_eq!(printer.cause(), Some(OfflineCause::NotTaking));
    assert_eq!([(); 3].map(|()| printer.probe()), [PrinterStatus::Offline; 3]);
    assert_eq!(printer.print(&job()), (SlipOutcome::Failed, PrinterStatus::Offline), "nothing more is sent");
    // Now it reads all that was kept for it.
    listener.set_nonblocking(true).expect("a listener");
    let mut kept = Vec::new();
    for (mut stream, _) in std::iter::from_fn(|| listener.accept().ok()) {
        stream.set_read_timeout(Some(Duration::from_millis(100))).expect("a connection");
        // It ends with a reset, or is still open.
        let _ = stream.read_to_end(&mut kept);
    }
    assert!(kept.windows(2).any(|bytes| bytes == b"\x1b@"), "the beginning of a slip was sent");
    assert!(!kept.windows(3).any(|bytes| bytes == b"\x1dVB"), "but nothing that cuts it");
}

#[test]
fn a_printer_that_takes_nothing_for_a_while_prints_the_next_slip_and_none_of_before() {
    let script = Script::new(None, None);
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let mut printer = impatiently(&format!("tcp://{}", listener.local_addr().expect("an address")));
    assert_eq!(printer.print(&job()), (SlipOutcome::Torn, PrinterStatus::Offline));
    assert_eq!(printer.probe(), PrinterStatus::Offline);
    script.plays_on(listener);
    let begun = Instant::now();
    while printer.probe() == PrinterStatus::Offline {
        assert!(begun.elapsed() < Duration::from_secs(10), "it stays off line");
    }
    assert_eq!(script.slips(), 0, "nothing comes out by itself");
    assert_eq!(printer.print(&job()).0, SlipOutcome::Unknown);
    assert!(script.has_cut(2), "the torn one was cut off before");
}

#[test]
fn paper_that_ends_within_a_slip_leaves_it_torn_and_its_end_is_not_sent() {
    let script = Script::new(Some(WELL), None);
    let mut printer = impatiently(&script.start());
    assert_eq!(printer.probe(), PrinterStatus::Ready);
    *script.answers.lock().expect("a healthy lock") = Some(PAPER_OUT);
    assert_eq!(printer.print(&job()), (SlipOutcome::Torn, PrinterStatus::PaperOut));
    assert_eq!(script.slips(), 0, "what comes out with the next roll is no whole slip");
    *script.answers.lock().expect("a healthy lock") = Some(WELL);
    assert_eq!(printer.probe(), PrinterStatus::Ready);
    assert!(script.has_cut(1), "and is cut off");
}

#[test]
fn an_automatic_status_is_no_proof_and_a_slips_own_number_is() {
    let mut script = Script::new(Some(WELL), None);
    script.unasked = Some(vec![0x18, 0x00, 0x0c, 0x00]);
    let mut printer = impatiently(&script.start());
    assert_eq!(printer.print(&job()), (SlipOutcome::Unknown, PrinterStatus::Mute));
    let mut script = Script::new(Some(WELL), None);
    (script.unasked, script.knows_ids) = (Some(vec![0x00, 0xff, 0x03]), true);
    let mut printer = impatiently(&format!("{}?proof=id", script.start()));
    assert_eq!(printer.print(&job()), (SlipOutcome::Printed, PrinterStatus::Ready));
    assert_eq!(printer.print(&job()), (SlipOutcome::Printed, PrinterStatus::Ready));
    assert!(script.has_cut(2));
}

/// What looks like the answer to a barrier is none when the printer sends it to no question.
#[test]
fn answers_that_come_unasked_are_no_proof() {
    let every = |millis, bytes: &'static [u8]| {
        peer(move |connection: &mut TcpStream| {
            let mut taken = connection.try_clone().expect("the connection");
            thread::spawn(move || std::io::copy(&mut taken, &mut std::io::sink()));
            while connection.write_all(bytes).is_ok() {
                thread::sleep(Duration::from_millis(millis));
            }
        })
    };
    let to_each_chunk = peer(|connection: &mut TcpStream| {
        let mut chunk = [0; 4096];
        while connection.read(&mut chunk).is_ok_and(|taken| taken > 0) && connection.write_all(&[0; 8]).is_ok() {}
    });
    for address in [every(150, &[0x00]), every(50, &[0x12, 0x00]), to_each_chunk] {
        let mut printer = impatiently(&address);
        let is_doubted = |status| matches!(status, PrinterStatus::Mute | PrinterStatus::Garbled);
        assert!((0..100).any(|_| is_doubted(printer.probe())), "{address}: it is believed");
        let (outcome, status) = printer.print(&job());
        assert!(outcome != SlipOutcome::Printed && is_doubted(status), "{address}: {outcome:?}, {status:?}");
    }
}

/// A printer on the network whose connections do this.
fn peer(talks: impl Fn(&mut TcpStream) + Clone + Send + 'static) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = listener.local_addr().expect("an address");
    thread::spawn(move || {
        for mut connection in listener.incoming().flatten() {
            let talks = talks.clone();
            thread::spawn(move || talks(&mut connection));
        }
    });
    format!("tcp://{address}")
}

#[test]
fn a_printer_that_answers_the_fence_and_says_that_it_has_no_paper_is_not_believed() {
    let script = Script::new(Some(WELL), Some(0x00));
    script.denies_after_the_cut.store(true, Ordering::Relaxed);
    let mut printer = impatiently(&script.start());
    assert_eq!(printer.print(&job()), (SlipOutcome::Unknown, PrinterStatus::PaperOut));
}

#[test]
fn a_lost_answer_does_not_make_the_next_slip_doubtful() {
    let mut script = Script::new(Some(WELL), Some(0x00));
    script.loses_fences = 1;
    let mut printer = impatiently(&script.start());
    assert_eq!(printer.print(&job()), (SlipOutcome::Unknown, PrinterStatus::Mute));
    assert_eq!(printer.probe(), PrinterStatus::Ready, "it answers again");
    assert_eq!(printer.print(&job()), (SlipOutcome::Printed, PrinterStatus::Ready));
    assert!(script.has_cut(2), "no paper was cut for nothing");
}

#[test]
fn an_answer_that_comes_too_late_does_not_count_for_the_next_slip() {
    let mut script = Script::new(Some(WELL), None);
    script.late_fence = Some(Duration::from_secs(3));
    let mut printer = impatiently(&script.start());
    assert_eq!(printer.print(&job()).0, SlipOutcome::Unknown);
    assert_eq!(printer.print(&job()).0, SlipOutcome::Unknown, "the answer was meant for the slip before");
}

#[test]
fn a_printer_that_refuses_is_off_line_at_once() {
    let running = Running::with(vec![printer(&format!("tcp://{}", own_address()))]);
    assert_eq!(running.print(), SlipOutcome::Failed);
    assert!(running.status_becomes(PrinterStatus::Offline));
}

#[test]
fn a_name_that_nobody_knows_is_off_line() {
    assert_eq!(printer("tcp://no-such-printer.invalid:9100").probe(), PrinterStatus::Offline);
}

#[test]
fn without_paper_nothing_is_sent_and_after_a_new_roll_only_the_next_slip_comes_out() {
    let script = Script::new(Some(PAPER_OUT), Some(0x00));
    let running = Running::with(vec![printer(&script.start())]);
    assert!(running.status_becomes(PrinterStatus::PaperOut), "known before a visitor comes");
    assert_eq!(running.print(), SlipOutcome::Failed);
    assert_eq!(script.slips(), 0);
    *script.answers.lock().expect("a healthy lock") = Some(WELL);
    assert!(running.status_becomes(PrinterStatus::Ready), "asked again while idle");
    assert_eq!(running.print(), SlipOutcome::Printed);
    assert!(script.has_cut(1), "the slip of before was not printed later");
}

#[test]
fn a_printer_that_used_to_answer_and_falls_silent_is_off_line() {
    let script = Script::new(Some(WELL), Some(0x00));
    let running = Running::with(vec![printer(&script.start())]);
    assert!(running.status_becomes(PrinterStatus::Ready));
    *script.answers.lock().expect("a healthy lock") = None;
    assert!(running.status_becomes(PrinterStatus::Offline));
    assert_eq!(running.print(), SlipOutcome::Failed);
    assert_eq!(script.slips(), 0);
}

#[test]
fn of_several_printers_the_first_that_is_ready_prints() {
    let (empty, well) = (folder("empty"), folder("well"));
    fs::write(empty.join("status.txt"), "paper-out").expect("the status file");
    let devices = [&empty, &well].map(|folder| printer(&format!("sim://{}", folder.display())));
    let running = Running::with(devices.into());
    assert_eq!(running.print(), SlipOutcome::Printed);
    assert_eq!((pictures(&empty), pictures(&well)), (0, 1));
    fs::write(empty.join("status.txt"), "ready").expect("the status file");
    assert_eq!(running.print(), SlipOutcome::Printed);
    assert_eq!((pictures(&empty), pictures(&well)), (1, 1));
    assert_eq!(Running::with(Vec::new()).print(), SlipOutcome::Failed, "no printer at all");
}

/// How many slips a simulated printer has drawn.
pub fn pictures(folder: &Path) -> usize {
    let names = fs::read_dir(folder).expect("a folder").filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    names.filter(|name| name.ends_with(".png")).count()
}

/// A printer that takes a while for each slip.
struct Slow;

impl Device for Slow {
    fn profile(&self) -> Profile {
        Profile::default()
    }

    fn probe(&mut self) -> PrinterStatus {
        PrinterStatus::Ready
    }

    fn print(&mut self, _: &Job) -> (SlipOutcome, PrinterStatus) {
        thread::sleep(Duration::from_millis(300));
        (SlipOutcome::Printed, PrinterStatus::Ready)
    }
}

#[test]
fn a_slow_printer_keeps_nobody_waiting_and_a_full_spooler_says_so_at_once() {
    let running = Running::with(vec![Box::new(Slow)]);
    let mut answers: Vec<_> = (0..60).map(|_| running.takes()).collect();
    let refused = answers.extract_if(.., |answer| answer.try_recv() == Ok(SlipOutcome::Failed)).count();
    assert!((27..=28).contains(&refused), "{refused} slips were refused at once");
    let mut taken = answers.into_iter();
    let first = taken.next().expect("a slip").blocking_recv();
    assert_eq!(first, Ok(SlipOutcome::Printed));
    running.0.end();
    let rest: Vec<_> = taken.map(|answer| answer.blocking_recv().expect("every slip gets an outcome")).collect();
    assert!(rest.ends_with(&[SlipOutcome::Failed; 25]), "slips that wait at the end are given up: {rest:?}");
    assert_eq!(running.takes().try_recv(), Ok(SlipOutcome::Failed), "nothing is taken after the end");
}

#[test]
fn a_printer_that_answers_one_question_only_prints_whole_slips() {
    let mut script = Script::new(Some(WELL), Some(0));
    script.only_question = Some(1);
    let mut printer = impatiently(&script.start());
    assert_eq!(printer.probe(), PrinterStatus::Ready);
    for slips in 1..=2 {
        assert_eq!(printer.print(&job()).0, SlipOutcome::Printed);
        assert!(script.has_cut(slips));
    }
}

#[test]
fn a_printer_that_hangs_up_after_each_slip_prints_the_next_one() {
    let mut script = Script::new(Some(WELL), Some(0));
    script.hangs_up = true;
    let mut printer = impatiently(&script.start());
    assert!(printer.probe().is_ready());
    for slips in 1..=3 {
        assert_eq!(printer.print(&job()).0, SlipOutcome::Printed, "slip {slips}");
        assert!(script.has_cut(slips));
        // The end of the connection has come before the next slip.
        thread::sleep(Duration::from_millis(100));
    }
}
