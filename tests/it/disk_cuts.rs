//! Power cuts at any moment of a real run: two days, with backups while tickets are given. The real program is started on
//! what they leave, after another boot.

use crate::disk_ruin::Chance;
use crate::record::machine::{Boot, Machine};
use crate::record::{Cut, Record, Recorder};
use crate::server::{BINARY, Client, Data, Server, text};
use crate::world;
use jiff::Timestamp;
use rusqlite::Connection;
use sportello::domain::Site;
use sportello::journal::{DataFolder, check_backup};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::sync::mpsc::{Receiver, sync_channel};
use std::sync::{Arc, Mutex};
use std::time::Duration;

const CUTS: usize = 2_000;
/// The program is started on each so many-th of them.
const STARTED_EVERY: usize = 4;
const CUTS_WITHOUT_SYNC: usize = 120;
const NEEDS: [&str; 2] = ["health.ssn", "tax.code"];
/// Whose visitors come for the first of them.
const DESK: u16 = 8;
const QUARTER: Duration = Duration::from_secs(15 * 60);
/// How many of the tickets that were told are asked for by their tokens; the others are looked for in the file.
const ASKED_FOR: usize = 4;

#[test]
fn two_thousand_power_cuts_lose_no_told_ticket_and_give_no_number_again() {
    let machine = Machine::new();
    let run = Run::recorded(&machine);
    let mut chance = Chance(0x5eed_0001);
    let found = Mutex::new(Found::default());
    let judge = |number: usize, done: Result<(), String>| {
        found.lock().unwrap().faults.extend(done.err().map(|fault| format!("cut {number}: {fault}")));
    };
    std::thread::scope(|scope| {
        let (to_start, waiting) = sync_channel::<(usize, Cut)>(2);
        let waiting = Arc::new(Mutex::new(waiting));
        for _ in 0..2 {
            let (waiting, run, found, judge) = (Arc::clone(&waiting), &run, &found, &judge);
            scope.spawn(move || {
                while let Some((number, cut)) = next_of(&waiting) {
                    judge(number, run.start_counted(&cut, found));
                }
            });
        }
        drop(waiting);
        run.record.cuts(CUTS, &mut chance, true, |number, cut| {
            if number % STARTED_EVERY == 0 {
                to_start.send((number, cut)).unwrap();
            } else {
                judge(number, run.look_at(&cut));
            }
        });
    });
    let Found { started, backups, alarms, faults } = found.into_inner().unwrap();
    println!(
        "{CUTS} power cuts in {} operations, the program started on {started}, {backups} backups of the day on them: {} faults, {alarms} false alarms",
        run.record.operations(),
        faults.len()
    );
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    assert_eq!((started, alarms), (CUTS / STARTED_EVERY, 0), "staff were told that something is lost, and nothing was");
    assert!(backups > started / 2, "{backups} backups");

    let mut losses = 0;
    run.record.cuts(CUTS_WITHOUT_SYNC, &mut chance, false, |_, cut| losses += usize::from(run.look_at(&cut).is_err()));
    println!("{CUTS_WITHOUT_SYNC} power cuts of a disk that ignores syncs: {losses} with losses");
    assert!(losses > CUTS_WITHOUT_SYNC / 4, "the test would hardly notice a loss");
}

fn next_of(waiting: &Mutex<Receiver<(usize, Cut)>>) -> Option<(usize, Cut)> {
    waiting.lock().unwrap().recv().ok()
}

/// What was found on the disks on which the program was started, and what is wrong with any.
#[derive(Default)]
struct Found {
    started: usize,
    backups: usize,
    alarms: usize,
    faults: Vec<String>,
}

/// A ticket that was told to a client.
struct Told {
    number: String,
    token: String,
    /// How long the record was by then.
    recorded: usize,
}

/// Two days of the real program, as its disk saw them.
struct Run<'a> {
    site: Arc<Site>,
    device_key: String,
    record: Record,
    told: Vec<Told>,
    /// How long the record was when somebody had been served.
    served: Vec<usize>,
    /// How long it was before the second day, and how many tickets were told by then.
    turn: (usize, usize),
    /// After the cut: on the first day, and on the second.
    boots: [Boot<'a>; 2],
}

impl Run<'_> {
    fn recorded(machine: &Machine) -> Run<'_> {
        let at = |time: &str| time.parse::<Timestamp>().unwrap();
        let data = Data::new();
        let recorder = Recorder::of(data.path());
        let boot = machine.boots(1, at("2026-11-24T08:00:00Z"));
        let environment = recorder.environment(&boot);
        let environment: Vec<(&str, &str)> = environment.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let (mut told, mut served, mut turn) = (Vec::new(), Vec::new(), (0, 0));
        // The first run is killed, the second ends in order, the third is on the next day.
        for (run, visitors) in [(1, 150), (2, 20), (3, 30)] {
            if run == 3 {
                turn = (recorder.recorded(), told.len());
                boot.pass(Duration::from_secs(24 * 3600));
            }
            let server = Server::start_with(&data, &["--screen", "none", "--listen", "127.0.0.1:0"], &environment);
            let (device, clerk) = (Client::device(&server, &data), Client::clerk(&server));
            clerk.desk(DESK, "open").expect("an answer");
            for visitor in 0..visitors {
                if visitor % 30 == 10 {
                    // The next backup is due, and is made while the others come.
                    boot.pass(QUARTER);
                }
                let (status, ticket) = device.take_ticket(NEEDS[visitor % NEEDS.len()], None).expect("an answer");
                assert_eq!(status, 201, "{ticket}");
                let word = |field: &str| ticket[field].as_str().expect("a text").to_owned();
                told.push(Told { number: word("number"), token: word("token"), recorded: recorder.recorded() });
                if visitor % 3 == 0 {
                    let statuses =
                        ["call-next", "start", "finish"].map(|verb| clerk.desk(DESK, verb).expect("an answer").0);
                    // 204 when there is no visitor for it.
                    if statuses[0] == 200 && statuses.iter().all(|status| *status < 300) {
                        served.push(recorder.recorded());
                    }
                }
            }
            if run == 2 { assert!(server.end()) } else { server.kill() }
        }
        let record = recorder.end();
        let (backups, nights) = (record.came("today.db"), record.came("night-2026-11-25.db"));
        println!("{} operations with {backups} backups of the day", record.operations());
        assert!(served.len() > 10 && backups >= 5 && nights == 1, "{} served, {nights} nights", served.len());
        let boots = [machine.boots(2, at("2026-11-24T12:00:00Z")), machine.boots(3, at("2026-11-25T12:00:00Z"))];
        let site = Arc::new(world::demo_site());
        Run { site, device_key: data.device_key.clone(), record, told, served, turn, boots }
    }

    /// What was told of the day in which the power failed.
    fn told_before(&self, cut: &Cut) -> &[Told] {
        let told = self.told.partition_point(|told| told.recorded <= cut.recorded);
        let first = if self.is_second_day(cut) { self.turn.1 } else { 0 };
        &self.told[first..told]
    }

    fn is_second_day(&self, cut: &Cut) -> bool {
        cut.recorded > self.turn.0
    }

    fn start_counted(&self, cut: &Cut, found: &Mutex<Found>) -> Result<(), String> {
        let backups = backups_of(cut.folder.path(), &self.site)?;
        let has_alarm = self.start_on(cut)?;
        let mut found = found.lock().unwrap();
        found.started += 1;
        found.backups += backups;
        found.alarms += usize::from(has_alarm);
        Ok(())
    }

    /// Starts the program on a disk. Whether it says that something is lost.
    fn start_on(&self, cut: &Cut) -> Result<bool, String> {
        let (told, folder) = (self.told_before(cut), cut.folder.path());
        let mut command = Command::new(BINARY);
        command.args(["run", "--data", text(folder), "--screen", "none", "--listen", "127.0.0.1:0"]);
        command.envs(self.boots[usize::from(self.is_second_day(cut))].environment());
        command.env("RUST_LOG", "sportello=info,warn").env("NO_COLOR", "1");
        let server = Server::try_start(&mut command, drop)?;
        let words = |error: ureq::Error| error.to_string();
        let client = Client::at_door(&server.url).with_key(&self.device_key);
        let newest = told.len().saturating_sub(ASKED_FOR);
        for told in told.iter().take(1).chain(&told[newest..]) {
            let (status, ticket) = client.get(&format!("/api/v1/tickets/{}", told.token)).map_err(words)?;
            if (status, ticket["number"].as_str()) != (200, Some(&told.number)) {
                return Err(format!("{} is lost: {status} {ticket}\n{}", told.number, server.log));
            }
        }
        let (_, health) = client.get("/healthz").map_err(words)?;
        for need in NEEDS {
            let (status, ticket) = client.take_ticket(need, None).map_err(words)?;
            let number = ticket["number"].as_str().ok_or_else(|| format!("{status} {ticket}\n{}", server.log))?;
            let is_above = |told: &&Told| told.number[..1] == number[..1] && *told.number >= *number;
            if let Some(told) = told.iter().find(is_above) {
                return Err(format!("{number} is given after {}", told.number));
            }
        }
        server.kill();
        self.look_at(cut)?;
        Ok(health["wrong"].to_string().contains("lost"))
    }

    /// Reads a disk by SQLite alone.
    fn look_at(&self, cut: &Cut) -> Result<(), String> {
        let words = |error: rusqlite::Error| error.to_string();
        let database = Connection::open(DataFolder::database(cut.folder.path())).map_err(words)?;
        let tokens = tokens_in(&database)?;
        if let Some(lost) = self.told_before(cut).iter().find(|told| !tokens.contains(&told.token)) {
            return Err(format!("{} is lost", lost.number));
        }
        let served = self.served.iter().filter(|served| **served <= cut.recorded).count();
        let sql = "SELECT count(*) FROM entry WHERE kind = 'finished'";
        let found: i64 = database.query_row(sql, [], |row| row.get(0)).map_err(words)?;
        if self.is_second_day(cut) || found as usize >= served {
            Ok(())
        } else {
            Err(format!("{served} were served, and {found} are known"))
        }
    }
}

/// The tokens of all tickets in a database of sound structure.
pub fn tokens_in(database: &Connection) -> Result<BTreeSet<String>, String> {
    let words = |error: rusqlite::Error| error.to_string();
    let structure: String = database.query_row("PRAGMA integrity_check", [], |row| row.get(0)).map_err(words)?;
    if structure != "ok" {
        return Err(structure);
    }
    let sql = "SELECT event ->> 'token' FROM entry WHERE kind = 'issued'";
    let mut statement = database.prepare(sql).map_err(words)?;
    statement.query_map([], |row| row.get(0)).map_err(words)?.collect::<Result<_, _>>().map_err(words)
}

/// How many backups of the day lie in a data folder. One that has its name is whole.
fn backups_of(data: &Path, site: &Arc<Site>) -> Result<usize, String> {
    let mut found = 0;
    for backup in fs::read_dir(data.join("backups")).into_iter().flatten().flatten() {
        let (name, path) = (backup.file_name().into_string().unwrap(), backup.path());
        if name.ends_with(".db") {
            check_backup(&path, site).map_err(|error| format!("{name}: {error}"))?;
            found += usize::from(name.starts_with("today"));
        }
    }
    Ok(found)
}
