//! What the real program logs about its printers: for each change of each one line, and nothing while it stays so.

use crate::alive_house::{House, PATIENCE};
use crate::paper_actors::Script;
use crate::paper_hostile::HostilePrinter;
use crate::paper_mood::{Moment, Mood};
use crate::paper_printers::WELL;
use crate::server::Data;
use std::fs::{self, File};
use std::path::PathBuf;
use std::time::{Duration, Instant};

/// The faults and their words.
const MOODS: [(Mood, &str); 12] = [
    (Mood::Dies, "off line: it refuses the connection"),
    (Mood::HalfOpen, "off line: it has stopped answering"),
    (Mood::NeverReads, "off line: it has stopped answering"),
    (Mood::WrongBits, "makes no sense: check its cable and its address"),
    (Mood::Refuses, "off line: it refuses the connection"),
    (Mood::Resets, "off line: it can't be reached"),
    (Mood::PaperOut, "no paper: put in a new roll"),
    (Mood::NearEnd, "about to run out: have a new roll at hand"),
    (Mood::CoverOpen, "cover is open: close it"),
    (Mood::CutterError, "jammed or broken"),
    (Mood::Silent, "off line: it has stopped answering"),
    (Mood::NoiseFlood, "makes no sense: check its cable and its address"),
];

/// A house whose printers can be broken, and one that is sound and counts how often all were asked.
struct Printers {
    hostile: Vec<HostilePrinter>,
    sound: Script,
    log: PathBuf,
}

impl Printers {
    /// The lines about this printer.
    fn lines(&self, printer: &HostilePrinter) -> Vec<String> {
        let (text, name) = (fs::read_to_string(&self.log).expect("the log"), printer.address.to_string());
        text.lines().filter(|line| line.contains(&name)).map(str::to_owned).collect()
    }

    /// Waits until each has so many lines, of which the last has its words.
    fn until_said(&self, count: usize, words: impl Fn(usize) -> &'static str) {
        let begun = Instant::now();
        let is_said =
            |lines: &[String], place| lines.len() >= count && lines.last().is_some_and(|it| it.contains(words(place)));
        while !self.hostile.iter().enumerate().all(|(place, it)| is_said(&self.lines(it), place)) {
            let text = || fs::read_to_string(&self.log).expect("the log");
            assert!(begun.elapsed() < PATIENCE, "not every printer has {count} lines:\n{}", text());
            std::thread::sleep(Duration::from_millis(50));
        }
    }

    /// Waits until all printers were asked so many times more.
    fn are_asked(&self, times: usize) {
        // Four questions of three bytes; the sound one is the last to be asked.
        let wanted = self.sound.received().len() + 12 * (times + 1);
        let begun = Instant::now();
        while self.sound.received().len() < wanted {
            assert!(begun.elapsed() < PATIENCE, "the printers are not asked");
            std::thread::sleep(Duration::from_millis(50));
        }
    }
}

#[test]
fn each_change_of_each_printer_is_in_the_log_once() {
    let data = Data::new();
    let hostile: Vec<_> = MOODS.iter().map(|_| HostilePrinter::start()).collect();
    let printers = Printers { hostile, sound: Script::new(Some(WELL), Some(0)), log: data.path().join("house.log") };
    let mut addresses: Vec<_> = printers.hostile.iter().map(|it| format!("tcp://{}", it.address)).collect();
    addresses.push(printers.sound.start());
    let mut house = House::start(&data, |it| {
        it.args(addresses.iter().flat_map(|address| ["--printer", address]));
        it.stderr(File::create(&printers.log).expect("a log"));
    });
    printers.until_said(1, |_| "the printer is ready");
    for (printer, (mood, _)) in printers.hostile.iter().zip(MOODS) {
        printer.will_be(mood, Moment::Before);
    }
    printers.until_said(2, |place| MOODS[place].1);
    printers.are_asked(3);
    printers.hostile.iter().for_each(HostilePrinter::heals);
    printers.until_said(3, |_| "the printer is ready");
    printers.are_asked(2);
    for (printer, (mood, words)) in printers.hostile.iter().zip(MOODS) {
        let lines = printers.lines(printer);
        let [first, fault, recovery] = &lines[..] else { panic!("{mood:?}: {lines:#?}") };
        let is_ready = |line: &String| line.contains("INFO") && line.contains("the printer is ready");
        assert!(is_ready(first) && is_ready(recovery), "{mood:?}: {lines:#?}");
        assert!(fault.contains("WARN") && fault.contains(words), "{mood:?}: {lines:#?}");
    }
    house.signal("TERM");
    assert_eq!(house.ended().0.code(), Some(0));
}
