//! The disks that a power cut leaves of a recorded run.

use super::{Id, Kind, Names, ROOT, Record};
use crate::disk_ruin::Chance;
use std::collections::HashMap;
use std::fs;
use std::path::Path;
use tempfile::TempDir;

/// What a disk writes whole, and what a page cache does.
const SECTOR: usize = 512;
const PAGE: usize = 4096;

/// A disk at a moment: what is certainly there, and what may be.
struct Disk {
    names: Names,
    /// Changes of names, with the folders whose sync they wait for.
    changes: Vec<(usize, Vec<Id>)>,
    files: HashMap<Id, OnDisk>,
}

#[derive(Default)]
struct OnDisk {
    durable: Vec<u8>,
    pending: Vec<usize>,
}

/// A disk that a cut has left.
pub struct Cut {
    pub folder: TempDir,
    /// How long the record was by then.
    pub recorded: usize,
}

impl Record {
    /// Makes this many disks as cuts leave them, in the order of their moments. `syncs` says whether the disk heeds them.
    pub fn cuts(&self, count: usize, chance: &mut Chance, syncs: bool, see: impl FnMut(usize, Cut)) {
        self.cuts_from(0, count, chance, syncs, see);
    }

    /// The same after so many operations.
    pub fn cuts_from(
        &self,
        first: usize,
        count: usize,
        chance: &mut Chance,
        syncs: bool,
        mut see: impl FnMut(usize, Cut),
    ) {
        let mut moments: Vec<usize> = (0..count).map(|_| first + chance.below(self.operations.len() - first)).collect();
        moments.sort_unstable();
        let on_disk = |(id, bytes): (&Id, &Vec<u8>)| (*id, OnDisk { durable: bytes.clone(), pending: Vec::new() });
        let files = self.before.bytes.iter().map(on_disk).collect();
        let mut disk = Disk { names: self.before.names.clone(), changes: Vec::new(), files };
        let mut done = 0;
        for (number, moment) in moments.into_iter().enumerate() {
            while done <= moment {
                self.happen(&mut disk, done, syncs);
                done += 1;
            }
            let folder = in_memory();
            self.write(&disk, ROOT, &self.names_left(&disk, chance), folder.path(), chance);
            see(number, Cut { folder, recorded: self.operations[moment].end });
        }
    }

    fn happen(&self, disk: &mut Disk, place: usize, syncs: bool) {
        match &self.operations[place].kind {
            Kind::Write { file, .. } | Kind::Cut { file, .. } => {
                disk.files.entry(*file).or_default().pending.push(place)
            }
            Kind::Name(change) => {
                let folders = change.goes.iter().map(|(folder, _)| *folder);
                let folders = folders.chain(change.comes.iter().map(|(folder, ..)| *folder));
                disk.changes.push((place, folders.collect()));
            }
            Kind::SyncFile(file) if syncs => {
                let on_disk = disk.files.entry(*file).or_default();
                for place in std::mem::take(&mut on_disk.pending) {
                    self.apply(&mut on_disk.durable, place, |_| true);
                }
            }
            Kind::SyncFolder(synced) if syncs => {
                disk.changes.iter_mut().for_each(|(_, waits)| waits.retain(|folder| folder != synced));
                let first = disk.changes.iter().take_while(|(_, waits)| waits.is_empty()).count();
                for (place, _) in disk.changes.drain(..first) {
                    self.rename(&mut disk.names, place);
                }
            }
            Kind::SyncFile(_) | Kind::SyncFolder(_) => {}
        }
    }

    fn rename(&self, names: &mut Names, place: usize) {
        if let Kind::Name(change) = &self.operations[place].kind {
            names.apply(change);
        }
    }

    /// One way in which names that were not synced may have reached the disk.
    fn names_left(&self, disk: &Disk, chance: &mut Chance) -> Names {
        let mut names = disk.names.clone();
        let (way, first) = (chance.below(4), chance.below(disk.changes.len() + 1));
        for (number, (place, waits)) in disk.changes.iter().enumerate() {
            let is_there = match way {
                0 => false,
                1 => true,
                2 => number < first,
                _ => chance.below(2) == 0,
            };
            if waits.is_empty() || is_there {
                self.rename(&mut names, *place);
            }
        }
        names
    }

    fn write(&self, disk: &Disk, folder: Id, names: &Names, path: &Path, chance: &mut Chance) {
        for (name, id) in names.0.get(&folder).into_iter().flatten() {
            let path = path.join(name);
            if self.folders.contains(id) {
                fs::create_dir(&path).unwrap();
                self.write(disk, *id, names, &path, chance);
            } else {
                let bytes = disk.files.get(id).map(|file| self.bytes_left(file, chance)).unwrap_or_default();
                fs::write(path, bytes).unwrap();
            }
        }
    }

    /// One way in which bytes that were not synced may have reached the disk.
    fn bytes_left(&self, file: &OnDisk, chance: &mut Chance) -> Vec<u8> {
        let (mut bytes, pending) = (file.durable.clone(), &file.pending);
        let (way, first) = (chance.below(8), chance.below(pending.len() + 1));
        if way == 7 {
            // Its size came first: what is missing are zeros.
            let ends = pending.iter().map(|place| match &self.operations[*place].kind {
                Kind::Write { at, bytes, .. } => at + bytes.len(),
                _ => 0,
            });
            let size = ends.max().unwrap_or(0).max(bytes.len());
            bytes.resize(size, 0);
        }
        for (number, place) in pending.iter().enumerate() {
            let is_there = match way {
                0 => false,
                2 => number < first,
                3 => chance.below(2) == 0,
                // All before it, and a part of it.
                4 if number >= first => number == first,
                _ => true,
            };
            let unit = match way {
                4 | 5 => SECTOR,
                6 | 7 => PAGE,
                _ => 0,
            };
            if is_there {
                let is_torn = unit > 0 && (way != 4 || number == first);
                let mut kept: HashMap<usize, bool> = HashMap::new();
                self.apply(&mut bytes, *place, |at| {
                    !is_torn || *kept.entry(at / unit).or_insert_with(|| chance.below(2) == 0)
                });
            }
        }
        bytes
    }

    /// Writes what `is_kept` of a write; it is asked for each sector by where that begins.
    fn apply(&self, file: &mut Vec<u8>, place: usize, mut is_kept: impl FnMut(usize) -> bool) {
        match &self.operations[place].kind {
            Kind::Write { at, bytes, .. } => {
                let mut from = 0;
                while from < bytes.len() {
                    let to = bytes.len().min(from + SECTOR - (at + from) % SECTOR);
                    if is_kept(at + from) {
                        if file.len() < at + to {
                            file.resize(at + to, 0);
                        }
                        file[at + from..at + to].copy_from_slice(&bytes[from..to]);
                    }
                    from = to;
                }
            }
            Kind::Cut { size, .. } => file.resize(*size, 0),
            Kind::SyncFile(_) | Kind::SyncFolder(_) | Kind::Name(_) => {}
        }
    }
}

/// A folder in memory, where a machine has such: there a sync takes no time.
fn in_memory() -> TempDir {
    tempfile::tempdir_in("/dev/shm").or_else(|_| tempfile::tempdir()).unwrap()
}
