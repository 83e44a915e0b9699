//! Power cuts at any moment of a real run: whatever part of what was not synced has reached the disk.
//!
//! A small library that is preloaded into the real program (`record/writes.c`) records each write, truncation, rename,
//! deletion and sync below the data folder. From the record a disk is made as a cut would leave it: all that was synced, and
//! of the rest nothing, everything, a part, sectors of 512 bytes, in any order.

use crate::disk_ruin::Chance;
use crate::server::{Client, Data, Server, text};
use rusqlite::Connection;
use sportello::clock::Clock;
use sportello::domain::{Site, Token};
use sportello::hub;
use sportello::journal::{DataFolder, SqliteJournal};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;

const CUTS: usize = 2_000;
/// The hub is started on each so many-th of them.
const STARTED_EVERY: usize = 4;
const CUTS_WITHOUT_SYNC: usize = 120;
const NEEDS: [&str; 2] = ["health.ssn", "tax.code"];
const SECTOR: usize = 512;

#[test]
fn two_thousand_power_cuts_lose_no_told_ticket_and_give_no_number_again() {
    let run = Run::recorded();
    let mut chance = Chance(0x5eed_0001);
    let (mut started, mut alarms, mut faults) = (0, 0, Vec::new());
    run.cuts(CUTS, &mut chance, true, |number, disk, told| {
        let fault = if number % STARTED_EVERY == 0 {
            started += 1;
            run.start_on(disk, told).map(|has_alarm| alarms += usize::from(has_alarm)).err()
        } else {
            run.look_at(disk, told).err()
        };
        faults.extend(fault.map(|fault| format!("cut {number}: {fault}")));
    });
    println!(
        "{CUTS} power cuts in {} operations, started on {started}: {} faults, {alarms} false alarms",
        run.operations.len(),
        faults.len()
    );
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    assert_eq!(alarms, 0, "staff were told that something is lost, and nothing was");

    let mut losses = 0;
    run.cuts(CUTS_WITHOUT_SYNC, &mut chance, false, |_, disk, told| {
        losses += usize::from(run.look_at(disk, told).is_err())
    });
    println!("{CUTS_WITHOUT_SYNC} power cuts of a disk that ignores syncs: {losses} with losses");
    assert!(losses > 0, "the test would not notice a loss");
}

/// A ticket that was told to a client.
struct Told {
    number: String,
    token: String,
    /// How long the record was by then.
    recorded: usize,
}

struct Operation {
    /// Where its record ends.
    end: usize,
    file: PathBuf,
    kind: Kind,
}

enum Kind {
    Write { at: usize, bytes: Vec<u8> },
    Cut(usize),
    Sync,
    Unlink,
    Rename(PathBuf),
}

/// A run of the real program, as its disk saw it.
struct Run {
    site: Arc<Site>,
    /// The files before it.
    before: BTreeMap<PathBuf, Vec<u8>>,
    operations: Vec<Operation>,
    told: Vec<Told>,
}

/// A file on the disk: what is certainly there, and what may be.
#[derive(Default, Clone)]
struct OnDisk {
    durable: Option<Vec<u8>>,
    pending: Vec<usize>,
}

impl Run {
    fn recorded() -> Run {
        let data = Data::new();
        let around = tempfile::tempdir().unwrap();
        let (library, record) = (around.path().join("record.so"), around.path().join("record"));
        let source = crate::server::root().join("tests/it/record/writes.c");
        let built = Command::new("cc")
            .args(["-shared", "-fPIC", "-O1", "-o", text(&library), text(&source), "-ldl"])
            .status()
            .expect("a C compiler, as the build needs one");
        assert!(built.success());
        let below = data.path().canonicalize().unwrap();
        let before = files_in(&below);
        let environment =
            [("LD_PRELOAD", text(&library)), ("RECORD_TO", text(&record)), ("RECORD_BELOW", text(&below))];
        let start = || Server::start_with(&data, &["--screen", "none", "--listen", "127.0.0.1:0"], &environment);
        let mut told = Vec::new();
        // The first run is killed, the second ends in order.
        for (visitors, is_killed) in [(130, true), (20, false)] {
            let server = start();
            let (device, clerk) = (Client::device(&server, &data), Client::clerk(&server));
            clerk.desk(3, "open").expect("an answer");
            for visitor in 0..visitors {
                let (status, ticket) = device.take_ticket(NEEDS[visitor % NEEDS.len()], None).expect("an answer");
                assert_eq!(status, 201, "{ticket}");
                let recorded = fs::metadata(&record).map_or(0, |found| found.len() as usize);
                let word = |field: &str| ticket[field].as_str().expect("a text").to_owned();
                told.push(Told { number: word("number"), token: word("token"), recorded });
                if visitor % 3 == 0 {
                    for verb in ["call-next", "start", "finish"] {
                        clerk.desk(3, verb).expect("an answer");
                    }
                }
            }
            if is_killed { server.kill() } else { assert!(server.end()) }
        }
        let operations = read(&fs::read(&record).expect("the record"), &below);
        assert!(operations.len() > 500, "only {} operations were recorded", operations.len());
        Run { site: Arc::new(crate::world::demo_site()), before, operations, told }
    }

    /// Makes this many disks as cuts leave them, in the order of their moments.
    fn cuts(&self, count: usize, chance: &mut Chance, syncs: bool, mut see: impl FnMut(usize, &Path, &[Told])) {
        let mut moments: Vec<usize> = (0..count).map(|_| chance.below(self.operations.len())).collect();
        moments.sort_unstable();
        let durable = |bytes: &Vec<u8>| OnDisk { durable: Some(bytes.clone()), pending: Vec::new() };
        let mut disk: BTreeMap<PathBuf, OnDisk> =
            self.before.iter().map(|(file, bytes)| (file.clone(), durable(bytes))).collect();
        let mut done = 0;
        for (number, moment) in moments.into_iter().enumerate() {
            while done <= moment {
                self.happen(&mut disk, done, syncs);
                done += 1;
            }
            let folder = tempfile::tempdir().unwrap();
            for (file, on_disk) in &disk {
                if let Some(bytes) = self.left_of(on_disk, chance) {
                    fs::write(folder.path().join(file), bytes).unwrap();
                }
            }
            let end = self.operations[moment].end;
            let told = self.told.partition_point(|told| told.recorded <= end);
            see(number, folder.path(), &self.told[..told]);
        }
    }

    fn happen(&self, disk: &mut BTreeMap<PathBuf, OnDisk>, place: usize, syncs: bool) {
        let Operation { file, kind, .. } = &self.operations[place];
        match kind {
            Kind::Write { .. } | Kind::Cut(_) => disk.entry(file.clone()).or_default().pending.push(place),
            Kind::Sync if syncs => {
                if let Some(on_disk) = disk.get_mut(file) {
                    let pending = std::mem::take(&mut on_disk.pending);
                    let bytes = on_disk.durable.get_or_insert_default();
                    pending.iter().for_each(|place| self.apply(bytes, *place, 0..usize::MAX));
                }
            }
            Kind::Sync => {}
            Kind::Unlink => _ = disk.remove(file),
            Kind::Rename(to) => {
                if let Some(moved) = disk.remove(file) {
                    disk.insert(to.clone(), moved);
                }
            }
        }
    }

    /// One way in which what was not synced may have reached the disk.
    fn left_of(&self, on_disk: &OnDisk, chance: &mut Chance) -> Option<Vec<u8>> {
        let mut bytes = on_disk.durable.clone();
        let mut pending = on_disk.pending.clone();
        let way = chance.below(6);
        match way {
            0 => pending.clear(),
            1 => {}
            2 => pending.retain(|_| chance.below(2) == 0),
            3 => pending.truncate(chance.below(pending.len() + 1)),
            4 => {
                for place in (1..pending.len()).rev() {
                    pending.swap(place, chance.below(place + 1));
                }
            }
            _ => {}
        }
        for place in pending {
            let length = match &self.operations[place].kind {
                Kind::Write { bytes, .. } => bytes.len(),
                _ => 0,
            };
            let part = match way {
                // Torn at a sector.
                5 if length > SECTOR => match chance.below(2) {
                    0 => 0..chance.below(length / SECTOR) * SECTOR,
                    _ => chance.below(length / SECTOR) * SECTOR..usize::MAX,
                },
                _ => 0..usize::MAX,
            };
            self.apply(bytes.get_or_insert_default(), place, part);
        }
        bytes
    }

    fn apply(&self, file: &mut Vec<u8>, place: usize, part: std::ops::Range<usize>) {
        match &self.operations[place].kind {
            Kind::Write { at, bytes } => {
                let end = part.end.min(bytes.len());
                let begin = part.start.min(end);
                if begin < end {
                    if file.len() < at + end {
                        file.resize(at + end, 0);
                    }
                    file[at + begin..at + end].copy_from_slice(&bytes[begin..end]);
                }
            }
            Kind::Cut(size) => file.resize(*size, 0),
            Kind::Sync | Kind::Unlink | Kind::Rename(_) => {}
        }
    }

    /// Starts the hub on a disk. Whether it says that something is lost.
    fn start_on(&self, disk: &Path, told: &[Told]) -> Result<bool, String> {
        let journal = SqliteJournal::open(&DataFolder::database(disk)).map_err(|error| error.to_string())?;
        let opened = hub::open(Arc::clone(&self.site), journal, Clock::real());
        let (hub, thread) = opened.map_err(|error| error.to_string())?;
        let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build().unwrap();
        let day = hub.day();
        let lost = told.iter().find(|told| {
            let token = Token::parse(&told.token).expect("a token");
            day.ticket_of(token).is_none_or(|ticket| ticket.number.to_string() != told.number)
        });
        let numbers: BTreeSet<&str> = told.iter().map(|told| told.number.as_str()).collect();
        let next: Vec<String> = NEEDS
            .iter()
            .map(|need| {
                let issue = hub.issue(vec![crate::world::need_code(need)], crate::world::tag("it"), false, None);
                runtime.block_on(issue).expect("a ticket").number.to_string()
            })
            .collect();
        let has_alarm = day.losses().len() > 0;
        drop(hub);
        thread.stop();
        match (lost, next.iter().find(|next| numbers.contains(next.as_str()))) {
            (Some(lost), _) => Err(format!("{} is lost", lost.number)),
            (None, Some(again)) => Err(format!("{again} is given again")),
            (None, None) => Ok(has_alarm),
        }
    }

    /// Reads a disk by SQLite alone.
    fn look_at(&self, disk: &Path, told: &[Told]) -> Result<(), String> {
        let words = |error: rusqlite::Error| error.to_string();
        let database = Connection::open(DataFolder::database(disk)).map_err(words)?;
        let structure: String = database.query_row("PRAGMA integrity_check", [], |row| row.get(0)).map_err(words)?;
        if structure != "ok" {
            return Err(structure);
        }
        let sql = "SELECT event ->> 'token' FROM entry WHERE kind = 'issued'";
        let mut statement = database.prepare(sql).map_err(words)?;
        let tokens: BTreeSet<String> =
            statement.query_map([], |row| row.get(0)).map_err(words)?.collect::<Result<_, _>>().map_err(words)?;
        match told.iter().find(|told| !tokens.contains(&told.token)) {
            Some(lost) => Err(format!("{} is lost", lost.number)),
            None => Ok(()),
        }
    }
}

/// The files of a folder itself: those of the journal and its witness.
fn files_in(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let entries = fs::read_dir(folder).unwrap().flatten().filter(|entry| entry.path().is_file());
    let is_ours = |name: &PathBuf| !name.to_string_lossy().ends_with("-shm");
    let files = entries.map(|entry| (PathBuf::from(entry.file_name()), fs::read(entry.path()).unwrap()));
    files.filter(|(name, _)| is_ours(name)).collect()
}

fn read(record: &[u8], below: &Path) -> Vec<Operation> {
    let (mut operations, mut at) = (Vec::new(), 0);
    while let Some(length) = record[at..].iter().position(|byte| *byte == b'\n') {
        let head = String::from_utf8(record[at..at + length].to_vec()).expect("text");
        let words: Vec<&str> = head.split('\t').collect();
        let [kind, file, other, place, size] = words[..] else { panic!("{head:?}") };
        let size: usize = size.parse().expect("a size");
        let begin = at + length + 1;
        let bytes = record[begin..begin + size].to_vec();
        at = begin + size;
        let name = |path: &str| Path::new(path).strip_prefix(below).ok().map(Path::to_path_buf);
        let place = || place.parse().expect("a place");
        let kind = match kind {
            "write" => Kind::Write { at: place(), bytes },
            "cut" => Kind::Cut(place()),
            "sync" => Kind::Sync,
            "unlink" => Kind::Unlink,
            "rename" => Kind::Rename(name(other).unwrap_or_default()),
            other => panic!("{other:?}"),
        };
        // What lies in folders is not of the journal.
        if let Some(file) = name(file).filter(|file| file.components().count() == 1) {
            operations.push(Operation { end: at, file, kind });
        }
    }
    operations
}
