//! What a disk saw of a run of the real program, and the disks that a power cut leaves of it.
//!
//! A small library that is preloaded into the program (`writes.c`) records each write, truncation, sync, and each change of
//! a name, in the data folder and the folders below it. Bytes belong to a file and names to a folder: a sync of the file
//! makes the one last, a sync of the folder the other. From the record a disk is made as a cut would leave it: all that was
//! synced, and of the rest nothing, everything, what came first, or any part of it, down to single sectors or pages.
//!
//! Not in it: writes that were synced and are gone all the same, as on a disk that lies, and sectors that read as noise.

mod disk;
pub mod machine;

pub use disk::Cut;

use crate::server::text;
use machine::Boot;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use tempfile::TempDir;

/// Records what programs do to one folder.
pub struct Recorder {
    around: TempDir,
    below: PathBuf,
    before: Before,
}

/// A file or folder; the data folder is the first.
type Id = usize;
const ROOT: Id = 0;

#[derive(Clone, Default)]
struct Before {
    names: Names,
    bytes: HashMap<Id, Vec<u8>>,
    next: Id,
}

/// What is in each folder.
#[derive(Clone, Default)]
struct Names(HashMap<Id, BTreeMap<String, Id>>);

/// All that happened.
pub struct Record {
    before: Before,
    operations: Vec<Operation>,
    folders: HashSet<Id>,
}

struct Operation {
    /// Where its record ends.
    end: usize,
    kind: Kind,
}

enum Kind {
    Write { file: Id, at: usize, bytes: Vec<u8> },
    Cut { file: Id, size: usize },
    SyncFile(Id),
    SyncFolder(Id),
    Name(Change),
}

/// A name that goes, one that comes, or both at once: a rename.
struct Change {
    goes: Option<(Id, String)>,
    comes: Option<(Id, String, Id)>,
}

impl Recorder {
    /// Of a folder that exists.
    pub fn of(folder: &Path) -> Recorder {
        let around = tempfile::tempdir().unwrap();
        let below = folder.canonicalize().unwrap();
        compile("writes.c", &around.path().join("writes.so"));
        let mut before = Before { next: ROOT + 1, ..Before::default() };
        before.read(&below, ROOT);
        Recorder { around, below, before }
    }

    /// The environment of a program whose operations are recorded, on this machine.
    pub fn environment(&self, boot: &Boot<'_>) -> Vec<(&'static str, String)> {
        let [(preload, machine), hands] = boot.environment();
        let library = self.around.path().join("writes.so");
        let own = [("RECORD_TO", self.file()), ("RECORD_BELOW", self.below.clone())];
        let own = own.map(|(name, path)| (name, text(&path).to_owned()));
        [(preload, format!("{machine} {}", text(&library))), hands].into_iter().chain(own).collect()
    }

    /// How long the record is by now.
    pub fn recorded(&self) -> usize {
        fs::metadata(self.file()).map_or(0, |found| found.len() as usize)
    }

    pub fn end(self) -> Record {
        let bytes = fs::read(self.file()).expect("the record");
        let mut reading = Reading { names: self.before.names.clone(), next: self.before.next, operations: Vec::new() };
        let mut at = 0;
        while let Some(length) = bytes[at..].iter().position(|byte| *byte == b'\n') {
            let head = std::str::from_utf8(&bytes[at..at + length]).expect("text");
            let [kind, path, other, place, size] = head.split('\t').collect::<Vec<_>>()[..] else { panic!("{head:?}") };
            let begin = at + length + 1;
            at = begin + size.parse::<usize>().expect("a size");
            let below = |path: &str| Path::new(path).strip_prefix(&self.below).ok().map(Path::to_path_buf);
            // What has no name any more is on no disk after a cut.
            let Some(path) = below(path).filter(|path| !text(path).ends_with(" (deleted)")) else { continue };
            let place = place.parse().expect("a place");
            reading.take(at, kind, &path, below(other).as_deref(), place, &bytes[begin..at]);
        }
        let folders = reading.names.0.into_keys().collect();
        Record { before: self.before, operations: reading.operations, folders }
    }

    fn file(&self) -> PathBuf {
        self.around.path().join("record")
    }
}

/// Compiles a library to preload.
fn compile(source: &str, library: &Path) {
    let source = crate::server::root().join("tests/it/record").join(source);
    let mut compiler = Command::new("cc");
    compiler.args(["-shared", "-fPIC", "-O1", "-o", text(library), text(&source), "-ldl"]);
    assert!(compiler.status().expect("a C compiler, as the build needs one").success());
}

impl Before {
    fn read(&mut self, folder: &Path, id: Id) {
        self.names.0.insert(id, BTreeMap::new());
        for entry in fs::read_dir(folder).unwrap().flatten() {
            let (name, path, child) = (entry.file_name().into_string().unwrap(), entry.path(), self.next);
            if name.ends_with("-shm") {
                continue;
            }
            self.next += 1;
            if path.is_dir() {
                self.read(&path, child);
            } else {
                self.bytes.insert(child, fs::read(&path).unwrap());
            }
            self.names.0.get_mut(&id).unwrap().insert(name, child);
        }
    }
}

impl Names {
    /// What a path leads to.
    fn find(&self, path: &Path) -> Option<Id> {
        path.iter().try_fold(ROOT, |folder, name| self.0.get(&folder)?.get(text(Path::new(name))).copied())
    }

    fn place(&self, path: &Path) -> (Id, String) {
        let folder = self.find(path.parent().expect("a folder")).unwrap_or_else(|| panic!("no folder of {path:?}"));
        (folder, path.file_name().expect("a name").to_str().unwrap().to_owned())
    }

    fn apply(&mut self, change: &Change) {
        if let Some((folder, name)) = &change.goes {
            self.0.entry(*folder).or_default().remove(name);
        }
        if let Some((folder, name, id)) = &change.comes {
            self.0.entry(*folder).or_default().insert(name.clone(), *id);
        }
    }
}

/// A record that is being read; the names are as the program saw them.
struct Reading {
    names: Names,
    next: Id,
    operations: Vec<Operation>,
}

impl Reading {
    fn take(&mut self, end: usize, kind: &str, path: &Path, other: Option<&Path>, place: usize, bytes: &[u8]) {
        let kind = match kind {
            "write" => Kind::Write { file: self.file(end, path), at: place, bytes: bytes.to_vec() },
            "cut" => Kind::Cut { file: self.file(end, path), size: place },
            "file" => {
                self.file(end, path);
                return;
            }
            "folder" => {
                let id = self.create(end, path);
                self.names.0.insert(id, BTreeMap::new());
                return;
            }
            "sync" => match self.file(end, path) {
                folder if self.names.0.contains_key(&folder) => Kind::SyncFolder(folder),
                file => Kind::SyncFile(file),
            },
            "remove" | "rename" => {
                let Some(moved) = self.names.find(path) else { return };
                let to = other.filter(|_| kind == "rename").map(|to| self.names.place(to));
                let comes = to.map(|(folder, name)| (folder, name, moved));
                return self.change(end, Change { goes: Some(self.names.place(path)), comes });
            }
            other => panic!("{other:?}"),
        };
        self.operations.push(Operation { end, kind });
    }

    fn file(&mut self, end: usize, path: &Path) -> Id {
        self.names.find(path).unwrap_or_else(|| self.create(end, path))
    }

    fn create(&mut self, end: usize, path: &Path) -> Id {
        let (folder, name) = self.names.place(path);
        self.next += 1;
        self.change(end, Change { goes: None, comes: Some((folder, name, self.next - 1)) });
        self.next - 1
    }

    fn change(&mut self, end: usize, change: Change) {
        self.names.apply(&change);
        self.operations.push(Operation { end, kind: Kind::Name(change) });
    }
}

impl Record {
    pub fn operations(&self) -> usize {
        self.operations.len()
    }

    /// How often a file came under a name that ends so.
    pub fn came(&self, ending: &str) -> usize {
        let is_so = |operation: &&Operation| match &operation.kind {
            Kind::Name(Change { comes: Some((_, name, _)), .. }) => name.ends_with(ending),
            _ => false,
        };
        self.operations.iter().filter(is_so).count()
    }
}
