//! The log of a busy day with faults, at its most talkative level, names no ticket.

use crate::server::{BINARY, Client, Data, Server, text};
use serde_json::json;
use std::fs::{self, File};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// What its printer does, one slip after the other.
const STATES: [&str; 5] = ["ready", "near-end", "silent", "torn", "paper-out"];

/// Starts a house that logs everything to a file. It has a simulated printer, and two that can't print.
#[expect(clippy::zombie_processes, reason = "the server waits for it; without one the test has failed")]
fn start(data: &Data, log: &Path, more: &[&str]) -> Server {
    let mut command = Command::new(BINARY);
    command.args(["run", "--data", text(data.path()), "--screen", "none", "--listen", "127.0.0.1:0"]).args(more);
    let slips = format!("sim://{}", data.path().join("slips").display());
    command.args(["--printer", &slips, "--printer", "tcp://127.0.0.1:1", "--printer", "lp:///dev/full"]);
    command.env("RUST_LOG", "trace").env("NO_COLOR", "1").stdout(Stdio::null());
    let child = command.stderr(File::create(log).unwrap()).spawn().expect("the binary");
    let begun = Instant::now();
    loop {
        let lines = fs::read_to_string(log).unwrap_or_default();
        if let Some((_, rest)) = lines.split_once("pages at http://") {
            let address = rest.split([' ', '\n']).next().unwrap().trim_end_matches(':');
            return Server::of(child, format!("http://{address}"), lines.clone());
        }
        assert!(begun.elapsed() < Duration::from_secs(30), "it did not start:\n{lines}");
        std::thread::sleep(Duration::from_millis(20));
    }
}

/// Waits until something is known of each slip.
fn until_slips_are_known(clerk: &Client) {
    let begun = Instant::now();
    loop {
        let day = clerk.get("/api/v1/day").unwrap().1;
        let tickets = day["tickets"].as_array().unwrap();
        if tickets.iter().all(|ticket| ticket["slip"].is_string() && ticket["slip"] != "printing") {
            return;
        }
        assert!(begun.elapsed() < Duration::from_secs(30), "slips without an outcome: {day}");
        std::thread::sleep(Duration::from_millis(50));
    }
}

#[test]
fn the_log_of_a_day_with_faults_names_no_ticket() {
    let (data, folder) = (Data::new(), tempfile::tempdir().unwrap());
    let site = folder.path().join("centre.toml");
    fs::write(&site, crate::site_kept::CENTRE).unwrap();
    let log = folder.path().join("first.log");
    let server = start(&data, &log, &["--site", text(&site)]);
    let (device, clerk) = (Client::device(&server, &data), Client::clerk(&server));
    let open = json!({"languages": ["it"]});
    assert_eq!(clerk.post("/api/v1/desks/1/open", &open, None).unwrap().0, 200);
    let mut secrets = Vec::new();
    for visitor in 0..12 {
        let need = ["work", "papers"][visitor % 2];
        let key = format!("kiosk-secret-{visitor}");
        let state = STATES[visitor % STATES.len()];
        fs::write(data.path().join("slips/status.txt"), state).unwrap();
        let asked = json!({"needs": [need], "language": "ar", "print": true});
        let (status, ticket) = device.post("/api/v1/tickets", &asked, Some(&key)).unwrap();
        assert_eq!(status, 201, "{ticket}");
        let (number, token) = (ticket["number"].as_str().unwrap(), ticket["token"].as_str().unwrap());
        device.get(&format!("/api/v1/tickets/{token}")).unwrap();
        device.get(&format!("/t/{token}")).unwrap();
        clerk.post("/api/v1/day/reprint", &json!({"ticket": number}), None).unwrap();
        until_slips_are_known(&clerk);
        secrets.extend([number.to_owned(), token.to_owned(), key]);
    }
    assert_eq!(clerk.desk(1, "call-next").unwrap().0, 200);
    assert_eq!(clerk.post("/api/v1/desks/9/call", &json!({"ticket": secrets[0]}), None).unwrap().0 / 100, 4);
    assert_eq!(device.post("/api/v1/tickets", &json!({"needs": secrets[0]}), None).unwrap().0 / 100, 4);
    // Whatever strangers make a line say, no ticket is in it.
    let stranger = ureq::get(format!("{}/board", server.url)).header("host", format!("{}.example", secrets[1])).call();
    assert!(matches!(stranger, Err(ureq::Error::StatusCode(403))), "{stranger:?}");
    assert!(server.end());
    // The desk of the visitor who was called is gone.
    let changed = crate::site_kept::CENTRE.replace("number = 1", "number = 2");
    fs::write(&site, changed).unwrap();
    let second = folder.path().join("second.log");
    let server = start(&data, &second, &["--site", text(&site)]);
    assert!(server.end());
    let lines = [log, second].map(|log| fs::read_to_string(log).unwrap()).concat();
    assert!(lines.contains("gone from the site file") && lines.lines().count() > 10, "the faults are in it:\n{lines}");
    let slips = fs::read_dir(data.path().join("slips")).unwrap().count();
    assert!(slips > 2 * STATES.len(), "its printer has printed: {slips}");
    let masked: Vec<_> = lines.lines().filter(|line| line.contains("[ticket]")).collect();
    let is_strangers = |line: &&&str| line.contains("refused a request for an unknown host");
    assert_eq!(masked.iter().filter(is_strangers).count(), 1, "{lines}");
    // A number that was masked is one that a line named.
    assert_eq!(masked.len(), 1, "lines name tickets: {masked:#?}");
    let found: Vec<_> = secrets.iter().filter(|secret| lines.contains(*secret)).collect();
    assert!(found.is_empty(), "{found:?} in\n{lines}");
}
