//! Durable tickets per second with 1, 8 and 64 clients, beside raw SQLite commits on the same disk.

use crate::figures::{line, title};
use crate::world::{World, idempotency_key, need_code, tag};
use rusqlite::Connection;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

const FOR: Duration = Duration::from_secs(3);
/// A day has 99,999 numbers for a letter: a quick disk would use them up in that time.
const MAX_TICKETS: u32 = 90_000;

pub fn measure() {
    title("Durable tickets per second (synchronous=FULL)");
    let folder = tempfile::tempdir().expect("a folder");
    let raw = raw_commits(folder.path());
    line("raw SQLite commits, one row each", &format!("{raw:>8.0}/s"));
    let mut one = 0.0;
    for clients in [1, 8, 64] {
        let rate = tickets(clients);
        if clients == 1 {
            one = rate;
        }
        let name = format!("{clients} client{}", if clients == 1 { "" } else { "s" });
        line(&name, &format!("{rate:>8.0}/s   {:>5.2} x raw   {:>5.2} x one client", rate / raw, rate / one));
    }
}

/// What the disk gives at most to a program that commits each row.
fn raw_commits(folder: &Path) -> f64 {
    let raw = RawCommits::new(folder);
    let (begun, mut count) = (Instant::now(), 0u32);
    while begun.elapsed() < FOR {
        raw.commit();
        count += 1;
    }
    f64::from(count) / begun.elapsed().as_secs_f64()
}

/// SQLite alone, with the journal's settings.
pub struct RawCommits(Connection);

impl RawCommits {
    pub fn new(folder: &Path) -> RawCommits {
        let connection = Connection::open(folder.join("raw.db")).expect("a database");
        connection.pragma_update(None, "journal_mode", "WAL").expect("the log");
        connection.pragma_update(None, "synchronous", "FULL").expect("full");
        connection
            .execute_batch("CREATE TABLE entry (sequence INTEGER PRIMARY KEY, event TEXT NOT NULL) STRICT")
            .expect("a table");
        RawCommits(connection)
    }

    /// One row.
    pub fn commit(&self) {
        let mut insert = self.0.prepare_cached("INSERT INTO entry (event) VALUES (?1)").expect("a statement");
        insert.execute(["an event of about two hundred characters ".repeat(5)]).expect("a row");
    }
}

fn tickets(clients: usize) -> f64 {
    let world = World::new();
    let runtime =
        tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().expect("a runtime");
    let issued = Arc::new(AtomicU32::new(0));
    let begun = Instant::now();
    let clients: Vec<_> = (0..clients)
        .map(|client| {
            let (hub, issued) = (world.hub.clone(), Arc::clone(&issued));
            runtime.spawn(async move {
                let mut count = 0u32;
                while begun.elapsed() < FOR && issued.fetch_add(1, Ordering::Relaxed) < MAX_TICKETS {
                    let key = idempotency_key(&format!("client-{client}-{count}"));
                    hub.issue(vec![need_code("tax.code")], tag("it"), false, Some(key)).await.expect("a ticket");
                    count += 1;
                }
                count
            })
        })
        .collect();
    let count: u32 = clients.into_iter().map(|client| runtime.block_on(client).expect("a client")).sum();
    f64::from(count) / begun.elapsed().as_secs_f64()
}
