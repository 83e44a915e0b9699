//! The real program with a standard error of the test's choice, so that its log can be broken, and its ends measured.

use crate::ports::own_address;
use crate::server::{BINARY, Client, Data, Server, text};
use std::fmt;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

/// One row of the table of faults: what was done to the program, and what became of it.
pub struct Row {
    pub what: String,
    /// `ended` or `healed`.
    pub end: &'static str,
    pub took: Duration,
    pub code: Option<i32>,
    /// How many of the numbers that were given the next start has.
    pub kept: usize,
    pub given: usize,
}

impl fmt::Display for Row {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Row { what, end, took, code, kept, given } = self;
        let code = code.map_or("by a signal".to_owned(), |code| code.to_string());
        let took = took.as_millis();
        write!(out, "| {what} | {end} after {took} ms | exit code {code} | {kept} of {given} numbers kept |")
    }
}

/// Far longer than any step takes; only a step that never comes waits so long.
pub const PATIENCE: Duration = Duration::from_secs(40);

/// A running program; killed when dropped.
pub struct House {
    pub child: Child,
    /// `http://127.0.0.1:PORT`.
    pub url: String,
}

impl House {
    /// Starts it without a glass and waits until it answers.
    pub fn start(data: &Data, set_up: impl FnOnce(&mut Command)) -> House {
        let mut house = House::begin(data, &["--screen", "none"], set_up);
        house.until_it_answers();
        house
    }

    /// Starts it, and does not wait.
    pub fn begin(data: &Data, arguments: &[&str], set_up: impl FnOnce(&mut Command)) -> House {
        let address = own_address();
        let mut command = Command::new(BINARY);
        command.args(["run", "--data", text(data.path()), "--listen", &address.to_string()]).args(arguments);
        command.env("NO_COLOR", "1").env_remove("RUST_LOG").env_remove("WAYLAND_DISPLAY").stdout(Stdio::null());
        set_up(&mut command);
        House { child: command.spawn().expect("the program"), url: format!("http://{address}") }
    }

    pub fn until_it_answers(&mut self) {
        let begun = Instant::now();
        while ureq::get(format!("{}/board", self.url)).call().is_err() {
            let ended = self.child.try_wait().expect("its state");
            assert!(ended.is_none() && begun.elapsed() < PATIENCE, "it does not answer: {ended:?}");
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    pub fn device(&self, data: &Data) -> Client {
        Client::of_device(&self.url, data)
    }

    /// Status and body of `/healthz`.
    pub fn health(&self) -> (u16, serde_json::Value) {
        Client::at_door(&self.url).get("/healthz").expect("an answer")
    }

    /// `kill -NAME`.
    pub fn signal(&self, name: &str) {
        let sent = Command::new("kill").args(["-s", name, &self.child.id().to_string()]).status();
        assert!(sent.expect("kill").success());
    }

    /// The same, and waits until the program has taken it: another one of the name would not count before.
    pub fn signal_taken(&self, name: &str, number: u32) {
        self.signal(name);
        let (begun, process) = (Instant::now(), self.child.id());
        loop {
            let status = std::fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
            let pending = status.lines().find_map(|line| line.strip_prefix("ShdPnd:"));
            let pending = pending.and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok());
            if pending.is_none_or(|mask| mask >> (number - 1) & 1 == 0) {
                return;
            }
            assert!(begun.elapsed() < PATIENCE, "it does not take SIG{name}");
            std::thread::sleep(Duration::from_millis(1));
        }
    }

    /// Waits for its end; gives how it ended, and after what time.
    pub fn ended(&mut self) -> (ExitStatus, Duration) {
        let begun = Instant::now();
        loop {
            if let Some(status) = self.child.try_wait().expect("its state") {
                return (status, begun.elapsed());
            }
            assert!(begun.elapsed() < PATIENCE, "it neither lives nor ends");
            std::thread::sleep(Duration::from_millis(5));
        }
    }
}

impl Drop for House {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The numbers that the journal has today, in the order in which they were issued.
pub fn numbers_on_disk(data: &Data) -> Vec<String> {
    let server = Server::start(data);
    let (status, day) = Client::clerk(&server).get("/api/v1/day").expect("an answer");
    assert_eq!(status, 200);
    let tickets = day["tickets"].as_array().expect("tickets");
    tickets.iter().map(|ticket| ticket["number"].as_str().expect("a number").to_owned()).collect()
}
