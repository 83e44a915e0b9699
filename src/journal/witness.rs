//! The witness: a small file beside the database that says how far the journal has come, so that a start notices when
//! entries are missing, and gives no number again that may be in a visitor's hands.
//!
//! A commit must not cost a second sync. So numbers are reserved ahead: two slots, which are synced before a reserve is used
//! up, say which numbers may have been given; two more are written after each commit without a sync and say it exactly.
//! They survive the end of the process, and most power cuts. Each slot has a sector of its own, which a disk writes whole,
//! and a digest. The file tells of numbers, so a new day writes over all of it.

use super::boot::{BootId, boot_id};
use super::links::NOT_FOLLOWED;
use super::testimony::{Doubt, SLOT, Testimony};
use std::fs::{File, OpenOptions, Permissions};
use std::io;
use std::os::unix::fs::{FileExt, MetadataExt, OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};

/// Its name in the data folder.
pub(super) const WITNESS: &str = "witness";
/// The synced slots come first.
const SYNCED: [u64; 2] = [0, 1];
const EXACT: [u64; 2] = [2, 3];
const LENGTH: u64 = (SLOT * (SYNCED.len() + EXACT.len())) as u64;

/// What the file said when it was opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Heard {
    /// There is no such file, or nothing in it can be read.
    Nothing { was_there: bool },
    /// The newest that can be read.
    Said { newest: Box<Testimony>, doubt: Doubt },
}

/// The open file. What can't be written is logged once: the journal alone is durable too.
#[derive(Debug)]
pub(super) struct Witness {
    path: PathBuf,
    file: Option<File>,
    generation: u64,
    boot: BootId,
    is_failing: bool,
}

impl Witness {
    /// Opens the witness beside a database, without changing it.
    pub(super) fn open(database: &Path) -> (Witness, Heard) {
        let path = database.with_file_name(WITNESS);
        let file = OpenOptions::new().read(true).write(true).custom_flags(NOT_FOLLOWED).open(&path).ok();
        let boot = boot_id();
        let heard = file.as_ref().map_or(Heard::Nothing { was_there: false }, |file| hear(file, boot));
        let generation = match &heard {
            Heard::Said { newest, .. } => newest.generation,
            Heard::Nothing { .. } => 0,
        };
        (Witness { path, file, generation, boot, is_failing: false }, heard)
    }

    /// Writes all slots, synced: for a new file, and when nothing of before may stay.
    pub(super) fn begin(&mut self, said: &Testimony) {
        let begun = self.create().and_then(|()| {
            SYNCED.into_iter().chain(EXACT).try_for_each(|slot| self.write(slot, said))?;
            self.sync()?;
            File::open(super::files::folder_of(&self.path))?.sync_all()
        });
        self.note(begun);
    }

    /// Says that more numbers may be given from now on; on disk when this returns.
    pub(super) fn reserve(&mut self, said: &Testimony) {
        let slot = SYNCED[usize::from(self.generation.is_multiple_of(2))];
        let reserved = self.write(slot, said).and_then(|()| self.sync());
        self.note(reserved);
    }

    /// Says exactly how far the journal has come.
    pub(super) fn say(&mut self, said: &Testimony) {
        let slot = EXACT[usize::from(self.generation.is_multiple_of(2))];
        let written = self.write(slot, said);
        self.note(written);
    }

    /// Whether its path still names it, and none of it was cut off.
    pub(super) fn is_there(&self) -> bool {
        let opened = self.file.as_ref().and_then(|file| file.metadata().ok());
        let named = std::fs::metadata(&self.path).ok();
        opened.zip(named).is_some_and(|(opened, named)| {
            (opened.dev(), opened.ino()) == (named.dev(), named.ino()) && named.len() >= LENGTH
        })
    }

    fn create(&mut self) -> io::Result<()> {
        if !self.is_there() {
            let mut options = OpenOptions::new();
            let file = options
                .read(true)
                .write(true)
                .create(true)
                .truncate(false)
                .mode(0o600)
                .custom_flags(NOT_FOLLOWED)
                .open(&self.path)?;
            file.set_permissions(Permissions::from_mode(0o600))?;
            self.file = Some(file);
        }
        self.opened()?.set_len(LENGTH)
    }

    fn write(&mut self, slot: u64, said: &Testimony) -> io::Result<()> {
        self.generation += 1;
        let bytes = Testimony { generation: self.generation, boot: self.boot, ..said.clone() }.to_bytes();
        self.opened()?.write_all_at(&bytes, slot * SLOT as u64)
    }

    fn sync(&self) -> io::Result<()> {
        self.opened()?.sync_data()
    }

    fn opened(&self) -> io::Result<&File> {
        self.file.as_ref().ok_or_else(|| io::ErrorKind::NotFound.into())
    }

    fn note(&mut self, done: io::Result<()>) {
        match done {
            Ok(()) => self.is_failing = false,
            Err(error) if !self.is_failing => {
                self.is_failing = true;
                let file = self.path.display();
                tracing::warn!(%error, %file, "the witness can't be written, so a loss of the journal might not be noticed: mend its rights, or make room on the disk");
            }
            Err(_) => {}
        }
    }
}

fn hear(file: &File, boot: BootId) -> Heard {
    let read = |slot: u64| {
        let mut bytes = [0; SLOT];
        file.read_exact_at(&mut bytes, slot * SLOT as u64).ok()?;
        Testimony::read(&bytes)
    };
    let (exact, synced) = (EXACT.map(read), SYNCED.map(read));
    let count = |slots: &[Option<Testimony>; 2]| slots.iter().filter(|slot| slot.is_none()).count();
    let is_of_this_boot = exact.iter().flatten().all(|said| said.boot == boot && boot != BootId::default());
    let doubt = match (count(&exact), count(&synced)) {
        (0, _) if is_of_this_boot => Doubt::None,
        (0, 0) => Doubt::OtherBoot,
        (1, 0) => Doubt::OneCommit,
        _ => Doubt::Any,
    };
    let newest = exact.into_iter().chain(synced).flatten().max_by_key(|said| said.generation);
    newest.map_or(Heard::Nothing { was_there: true }, |newest| Heard::Said { newest: Box::new(newest), doubt })
}
