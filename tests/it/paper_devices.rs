//! Printers that are not on the network: simulated ones, files, pipes and the kernel's device files.

use crate::paper_actors::Terminal;
use crate::paper_printers::{Running, a_slip, impatiently, job, pictures, printer};
use crate::paper_tools::{folder, text_of};
use sportello::domain::SlipOutcome;
use sportello::print::device::Device;
use sportello::print::{OfflineCause, PrinterStatus, preview};
use std::fs;
use std::os::unix::fs::PermissionsExt;

#[test]
fn a_person_breaks_and_mends_the_simulated_printer_by_its_status_file() {
    let folder = folder("sim");
    let running = Running::with(vec![printer(&format!("sim://{}", folder.display()))]);
    assert!(running.status_becomes(PrinterStatus::Ready));
    let file = folder.join("status.txt");
    let text = fs::read_to_string(&file).expect("the status file is made");
    let words = ["ready", "near-end", "paper-out", "cover-open", "error", "offline", "slow", "silent", "torn"];
    assert!(words.iter().all(|word| text.contains(word)), "the file lists the words: {text}");
    for (word, status, outcome) in [
        ("near-end", PrinterStatus::NearEnd, SlipOutcome::Printed),
        ("paper-out", PrinterStatus::PaperOut, SlipOutcome::Failed),
        ("cover-open", PrinterStatus::CoverOpen, SlipOutcome::Failed),
        ("nonsense", PrinterStatus::Error, SlipOutcome::Failed),
        ("offline", PrinterStatus::Offline, SlipOutcome::Failed),
        ("silent", PrinterStatus::Mute, SlipOutcome::Unknown),
        ("# a note\n\nready", PrinterStatus::Ready, SlipOutcome::Printed),
    ] {
        fs::write(&file, word).expect("the status file");
        assert_eq!(running.print(), outcome, "{word}");
        assert_eq!(*running.0.status().borrow(), status, "{word}");
    }
    fs::write(&file, "cover-open").expect("the status file");
    assert!(running.status_becomes(PrinterStatus::CoverOpen), "noticed while idle");
    fs::write(&file, "torn").expect("the status file");
    assert_eq!(running.print(), SlipOutcome::Torn);
    assert_eq!(pictures(&folder), 4);
}

#[test]
fn the_simulated_printer_keeps_the_picture_and_the_bytes_of_each_slip() {
    let folder = folder("kept").join("slips");
    let job = job();
    printer(&format!("sim://{}", folder.display())).print(&job);
    printer(&format!("sim://{}", folder.display())).print(&job);
    let picture = fs::read(folder.join("slip-000002-P042.png")).expect("a new printer counts on");
    assert!(crate::paper_tools::read_png(&picture) == job.canvas);
    assert!(fs::read(folder.join("slip-000001-P042.bin")).expect("the bytes") == job.bytes);
    let rights = fs::metadata(&folder).expect("the folder").permissions().mode() & 0o777;
    assert_eq!(rights, 0o700, "each slip has the secret of its ticket");
}

#[test]
fn a_file_gets_the_bytes_of_every_slip_and_nobody_knows_whether_they_are_on_paper() {
    let file = folder("file").join("slips.bin");
    let running = Running::with(vec![printer(&format!("file://{}", file.display()))]);
    assert_eq!([running.print(), running.print()], [SlipOutcome::Unknown; 2]);
    let (_, once) = preview(&a_slip().into(), 576).expect("the fonts");
    assert!(fs::read(&file).expect("the file") == [once.clone(), once].concat());
}

#[test]
fn what_keeps_nothing_is_no_file_and_a_disk_that_is_full_stays_off_line_until_there_is_room() {
    for path in ["/tmp", "/dev/null", "/dev/full"] {
        let mut printer = printer(&format!("file://{path}"));
        let probed = |printer: &mut Box<dyn Device>| (printer.probe(), printer.cause());
        let no_file = (PrinterStatus::Offline, Some(OfflineCause::NotAFile));
        assert_eq!(probed(&mut printer), no_file, "{path}");
        assert_eq!(printer.print(&job()), (SlipOutcome::Failed, PrinterStatus::Offline), "{path}");
        assert_eq!(probed(&mut printer), no_file, "{path}: also after a slip");
    }
    let folder = folder("full");
    let file = folder.join("slips.bin");
    let mut printer = printer(&format!("file://{}", file.display()));
    assert_eq!(printer.print(&job()).0, SlipOutcome::Unknown);
    fs::remove_dir_all(&folder).expect("the folder");
    assert_eq!(printer.print(&job()), (SlipOutcome::Failed, PrinterStatus::Offline));
    assert_eq!((printer.probe(), printer.cause()), (PrinterStatus::Offline, Some(OfflineCause::NoSuchFile)));
    fs::create_dir(&folder).expect("the folder");
    fs::write(&file, "").expect("the file");
    assert_eq!((printer.probe(), printer.cause()), (PrinterStatus::Unknown, None), "it can be written once more");
    assert_eq!(printer.print(&job()).0, SlipOutcome::Unknown);
}

#[test]
fn a_pipe_that_nobody_reads_fails_and_does_not_hang() {
    let pipe = folder("pipe").join("printer");
    text_of("mkfifo", &[&pipe.to_string_lossy()]);
    let mut printer = printer(&format!("file://{}", pipe.display()));
    assert_eq!(printer.print(&job()).0, SlipOutcome::Failed, "nobody has it open");
    let _idle_reader = fs::OpenOptions::new().read(true).write(true).open(&pipe).expect("the pipe");
    let outcomes = [printer.print(&job()).0, printer.print(&job()).0];
    assert!(outcomes.contains(&SlipOutcome::Torn), "a pipe holds one slip at most: {outcomes:?}");
}

#[test]
fn a_usb_printer_that_takes_nothing_fails_and_does_not_hang() {
    let terminal = Terminal::playing("time.sleep(60)");
    let mut printer = impatiently(&format!("lp://{}", terminal.0));
    assert_eq!(printer.print(&job()).0, SlipOutcome::Torn, "the driver may have kept some of it");
}

#[test]
fn a_usb_printer_that_answers_prints() {
    let terminal = Terminal::playing(
        "seen = b''\nwhile True:\n  seen = (seen + os.read(m, 4096))[-64:]\n  \
         if seen.endswith((b'\\x10\\x04\\x01', b'\\x10\\x04\\x02', b'\\x10\\x04\\x03', b'\\x10\\x04\\x04')): os.write(m, b'\\x12')\n  \
         if seen.endswith(b'\\x1dr\\x01'): os.write(m, b'\\x00')",
    );
    let mut printer = printer(&format!("lp://{}", terminal.0));
    assert_eq!(printer.probe(), PrinterStatus::Ready);
    assert_eq!(printer.print(&job()), (SlipOutcome::Printed, PrinterStatus::Ready));
    drop(terminal);
    assert_eq!(printer.probe(), PrinterStatus::Offline, "unplugged");
    assert_eq!(printer.print(&job()).0, SlipOutcome::Failed);
}

#[test]
fn a_device_file_that_is_none_or_not_there_is_off_line() {
    let file = folder("lp").join("plain");
    fs::write(&file, "").expect("a plain file");
    let pipe = folder("lp").join("pipe");
    text_of("mkfifo", &[&pipe.to_string_lossy()]);
    for (path, cause) in [
        (file.to_string_lossy().as_ref(), OfflineCause::NotADevice),
        (pipe.to_string_lossy().as_ref(), OfflineCause::NotADevice),
        ("/tmp", OfflineCause::NotADevice),
        ("/dev/null", OfflineCause::NotADevice),
        ("/dev/zero", OfflineCause::NotADevice),
        ("/dev/usb/no-such-printer", OfflineCause::NoSuchFile),
    ] {
        let mut printer = printer(&format!("lp://{path}"));
        assert_eq!((printer.probe(), printer.cause()), (PrinterStatus::Offline, Some(cause)), "{path}");
        assert_eq!(printer.print(&job()).0, SlipOutcome::Failed);
    }
    assert_eq!(fs::read(&file).expect("the file"), b"", "nothing was written to it");
}
