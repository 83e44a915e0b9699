//! Nonsense on the line: it is read away or left behind with its connection, nothing in it passes for an answer, and what the
//! printer says afterwards counts at once.

use crate::paper_actors::{Script, Terminal};
use crate::paper_printers::{WELL, job};
use sportello::domain::SlipOutcome;
use sportello::print::PrinterStatus;
use sportello::print::device::{self, Device, Patience};
use std::io::Write;
use std::net::TcpListener;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::channel;
use std::thread;
use std::time::{Duration, Instant};

/// An automatic status of a printer without trouble.
const AUTOMATIC: [u8; 4] = [0x14, 0x00, 0x00, 0x0f];
/// An answer that belongs to no question.
const NOISE: u8 = 0xff;
/// Far longer than any step takes.
const SOON: Duration = Duration::from_secs(30);

/// A printer for whose answers there is time, and not much for those that do not come.
fn printer(address: &str) -> Box<dyn Device> {
    let patience =
        Patience { accept: Duration::from_secs(5), proof: Duration::from_millis(300), answer: Duration::from_secs(3) };
    device::at_with(&address.parse().expect("an address"), patience)
}

/// The same, and it has answered.
fn ready(address: &str) -> Box<dyn Device> {
    let mut printer = printer(address);
    let begun = Instant::now();
    while printer.probe() != PrinterStatus::Ready {
        assert!(begun.elapsed() < SOON, "it does not answer");
    }
    printer
}

/// A printer that makes this of its answers: of the connection, the command, and the answer; `None` hangs up.
fn garbled(
    mut script: Script,
    garbles: impl Fn(usize, &[u8], Vec<u8>) -> Option<Vec<u8>> + Send + Sync + 'static,
) -> String {
    script.garbles = Some(Arc::new(garbles));
    script.start()
}

fn is_query(command: &[u8]) -> bool {
    command.starts_with(&[0x10, 0x04])
}

fn is_barrier(command: &[u8]) -> bool {
    command == [0x1d, 0x72, 0x01]
}

/// A printer that sends this again and again for as long as a connection lives.
fn floods(bytes: Vec<u8>) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = format!("tcp://{}", listener.local_addr().expect("an address"));
    thread::spawn(move || {
        for mut connection in listener.incoming().flatten() {
            let bytes = bytes.clone();
            let mut taken = connection.try_clone().expect("the connection");
            thread::spawn(move || std::io::copy(&mut taken, &mut std::io::sink()));
            thread::spawn(move || while connection.write_all(&bytes).is_ok() {});
        }
    });
    address
}

/// What a probe says; it has to end.
fn probed(mut printer: Box<dyn Device>) -> (PrinterStatus, Box<dyn Device>) {
    let (says, said) = channel();
    thread::spawn(move || {
        let status = printer.probe();
        // The test may have given up.
        let _ = says.send((status, printer));
    });
    said.recv_timeout(SOON).expect("the probe does not end")
}

#[test]
fn what_a_printer_said_long_ago_is_no_answer_however_much_stands_before_it() {
    let script = Script::new(Some(WELL), Some(0));
    let mut printer = ready(&script.start());
    script.says(&AUTOMATIC.repeat(750));
    // Once it had no paper.
    script.says(&[0x1a, 0x32, 0x12, 0x7e]);
    assert_eq!(printer.probe(), PrinterStatus::Ready, "an old answer is taken for a new one");
    assert_eq!(printer.print(&job()), (SlipOutcome::Printed, PrinterStatus::Ready));
}

#[test]
fn nonsense_is_left_behind_with_its_connection_and_the_next_visitor_gets_a_slip() {
    let script = Script::new(Some(WELL), Some(0));
    let mut printer = ready(&script.start());
    // Minutes of noise, of which the kernel keeps a part on each side.
    let (mut line, sent) = (script.line(), Arc::new(AtomicUsize::new(0)));
    let count = Arc::clone(&sent);
    thread::spawn(move || {
        while line.write_all(&[NOISE; 1024]).is_ok() {
            count.fetch_add(1024, Ordering::Relaxed);
        }
    });
    let begun = Instant::now();
    while sent.load(Ordering::Relaxed) < 64 * 1024 {
        assert!(begun.elapsed() < SOON, "nothing is sent");
        thread::sleep(Duration::from_millis(5));
    }
    assert_eq!(printer.probe(), PrinterStatus::Ready, "it is believed at once");
    assert_eq!(printer.print(&job()), (SlipOutcome::Printed, PrinterStatus::Ready));
}

#[test]
fn nonsense_in_the_form_of_barriers_answers_goes_with_it_too() {
    let script = Script::new(Some(WELL), Some(0));
    let mut printer = ready(&script.start());
    script.says(&[0x00; 20]);
    assert_eq!(printer.probe(), PrinterStatus::Ready, "of the new connection nothing is doubtful");
    assert_eq!(printer.print(&job()), (SlipOutcome::Printed, PrinterStatus::Ready));
}

#[test]
fn nonsense_without_end_ends_a_probe_all_the_same() {
    for bytes in [vec![NOISE; 1024], AUTOMATIC.repeat(256)] {
        let address = floods(bytes);
        let mut at = printer(&address);
        let is_garbled = (0..20).any(|_| {
            let (status, back) = probed(std::mem::replace(&mut at, printer(&address)));
            at = back;
            status == PrinterStatus::Garbled
        });
        assert!(is_garbled, "it is not said what it is");
    }
}

#[test]
fn answers_with_much_nonsense_around_them_are_not_believed() {
    let address = garbled(Script::new(Some(WELL), Some(0)), |_, command, answer| {
        Some(if is_query(command) { [vec![NOISE; 20], answer].concat() } else { answer })
    });
    assert_eq!(printer(&address).probe(), PrinterStatus::Garbled);
}

#[test]
fn answers_that_are_all_nonsense_end_the_connection_and_another_one_may_be_sound() {
    let address = garbled(Script::new(Some(WELL), Some(0)), |connection, command, answer| {
        Some(if is_query(command) && connection == 1 { vec![NOISE] } else { answer })
    });
    let mut printer = printer(&address);
    assert_eq!(printer.probe(), PrinterStatus::Garbled);
    assert_eq!(printer.probe(), PrinterStatus::Ready, "it is asked anew");
}

#[test]
fn the_beginning_of_a_status_goes_with_its_connection() {
    // It does not answer queries, and its first connection breaks in the middle of an automatic status.
    let queries = AtomicUsize::new(0);
    let address = garbled(Script::new(None, Some(0)), move |connection, command, answer| {
        if connection > 1 || !is_query(command) {
            return Some(answer);
        }
        (queries.fetch_add(1, Ordering::Relaxed) == 0).then(|| vec![AUTOMATIC[0]])
    });
    let mut printer = printer(&address);
    assert_eq!(printer.probe(), PrinterStatus::Unknown);
    assert_eq!(printer.probe(), PrinterStatus::Offline, "it hangs up");
    assert_eq!(printer.print(&job()), (SlipOutcome::Printed, PrinterStatus::Ready), "the answer counts");
}

#[test]
fn an_answer_within_noise_makes_no_printer_that_can_answer() {
    let queries = AtomicUsize::new(0);
    let address = garbled(Script::new(None, None), move |_, command, answer| {
        let is_first = is_query(command) && queries.fetch_add(1, Ordering::Relaxed) == 0;
        Some(if is_first { vec![WELL[0], NOISE] } else { answer })
    });
    let mut printer = printer(&address);
    printer.probe();
    assert_eq!(printer.probe(), PrinterStatus::Unknown, "its silence means nothing");
    assert_eq!(printer.print(&job()).0, SlipOutcome::Unknown, "and it gets slips");
}

#[test]
fn a_printer_that_talks_nonsense_gets_no_slip() {
    let address = floods(vec![NOISE; 1024]);
    let mut printer = printer(&address);
    printer.probe();
    // Now and then a new connection is still quiet when it is looked at.
    let refused = (SlipOutcome::Failed, PrinterStatus::Garbled);
    assert!((0..20).any(|_| printer.print(&job()) == refused), "each slip is sent");
}

#[test]
fn noise_right_after_the_answer_takes_its_worth_away() {
    let address = garbled(Script::new(Some(WELL), Some(0)), |_, command, answer| {
        Some(if is_barrier(command) { [answer, vec![NOISE]].concat() } else { answer })
    });
    assert_eq!(ready(&address).print(&job()).0, SlipOutcome::Unknown, "in the same moment");
    let has_answered = AtomicBool::new(false);
    let address = garbled(Script::new(Some(WELL), Some(0)), move |_, command, answer| {
        has_answered.fetch_or(is_barrier(command), Ordering::Relaxed);
        let is_late = is_query(command) && has_answered.load(Ordering::Relaxed);
        Some(if is_late { [vec![NOISE], answer].concat() } else { answer })
    });
    let outcome = ready(&address).print(&job());
    assert_eq!(outcome, (SlipOutcome::Unknown, PrinterStatus::Garbled), "with the next answers");
}

#[test]
fn an_answer_within_noise_does_not_settle_what_is_unproven() {
    let barriers = AtomicUsize::new(0);
    let address = garbled(Script::new(Some(WELL), Some(0)), move |_, command, answer| {
        if !is_barrier(command) {
            return Some(answer);
        }
        let is_first = barriers.fetch_add(1, Ordering::Relaxed) == 0;
        Some(if is_first { Vec::new() } else { [vec![NOISE], answer].concat() })
    });
    let mut printer = ready(&address);
    assert_eq!(printer.print(&job()), (SlipOutcome::Unknown, PrinterStatus::Mute));
    assert_eq!([printer.probe(), printer.probe()], [PrinterStatus::Mute; 2]);
}

#[test]
fn a_usb_printer_that_said_much_before_it_was_asked_is_believed_as_it_is_now() {
    let terminal = Terminal::playing(
        "os.write(m, bytes([0x14, 0x00, 0x00, 0x0f]) * 400 + bytes([0x1a, 0x32, 0x12, 0x7e]))\nseen = b''\nwhile True:\n  \
         seen = (seen + os.read(m, 4096))[-64:]\n  \
         if seen[-3:-1] == b'\\x10\\x04': os.write(m, b'\\x12')",
    );
    let mut printer = printer(&format!("lp://{}", terminal.0));
    assert_eq!(printer.probe(), PrinterStatus::Ready, "an old answer is taken for a new one");
}
