//! `kill -9` at random moments of a loaded run, two hundred times.
//!
//! What must hold afterwards: every ticket that was replied to a client exists, with the same number; no number was
//! replied twice; a key that was used gives the same ticket again; the next start needs no help.

use crate::server::{Client, Data, Server};
use sportello::journal::DataFolder;
use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

const KILLS: usize = 200;
const VISITORS_AT_ONCE: usize = 4;

#[test]
fn two_hundred_kills_lose_no_ticket_and_give_no_number_twice() {
    let data = Data::new();
    let told: Arc<Mutex<BTreeMap<String, (String, String)>>> = Arc::default();
    let mut server = Server::start(&data);
    let (device, clerk) = (Client::device(&server, &data), Client::clerk(&server));
    let mut rng = Rng(0x5eed_cafe);
    for round in 0..KILLS {
        let killed = Arc::new(AtomicBool::new(false));
        let mut hands = Vec::new();
        for hand in 0..VISITORS_AT_ONCE {
            let (client, told, killed) = (device.at(&server), Arc::clone(&told), Arc::clone(&killed));
            hands.push(std::thread::spawn(move || {
                for n in 0.. {
                    let key = format!("r{round}-h{hand}-{n}");
                    match client.take_ticket("tax.code", Some(&key)) {
                        Ok((201, ticket)) => note(&told, &ticket, &key),
                        Ok((status, answer)) => panic!("{status} {answer}"),
                        Err(_) if killed.load(Ordering::SeqCst) => return,
                        Err(error) => panic!("{error}"),
                    }
                }
            }));
        }
        let (client, is_killed) = (clerk.at(&server), Arc::clone(&killed));
        let desk = std::thread::spawn(move || {
            let verbs = ["open", "call-next", "start", "finish"];
            for verb in verbs.iter().cycle() {
                match client.desk(3, verb) {
                    Ok(_) => {}
                    Err(_) if is_killed.load(Ordering::SeqCst) => return,
                    Err(error) => panic!("{error}"),
                }
            }
        });
        std::thread::sleep(Duration::from_millis(rng.below(120)));
        killed.store(true, Ordering::SeqCst);
        server.kill();
        for hand in hands {
            hand.join().expect("a visitor");
        }
        desk.join().expect("a clerk");
        server = Server::start(&data);
        if round % 20 == 0 {
            check(&device.at(&server), &told.lock().unwrap(), 25);
        }
    }
    let told = told.lock().unwrap();
    assert!(told.len() > KILLS, "hardly any visitor came: {}", told.len());
    check(&device.at(&server), &told, usize::MAX);
    let numbers = numbers_on_disk(&data);
    assert!(numbers.len() >= told.len());
    assert!(told.keys().all(|number| numbers.contains(number)));
    println!("{KILLS} kills: {} tickets told, {} on disk, none lost, none twice", told.len(), numbers.len());
}

/// A ticket number that was replied to a client.
fn note(told: &Mutex<BTreeMap<String, (String, String)>>, ticket: &serde_json::Value, key: &str) {
    let text = |field: &str| ticket[field].as_str().expect("a field").to_owned();
    let before = told.lock().unwrap().insert(text("number"), (text("token"), key.to_owned()));
    assert_eq!(before, None, "{} was told twice", text("number"));
}

/// Asks for the newest tickets that were replied to a client.
fn check(client: &Client, told: &BTreeMap<String, (String, String)>, most: usize) {
    for (number, (token, key)) in told.iter().rev().take(most) {
        let (status, ticket) = client.get(&format!("/api/v1/tickets/{token}")).expect("an answer");
        assert_eq!((status, ticket["number"].as_str()), (200, Some(number.as_str())), "a told ticket is lost");
        let (status, again) = client.take_ticket("tax.code", Some(key)).expect("an answer");
        assert_eq!((status, again["number"].as_str()), (201, Some(number.as_str())), "the key gave another ticket");
    }
}

/// The numbers in the journal, read by SQLite alone; a number that stands there twice fails.
fn numbers_on_disk(data: &Data) -> std::collections::BTreeSet<String> {
    let database = rusqlite::Connection::open(DataFolder::database(data.path())).unwrap();
    let sql = "SELECT event ->> 'ticket' FROM entry WHERE kind = 'issued'";
    let mut statement = database.prepare(sql).unwrap();
    let numbers: Vec<String> = statement.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
    let distinct: std::collections::BTreeSet<_> = numbers.iter().cloned().collect();
    assert_eq!(distinct.len(), numbers.len(), "a number stands twice in the journal");
    distinct
}

/// Random enough for moments, and the same in every run.
struct Rng(u64);

impl Rng {
    fn below(&mut self, most: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % most
    }
}
