//! What a day costs the hub as it fills: processor time per ticket, memory under recalls, and a restart.

use crate::figures::{line, milliseconds, title};
use crate::over_http::resident;
use crate::world::{World, idempotency_key, need_code, tag};
use sportello::domain::IdempotencyKey;
use sportello::domain::command::{Command, MAX_RECALLS};
use std::collections::BTreeSet;
use std::fs;
use std::time::{Duration, Instant};

/// As many tickets are in the day already.
const TICKETS: usize = 20_000;
const ROUNDS: usize = 12;
const TICKETS_EACH_ROUND: usize = 40;
const RECALLS: usize = 100_000;

pub fn measure() {
    title("Processor time of the hub per issued ticket, interleaved");
    let fresh = Measured::new("fresh");
    let unkeyed = Measured::new("unkeyed");
    unkeyed.fill(false);
    let keyed = Measured::new("keyed");
    keyed.fill(true);
    let days = [fresh, unkeyed, keyed];
    let mut spent = [Duration::ZERO; 3];
    for round in 0..ROUNDS {
        for (day, spent) in days.iter().zip(&mut spent) {
            let before = processor_time(day.thread);
            for n in 0..TICKETS_EACH_ROUND {
                day.issue(Some(idempotency_key(&format!("{}-{round}-{n}", day.name))));
            }
            *spent += processor_time(day.thread).saturating_sub(before);
        }
    }
    let each = spent.map(|spent| spent / (ROUNDS * TICKETS_EACH_ROUND) as u32);
    let names = ["a fresh day", "20,000 tickets without keys", "20,000 tickets with keys"];
    for (name, each_now) in names.iter().zip(each) {
        let ratio = each_now.as_secs_f64() / each[0].as_secs_f64();
        line(name, &format!("{:>9}   x {ratio:.2}", milliseconds(each_now)));
    }

    title("A restart with 20,000 tickets (reading the journal, folding it, checking the day)");
    let [fresh, unkeyed, keyed] = days;
    drop(fresh);
    for (name, day) in [("without keys", unkeyed), ("with keys", keyed)] {
        let begun = Instant::now();
        let world = day.world.restarts();
        line(name, &milliseconds(begun.elapsed()));
        assert!(world.hub.day().tickets().len() > TICKETS);
    }

    title("Memory under recalls, each with a key of its own");
    let day = Measured::new("recalls");
    let desk = day.world.desk_for("tax.code").opens().desk;
    let visitor = day.world.visitor("tax.code", "it");
    day.world.desk(desk.0).calls_next().expect("a call");
    let recall = Command::Recall { desk, expected: Some(visitor) };
    let mut done = 0;
    for count in [0, RECALLS / 10, RECALLS] {
        let more: Vec<_> = (done..count).collect();
        let carried_out = day.send_all(more.iter().map(|n| (recall.clone(), format!("recall-{n}"))));
        done = count;
        let most = usize::from(MAX_RECALLS);
        assert!(carried_out <= most, "{carried_out} recalls of one call");
        line(&format!("after {count} recalls"), &resident("/proc/self/status"));
    }
}

struct Measured {
    name: &'static str,
    world: World,
    /// The hub's thread.
    thread: u32,
    runtime: tokio::runtime::Runtime,
}

impl Measured {
    fn new(name: &'static str) -> Measured {
        let before = hub_threads();
        let world = World::new();
        // A thread gives itself its name, a moment after it began.
        let thread = loop {
            if let Some(thread) = hub_threads().difference(&before).next() {
                break *thread;
            }
            std::thread::yield_now();
        };
        let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build().expect("a runtime");
        Measured { name, world, thread, runtime }
    }

    fn issue(&self, key: Option<IdempotencyKey>) {
        let issued = self.world.hub.issue(vec![need_code("tax.code")], tag("it"), false, key);
        self.runtime.block_on(issued).expect("a ticket");
    }

    fn fill(&self, has_keys: bool) {
        let numbers: Vec<usize> = (0..TICKETS).collect();
        for some in numbers.chunks(512) {
            let issued: Vec<_> = some
                .iter()
                .map(|n| {
                    let key = has_keys.then(|| idempotency_key(&format!("filling-{n}")));
                    let hub = self.world.hub.clone();
                    self.runtime.spawn(async move {
                        hub.issue(vec![need_code("tax.code")], tag("it"), false, key).await.expect("a ticket")
                    })
                })
                .collect();
            for ticket in issued {
                self.runtime.block_on(ticket).expect("a task");
            }
        }
    }

    /// Sends commands with their keys; how many of them were carried out.
    fn send_all(&self, commands: impl Iterator<Item = (Command, String)>) -> usize {
        let replies = commands.map(|(command, key)| {
            let sent = self.world.hub.send(command, Some(idempotency_key(&key)));
            self.runtime.block_on(sent).is_ok()
        });
        replies.filter(|is_done| *is_done).count()
    }
}

/// The threads of this process that are hubs.
fn hub_threads() -> BTreeSet<u32> {
    let tasks = fs::read_dir("/proc/self/task").expect("the threads of this process").flatten();
    let is_hub = |thread: &u32| {
        fs::read_to_string(format!("/proc/self/task/{thread}/comm")).is_ok_and(|name| name.trim() == "hub")
    };
    tasks.filter_map(|task| task.file_name().to_str()?.parse().ok()).filter(is_hub).collect()
}

/// How long a thread has run on a processor.
fn processor_time(thread: u32) -> Duration {
    let figures = fs::read_to_string(format!("/proc/self/task/{thread}/schedstat")).expect("the thread's figures");
    let first = figures.split_whitespace().next().and_then(|nanoseconds| nanoseconds.parse().ok());
    Duration::from_nanos(first.expect("nanoseconds on a processor"))
}
