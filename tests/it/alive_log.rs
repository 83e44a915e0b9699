//! A log that can't be written is no reason to stop: nothing that standard error can be holds up the house or its end.

use crate::alive_house::{House, PATIENCE, Row, numbers_on_disk};
use crate::server::{BINARY, Client, Data};
use serde_json::json;
use std::fs::OpenOptions;
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};
use std::sync::mpsc::channel;

/// A warning in the log: a PIN that is wrong.
fn warn(house: &House) {
    let guess = json!({"name": "anna", "pin": "000000"});
    let (status, _) = Client::at_door(&house.url).post("/api/v1/session", &guess, None).expect("an answer");
    assert!(status == 401 || status == 429, "{status}");
}

/// The setting by which each request that can't be read is logged. By default no client can cause many lines.
pub const CHATTY: (&str, &str) = ("RUST_LOG", "sportello=debug,warn");

/// Many lines in the log of a house that is chatty.
pub fn log_often(house: &House, times: usize) {
    let agent: ureq::Agent = ureq::Agent::config_builder().http_status_as_error(false).build().into();
    for _ in 0..times {
        let answer = agent.post(format!("{}/api/v1/session", house.url)).send("[]").expect("an answer");
        assert_eq!(answer.status(), 422);
    }
}

/// Tickets are given, warnings are logged, health is asked, and it ends in order.
fn goes_on_and_ends(mut house: House, data: &Data, what: &str) {
    let device = house.device(data);
    let mut numbers = Vec::new();
    for n in 0..5 {
        let (status, ticket) = device.take_ticket("tax.code", None).expect("an answer");
        assert_eq!(status, 201, "{what}, ticket {n}: {ticket}");
        numbers.push(ticket["number"].as_str().expect("a number").to_owned());
        warn(&house);
    }
    assert_eq!(house.health().0, 200, "{what}");
    house.signal("TERM");
    let (status, took) = house.ended();
    assert_eq!(status.code(), Some(0), "{what}");
    let kept = numbers_on_disk(data).iter().filter(|number| numbers.contains(number)).count();
    assert_eq!(kept, numbers.len(), "{what}");
    let what = format!("standard error: {what}, then SIGTERM");
    println!("{}", Row { what, end: "ended", took, code: status.code(), kept, given: numbers.len() });
}

#[test]
fn whatever_standard_error_is_the_house_goes_on_and_ends_when_asked() {
    let data = Data::new();
    let full = || OpenOptions::new().write(true).open("/dev/full").unwrap();
    goes_on_and_ends(House::start(&data, |it| _ = it.stderr(full())), &data, "/dev/full");

    let mut deaf = House::start(&data, |it| _ = it.stderr(Stdio::piped()));
    drop(deaf.child.stderr.take());
    goes_on_and_ends(deaf, &data, "a pipe whose reader has gone");

    let closed = House::start(&data, |it| {
        let arguments: Vec<_> = it.get_args().map(ToOwned::to_owned).collect();
        let mut shell = Command::new("sh");
        shell.args(["-c", "exec \"$0\" \"$@\" 2>&-", BINARY]).args(arguments);
        shell.env("NO_COLOR", "1").env_remove("DISPLAY").stdout(Stdio::null());
        *it = shell;
    });
    goes_on_and_ends(closed, &data, "closed");
}

#[test]
fn a_log_that_is_not_read_holds_up_nothing_and_says_what_is_missing_once_it_is_read() {
    let data = Data::new();
    let house = || House::start(&data, |it| _ = it.stderr(Stdio::piped()).env(CHATTY.0, CHATTY.1));
    let mut unread = house();
    // More lines than the pipe and the queue hold.
    log_often(&unread, 2200);
    let device = unread.device(&data);
    assert_eq!(device.take_ticket("tax.code", None).expect("an answer").0, 201);
    let pipe = BufReader::new(unread.child.stderr.take().expect("stderr"));
    let (send, heard) = channel();
    std::thread::spawn(move || {
        let lines = pipe.lines().map_while(Result::ok);
        lines.filter(|line| line.contains(" log lines could not be written")).for_each(|line| _ = send.send(line));
    });
    let told = heard.recv_timeout(PATIENCE).expect("how many lines are missing");
    println!("{told}");
    unread.signal("TERM");
    assert_eq!(unread.ended().0.code(), Some(0));

    let mut never_read = house();
    log_often(&never_read, 900);
    assert_eq!(device.at_url(&never_read.url).take_ticket("tax.code", None).expect("an answer").0, 201);
    never_read.signal("TERM");
    let (status, took) = never_read.ended();
    println!("a log that is never read: ended after {} ms", took.as_millis());
    assert_eq!(status.code(), Some(0), "it waits for a reader");
}

#[test]
fn commands_that_can_print_nothing_end_without_a_panic() {
    let full = || OpenOptions::new().write(true).open("/dev/full").unwrap();
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path().to_str().unwrap();
    for arguments in [
        &["--help"][..],
        &["--version"],
        &["fly"],
        &["check", "/no/such/site.toml"],
        &["staff", "--data", folder, "list"],
        &["staff", "--data", folder, "remove", "nina"],
        &["simulate", "--print-plan"],
    ] {
        let ended = Command::new(BINARY).args(arguments).stdout(full()).stderr(full()).status().unwrap();
        // 101 is a panic; no code at all, a signal.
        assert!(matches!(ended.code(), Some(0..=4)), "{arguments:?}: {ended}");
        let heard = Command::new(BINARY).args(arguments).stdout(full()).output().unwrap();
        assert!(!String::from_utf8_lossy(&heard.stderr).contains("panicked"), "{arguments:?}");
    }
}
