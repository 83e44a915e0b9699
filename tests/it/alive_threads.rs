//! A thread that must live is killed from outside, so that it can't let go of anything: the program ends, and the next start
//! has every number.

use crate::alive_house::{House, Row, numbers_on_disk};
use crate::server::{Client, Data, root, text};
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// The time limit for the end, with room for a busy machine: it is seen within a second, and an end takes at most five.
const ENDS_WITHIN: Duration = Duration::from_secs(10);
/// The threads by the names that the kernel shows.
const THREADS: [(&str, &str); 11] = [
    ("hub", "hub thread killed"),
    ("printer", "printer thread killed"),
    ("forecast", "forecasting thread killed"),
    ("backups", "backup thread killed"),
    ("web", "web thread killed"),
    ("accounts", "accounts thread killed"),
    ("pins", "PIN thread killed"),
    ("house", "house thread killed"),
    ("log", "log thread killed"),
    ("supervisor", "supervisor killed"),
    ("sportello", "main thread killed"),
];

/// The number of the thread with this name.
fn thread_of(process: u32, name: &str) -> Option<String> {
    let threads = fs::read_dir(format!("/proc/{process}/task")).ok()?.flatten().map(|thread| thread.path());
    let is_named =
        |thread: &std::path::PathBuf| fs::read_to_string(thread.join("comm")).is_ok_and(|it| it.trim() == name);
    let thread = threads.into_iter().find(is_named)?;
    Some(thread.file_name()?.to_str()?.to_owned())
}

/// Takes tickets until there is no answer any more; gives those that were promised.
fn take_while_it_answers(device: &Client, house: &mut House, numbers: &mut Vec<String>) {
    let begun = Instant::now();
    while house.child.try_wait().expect("its state").is_none() && begun.elapsed() < ENDS_WITHIN {
        if let Ok((201, ticket)) = device.take_ticket("tax.code", None) {
            numbers.push(ticket["number"].as_str().expect("a number").to_owned());
        }
        std::thread::sleep(Duration::from_millis(20));
    }
}

fn kill_one(thread: &str, what: &'static str, shim: &Path) -> Row {
    let data = Data::new();
    let order = data.path().join("leave");
    let mut house = House::start(&data, |it| {
        it.stderr(Stdio::null()).env("LD_PRELOAD", shim).env("LEAVE", &order);
    });
    let device = house.device(&data);
    let mut numbers = Vec::new();
    for _ in 0..3 {
        let (status, ticket) = device.take_ticket("tax.code", None).expect("an answer");
        assert_eq!(status, 201, "{what}: {ticket}");
        numbers.push(ticket["number"].as_str().expect("a number").to_owned());
    }
    let number = thread_of(house.child.id(), thread).unwrap_or_else(|| panic!("no thread is called {thread}"));
    fs::write(&order, &number).expect("the order");
    let begun = Instant::now();
    house.signal("URG");
    take_while_it_answers(&device, &mut house, &mut numbers);
    let (status, _) = house.ended();
    let took = begun.elapsed();
    assert_eq!(status.code(), Some(70), "{what}");
    assert!(took < ENDS_WITHIN, "{what}: {took:?}");
    fs::remove_file(&order).expect("the order");
    let kept = numbers_on_disk(&data);
    assert_eq!(kept.get(..numbers.len()), Some(&numbers[..]), "{what}");
    // One client asks one thing at a time: only the last request can have been saved without its answer.
    assert!(kept.len() <= numbers.len() + 1, "{what}: {kept:?} instead of {numbers:?}");
    Row { what: what.to_owned(), end: "ended", took, code: status.code(), kept: kept.len(), given: numbers.len() }
}

#[test]
fn a_thread_that_must_live_and_is_killed_ends_the_program_and_no_number_is_lost() {
    let work = tempfile::tempdir().expect("a folder");
    let shim = work.path().join("leave.so");
    let source = root().join("tests/it/leave.c");
    let built = Command::new("cc").args(["-shared", "-fPIC", "-o", text(&shim), text(&source)]).status();
    assert!(built.expect("cc: provisioning/test installs it").success());
    // Most of the time is waiting.
    let rows = std::thread::scope(|scope| {
        let start = |(thread, what)| {
            let shim = &shim;
            scope.spawn(move || kill_one(thread, what, shim))
        };
        let running: Vec<_> = THREADS.into_iter().map(start).collect();
        running.into_iter().map(|row| row.join().expect("a row")).collect::<Vec<Row>>()
    });
    rows.iter().for_each(|row| println!("{row}"));
}
