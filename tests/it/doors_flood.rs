//! Whatever strangers hold open, whoever belongs to the house gets in: clerks, a board that is signed in, the machine itself.
//! In a network of the test's own; figures are printed, and what is asserted leaves a slow machine much room.

use crate::netns::{ask, board, connect, machine, ran_inside, read};
use crate::server::{Client, Data, Server, text};
use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};
use tokio::net::TcpStream;
use tokio::time::{sleep, timeout};

/// Idle connections and the machines that hold them; streams and theirs.
const IDLE: (u16, u8) = (2000, 10);
const STREAMS: (u16, u8) = (500, 8);
const CLERK: u8 = 21;
const BOARD: u8 = 22;
const CLICKS: usize = 40;
/// How long a stranger rests before it opens again what was closed: so some 1,000 come in a second.
const REST: Duration = Duration::from_secs(2);
/// Only what never comes takes so long.
const PATIENCE: Duration = Duration::from_secs(20);

/// What strangers have opened so far.
#[derive(Default)]
struct Opened {
    idle: AtomicUsize,
    streams: AtomicUsize,
    guesses: AtomicUsize,
}

/// Opens what is closed, again and again.
fn attack(to: SocketAddr) -> Arc<Opened> {
    let opened = Arc::new(Opened::default());
    for n in 0..IDLE.0 {
        let (from, opened) = (machine(1 + (n % u16::from(IDLE.1)) as u8), Arc::clone(&opened));
        tokio::spawn(async move {
            loop {
                if let Ok(socket) = connect(from, to).await {
                    opened.idle.fetch_add(1, Ordering::Relaxed);
                    let _ = read(&socket, &mut [0; 64]).await;
                }
                sleep(REST).await;
            }
        });
    }
    for n in 0..STREAMS.0 {
        let (from, opened) = (machine(11 + (n % u16::from(STREAMS.1)) as u8), Arc::clone(&opened));
        tokio::spawn(async move {
            loop {
                if let Ok(socket) = board(from, to, &[]).await {
                    opened.streams.fetch_add(1, Ordering::Relaxed);
                    read_to_the_end(socket).await;
                }
                sleep(REST).await;
            }
        });
    }
    for n in 0..3 {
        let (from, opened) = (machine(1 + n), Arc::clone(&opened));
        tokio::spawn(async move {
            loop {
                let guess = opened.guesses.fetch_add(1, Ordering::Relaxed);
                let body = format!(r#"{{"name":"guess{guess}","pin":"000000"}}"#);
                let _ = ask(from, to, "POST /api/v1/session", &["Content-Type: application/json"], &body).await;
                sleep(Duration::from_millis(20)).await;
            }
        });
    }
    opened
}

async fn read_to_the_end(socket: TcpStream) {
    let mut part = [0; 16 * 1024];
    while read(&socket, &mut part).await.is_ok_and(|count| count > 0) {}
}

/// A request of the house, on a connection of its own; gives its status and how long it took.
async fn click(from: IpAddr, to: SocketAddr, request: &str, header: &str, expected: &[u16]) -> Duration {
    let begun = Instant::now();
    let answer = timeout(PATIENCE, ask(from, to, request, &[header, "Content-Type: application/json"], "{}")).await;
    let (status, answer) = answer.unwrap_or_else(|_| panic!("{request}: no answer")).expect(request);
    assert!(expected.contains(&status), "{request}: {answer}");
    begun.elapsed()
}

/// Of durations, that below which so many of a hundred are, in milliseconds.
fn percentile(times: &mut [Duration], percent: usize) -> u128 {
    times.sort();
    times[(times.len() * percent / 100).min(times.len() - 1)].as_millis()
}

fn resident_kb(server: &Server) -> usize {
    let status = std::fs::read_to_string(format!("/proc/{}/status", server.pid())).expect("its status");
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).expect("its memory");
    line.trim().trim_end_matches(" kB").parse().expect("a number")
}

async fn until_they_are_here(opened: &Opened) {
    let begun = Instant::now();
    let is_here = || {
        let all = |count: &AtomicUsize, wanted: u16| count.load(Ordering::Relaxed) >= wanted.into();
        all(&opened.idle, IDLE.0) && all(&opened.streams, STREAMS.0)
    };
    while !is_here() {
        assert!(begun.elapsed() < PATIENCE * 3, "the strangers do not get as far as the door");
        sleep(Duration::from_millis(50)).await;
    }
}

/// Reads a board's stream up to this call.
async fn until_it_shows(board: &TcpStream, call: usize) {
    let last = format!("id: {call}\n");
    let seen = timeout(PATIENCE, async {
        let (mut text, mut part) = (String::new(), [0; 16 * 1024]);
        while !text.contains(&last) {
            let count = read(board, &mut part).await.expect("the board's stream");
            assert!(count > 0, "the board's stream has ended: {text}");
            text.push_str(&String::from_utf8_lossy(&part[..count]));
        }
    });
    seen.await.expect("the board is live");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_clerk_gets_in_whatever_strangers_hold() {
    if ran_inside("doors_flood::a_clerk_gets_in_whatever_strangers_hold", 22) {
        return;
    }
    let data = Data::new();
    let file = data.path().join("site.toml");
    std::fs::write(&file, crate::world::ONE_SERVICE).expect("a site file");
    let arguments = ["--screen", "none", "--listen", "0.0.0.0:0", "--site", text(&file)];
    let server = Server::start_with(&data, &arguments, &[]);
    let port = server.url.rsplit(':').next().expect("a port").parse().expect("a number");
    let here = SocketAddr::new([127, 0, 0, 1].into(), port);
    let there = SocketAddr::new(machine(CLERK), port);
    let clerk = Client::clerk_at(&format!("http://{here}"));
    for _ in 0..=CLICKS {
        assert_eq!(clerk.take_ticket("code", None).expect("an answer").0, 201);
    }
    assert_eq!(clerk.desk(1, "open").expect("an answer").0, 200);
    // The server has started with the usual limit; this process needs more.
    let limit = getrlimit(Resource::Nofile);
    setrlimit(Resource::Nofile, Rlimit { current: limit.maximum, maximum: limit.maximum }).expect("open files");
    let before = resident_kb(&server);

    let opened = attack(there);
    until_they_are_here(&opened).await;
    let cookie = format!("Cookie: {}", clerk.cookie());
    let shown = board(machine(BOARD), there, &[&cookie]).await.expect("a board that is signed in");
    let (mut clicks, mut looks) = (Vec::new(), Vec::new());
    for _ in 0..CLICKS {
        for (verb, expected) in [("call-next", 200), ("start", 200), ("finish", 200)] {
            let request = format!("POST /api/v1/desks/1/{verb}");
            let took = click(machine(CLERK), there, &request, &cookie, &[expected]).await;
            if verb == "call-next" {
                clicks.push(took);
            }
        }
        looks.push(click([127, 0, 0, 1].into(), here, "GET /healthz", "Accept: */*", &[200]).await);
    }
    until_it_shows(&shown, CLICKS).await;
    let grown = resident_kb(&server).saturating_sub(before) / 1024;
    let (p50, p99, health) = (percentile(&mut clicks, 50), percentile(&mut clicks, 99), percentile(&mut looks, 99));
    let (idle, streams, guesses) = (&opened.idle, &opened.streams, &opened.guesses);
    println!("call-next p50 {p50} ms, p99 {p99} ms; /healthz p99 {health} ms; memory grew by {grown} MB");
    println!("opened: {idle:?} idle connections, {streams:?} streams, {guesses:?} guesses");
    assert!(p99 < 4000 && health < 2000, "call-next {p99} ms, /healthz {health} ms");
    assert!(grown < 60, "memory grew by {grown} MB");
}
