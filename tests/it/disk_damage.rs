//! A damaged database under the real program: it starts, goes on above every number that was given, and staff hear what is
//! missing.

use crate::disk_ruin::Chance;
use crate::server::{Client, Data, Server};
use std::fs;
use std::path::Path;

/// What happens to the files between two runs; whether entries are lost by it, and whether a file is put aside.
struct Damage {
    what: &'static str,
    deed: fn(&Path),
    loses: bool,
    is_put_aside: bool,
}

fn database(data: &Path) -> rusqlite::Connection {
    rusqlite::Connection::open(data.join("sportello.db")).unwrap()
}

fn damages_of_files() -> Vec<Damage> {
    vec![
        Damage {
            what: "a database without a byte",
            deed: |data| fs::write(data.join("sportello.db"), b"").unwrap(),
            loses: true,
            is_put_aside: true,
        },
        Damage {
            what: "a database of noise and no log",
            deed: |data| {
                fs::write(data.join("sportello.db"), Chance(7).bytes(60_000)).unwrap();
                fs::remove_file(data.join("sportello.db-wal")).unwrap();
            },
            loses: true,
            is_put_aside: true,
        },
        Damage {
            what: "no log",
            deed: |data| fs::remove_file(data.join("sportello.db-wal")).unwrap(),
            loses: true,
            is_put_aside: false,
        },
        Damage {
            what: "a version that cannot be",
            deed: |data| {
                database(data).pragma_update(None, "user_version", -5).unwrap();
            },
            loses: false,
            is_put_aside: true,
        },
        Damage {
            what: "a table under another name",
            deed: |data| {
                database(data).execute_batch("ALTER TABLE staff_session RENAME TO staff_sessinn").unwrap();
            },
            loses: false,
            is_put_aside: true,
        },
    ]
}

fn damages_of_entries() -> Vec<Damage> {
    vec![
        Damage {
            what: "a gap in the sequence",
            deed: |data| {
                database(data).execute("DELETE FROM entry WHERE sequence = 4", []).unwrap();
            },
            loses: true,
            is_put_aside: true,
        },
        Damage {
            what: "no opening of the day",
            deed: |data| {
                database(data).execute("DELETE FROM entry WHERE sequence = 1", []).unwrap();
            },
            loses: true,
            is_put_aside: true,
        },
        Damage {
            what: "a digit that has changed within a text",
            deed: |data| {
                let sql = "UPDATE entry SET event = replace(event, 'H 003', 'H 008') WHERE event LIKE '%H 003%'";
                assert_eq!(database(data).execute(sql, []).unwrap(), 1);
            },
            loses: true,
            is_put_aside: true,
        },
    ]
}

#[test]
fn whatever_is_damaged_the_house_starts_and_says_what_is_missing() {
    for Damage { what, deed, loses, is_put_aside } in damages_of_files().into_iter().chain(damages_of_entries()) {
        let data = Data::new();
        let server = Server::start(&data);
        let device = Client::device(&server, &data);
        let comes = |device: &Client| {
            let (status, ticket) = device.take_ticket("health.ssn", None).expect("an answer");
            assert_eq!(status, 201, "{what}: {ticket}");
            ticket["number"].as_str().expect("a number").to_owned()
        };
        // At once, so that the newest are in the log alone.
        let numbers: Vec<String> = (0..6).map(|_| comes(&device)).collect();
        server.kill();
        assert_eq!(numbers, (1..=6).map(|count| format!("H {count:03}")).collect::<Vec<_>>());
        deed(data.path());

        for _ in 0..2 {
            let server = Server::start(&data);
            let aside = fs::read_dir(data.path()).unwrap().flatten();
            let aside = aside.filter(|entry| entry.file_name().to_string_lossy().starts_with("damaged-")).count();
            assert_eq!(aside, usize::from(is_put_aside), "{what}: {}", server.log);
            assert!(!server.log.contains("can't be written"), "{what}: {}", server.log);
            let health =
                ureq::get(format!("{}/healthz", server.url)).call().unwrap().body_mut().read_to_string().unwrap();
            let health: serde_json::Value = serde_json::from_str(&health).unwrap();
            assert_eq!(health["ok"], true, "{what}: {health}");
            let wrong = health["wrong"].as_array().expect("a list");
            assert_eq!(wrong.contains(&"entries-lost".into()), loses, "{what}: {health}");
            assert!(server.end(), "{what}");
        }
        let server = Server::start(&data);
        // Accounts and keys are back unless nothing at all could be read; the technician makes them anew then.
        let is_readable = !what.contains("byte") && !what.contains("noise");
        if is_readable {
            let device = Client::device(&server, &data);
            let next = comes(&device);
            assert_eq!(next, "H 007", "{what}: the next number");
            let clerk = Client::clerk(&server);
            let page = ureq::get(format!("{}/desk/8?lang=en", server.url)).header("cookie", clerk.cookie());
            let page = page.call().unwrap().body_mut().read_to_string().unwrap();
            assert_eq!(page.contains("A disk fault, noticed at"), loses, "{what}: the page of a desk");
        }
    }
}
