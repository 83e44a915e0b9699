//! Alive or ended, never between: how the real program ends, after what time, with which exit code, and what it keeps.

use crate::alive_house::{House, PATIENCE, Row, numbers_on_disk};
use crate::desktop::Desktop;
use crate::server::Data;
use sportello::journal::DataFolder;
use std::os::unix::net::UnixListener;
use std::os::unix::process::ExitStatusExt;
use std::path::PathBuf;
use std::process::{ExitStatus, Stdio};
use std::time::{Duration, Instant};

/// The time limit for the end, with room for a busy machine.
const ENDS_WITHIN: Duration = Duration::from_secs(10);

fn quiet(house: &mut std::process::Command) {
    house.stderr(Stdio::null());
}

fn ended_in_order((status, took): (ExitStatus, Duration), what: &str) {
    assert_eq!(status.code(), Some(0), "{what}");
    assert!(took < ENDS_WITHIN, "{what}: {took:?}");
}

/// Prints a row of the table, once the next start has every number.
fn row(what: &str, took: Duration, status: ExitStatus, data: &Data, numbers: &[String]) {
    let kept = numbers_on_disk(data);
    assert_eq!(kept, numbers, "{what}");
    let (kept, given) = (kept.len(), numbers.len());
    println!("{}", Row { what: what.to_owned(), end: "ended", took, code: status.code(), kept, given });
}

#[test]
fn each_signal_ends_the_house_in_order_and_keeps_every_number() {
    for signal in ["TERM", "INT", "HUP", "QUIT", "PWR"] {
        let data = Data::new();
        let mut house = House::start(&data, quiet);
        let device = house.device(&data);
        let numbers: Vec<String> = (0..5)
            .map(|_| device.take_ticket("tax.code", None).unwrap().1["number"].as_str().unwrap().to_owned())
            .collect();
        house.signal(signal);
        let (status, took) = house.ended();
        ended_in_order((status, took), signal);
        row(&format!("SIG{signal}"), took, status, &data, &numbers);
    }
}

#[test]
fn signals_that_mean_nothing_here_do_nothing() {
    let data = Data::new();
    let mut house = House::start(&data, quiet);
    for signal in ["USR1", "USR2", "ALRM", "VTALRM", "PROF", "POLL", "PIPE", "XFSZ", "TTOU", "34", "64"] {
        house.signal(signal);
        assert_eq!(house.device(&data).take_ticket("tax.code", None).unwrap().0, 201, "{signal}");
    }
    house.signal("TERM");
    ended_in_order(house.ended(), "after signals that mean nothing");
}

#[test]
fn a_second_signal_ends_it_at_once() {
    let data = Data::new();
    let mut house = House::start(&data, quiet);
    // A stream holds up the orderly end for two seconds.
    let stream = ureq::get(format!("{}/api/v1/events?topic=board", house.url)).call().expect("a stream");
    house.signal_taken("TERM", 15);
    assert!(house.child.try_wait().unwrap().is_none(), "the stream is given its time");
    house.signal("TERM");
    let (status, took) = house.ended();
    println!("a second signal: ended after {} ms, {status}", took.as_millis());
    assert_eq!(status.code(), Some(143));
    drop(stream);
}

#[test]
fn a_terminal_that_closes_hangs_up_twice_and_ends_it_in_order() {
    let data = Data::new();
    // On a busy machine the second one may come too late to be the terminal's.
    let code = (0..5).find_map(|_| {
        let mut house = House::start(&data, quiet);
        let stream = ureq::get(format!("{}/api/v1/events?topic=board", house.url)).call().expect("a stream");
        let begun = Instant::now();
        house.signal_taken("HUP", 1);
        // The shell's and the kernel's come some milliseconds apart.
        house.signal_taken("HUP", 1);
        let is_terminals = begun.elapsed() < Duration::from_millis(450);
        let code = house.ended().0.code();
        drop(stream);
        is_terminals.then_some(code)
    });
    assert_eq!(code.expect("two signals within half a second"), Some(0));
}

/// `SIGTERM` at moments of the start, with a glass and without.
#[test]
fn a_signal_at_any_moment_of_the_start_ends_it_in_order() {
    let data = Data::new();
    let desktop = Desktop::open(1080, 1920);
    for step in 0..20 {
        for screen in ["none", "auto"] {
            let lock = data.path().join("lock");
            let _ = std::fs::remove_file(&lock);
            let mut house = House::begin(&data, &["--screen", screen, "--window", "540x960"], |it| {
                it.stderr(Stdio::null()).env("DISPLAY", &desktop.display);
            });
            let delay = Duration::from_millis(step * step);
            std::thread::sleep(delay);
            house.signal("TERM");
            let (status, took) = house.ended();
            let (delay_ms, took_ms, code) = (delay.as_millis(), took.as_millis(), status);
            println!(
                "| SIGTERM {delay_ms} ms after the start, screen {screen} | ended after {took_ms} ms | {code} | |"
            );
            // While the system still loads the program, the system ends it.
            let is_before_main = status.signal() == Some(15) && !lock.exists();
            assert!(status.code() == Some(0) || is_before_main, "{screen} {delay:?}: {status}");
            assert!(took < ENDS_WITHIN, "{screen} {delay:?}: {took:?}");
        }
    }
    let mut house = House::start(&data, quiet);
    house.signal("TERM");
    ended_in_order(house.ended(), "a start after all of them");
}

/// The lock of the data folder is a pipe, and to open that for writing waits for a reader: as on a disk that does not answer.
#[test]
fn a_start_that_hangs_ends_all_the_same() {
    let data = Data::new();
    let lock = data.path().join("lock");
    assert!(std::process::Command::new("mkfifo").arg(&lock).status().unwrap().success());
    let mut house = House::begin(&data, &["--screen", "none"], quiet);
    let begun = Instant::now();
    while !std::fs::read_dir(format!("/proc/{}/task", house.child.id())).is_ok_and(|threads| threads.count() > 2) {
        assert!(begun.elapsed() < PATIENCE, "there is no supervisor");
        std::thread::sleep(Duration::from_millis(10));
    }
    house.signal("TERM");
    let (status, took) = house.ended();
    assert!(took < ENDS_WITHIN, "{took:?}");
    std::fs::remove_file(&lock).unwrap();
    assert_eq!(status.code(), Some(71));
    row("SIGTERM while the disk hangs", took, status, &data, &[]);
}

#[test]
fn a_house_whose_journal_another_process_has_written_to_ends_with_a_code_of_its_own() {
    let data = Data::new();
    let mut house = House::start(&data, quiet);
    let device = house.device(&data);
    assert_eq!(device.take_ticket("tax.code", None).unwrap().0, 201);
    let database = rusqlite::Connection::open(DataFolder::database(data.path())).unwrap();
    let append = "INSERT INTO entry (sequence, at, kind, event)
                  SELECT sequence + 1, at, 'foreign', '{}' FROM entry ORDER BY sequence DESC LIMIT 1";
    assert_eq!(database.execute(append, []).unwrap(), 1);
    assert_eq!(device.take_ticket("tax.code", None).unwrap().0, 503);
    let (status, took) = house.ended();
    println!("a foreign entry: ended after {} ms, {status}", took.as_millis());
    assert_eq!(status.code(), Some(5));
}

/// The window system can be started once in a process, so trying again and again would be in vain.
#[test]
fn a_display_that_refuses_the_glass_is_said_and_ends_nothing() {
    // A display that takes connections and says nothing that a window system understands.
    let number = (500..600).find(|number| UnixListener::bind(socket_of(*number)).is_ok()).expect("a free display");
    std::fs::remove_file(socket_of(number)).unwrap();
    let listener = UnixListener::bind(socket_of(number)).unwrap();
    std::thread::spawn(move || listener.incoming().for_each(drop));
    let data = Data::new();
    let mut house = House::begin(&data, &["--screen", "auto"], |it| {
        it.stderr(Stdio::null()).env("DISPLAY", format!(":{number}"));
    });
    house.until_it_answers();
    let begun = Instant::now();
    while house.health().1["problem"] != "glass-lost" {
        assert!(begun.elapsed() < PATIENCE, "{}", house.health().1);
        std::thread::sleep(Duration::from_millis(50));
    }
    assert_eq!(house.device(&data).take_ticket("tax.code", None).unwrap().0, 201);
    house.signal("TERM");
    ended_in_order(house.ended(), "a display that refuses the glass");
    std::fs::remove_file(socket_of(number)).unwrap();
}

fn socket_of(display: u32) -> PathBuf {
    std::fs::create_dir_all("/tmp/.X11-unix").unwrap();
    PathBuf::from(format!("/tmp/.X11-unix/X{display}"))
}

/// A glass on a display of its own, and tickets that go on after `harm` was done to it.
fn the_desks_go_on(harm: &str, harm_it: impl FnOnce(&mut Desktop, &House)) {
    let data = Data::new();
    let mut desktop = Desktop::open(1080, 1920);
    let mut house = House::begin(&data, &["--screen", "auto", "--window", "540x960"], |it| {
        it.stderr(Stdio::null()).env("DISPLAY", &desktop.display);
    });
    house.until_it_answers();
    desktop.settled(PATIENCE);
    let device = house.device(&data);
    let take = || device.take_ticket("tax.code", None).unwrap().1["number"].as_str().unwrap().to_owned();
    let mut numbers = vec![take()];
    harm_it(&mut desktop, &house);
    for _ in 0..20 {
        numbers.push(take());
        assert!(house.child.try_wait().unwrap().is_none(), "{harm}: the program has ended");
        std::thread::sleep(Duration::from_millis(50));
    }
    house.signal("TERM");
    let (status, took) = house.ended();
    ended_in_order((status, took), harm);
    row(&format!("{harm}, then SIGTERM"), took, status, &data, &numbers);
}

#[test]
fn a_lost_display_ends_neither_desks_nor_board() {
    the_desks_go_on("the display is lost", |desktop, house| {
        // A glass that was never open is not lost.
        desktop.window_command(house.child.id(), "getwindowname");
        assert_eq!(house.health().1["ok"], true);
        desktop.close();
        let begun = Instant::now();
        while house.health().1["problem"] != "glass-lost" {
            assert!(begun.elapsed() < PATIENCE, "{}", house.health().1);
            std::thread::sleep(Duration::from_millis(50));
        }
        println!("a lost display: in /healthz after {} ms", begun.elapsed().as_millis());
    });
    the_desks_go_on("the connection to the display is cut", |desktop, house| {
        desktop.window_command(house.child.id(), "windowkill");
    });
    the_desks_go_on("the window is destroyed", |desktop, house| {
        desktop.window_command(house.child.id(), "windowclose");
    });
}
