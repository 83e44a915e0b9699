//! The files of the database are written over, or cut, while the program runs and gives tickets: it notices, and ends or goes
//! on. The next start has every number or says which are missing, and gives none twice.

use crate::alive_house::{House, PATIENCE, Row};
use crate::server::{Client, Data, Server};
use std::fs::{self, OpenOptions};
use std::io::{Seek, SeekFrom, Write};
use std::path::Path;
use std::process::Stdio;
use std::time::{Duration, Instant};

/// Tickets before the damage. They are in the database itself by then: an idle second puts them there.
const BEFORE: usize = 60;
/// Tickets right before it, which only the write-ahead log has.
const IN_LOG: usize = 20;
/// Tickets that are asked for afterwards.
const AFTER: usize = 40;

/// Writes noise over a part of a file, given in hundredths.
fn noise(file: &Path, from: u64, to: u64) {
    let length = fs::metadata(file).expect("the file").len();
    let mut garbled = OpenOptions::new().write(true).open(file).expect("the file");
    garbled.seek(SeekFrom::Start(length * from / 100)).expect("a place");
    let bytes: Vec<u8> = (0..length * (to - from) / 100).map(|at| (at * 7919 % 251) as u8).collect();
    garbled.write_all(&bytes).expect("noise");
}

fn cut(file: &Path, to: u64) {
    let length = fs::metadata(file).expect("the file").len() * to / 100;
    OpenOptions::new().write(true).open(file).expect("the file").set_len(length).expect("a cut");
}

type Deed = (&'static str, fn(&Path));

const DEEDS: [Deed; 8] = [
    ("database garbled", |data| noise(&data.join("sportello.db"), 30, 70)),
    ("database cut to half", |data| cut(&data.join("sportello.db"), 50)),
    ("database of zero length", |data| cut(&data.join("sportello.db"), 0)),
    ("write-ahead log garbled", |data| noise(&data.join("sportello.db-wal"), 30, 70)),
    ("write-ahead log cut to half", |data| cut(&data.join("sportello.db-wal"), 50)),
    ("write-ahead log of zero length", |data| cut(&data.join("sportello.db-wal"), 0)),
    ("witness garbled", |data| noise(&data.join("witness"), 0, 100)),
    ("witness of zero length", |data| cut(&data.join("witness"), 0)),
];

struct Taken {
    number: String,
    token: String,
}

fn take(device: &Client) -> Option<Taken> {
    let (status, ticket) = device.take_ticket("health.ssn", None).ok()?;
    let word = |field: &str| ticket[field].as_str().map(str::to_owned);
    (status == 201).then(|| Taken { number: word("number").expect("a number"), token: word("token").expect("a token") })
}

/// What becomes of one house.
fn garble((what, deed): Deed) -> Row {
    let data = Data::new();
    let mut house = House::start(&data, |it| _ = it.stderr(Stdio::null()));
    let device = house.device(&data);
    let mut given: Vec<Taken> = (0..BEFORE).map(|_| take(&device).expect("a ticket")).collect();
    std::thread::sleep(Duration::from_millis(1500));
    given.extend((0..IN_LOG).map(|_| take(&device).expect("a ticket")));
    deed(data.path());
    let begun = Instant::now();
    let mut refused = 0;
    for _ in 0..AFTER {
        match take(&device) {
            Some(ticket) => given.push(ticket),
            None => refused += 1,
        }
    }
    // It ends by itself, or it goes on: then it is healthy, and told to end.
    let end = loop {
        if house.child.try_wait().expect("its state").is_some() {
            break "ended";
        }
        if refused == 0 && begun.elapsed() > Duration::from_secs(3) && house.health().0 == 200 {
            break "healed";
        }
        assert!(begun.elapsed() < PATIENCE, "{what}: it neither heals nor ends");
        std::thread::sleep(Duration::from_millis(20));
    };
    let took = begun.elapsed();
    if end == "healed" {
        house.child.kill().expect("kill -9");
    }
    let code = house.ended().0.code();
    assert!(end == "healed" || code == Some(5), "{what}: {code:?}");
    let server = Server::start(&data);
    let clerk = Client::clerk(&server);
    let has = |ticket: &&Taken| {
        let (status, found) = clerk.get(&format!("/api/v1/tickets/{}", ticket.token)).expect("an answer");
        status == 200 && found["number"] == ticket.number.as_str()
    };
    let kept = given.iter().filter(has).count();
    let (_, health) = clerk.get("/healthz").expect("an answer");
    let says = health.to_string().contains("entries-lost");
    assert!(kept == given.len() || says, "{what}: {kept} of {} kept, and not a word: {health}", given.len());
    for _ in 0..3 {
        let next = take(&device.at(&server)).expect("a ticket");
        assert!(given.iter().all(|ticket| ticket.number != next.number), "{what}: {} is given twice", next.number);
        given.push(next);
    }
    let what = format!("{what} while running{}", if says { ", told" } else { "" });
    Row { what, end, took, code, kept, given: given.len() - 3 }
}

#[test]
fn a_journal_that_is_damaged_while_it_is_used_gives_no_number_twice_and_loses_none_without_a_word() {
    let rows = std::thread::scope(|scope| {
        let running: Vec<_> = DEEDS.into_iter().map(|deed| scope.spawn(move || garble(deed))).collect();
        running.into_iter().map(|row| row.join().expect("a row")).collect::<Vec<Row>>()
    });
    rows.iter().for_each(|row| println!("{row}"));
}
