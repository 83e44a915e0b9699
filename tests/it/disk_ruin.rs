//! A morning on disk, and what can happen to its files.

use crate::world::{TUESDAY_TEN, demo_site, idempotency_key, need_code, tag};
use sportello::clock::Clock;
use sportello::domain::{Day, DeskNumber, Site};
use sportello::hub::{self, Hub, HubThread};
use sportello::journal::{BackupJob, DataFolder, Extent, JournalError, SqliteJournal};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;
use tempfile::TempDir;

/// What visitors ask for; each leads to another letter.
pub const NEEDS: [&str; 3] = ["health.ssn", "tax.code", "work.cv"];

/// A morning of sixty tickets, as its files were at half of it and at the end of it, and a backup in between.
pub struct Morning {
    pub site: Arc<Site>,
    pub clock: Clock,
    pub half: TempDir,
    pub whole: TempDir,
    pub backup: TempDir,
    /// Every number that was given.
    pub told: BTreeSet<String>,
    /// The day at the end.
    pub day: String,
}

/// What the files of a data folder lead to.
pub struct House {
    pub hub: Hub,
    thread: HubThread,
    runtime: tokio::runtime::Runtime,
}

impl Morning {
    pub fn new() -> Morning {
        let site = Arc::new(demo_site());
        let clock = Clock::turned(TUESDAY_TEN.parse().unwrap());
        let (data, half, whole, backup) = (dir(), dir(), dir(), dir());
        let house = House::opened(&site, &clock, data.path()).expect("a new house");
        let mut told = BTreeSet::new();
        house.runtime.block_on(house.hub.open(DeskNumber(8), Vec::new(), None, None)).unwrap();
        for visitor in 0..60 {
            clock.advance(Duration::from_secs(47));
            told.insert(house.comes(NEEDS[visitor % 3], &format!("visitor-{visitor}")));
            if visitor % 5 == 4 && house.runtime.block_on(house.hub.call_next(DeskNumber(8), None)).unwrap().is_some() {
                house.runtime.block_on(house.hub.start(DeskNumber(8), None, None)).unwrap();
                house.runtime.block_on(house.hub.finish(DeskNumber(8), None, None)).unwrap();
            }
            match visitor {
                29 => copy(data.path(), half.path()),
                1 | 44 => {
                    let (name, extent) = match visitor {
                        1 => ("night-2026-11-24.db", Extent::WithoutDay),
                        _ => ("today.db", Extent::WithDay),
                    };
                    let target = backup.path().join(name);
                    let database = DataFolder::database(data.path());
                    let job = BackupJob { database: &database, extent, files: &[], site: &site, now: clock.now() };
                    job.write_to(&target).unwrap();
                }
                _ => {}
            }
        }
        copy(data.path(), whole.path());
        let day = seen(&house.hub.day());
        for folder in [&half, &whole] {
            let (night, backups) = ("night-2026-11-24.db", folder.path().join("backups"));
            fs::create_dir(&backups).unwrap();
            fs::copy(backup.path().join(night), backups.join(night)).unwrap();
            fs::create_dir(folder.path().join("site")).unwrap();
            fs::write(folder.path().join("site/demo"), "This folder serves the built-in demo site.\n").unwrap();
        }
        house.ends();
        clock.advance(Duration::from_secs(60));
        Morning { site, clock, half, whole, backup, told, day }
    }

    pub fn starts(&self, data: &Path) -> Result<House, String> {
        House::opened(&self.site, &self.clock, data)
    }
}

impl House {
    pub fn opened(site: &Arc<Site>, clock: &Clock, data: &Path) -> Result<House, String> {
        let words = |error: JournalError| error.to_string();
        let journal = SqliteJournal::open(&DataFolder::database(data)).map_err(words)?;
        let (hub, thread) = hub::open(Arc::clone(site), journal, clock.clone()).map_err(|error| error.to_string())?;
        let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build().unwrap();
        Ok(House { hub, thread, runtime })
    }

    /// A visitor takes a number.
    pub fn comes(&self, need: &str, key: &str) -> String {
        let issue = self.hub.issue(vec![need_code(need)], tag("it"), false, Some(idempotency_key(key)));
        self.runtime.block_on(issue).expect("a ticket").number.to_string()
    }

    pub fn numbers(&self) -> BTreeSet<String> {
        self.hub.day().tickets().map(|ticket| ticket.number.to_string()).collect()
    }

    pub fn ends(self) {
        drop(self.hub);
        self.thread.stop();
    }
}

/// Everything that a day knows of its tickets and desks.
pub fn seen(day: &Day) -> String {
    let tickets: Vec<_> = day.tickets().collect();
    let desks: Vec<_> = day.desks_now().collect();
    format!("{tickets:?} {desks:?} {:?}", day.last_call())
}

/// The files as they are at this moment, as if the power failed; but for the log's index, which SQLite makes anew.
pub fn copy(from: &Path, to: &Path) {
    for file in fs::read_dir(from).unwrap().flatten() {
        let (path, copy) = (file.path(), to.join(file.file_name()));
        if path.is_dir() {
            fs::create_dir(&copy).unwrap();
            self::copy(&path, &copy);
        } else if !path.to_string_lossy().ends_with("-shm") {
            fs::copy(path, copy).unwrap();
        }
    }
}

fn dir() -> TempDir {
    tempfile::tempdir().unwrap()
}

/// Random enough for damage, and the same in every run.
pub struct Chance(pub u64);

impl Chance {
    pub fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % most.max(1)
    }

    pub fn bytes(&mut self, count: usize) -> Vec<u8> {
        (0..count).map(|_| self.below(256) as u8).collect()
    }
}
