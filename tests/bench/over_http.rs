//! A ticket over HTTP, and from "call next" to an open board; through the real binary on a loopback socket.

use crate::figures::{line, spread, title};
use crate::server::{Client, Data, Server};
use std::io::{BufRead, BufReader, Write};
use std::net::TcpStream;
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

const TICKETS: usize = 1000;
const CALLS: usize = 200;

pub fn measure() {
    title("Over HTTP");
    let data = Data::new();
    let server = Server::start(&data);
    let (device, clerk) = (Client::device(&server, &data), Client::clerk(&server));
    let mut times: Vec<_> = (0..TICKETS)
        .map(|n| {
            let key = format!("ticket-{n}");
            timed(|| device.take_ticket("tax.code", Some(&key)).expect("a ticket").0)
        })
        .collect();
    line("POST /api/v1/tickets", &spread(&mut times));

    let world = crate::world::demo_site();
    let service = world.need(&crate::world::need_code("tax.code")).expect("a need").services()[0].clone();
    let desk = world.desks_for(&service).next().expect("a desk").number.0;
    clerk.desk(desk, "open").expect("open");
    let board = listen(&server);
    let mut times = Vec::new();
    for _ in 0..CALLS {
        // A stream gathers what happens within 50 ms of its last event; calls in a waiting room are further apart.
        std::thread::sleep(Duration::from_millis(130));
        let begun = Instant::now();
        let (_, answer) = clerk.desk(desk, "call-next").expect("a call");
        let call = answer["call"].as_u64().expect("a count");
        let wanted = format!("\"last_call\":{call}");
        let seen = board.iter().find(|(_, text)| text.contains(&wanted)).expect("the board").0;
        times.push(seen.saturating_duration_since(begun));
        clerk.desk(desk, "start").expect("start");
        clerk.desk(desk, "finish").expect("finish");
    }
    line("call-next to an open board's event", &spread(&mut times));
    line("memory without a glass", &memory(&server));
}

/// Resident memory of a running site.
pub fn memory(server: &Server) -> String {
    resident(&format!("/proc/{}/status", server.pid()))
}

/// Resident memory of a process, by its status file.
pub fn resident(status: &str) -> String {
    format!("{:>8.1} MB", resident_kilobytes(status) / 1024.0)
}

/// The same as a number.
pub fn resident_kilobytes(status: &str) -> f64 {
    let status = std::fs::read_to_string(status).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap_or("unknown");
    line.trim().trim_end_matches(" kB").parse().unwrap_or(0.0)
}

fn timed<T>(what: impl FnOnce() -> T) -> Duration {
    let begun = Instant::now();
    what();
    begun.elapsed()
}

/// Every line of the board's event stream, with the moment it came.
fn listen(server: &Server) -> Receiver<(Instant, String)> {
    let address = server.url.trim_start_matches("http://").to_owned();
    let mut stream = TcpStream::connect(&address).expect("a connection");
    write!(stream, "GET /api/v1/events?topic=board HTTP/1.1\r\nHost: {address}\r\nAccept: text/event-stream\r\n\r\n")
        .expect("a request");
    let (sender, lines) = channel();
    let mut reader = BufReader::new(stream);
    std::thread::spawn(move || {
        let mut line = String::new();
        while reader.read_line(&mut line).is_ok_and(|count| count > 0) {
            if sender.send((Instant::now(), std::mem::take(&mut line))).is_err() {
                return;
            }
        }
    });
    // The first picture of the board comes at once; wait until it is there.
    lines.iter().find(|(_, line)| line.contains("last_call")).expect("the first picture");
    lines
}
